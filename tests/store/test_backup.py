"""Backups: a whole store each time, checked before it counts, thinned, and none that holds what was taken out."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused, leaves_no_trace
from elephants.sessions.deciding.choosing import OPEN_BOX
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.space import Home, Space
from elephants.store import backup, backup_restore
from elephants.store.backup import NotKept, back_up, bring_along, open_file
from elephants.store.backup_names import ASIDE, PART, Kept, backups_folder, kept_in, too_many
from elephants.store.store import Damaged, Store
from elephants.store.vault import key_file, key_mark
from elephants.words import tr
from tests import mounts
from tests.store import play

ROOT = Path(__file__).resolve().parents[2]
NAME, KEPT, MARK = "Tuesday kitchen", "KEPT-control", "MARK-taken-out"
NOW = datetime(2026, 11, 24, 21, tzinfo=UTC)


def listed(store: Store, folder: Path | None = None) -> list[Kept]:
    return kept_in(folder or backups_folder(store.path), key_mark(store.key))


def rows(file: Path, key: str) -> dict[str, list[str]]:
    """Read every row of every table, the search tables too."""
    raw = open_file(file, key)
    names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    found = {name: sorted(map(repr, raw.execute(f'SELECT * FROM "{name}"'))) for name in names}  # noqa: S608
    raw.close()
    return found


def plain(file: Path, key: str, folder: Path) -> bytes:
    """Decrypt every page of a file, free ones too."""
    raw = open_file(file, key)
    raw.execute("PRAGMA query_only=OFF")
    out = folder / "plain"
    raw.execute(f"ATTACH DATABASE '{out}' AS plain KEY ''")
    raw.execute("SELECT sqlcipher_export('plain')")
    raw.execute("DETACH DATABASE plain")
    raw.close()
    content = out.read_bytes()
    out.unlink()
    return content


@leaves_no_trace
def take_name(space: Space, instead: str) -> None:
    space.name = instead


def set_box(deciding: Deciding, state: str) -> None:
    deciding.set(box=state)


# -- whole -----------------------------------------------------------------------------------------------------------


def test_a_backup_has_every_row_while_the_desk_goes_on_and_copying_the_file_has_not(desk: Desk, tmp_path: Path) -> None:
    desk.change(desk.home, Home.new_space, NAME)
    play.open_session(desk)
    kept, store = back_up(desk.store), desk.store
    assert rows(kept.path, store.key) == rows(store.path, store.key)
    assert NAME in str(rows(kept.path, store.key))
    assert kept.path.stat().st_mode & 0o777 == 0o600 or os.name == "nt"
    shutil.copyfile(store.path, tmp_path / "copied")
    assert NAME not in str(rows(tmp_path / "copied", store.key)), "control: the last deeds stand in the -wal alone"
    desk.change(desk.home.spaces[0], Space.rename, KEPT)
    assert NAME in str(rows(kept.path, store.key))


def test_a_copy_that_does_not_read_whole_does_not_count(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = back_up(desk.store)
    sync = backup._copy

    def spoilt(store: Store, part: Path) -> None:
        monkeypatch.setattr(backup, "open_file", spoils)
        sync(store, part)

    def spoils(file: Path, key: str) -> object:
        with file.open("r+b") as out:
            out.seek(4096 * 3 + 100)
            out.write(b"\0" * 64)
        return open_file(file, key)

    monkeypatch.setattr(backup, "_copy", spoilt)
    with pytest.raises(NotKept, match="not whole"):
        back_up(desk.store)
    assert listed(desk.store) == [first]
    assert not list(first.path.parent.glob(f"*{PART}*"))


def test_no_backup_is_made_while_a_box_is_open(desk: Desk) -> None:
    session = play.open_session(desk)
    deciding = play.a_deciding(desk)
    desk.change(deciding, set_box, OPEN_BOX)
    with pytest.raises(NotKept, match="box is open"):
        back_up(desk.store)
    assert session.state == "running"
    assert listed(desk.store) == []
    desk.change(deciding, set_box, "")
    assert back_up(desk.store).path.is_file()


# -- when something is in the way --------------------------------------------------------------------------------


def test_a_full_disk_is_a_sentence_and_the_backup_before_is_whole(tmp_path: Path) -> None:
    with mounts.small_disk(tmp_path / "disk", "400k") as disk, play.a_desk(tmp_path / "a.store") as desk:
        desk.change(desk.home, Home.new_space, NAME)
        first = back_up(desk.store, disk)
        before = rows(first.path, desk.store.key)
        with pytest.raises(NotKept, match="disk is full"):
            back_up(desk.store, disk)
        assert rows(first.path, desk.store.key) == before
        assert not list(disk.glob(f"*{PART}"))


def test_the_sentences_of_a_place_that_cannot_be_written(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NotKept, match="stick plugged in"):
        back_up(desk.store, tmp_path / "not" / "there")
    first = back_up(desk.store)
    for number, says in ((errno.ENOSPC, "full"), (errno.EROFS, "cannot be written")):

        def refuse(*_: object, number: int = number) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(backup, "_sync", refuse)
        with pytest.raises(NotKept, match=says):
            back_up(desk.store)
    monkeypatch.undo()
    assert listed(desk.store) == [first]


def test_a_kill_in_the_middle_leaves_nothing_that_is_offered(store_path: Path) -> None:
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
    program = (
        "import os, signal, sys; from pathlib import Path; from elephants.store import backup;"
        "from elephants.store.store import Store;"
        "setattr(backup, sys.argv[2], lambda *_: os.kill(os.getpid(), signal.SIGKILL));"
        "backup.back_up(Store(Path(sys.argv[1])))"
    )
    for at, left in (("is_whole", 1), ("_in_place", 1), ("_thin", 0)):
        line = [sys.executable, "-c", program, str(store_path), at]
        assert subprocess.run(line, cwd=ROOT, check=False).returncode == -signal.SIGKILL
        store = Store(store_path)
        folder = backups_folder(store_path)
        assert len(list(folder.glob(f"*{PART}"))) == left, "control: it was killed on the way"
        assert [one for one in listed(store) if PART in one.path.name] == []
        assert all(backup_restore.look_inside(one.path, store.key).spaces == (NAME,) for one in listed(store))
        back_up(store)
        assert not list(folder.glob(f"*{PART}")), "the next one sweeps it away"
        store.close()


# -- thinned -----------------------------------------------------------------------------------------------------


def test_thinned_as_promised(tmp_path: Path) -> None:
    every = [Kept(tmp_path / str(n), NOW - timedelta(hours=6 * n)) for n in range(4 * 500)]
    gone = set(too_many(every, NOW))
    stay = [one for one in every if one not in gone]
    assert stay[:9] == every[:9], "two days keep all"
    days = {one.made.date() for one in stay}
    assert {NOW.date() - timedelta(days=n) for n in range(12)} <= days
    months = sorted({(one.made.year, one.made.month) for one in stay}, reverse=True)
    assert len(months) == 9
    assert len({one.made.isocalendar()[:2] for one in stay}) >= 10
    assert len(stay) < 9 + 12 + 10 + 9
    again = too_many(stay, NOW)
    assert again == [], "what stays, stays: thinning twice is thinning once"
    assert too_many(every[1500:], NOW + timedelta(days=4000))[:1] != every[1500:1501], "the newest of all always stays"


def test_months_of_backups_are_thinned_where_they_lie(desk: Desk) -> None:
    for n in range(16):
        back_up(desk.store, now=NOW + timedelta(days=n))
    assert 12 <= len(listed(desk.store)) < 16


def test_a_clock_that_was_put_back_never_makes_a_backup_the_older_one(desk: Desk) -> None:
    first = back_up(desk.store, now=NOW)
    second = back_up(desk.store, now=NOW - timedelta(days=400))
    assert listed(desk.store) == [second, first]


# -- what was taken out ------------------------------------------------------------------------------------------


def test_after_a_take_out_no_byte_of_the_words_is_in_any_backup(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.change(desk.home, Home.new_space, MARK)
    desk.change(desk.home, Home.new_space, KEPT)
    old = back_up(desk.store)
    bring_along(desk.store, old, stick)
    aside = old.path.with_suffix(ASIDE)
    shutil.copyfile(old.path, aside)
    key = desk.store.key
    assert MARK.encode() in plain(old.path, key, tmp_path), "control"
    desk.change(desk.home.spaces[0], take_name, tr("gone"))
    [new] = listed(desk.store)
    assert new != old
    assert not aside.exists()
    content = plain(new.path, key, tmp_path)
    assert MARK.encode() not in content
    assert KEPT.encode() in content
    assert backup_restore.look_inside(stick / old.path.name, key, backups_folder(desk.store.path)).holds_words_that_went
    bring_along(desk.store, new, stick)
    assert [one.path.name for one in listed(desk.store, stick)] == [new.path.name], "the stick came back"


def test_a_take_out_on_a_full_disk_leaves_no_backup_rather_than_the_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.change(desk.home, Home.new_space, MARK)
    back_up(desk.store)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backup, "_sync", full)
    desk.change(desk.home.spaces[0], take_name, KEPT)
    assert listed(desk.store) == []
    monkeypatch.undo()


# -- restored ----------------------------------------------------------------------------------------------------


def test_restore_shows_what_is_inside_and_keeps_the_present_store_whole(store_path: Path) -> None:
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
        kept = back_up(desk.store)
        desk.change(desk.home.spaces[0], Space.rename, KEPT)
        key = desk.store.key
        with pytest.raises(Refused, match="open in another window"):
            backup_restore.restore(store_path, kept.path, key=key)
    inside = backup_restore.look_inside(kept.path, key)
    assert (inside.spaces, inside.sessions, inside.newest) == ((NAME,), 0, None)
    aside = backup_restore.restore(store_path, kept.path, key=key)
    assert aside is not None
    assert backup_restore.look_inside(aside, key).spaces == (KEPT,)
    with play.a_desk(store_path) as desk:
        assert [space.name for space in desk.home.spaces] == [NAME]


def test_a_last_deed_that_stood_in_the_wal_is_kept_aside_too_and_not_read_into_the_restored_one(
    store_path: Path,
) -> None:
    program = (
        "import os, sys; from pathlib import Path; from elephants.desk import Desk;"
        "from elephants.store.store import Store; from elephants.sessions.space import Home;"
        "from elephants.store.backup import back_up;"
        "desk = Desk(Store(Path(sys.argv[1]))); back_up(desk.store);"
        "desk.change(desk.home, Home.new_space, sys.argv[2]); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(store_path), NAME], cwd=ROOT, check=False).returncode == 9
    assert Path(f"{store_path}-wal").stat().st_size > 0
    key = key_file(store_path).read_text()
    [kept] = kept_in(backups_folder(store_path), key_mark(key))
    aside = backup_restore.restore(store_path, kept.path, key=key)
    assert aside is not None
    assert backup_restore.look_inside(aside, key).spaces == (NAME,)
    with play.a_desk(store_path) as desk:
        assert desk.home.spaces == []


def test_the_newest_good_backup_is_found_behind_a_damaged_one(store_path: Path) -> None:
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
        good, bad = back_up(desk.store), back_up(desk.store)
    bad.path.write_bytes(bad.path.read_bytes()[:5000] + b"\0" * 64 + bad.path.read_bytes()[5064:])
    store_path.write_bytes(b"a letter to my aunt" * 400)
    with pytest.raises(Damaged):
        Store(store_path)
    found = backup_restore.newest_good(store_path)
    assert found is not None
    assert found.path == good.path
