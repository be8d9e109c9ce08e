"""A space of ten years opens as one of ten weeks: what is read does not grow with the store (CONTRIBUTING.md)."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from benchmarks._growing import grow
from benchmarks._settled import TODAY, settle
from elephants.desk import Desk
from elephants.sessions.base import Base, Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision, Need, new_action
from elephants.sessions.learning.learning import Learning
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.store import living
from elephants.store.glance import glance
from elephants.store.listing import every_decision, every_session
from elephants.store.store import Store
from tests.store.play import a_deciding, open_session, statements, to_read_back

FEW, MANY = 200, 2000
STEPS = 50
"""Steps of SQLite's machine between two counts."""


@functools.cache
def _grown(decisions: int) -> tempfile.TemporaryDirectory[str]:
    kept = tempfile.TemporaryDirectory()
    store = Store(Path(kept.name) / "space.store")
    grow(store, decisions, spaces=1)
    settle(store, latest=20)
    store.close()
    return kept


@contextmanager
def a_desk(folder: Path, decisions: int) -> Iterator[Desk]:
    place = folder / str(decisions)
    shutil.copytree(_grown(decisions).name, place)
    desk = Desk(Store(place / "space.store"), clock=lambda: datetime.combine(TODAY, time(18)))
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def rows() -> Iterator[list[int]]:
    """Count the rows that become live objects."""
    count = [0]

    def came(*_: object) -> None:
        count[0] += 1

    event.listen(Base, "load", came, propagate=True)
    try:
        yield count
    finally:
        event.remove(Base, "load", came)


def planned(desk: Desk) -> Session:
    """Plan a session for today and open it."""
    desk.change(desk.home.spaces[0], Space.plan, TODAY, time(18), 90)
    return desk.open(next(one.id for one in desk.home.spaces[0].sessions if one.date == TODAY))


def read_at_opening(folder: Path, decisions: int) -> tuple[int, int]:
    """Give how many rows and statements it takes to come from a new desk into a session of today."""
    with rows() as live, a_desk(folder, decisions) as desk:
        with statements(desk) as said:
            planned(desk)
        return live[0], len(said)


def test_opening_reads_no_more_rows_and_asks_no_more_questions_in_a_large_store(tmp_path: Path) -> None:
    few, many = read_at_opening(tmp_path, FEW), read_at_opening(tmp_path, MANY)
    assert many == few
    assert many[0] < MANY // 2


