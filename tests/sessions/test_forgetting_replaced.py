"""Forgetting a session that decided anew: the older decision stands again, and no theme of the newer one is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.sessions.agenda.item import AgendaItem
from elephants.sessions.forgetting.whole_session import forget_session, what_goes
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.themes import put_theme
from elephants.store.reading import looking
from tests.sessions.test_again import (
    FIRST,
    HALL,
    HUT,
    LATER,
    SECOND,
    THIRD,
    agree,
    chain,
    decide,
    meet,
    put_off,
    since_of,
    the_hall,
    the_one,
    titles,
    told,
)
from tests.store import play


def test_what_a_forgotten_session_replaced_stands_again_and_its_themes_go(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        play.an_item(desk, "Where do we meet?")
        old = decide(desk, HALL, look_again=SECOND).id
        desk.change(play.space_of(desk), put_theme, old, "MarigoldKept")
        agree(desk)
        second = meet(desk, SECOND).id
        new = decide(desk, HUT, look_again=LATER)
        desk.change(play.space_of(desk), put_theme, new.id, "ZebraTheme")
        agree(desk)
        assert told(desk, SECOND)[old] == "changed"
        desk.leave()
        with looking(desk.store) as db:
            assert any("stands again" in line and HALL in line for line in what_goes(db, second).stays)
        desk.change(play.space_of(desk), forget_session, second, SECOND)
        kept = repr(play.dump(desk.store))
        assert "MarigoldKept" in kept
        assert "ZebraTheme" not in kept
        assert HALL in titles(meet(desk, THIRD))
        assert told(desk, THIRD) == {old: "look again"}


def test_what_was_put_off_is_open_again_or_the_newer_one_takes_over(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        play.an_item(desk, "Where do we meet?")
        old = decide(desk, HALL, look_again=SECOND).id
        agree(desk)
        second = meet(desk, SECOND).id
        later = put_off(desk, "Look at the hut")
        third = meet(desk, THIRD).id
        new = decide(desk, HUT, look_again=LATER).id
        agree(desk)
        assert chain(the_one(desk, new)) == [(new, "standing"), (later, "changed"), (old, "changed")]
        desk.leave()
        desk.change(play.space_of(desk), forget_session, second, THIRD)
        desk.open(third)
        assert chain(the_one(desk, new)) == [(new, "standing"), (old, "changed")]  # past what went between them


def test_without_the_newer_one_both_are_as_they_were(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        play.an_item(desk, "Where do we meet?")
        old = decide(desk, HALL, look_again=SECOND).id
        agree(desk)
        meet(desk, SECOND)
        later = put_off(desk, "Look at the hut")
        third = meet(desk, THIRD).id
        decide(desk, HUT, look_again=LATER)
        agree(desk)
        desk.leave()
        with looking(desk.store) as db:
            stays = " ".join(what_goes(db, third).stays)
        assert f"stands again: “{HALL}”" in stays
        assert "open again: “Where do we meet?”" in stays
        desk.change(play.space_of(desk), forget_session, third, THIRD)
        meet(desk, LATER)
        assert told(desk, LATER) == {old: "look again", later: "open"}
        assert the_one(desk, later).replaces_id is None


@pytest.mark.parametrize("ours", ["", "reworded", "written for"])
def test_what_waits_only_because_a_forgotten_decision_came_back_goes_with_it(tmp_path: Path, ours: str) -> None:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        play.an_item(desk, "Where do we meet?")
        decide(desk, HALL, look_again=LATER, needs=("Chairs with arms",))
        agree(desk)
        first = play.session_of(desk).id
        meet(desk, SECOND, "learning")  # it has no agenda: what comes back waits for the next one
        desk.change(since_of(desk), Since.answer_need, the_hall(desk).needs[0], "not met")
        (item,) = play.space_of(desk).open_items()
        assert (item.title, item.again, item.session) == (HALL, the_hall(desk), None)
        if ours == "reworded":
            desk.change(item, AgendaItem.reword, "Chairs, once more")
        if ours == "written for":
            desk.change(item, AgendaItem.add_point, "MarigoldPoint")
        desk.change(play.session_of(desk), Session.close)
        desk.leave()
        with looking(desk.store) as db:
            said = what_goes(db, first)
        assert any("From the agenda" in line and HALL in line for line in said.goes) == (not ours)
        assert any("look at the decision again" in line for line in said.stays) == bool(ours)
        desk.change(play.space_of(desk), forget_session, first, SECOND)
        kept = {"": [], "reworded": ["Chairs, once more"], "written for": [HALL]}[ours]
        assert [one.title for one in play.space_of(desk).open_items()] == kept
        assert (HALL in repr(play.dump(desk.store))) == (ours == "written for")
