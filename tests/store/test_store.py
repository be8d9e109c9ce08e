"""The file: encrypted, one writer, gated, and refused in a sentence when it is anything else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import sqlcipher3
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_mock_engine

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import AgendaItem, Point
from elephants.sessions.base import Base, Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.space import Home, Space
from elephants.store import store as store_module
from elephants.store import upgrades
from elephants.store.backup_names import backups_folder, kept_in
from elephants.store.backup_restore import look_inside
from elephants.store.store import SCHEMA, Store
from elephants.store.vault import key_file, key_mark
from tests.store import play

pytestmark = pytest.mark.usefixtures("made_stores")
ROOT = Path(__file__).resolve().parents[2]
MARK = "MARK-struck"
KEPT = "KEPT-control"


def _made(path: Path) -> Path:
    with play.a_desk(path) as desk:
        desk.change(desk.home, Home.new_space, KEPT)
    return path


# -- the key and the cipher ----------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_its_owner_may_read_the_key(store_path: Path) -> None:
    _made(store_path)
    key = key_file(store_path)
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.parent.stat().st_mode & 0o777 == 0o700
    assert key.parent != store_path.parent


def test_no_word_stands_in_the_files_and_it_does_stand_in_the_decrypted_dump(store_path: Path) -> None:
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, KEPT)
        for file in store_path.parent.glob("elephants.store*"):
            content = file.read_bytes()
            assert KEPT.encode() not in content
            assert b"SQLite format" not in content
        assert KEPT in str(play.dump(desk.store))


def test_a_key_that_was_cut_off_is_made_anew_for_a_store_that_holds_nothing(store_path: Path) -> None:
    key_file(store_path).parent.mkdir()
    key_file(store_path).write_text("abc", encoding="ascii")
    _made(store_path)


# -- what is not a store -------------------------------------------------------------------------------------------


def _wrong_key(path: Path) -> None:
    key_file(path).write_text("0" * 64, encoding="ascii")


def _garbage(path: Path) -> None:
    path.write_bytes(b"not a store at all " * 999)


def _no_key(path: Path) -> None:
    key_file(path).unlink()


def _not_a_key(path: Path) -> None:
    key_file(path).write_text("ü" * 64, encoding="utf-8")


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 5])


def _newer(path: Path) -> None:
    store = Store(path)
    with store.raw() as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    store.close()


def _directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILT: dict[str, tuple[Callable[[Path], None], str]] = {
    "wrong key": (_wrong_key, "cannot be opened"),
    "garbage": (_garbage, "cannot be opened"),
    "no key": (_no_key, "key of this store cannot be read"),
    "not a key": (_not_a_key, "key of this store cannot be read"),
    "truncated": (_truncated, "cannot be opened"),
    "newer": (_newer, "newer Elephants"),
    "a directory": (_directory, "cannot be"),
}


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("how", SPOILT)
def test_what_is_not_a_store_is_refused_in_a_sentence_and_left_alone(
    store_path: Path, how: str, writing: bool, caplog: pytest.LogCaptureFixture
) -> None:
    spoil, sentence = SPOILT[how]
    spoil(_made(store_path))
    before = store_path.read_bytes() if store_path.is_file() else b""
    if how == "a directory" and not writing:
        sentence = "no store at"
    for _ in range(2):  # the first refusal leaves no lock behind
        with pytest.raises(Refused, match=sentence):
            _open(store_path, writing=writing)
    assert (store_path.read_bytes() if store_path.is_file() else b"") == before
    caplog.clear()


def _open(path: Path, *, writing: bool) -> None:
    store = Store(path, writing=writing)
    try:
        Desk(store).close()
    finally:
        store.close()


def test_an_empty_file_becomes_a_store(store_path: Path) -> None:
    store_path.touch()
    _made(store_path)


def test_there_is_nothing_to_read_where_there_is_no_store(store_path: Path) -> None:
    with pytest.raises(Refused, match="no store at"):
        Store(store_path, writing=False)
    assert not store_path.exists()


def test_a_store_in_a_place_with_odd_signs_opens(tmp_path: Path) -> None:
    _made(tmp_path / "Küche #1 100% ?a=b 'x' \"y\"" / "a b.elephants")


def test_a_read_only_store_is_refused_in_a_sentence(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere: the answer of the system is played here, not caused."""
    _made(store_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Refused, match="cannot be written"):
        Store(store_path)
    monkeypatch.undo()
    _made(store_path.with_name("other"))
    Store(store_path).close()


# -- one writer ----------------------------------------------------------------------------------------------------


def test_a_second_window_is_refused_and_a_reader_is_welcome(store_path: Path) -> None:
    first = Store(store_path)
    with pytest.raises(Refused, match="open in another window"):
        Store(store_path)
    reader = Store(store_path, writing=False)
    with reader.raw() as raw, pytest.raises(sqlcipher3.OperationalError):
        raw.execute("INSERT INTO home (id) VALUES (2)")
    reader.close()
    first.close()
    Store(store_path).close()


