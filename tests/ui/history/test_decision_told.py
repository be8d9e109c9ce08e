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
