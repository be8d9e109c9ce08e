"""The search finds what is kept, by whatever way it came, and nothing of what went (STORE.md, Search; Gone means)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from elephants.desk import Desk
from elephants.sessions.action import Action
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import NotSaved
from elephants.sessions.brought.brought import bring_in
from elephants.sessions.brought.reading import read_minutes
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.learning.learned import add_line
from elephants.sessions.record.out import take_out
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.record.readlines import lines
from elephants.sessions.session import Session
from elephants.store import backup, engine
from elephants.store import backup_restore as restoring
from elephants.store.search import Asked, Hit, find, index_anew
from elephants.store.searched import SEARCHED
from elephants.store.store import Store
from tests.rehearsals import play as play_rehearsal
from tests.rehearsals import shipped
from tests.store import play
from tests.voting import tables

KEPT, STRUCK, OUT, NEED = "xylophone", "quagga", "zeppelin", "umbrella"


def hits(desk: Desk, words: str = "", **more: Any) -> list[Hit]:
    with desk.store.raw() as raw:
        return find(raw, Asked(words, **more))


def found(desk: Desk, words: str = "", **more: Any) -> set[tuple[str, str]]:
    return {(hit.kind, hit.text.splitlines()[0]) for hit in hits(desk, words, **more)}


def index_of(raw: Any) -> list[tuple[Any, ...]]:
    """Give every row of the index, and look that the words in it are those of the rows."""
    raw.execute("INSERT INTO found_words (found_words, rank) VALUES ('integrity-check', 1)")
    return list(raw.execute("SELECT * FROM found ORDER BY id").fetchall())


def is_true(store: Store) -> bool:
    """Make the index anew from the tables, in a transaction that is given up: is it the one that is there?"""
    with store.raw() as raw:
        raw.isolation_level = None
        raw.execute("BEGIN")
        there = index_of(raw)
        waiting = raw.execute("SELECT count(*) FROM to_find").fetchone()[0]
        index_anew(raw)
        anew = index_of(raw)
        raw.execute("ROLLBACK")
    return there == anew and waiting == 0


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with play.a_desk(tmp_path / "store") as desk:
        yield desk


@pytest.fixture
def item(desk: Desk) -> AgendaItem:
    play.open_session(desk)
    return play.an_item(desk, "Where shall we meet?")


# -- whatever changes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["tuesday-kitchen", "last-time", pytest.param("visitors", marks=pytest.mark.torture)]
)  # fmt: skip
def test_after_a_rehearsal_the_index_is_as_if_made_anew(tmp_path: Path, name: str) -> None:
    with closing(play_rehearsal(shipped(name), tmp_path / "store").desk) as desk:
        assert {hit.kind for hit in hits(desk)} >= {"decision", "item"}
        assert is_true(desk.store)


@pytest.mark.parametrize("did", ["insert", "update", "delete"])
def test_the_comparison_finds_a_trigger_that_is_not_there(desk: Desk, item: AgendaItem, did: str) -> None:
    with desk.store.raw() as raw:
        raw.execute(f"DROP TRIGGER find_line_action_{did}")
    desk.change(item, AgendaItem.add_action, "Ask for the key", desk.today())
    [action] = play.session_of(desk).actions
    assert is_true(desk.store) == (did != "insert")
    desk.change(action, Action.reword, "Ask for the keys")
    assert is_true(desk.store) == (did != "update")
    desk.change(item, AgendaItem.drop_action, action)
    assert is_true(desk.store) == (did != "delete")


def test_every_table_that_is_searched_has_its_triggers(desk: Desk) -> None:
    with desk.store.raw() as raw:
        made = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert made >= {
        f"find_line_{one.table}_{did}" for one in SEARCHED.values() for did in ("insert", "update", "delete")
    }


def test_what_is_written_changed_taken_back_and_struck_is_followed(desk: Desk, item: AgendaItem) -> None:
    desk.change(item, AgendaItem.add_point, "The kettle is small")
    assert found(desk, "kettle") == {("point", "The kettle is small")}
    desk.change(item, AgendaItem.reword, "Whose kettle is it?")
    assert found(desk, "kettle") == {("point", "The kettle is small"), ("item", "Whose kettle is it?")}
    desk.undo()
    desk.undo()
    assert found(desk, "kettle") == set()
    item = play.session_of(desk).items[0]
    desk.change(item, AgendaItem.add_action, "Buy a kettle", desk.today())
    [action] = play.session_of(desk).actions
    desk.change(action, Action.reword, "Borrow a pot")
    assert (found(desk, "kettle"), found(desk, "pot")) == (set(), {("action", "Borrow a pot")})
    desk.undo()
    assert (found(desk, "kettle"), found(desk, "pot")) == ({("action", "Buy a kettle")}, set())
    agenda = play.activity_of(desk, "agenda")
    desk.change(agenda, Agenda.add_item, "The garden")
    desk.change(agenda, Agenda.take_out, play.session_of(desk).items[-1])
    assert found(desk, "garden") == set()
    assert is_true(desk.store)


def test_each_kind_is_found_with_its_day_and_session_and_what_waits_comes_first(desk: Desk, item: AgendaItem) -> None:
    session = play.session_of(desk)
    desk.change(item, AgendaItem.add_point, "A warm point")
    desk.change(item, AgendaItem.add_action, "Get it warm", desk.today())
    desk.change(play.activity_of(desk, "agreement"), Agreement.add_line, "Keep it warm")
    desk.change(session, add_line, "right", "We felt warm")
    desk.change(session.space, ask_for, "Warm next time?", "think")
    desk.unfold(session.space.id)
    old = read_minutes("old.md", b"# Minutes, 3 May 1999\n\nIt was warm.\n", desk.today())
    desk.change(session.space, bring_in, old)
    seen = [(hit.kind, hit.session_id, hit.day) for hit in hits(desk, "warm")]
    here = (session.id, play.DAY)
    assert seen == [
        ("item", None, None), ("action", *here), ("agreement", *here), ("point", *here),
        ("learned", *here), ("brought", None, date(1999, 5, 3)),
    ]  # fmt: skip
    assert [hit.brought for hit in hits(desk, "warm")] == [False] * 5 + [True]
    assert is_true(desk.store)


def test_a_decision_is_found_by_what_was_added_and_by_how_it_stands(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    assert [hit.kind for hit in hits(desk, "meet", state="open")] == ["decision"]
    play.to_closed(desk, deciding)
    need = deciding.poll.needs[0]
    added = {("decision", deciding.poll.title or deciding.poll.question), ("need", need.text)}
    assert found(desk, need.sentence) == added == found(desk, "lift", state="standing", ending="all", open_needs=True)
    for more in ({"state": "ended"}, {"ending": "most"}, {"space_id": 99}, {"theme": 1}, {"state": "look again"}):
        assert found(desk, "lift", **more) == set()
    poll = deciding.poll.id
    with desk.store.raw() as raw:
        raw.isolation_level = None
        raw.execute("UPDATE decision SET next_look = '2026-12-01' WHERE id = ?", (poll,))
    desk.change(deciding.poll.space, ask_for, "Any deed", "think")
    later = date(2026, 12, 1)
    assert found(desk, "lift", state="look again", today=later) == added
    assert found(desk, "lift", state="standing", today=later) == set()
    assert found(desk, "lift", state="standing", today=later - timedelta(days=1)) == added
    assert is_true(desk.store)


# -- what is asked --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ['"', "''", "NEAR(kettle hall)", "*", "kettle* AND", "kettle OR hall", "- kettles", "folded : kettle", "tags:s1",
     "!!! ...", "\0", "kettle\0hall nothing", "(", "^ettle", "{a b}: kettle", "😀", "\ud800", "x" * 10_000,
     " ".join(f"word{n}" for n in range(2_000)), "' OR 1=1 --"],
)  # fmt: skip
def test_no_words_are_a_command(desk: Desk, item: AgendaItem, words: str) -> None:
    desk.change(item, AgendaItem.add_point, "The kettle is in the hall")
    assert hits(desk, words) == []


def test_all_words_must_be_there_and_only_the_last_may_be_begun(desk: Desk, item: AgendaItem) -> None:
    desk.change(item, AgendaItem.add_point, "The kettle is in the hall")
    assert found(desk, "kettle ha") == found(desk, "HALL Kettle!") == found(desk, "the, the the ket")
    assert found(desk, "ket hall") == set()
    [hit] = hits(desk, "hall ket")
    assert [hit.text[begin:end] for begin, end in hit.marks] == ["kettle", "hall"]


def test_pages_follow_one_another_newest_first_and_days_bound_them(desk: Desk) -> None:
    for week in range(3):
        play.open_session(desk, day=play.DAY + timedelta(days=7 * week))
        item = play.an_item(desk, f"Item {week}")
        for number in range(4):
            desk.change(item, AgendaItem.add_point, f"Point {number}")
        desk.change(play.session_of(desk), Session.close)
    with desk.store.raw() as raw:
        everything = find(raw, Asked(), limit=None)
        pages: list[Hit] = []
        while page := find(raw, Asked(), 4, pages[-1].place if pages else None):
            pages += page
        assert pages == everything == sorted(everything, key=lambda hit: -hit.place)
        day = play.DAY + timedelta(days=7)
        assert {hit.day for hit in find(raw, Asked("point", since=day, until=day))} == {day}
        assert len(find(raw, Asked("point", since=day))) == 8 == len(find(raw, Asked("point", until=day)))
        assert len(find(raw, Asked("point", until=date.max, since=date.min))) == 12


# -- nothing is left, and nothing half done ----------------------------------------------------------------------------


def every_byte(folder: Path) -> bytes:
    """Read all that is there, in the small letters in which the index keeps words."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()).lower()


