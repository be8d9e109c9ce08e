"""The page of a decision tells all that was kept of it, and of one that is not closed never the order of arrival."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from elephants.sessions.decision import Decision
from elephants.store.past import read_decision
from elephants.ui.history.decision import DecisionPage
from elephants.ui.parts.words import Words
from tests.rehearsals import play, shipped
from tests.sessions.test_again import FIRST, HALL, HUT, LATER, SECOND, THIRD, agree, decide, meet, put_off
from tests.store.play import a_desk, an_item, open_session

TODAY = date(2026, 12, 10)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Decision]:
    """Every decision of two evenings, by its title, read as the history reads it."""
    path: Path = tmp_path_factory.mktemp("told") / "kept.store"
    play(shipped("long-table"), path).desk.close()
    desk = play(shipped("tuesday-kitchen"), path).desk
    with desk.store.raw() as raw:
        ids = [row[0] for row in raw.execute("SELECT id FROM decision ORDER BY id")]
    found = [read_decision(desk.store, number) for number in ids]
    desk.close()
    return {one.title: one for one in found if one is not None}


def lines(qtbot: QtBot, decision: Decision) -> list[str]:
    page = DecisionPage(decision, TODAY, may_change=False)
    qtbot.addWidget(page)
    return [one.text() for one in page.findChildren(Words)]


def test_why_nobody_looks_again_is_told(qtbot: QtBot, decided: dict[str, Decision]) -> None:
    table = decided["One long table"]
    assert table.no_look_again
    assert f"No need to look again, because {table.no_look_again}" in lines(qtbot, table)
    assert not any("No need" in one for one in lines(qtbot, decided["Where we meet in winter"]))


def test_of_a_need_that_was_changed_it_is_told_what_was_asked_for_too(qtbot: QtBot, tmp_path: Path) -> None:
    desk = play(Path(__file__).parents[2] / "data" / "by-hand" / "choosing.toml", tmp_path / "kept.store").desk
    needs = [need for one in desk.home.spaces[0].decisions for need in one.needs]
    changed = next(need for need in needs if need.answer == "changed")
    decision = read_decision(desk.store, changed.decision.id)
    desk.close()
    assert decision is not None
    told = lines(qtbot, decision)
    asked, now = "A pot kept warm until eight", "A pot stays warm until half past seven"
    assert f"Asked for: {asked}\nChanged to: {now}: not asked yet" in told
    assert "There is a pot without meat: not asked yet" in told, "what was added as it was asked for is told once"


def test_the_links_lead_past_what_was_not_decided_yet(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path / "a.elephants") as desk:
        open_session(desk, day=FIRST)
        an_item(desk, "Where do we meet?")
        hall = decide(desk, HALL, look_again=SECOND).id
        agree(desk)
        meet(desk, SECOND)
        later = put_off(desk, "Look at the hut")
        meet(desk, THIRD)
        hut = decide(desk, HUT, look_again=LATER).id
        read = [read_decision(desk.store, number) for number in (hall, later, hut)]
    links = [linked(qtbot, one) for one in read if one is not None]
    took, taken = f"It took the place of: {HALL}", f"Its place was taken by: {HUT}"
    assert links == [[(taken, hut)], [(took, hall), (taken, hut)], [(took, hall)]]


def linked(qtbot: QtBot, decision: Decision) -> list[tuple[str, int]]:
    """Give what each link to another decision says, and where it leads."""
    page = DecisionPage(decision, TODAY, may_change=False)
    qtbot.addWidget(page)
    went: list[int] = []
    page.decision_wanted.connect(went.append)
    links = [link for link in (page.older, page.newer) if link is not None]
    for link in links:
        link.click()
    return [(link.words(), number) for link, number in zip(links, went, strict=True)]


def test_a_view_says_who_else_feels_it_and_where_it_came_from(qtbot: QtBot, decided: dict[str, Decision]) -> None:
    told = lines(qtbot, decided["Where we meet in winter"])
    assert "• It felt like being sent somewhere else again. Some of us feel this too. Not in the room." in told
    assert "• I just want it to be warm." in told


def test_of_one_that_is_not_closed_nobody_sees_which_view_came_first(
    qtbot: QtBot, decided: dict[str, Decision], monkeypatch: pytest.MonkeyPatch
) -> None:
    winter = decided["Where we meet in winter"]
    came = [f"• {view.text}" for view in winter.views]
    assert views(qtbot, winter) == came  # closed, they were written anew
    monkeypatch.setattr(winter, "ending", None)
    assert views(qtbot, winter) == sorted(came, key=str.casefold) != came


def views(qtbot: QtBot, decision: Decision) -> list[str]:
    """Give the views as they stand on the page, without what is said beside them."""
    told = [one for one in lines(qtbot, decision) if one.startswith("• ")]
    said = [f"• {view.text}" for view in decision.views]
    return [words for line in told for words in said if line.startswith(words)]
