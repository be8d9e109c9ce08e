"""Home's plain SQL says what the models say: the same columns, the same due things, the same agenda."""

from __future__ import annotations

import random
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.base import Base
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from elephants.sessions.terms import ACTION_ANSWERS
from elephants.store.glance import COLUMNS, Glance, glance
from tests.store.play import DAY, a_desk, activity_of, an_item, open_session, session_of, space_of


@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_the_columns_are_those_of_the_models(table: str) -> None:
    assert set(COLUMNS[table]) <= set(Base.metadata.tables[table].columns.keys())


def glance_of(desk: Desk, today: date) -> Glance:
    with desk.store.raw() as raw:
        return glance(raw, None, today)


def an_evening(desk: Desk, chance: random.Random, day: date) -> None:
    """Hold a session with items, some of them carried over, and actions with and without a day."""
    open_session(desk, day=day)
    for _ in range(chance.randrange(4)):
        item = an_item(desk, title=f"Item {chance.random()}")
        for _ in range(chance.randrange(3)):
            by = day + timedelta(days=chance.randrange(30)) if chance.random() < 0.6 else None
            desk.change(item, AgendaItem.add_action, f"Action {chance.random()}", day, who="the group", by=by)
        if chance.random() < 0.5:
            desk.change(item, AgendaItem.close, chance.choice(("carried", "talked", "let go")))
    for action in list(session_of(desk).actions):
        if chance.random() < 0.4:
            since = next((one for one in session_of(desk).activities if isinstance(one, Since)), None)
            if since is not None:
                desk.change(since, Since.answer_action, action, chance.choice(tuple(ACTION_ANSWERS)))
    desk.change(session_of(desk), Session.close)
    desk.leave()


@pytest.mark.parametrize("seed", range(6))
def test_home_tells_what_the_live_models_tell(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with a_desk(tmp_path / "store", seed) as desk:
        for number in range(2):
            an_evening(desk, chance, DAY + timedelta(days=7 * number))
        for number in range(chance.randrange(3)):
            desk.change(space_of(desk), ask_for, f"Asked {number}", "decide", "leaning")
        today = DAY + timedelta(days=21)
        seen = glance_of(desk, today)
        desk.change(space_of(desk), Space.plan, today, time(18), 90)
        desk.open(space_of(desk).sessions[-1].id)
        since = activity_of(desk, "since")
        items = [(one.id, one.title, one.purpose, one.openness) for one in space_of(desk).open_items()]
        assert [(one.id, one.title, one.purpose, one.openness) for one in seen.items] == items
        due = sorted(one.text for one in since.due())
        assert sorted(one.words for one in seen.due) == due[: len(seen.due)] or len(due) > len(seen.due)
        assert len(seen.due) == min(len(due), 12)
        assert [one.day for one in seen.past] == [DAY + timedelta(days=7), DAY]
        assert isinstance(activity_of(desk, "agenda"), Agenda)