def test_what_was_struck_and_taken_out_is_in_no_byte_of_the_index(tmp_path: Path) -> None:
    """The file is not encrypted here, so that its pages can be read; the kept word is the control."""
    desk = tables(tmp_path)
    play.open_session(desk)
    item = play.an_item(desk)
    for text in (KEPT, STRUCK, OUT, *(f"line {number} {'x' * 200}" for number in range(30))):
        desk.change(item, AgendaItem.add_point, text)
    desk.change(item, AgendaItem.close, "talked")
    assert all(word.encode() in every_byte(tmp_path) for word in (KEPT, STRUCK, OUT))
    readback = play.activity_of(desk, "readback")
    desk.change(readback, ReadBack.strike, next(one for one in lines(play.session_of(desk)) if one.words == STRUCK))
    assert STRUCK.encode() not in every_byte(tmp_path)
    desk.change(readback, ReadBack.agree, desk.today(), desk.chance)
    session = play.session_of(desk)
    out = next(one for one in lines(session) if one.words == OUT)
    desk.change(session.space, take_out, session, out, desk.today())
    left = every_byte(tmp_path)
    assert [word.encode() in left for word in (KEPT, STRUCK, OUT)] == [True, False, False]
    assert [bool(hits(desk, word)) for word in (KEPT, STRUCK, OUT)] == [True, False, False]
    assert is_true(desk.store)
    desk.close()