def test_a_kill_after_acknowledged_deeds_loses_none(store_path: Path) -> None:
    program = (
        "import os, sys, signal; from pathlib import Path; from elephants.desk import Desk;"
        "from elephants.store.store import Store; from elephants.sessions.space import Home;"
        "desk = Desk(Store(Path(sys.argv[1])));"
        "[desk.change(desk.home, Home.new_space, f'Space {n}') for n in range(20)];"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(store_path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    with play.a_desk(store_path) as desk:
        assert [space.name for space in desk.home.spaces] == [f"Space {n}" for n in range(20)]


# -- the gate ------------------------------------------------------------------------------------------------------


def _step_2(op: Operations) -> None:
    op.execute("CREATE TABLE two (id INTEGER PRIMARY KEY)")


def _step_3_fails(op: Operations) -> None:
    op.execute("CREATE TABLE three (id INTEGER PRIMARY KEY)")
    raise ZeroDivisionError


def test_a_failing_step_leaves_the_store_as_it_was_and_says_where_it_and_its_backup_are(
    store_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _made(store_path)
    monkeypatch.setattr(store_module, "SCHEMA", 3)
    monkeypatch.setattr(upgrades, "STEPS", {2: _step_2, 3: _step_3_fails})
    with pytest.raises(Refused, match="as it was") as refusal:
        Store(store_path)
    caplog.clear()
    monkeypatch.undo()
    store = Store(store_path)
    [kept] = kept_in(backups_folder(store_path), key_mark(store.key))
    assert str(kept.path) in str(refusal.value)
    assert str(store_path) in str(refusal.value)
    assert look_inside(kept.path, store.key).spaces == (KEPT,)
    with store.raw() as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('two', 'three')").fetchone()[0] == 0
    store.close()


def test_all_steps_run_and_the_gate_moves_with_them(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _made(store_path)
    monkeypatch.setattr(store_module, "SCHEMA", 2)
    monkeypatch.setattr(upgrades, "STEPS", {2: _step_2})
    with pytest.raises(Refused, match="older Elephants"):
        Store(store_path, writing=False)
    store = Store(store_path)
    with store.raw() as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] == 2
        raw.execute("SELECT * FROM two")
    store.close()


def not_of_the_search(name: str | None, kind: str, _parents: object) -> bool:
    """The index is no model: nothing but `store/search.py` reads or writes it."""
    return kind != "table" or not str(name).startswith(("found", "to_find"))


def test_the_steps_make_what_the_models_say(store_path: Path) -> None:
    store = Store(store_path)
    engine = store.engine()
    with engine.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_name": not_of_the_search}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()
    store.close()


def test_the_models_can_be_made_on_postgresql() -> None:
    made: list[str] = []

    def note(statement: Any, *_more: object, **_named: object) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("postgresql+psycopg://", note)
    Base.metadata.create_all(engine, checkfirst=False)
    assert sum("CREATE TABLE" in one for one in made) == len(Base.metadata.tables)
    assert any("UUID" in one for one in made)


def test_deleted_words_are_written_over(store_path: Path) -> None:
    store = Store(store_path)
    with store.raw() as raw:
        assert raw.execute("PRAGMA secure_delete").fetchone()[0] == 1
        assert raw.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert raw.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    store.close()


@pytest.mark.parametrize("old", sorted(path.name for path in (ROOT / "tests" / "old").glob("*.elephants")))
def test_a_store_of_each_released_schema_opens(tmp_path: Path, old: str) -> None:
    copytree(ROOT / "tests" / "old", tmp_path / "old")
    with play.a_desk(tmp_path / "old" / old) as desk:
        session = desk.open(desk.home.spaces[0].sessions[0].id)
        assert [point.text for point in session.items[0].points] == ["It runs out in May"]
        desk.change(session.items[0], AgendaItem.add_point, "still works")


# -- struck means gone ---------------------------------------------------------------------------------------------


def _pages(store: Store) -> bytes:
    """Decrypt every page of the file, free ones too, and the -wal, which holds whole pages of its own."""
    with store.raw() as raw:
        raw.execute("CREATE TEMP TABLE unused (id)")
        plain = store.path.with_suffix(".plain")
        raw.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
        raw.execute("SELECT sqlcipher_export('plain')")
        raw.execute("DETACH DATABASE plain")
    content = plain.read_bytes()
    plain.unlink()
    return content


def _wal(store: Store) -> int:
    return Path(f"{store.path}-wal").stat().st_size


def _strike_by_undo(desk: Desk) -> None:
    desk.undo()


def _strike_point(desk: Desk) -> None:
    item = play.session_of(desk).items[0]
    desk.change(item, AgendaItem.take_out, item.points[-1])


def _strike_by_other_words(desk: Desk) -> None:
    desk.change(play.session_of(desk).items[0].points[-1], Point.reword, "other words")


def _strike_aloud(desk: Desk) -> None:
    readback = play.activity_of(desk, "readback")
    line = next(one for one in readback.lines() if one.words == MARK)
    desk.change(readback, ReadBack.strike, line)


@pytest.mark.parametrize("strike", [_strike_by_undo, _strike_point, _strike_by_other_words, _strike_aloud])
def test_struck_means_gone(desk: Desk, strike: Callable[[Desk], None]) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.add_point, KEPT)
    desk.change(item, AgendaItem.add_point, MARK)
    assert MARK.encode() in _pages(desk.store)
    assert _wal(desk.store) > 0
    strike(desk)
    assert _wal(desk.store) == 0, "the -wal still holds the page as it was"
    assert MARK.encode() not in _pages(desk.store)
    assert KEPT.encode() in _pages(desk.store)


def test_a_reader_keeps_the_wal_and_the_next_look_empties_it(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, MARK)
    with desk.store.raw() as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM space").fetchall()
        desk.change(desk.home.spaces[0], Space.rename, KEPT)
        assert _wal(desk.store) > 0
        reader.execute("ROLLBACK")
    desk.look()
    assert _wal(desk.store) == 0


def test_the_order_of_views_leaves_the_wal_at_the_close(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    for n in range(9):
        desk.change(deciding, Deciding.add_view, f"View {n}")
    play.to_closed(desk, deciding)
    assert _wal(desk.store) == 0
