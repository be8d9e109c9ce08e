"""After forgetting, the words are nowhere: no page, no free page, no -wal, no index, no backup, no setting (STORE.md).

The words that are kept are the control: whoever looks in this way finds what is there. A second control does without
the writing anew of the file and its backups, and must find what was forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
import sqlcipher3

from elephants.desk import Desk
from elephants.sessions.forgetting.long_enough import let_long_enough_go
from elephants.sessions.forgetting.person import forget_person
from elephants.sessions.forgetting.whole_session import forget_session
from elephants.settings import Settings
from elephants.store import backup, sweeping
from elephants.store.backup_names import backups_folder
from elephants.store.store import Store
from tests import forgetting as told
from tests.store import play
from tests.voting import Plain, tables

Forget = Callable[[Desk], None]
IN_SESSION = ("Zeppelin", "says ANNE", told.VIEW, told.TITLE, told.DONE, told.KEPT, "SaffronAnswer", "Ask ")
NEXT_YEAR = date(2027, 12, 9)


def a_person(desk: Desk) -> None:
    yes = [one.asked for one in told.asked(desk).lines]
    desk.change(desk.home, forget_person, told.NAME, yes, desk.today())


def a_session(desk: Desk) -> None:
    desk.change(play.space_of(desk), forget_session, told.first(desk).id, desk.today())


def long_enough(desk: Desk) -> None:
    desk.change(desk.home, let_long_enough_go, NEXT_YEAR)


FORGOTTEN: dict[str, tuple[Forget, tuple[str, ...], tuple[str, ...]]] = {
    "a person": (a_person, (told.NAME, "says ANNE", "Anne is named"), (told.KEPT, told.DONE, "is named later")),
    "a session": (a_session, IN_SESSION, (told.CARRIED, told.LATER_POINT)),
    "long enough": (long_enough, (told.NAME, told.VIEW, told.KEPT, told.LATER_POINT, "Zeppelin"),
                    (told.TITLE, told.DONE, "SaffronAnswer")),
}  # fmt: skip


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two evenings in a store without a key, and a backup, so that every byte can be read."""
    folder = tmp_path_factory.mktemp("held")
    with pytest.MonkeyPatch.context() as patch:
        _without_a_key(patch)
        desk = told.two_evenings(tables(folder))
        backup.back_up(desk.store)
        desk.close()
    Settings(space=1).write(folder / "settings.json")
    return folder


@pytest.fixture
def copied(held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _without_a_key(monkeypatch)
    return copytree(held, tmp_path / "copy")


def _without_a_key(patch: pytest.MonkeyPatch) -> None:
    """Let backups be written and checked without a key too: the same pages in the same places."""

    def opened(file: Path, _key: str) -> object:
        return sqlcipher3.connect(str(file))

    patch.setattr(backup, "open_file", opened)
    patch.setattr(backup, "is_whole", lambda raw: raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def found(folder: Path, words: tuple[str, ...], *, under: str = "*") -> set[str]:
    """Look in every byte that is there: as it is written, and folded as the search keeps it."""
    left = b"".join(path.read_bytes() for path in sorted(folder.rglob(under)) if path.is_file())
    return {word for word in words if word.encode() in left or word.casefold().encode() in left}


def as_people_do(folder: Path, forget: Forget) -> Desk:
    desk = tables(folder)
    assert isinstance(desk.store, Plain)
    forget(desk)
    return desk


@pytest.mark.parametrize("what", ["a person", "a session", pytest.param("long enough", marks=pytest.mark.torture)])
def test_what_was_forgotten_is_in_no_byte_of_store_index_settings_and_backups(copied: Path, what: str) -> None:
    forget, gone, kept = FORGOTTEN[what]
    assert found(copied, (*gone, *kept)) == {*gone, *kept}, "the control: all of it is there before"
    assert found(backups_folder(copied / "x"), gone, under="*.backup") == set(gone)
    desk = as_people_do(copied, forget)
    assert found(copied, (*gone, *kept)) == set(kept), "while the app is open"
    assert found(backups_folder(copied / "x"), kept, under="*.backup") == set(kept), "a backup was made anew"
    desk.close()
    assert found(copied, (*gone, *kept)) == set(kept)


@pytest.mark.torture
@pytest.mark.parametrize("what", FORGOTTEN)
@pytest.mark.parametrize("without", ["the file", "the backups"])
def test_without_writing_anew_it_would_be_found(
    copied: Path, what: str, without: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget, gone, _ = FORGOTTEN[what]
    if without == "the file":
        monkeypatch.setattr(Store, "write_anew", lambda _store, _raw: True)
    else:
        monkeypatch.setattr(sweeping, "renew", lambda _store: True)
    desk = as_people_do(copied, forget)
    assert found(copied, gone)
    desk.close()


@pytest.mark.torture
def test_all_three_one_after_another_in_every_order(
    held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_a_key(monkeypatch)
    for n, order in enumerate((("a person", "long enough", "a session"), ("long enough", "a session"))):
        folder = copytree(held, tmp_path / str(n))
        desk, gone = tables(folder), set[str]()
        for what in order:
            forget, went, _ = FORGOTTEN[what]
            forget(desk)
            gone |= set(went)
            assert found(folder, tuple(gone)) == set(), (order, what)
        desk.close()


def test_the_settings_of_this_computer_hold_no_word_of_a_room() -> None:
    assert {name for name, value in asdict(Settings()).items() if isinstance(value, str)} <= {
        "colours",
        "backup_folder",
    }