def test_without_the_limits_the_rows_grow_with_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what the test above counts is what the limits keep out."""
    for name in ("FEW", "LATELY"):
        monkeypatch.setattr(living, name, 10**6)
    assert read_at_opening(tmp_path, MANY)[0] > 5 * read_at_opening(tmp_path, FEW)[0]


def steps_of_home(desk: Desk) -> int:
    """Count the steps SQLite takes for home, where a table that is read through would be seen."""
    counted = [0]

    def step() -> int:
        counted[0] += 1
        return 0

    with desk.store.raw() as raw:
        raw.set_progress_handler(step, STEPS)
        seen = glance(raw, None, TODAY)
        raw.set_progress_handler(None, 0)
    assert seen.past
    assert seen.due
    return counted[0]


def test_home_takes_as_many_steps_in_a_large_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_desk(tmp_path, FEW) as desk:
        few = steps_of_home(desk)
    with a_desk(tmp_path, MANY) as desk:
        assert steps_of_home(desk) <= 1.5 * few
        with desk.store.raw() as raw:  # the control: without an index each decision is looked at
            raw.execute("DROP INDEX ix_decision_space_id_standing")
        assert steps_of_home(desk) > 2 * few


# -- what a deed must know of the past ------------------------------------------------------------------------------


def test_a_day_long_past_is_taken_and_the_first_session_is_known(tmp_path: Path) -> None:
    with a_desk(tmp_path, MANY) as desk:
        space = desk.home.spaces[0]
        with desk.store.raw() as raw:
            first, day = raw.execute("SELECT id, date FROM session ORDER BY date LIMIT 1").fetchone()
            held = raw.execute("SELECT count(*) FROM session").fetchone()[0]
        assert first not in {one.id for one in space.sessions}
        assert f"session {held + 1} of" in space.suggested(TODAY).why or (held + 1) % 3
        with pytest.raises(Refused, match="on that day already"):
            desk.change(space, Space.plan, date.fromisoformat(day), time(18), 90)
        like = desk.open(first)
        desk.change(like.space, Space.plan_like, like, TODAY, time(18), 90)
        again = desk.open(next(one.id for one in like.space.sessions if one.date == TODAY))
        assert [one.kind for one in again.activities] == ["since"]  # as after the very first, and after no other


def test_a_name_stays_while_an_action_long_past_has_it(tmp_path: Path) -> None:
    with a_desk(tmp_path, MANY) as desk:
        session = planned(desk)
        for last in (False, True):
            with desk.store.raw() as raw:
                raw.execute("INSERT OR IGNORE INTO person (id, space_id, name) VALUES (1, 1, 'Sam')")
                raw.execute("UPDATE action SET person_id = ? WHERE id = 1", (None if last else 1,))
                raw.commit()
            desk.look()
            session = desk.open(session.id)
            assert 1 not in {one.id for one in session.space.actions}
            desk.change(session, name_once)
            assert [one.name for one in session.space.people] == ([] if last else ["Sam"])


def name_once(session: Session) -> None:
    """Name Sam on an action and take the action out again."""
    action = new_action(session.space, "Ask for the key", TODAY, name="Sam")
    action.session = session
    session.space.drop_action(action)


def test_what_a_learning_session_looks_back_at_is_held_once_it_does(tmp_path: Path) -> None:
    with a_desk(tmp_path, FEW) as desk:
        session = planned(desk)
        held = len(session.space.decisions)
        desk.change(session, Session.add_activity, "learning")
        assert desk.session is not None
        learning = next(one for one in desk.session.activities if isinstance(one, Learning))
        assert held < FEW // 2
        assert len(learning.decisions()) == FEW


def test_the_lists_of_the_past_are_whole(tmp_path: Path) -> None:
    with a_desk(tmp_path, FEW) as desk:
        assert len(every_session(desk.home)) == FEW // 10
        assert [one.id for one in every_decision(desk.home)] == list(range(1, FEW + 1))


def owed(store: Store) -> list[tuple[int, str]]:
    """Work out anew which needs are owed, and on which day."""
    with store.raw() as raw:
        kept: list[tuple[int, str]] = raw.execute("SELECT id, by FROM found_owed ORDER BY id").fetchall()
        anew = raw.execute(
            "SELECT need.id, max(action.by) FROM need JOIN action ON action.need_id = need.id "
            "WHERE action.by IS NOT NULL AND answer IN ('added', 'changed') "
            "AND ifnull(met, '') NOT IN ('met', 'no longer needed') GROUP BY need.id"
        ).fetchall()
    assert kept == anew
    return kept


def test_what_is_owed_follows_needs_and_actions_and_what_is_taken_back(desk: Desk) -> None:
    deciding = a_deciding_with_needs(desk)
    need, decision = deciding.poll.needs[0], deciding.poll
    assert owed(desk.store) == []
    for day in (TODAY, TODAY + timedelta(days=7)):
        desk.change(decision, Decision.add_action, "Ask", TODAY, need, by=day)
    assert owed(desk.store) == [(need.id, "2026-12-01")]
    desk.change(decision, Decision.drop_action, decision.actions[-1])
    assert owed(desk.store) == [(need.id, "2026-11-24")]
    desk.change(need, meet)
    assert owed(desk.store) == []
    desk.undo()
    desk.undo()
    assert [by for _, by in owed(desk.store)] == ["2026-12-01"]
    for _ in range(2):
        desk.undo()
    assert owed(desk.store) == []


def a_deciding_with_needs(desk: Desk) -> Deciding:
    open_session(desk)
    deciding = a_deciding(desk)
    to_read_back(desk, deciding)
    return deciding


def meet(need: Need) -> None:
    need.met = "met"