def test_without_secure_delete_the_index_would_keep_the_word(tmp_path: Path) -> None:
    """The control: the index alone, and the row of the line written over."""
    desk = tables(tmp_path)
    with desk.store.raw() as raw:
        raw.isolation_level = None
        raw.execute("INSERT INTO found_words (found_words, rank) VALUES ('secure-delete', 0)")
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.add_point, STRUCK)
    desk.undo()
    assert STRUCK.encode() in every_byte(tmp_path)
    desk.close()


def test_a_backup_that_is_put_back_finds_what_it_holds(tmp_path: Path, desk: Desk, item: AgendaItem) -> None:
    desk.change(item, AgendaItem.add_point, KEPT)
    (tmp_path / "stick").mkdir()
    kept = backup.back_up(desk.store, tmp_path / "stick")
    desk.change(item, AgendaItem.add_point, OUT)
    key = desk.store.key
    desk.close()
    restoring.restore(desk.store.path, kept.path, key=key)
    with play.a_desk(desk.store.path) as again:
        assert [bool(hits(again, word)) for word in (KEPT, OUT)] == [True, False]
        assert is_true(again.store)


def test_a_store_that_is_only_read_is_searched_and_left_as_it_is(desk: Desk, item: AgendaItem) -> None:
    desk.change(item, AgendaItem.add_point, KEPT)
    with closing(Store(desk.store.path, writing=False)) as store, store.raw() as raw:
        assert len(find(raw, Asked(KEPT))) == 1


def test_where_the_index_cannot_be_written_the_deed_is_not_done(
    desk: Desk, item: AgendaItem, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(raw: Any) -> None:
        raw.execute("INSERT INTO nowhere VALUES (1)")

    with monkeypatch.context() as patch:
        patch.setattr(engine, "settle", full)
        with pytest.raises(NotSaved):
            desk.change(item, AgendaItem.add_point, KEPT)
    caplog.clear()
    assert play.session_of(desk).items[0].points == []
    assert hits(desk, KEPT) == []
    desk.change(play.session_of(desk).items[0], AgendaItem.add_point, KEPT)
    assert len(hits(desk, KEPT)) == 1


def test_a_deciding_that_is_under_way_is_found_and_its_views_are_not(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, NEED)
    assert hits(desk, NEED) == []
    assert is_true(desk.store)


def test_a_remaining_no_is_not_shown_among_what_was_decided(tmp_path: Path) -> None:
    """It stands on the decision's page as what it is; a line of hits would give it as words the room agreed."""
    with closing(play_rehearsal(shipped("tuesday-kitchen"), tmp_path / "store").desk) as desk:
        [kept] = [one for one in play.session_of(desk).decisions if one.remaining_no]
        assert [hit.id for hit in hits(desk) if hit.kind == "decision" and kept.words in hit.text] == [kept.id]
        assert not [hit for hit in hits(desk) if kept.remaining_no in hit.text]
        assert hits(desk, kept.remaining_no) == []
