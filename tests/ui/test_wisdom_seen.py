"""What some of us need is seen on console and room: marked where it was added, with the reason where it is not now."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.app import App
from elephants.sessions.deciding.steps import Step
from elephants.sessions.decision import Decision, Need
from elephants.ui.parts.row import Row
from elephants.ui.views.scene import SceneView
from tests.byhand import Hands, Key, name_of
from tests.rehearsals import shipped
from tests.ui.onstage import deciding_now, on_stage, room_view
from tests.ui.walking import console_of

TOLD = (Step.CHECK, Step.READ_BACK)
"""Where the room is asked about all of it, so that nothing may be missing."""


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    assert qapp is not None
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def rows_of(app: App) -> list[str]:
    """What the rows of the console say that are shown."""
    page: QWidget = console_of(app)
    return [row.line.spoken() for row in page.findChildren(Row) if row.isVisible()]


def answered(decision: Decision) -> tuple[list[str], list[Need]]:
    added = [part.words for part in decision.parts() if part.added]
    return added, [need for need in decision.needs if need.answer == "not now"]


def look_at_the_room(app: App, decision: Decision, step: Step) -> None:
    view = room_view(app)
    assert isinstance(view, SceneView)
    lines, (added, not_now) = view.scene().lines, answered(decision)
    assert all(line.added for line in lines if line.words in added)
    if step in TOLD:
        assert {line.words for line in lines if line.added} >= set(added)
        assert all(any(need.text in line.words for line in lines) for need in not_now)
    for line, after in pairwise(lines):
        if line.icon == "clock":
            assert any(need.text in line.words and need.words in after.words for need in not_now)


def look_at_the_console(app: App, decision: Decision) -> None:
    said, (added, not_now) = rows_of(app), answered(decision)
    for words in added:
        assert f"{words.rstrip('.')}. Added because some of us need it" in said
    for need in not_now:
        assert f"{need.text.rstrip('.')}. Not now, because. {need.words.rstrip('.')}" in said


@pytest.mark.parametrize("name", ["newspaper", "visitors", "repairs", "fair-money", "long-table"])
def test_what_was_added_is_marked_and_not_now_has_its_reason(tmp_path: Path, name: str) -> None:
    seen = set()
    with on_stage(shipped(name), tmp_path) as (app, lines):
        for _ in lines:
            talk = deciding_now(app)
            if talk is None or talk.step not in (*TOLD, Step.CLOSED):
                continue
            seen.add(talk.step)
            look_at_the_room(app, talk.poll, talk.step)
            look_at_the_console(app, talk.poll)
    assert {Step.READ_BACK, Step.CLOSED} <= seen


def test_a_decision_is_looked_at_again_with_what_became_of_its_needs(tmp_path: Path) -> None:
    with on_stage(shipped("fair-money"), tmp_path) as (app, lines):
        for line in lines:
            if line.do == "since: need" and line.words["answer"] == "met":
                break
        session = app.desk.session
        assert session is not None
        assert session.now is not None
        finger = app.desk.moment(session.now)
        app.desk.change(finger, type(finger).point, 2)
        view = room_view(app)
        assert isinstance(view, SceneView)
        told = [(one.words, one.added) for one in view.scene().lines]
        at = told.index(("A chair for each of us.", True))
        assert told[at : at + 2] == [("A chair for each of us.", True), ("Met in part", False)]  # what is not met first
        at = told.index(("Nobody has to stand at the front.", True), at)
        assert told[at + 1] == ("Met", False)
        said = "\n".join(name_of(one) for one in app.window.findChildren(QWidget) if one.isVisible())
        assert "Met in part: A chair for each of us." in said
        assert "Added because some of us need it: Nobody has to stand at the front. Met" in said


def test_who_does_something_about_a_need_is_asked_by_hand(tmp_path: Path) -> None:
    with on_stage(shipped("long-table"), tmp_path) as (app, lines):
        for line in lines:
            if line.do == "everyone can come along":
                break
        talk = deciding_now(app)
        assert talk is not None
        hands = Hands(app.window)
        hands.tab_to("One small table stays by the window")
        hands.choose("Who does something about it?")
        assert hands.says("For this need: A place for who wants quiet")
        assert name_of(hands.focus()) == "What will be done?"
        hands.enter("Put the small table by the window")
        (action,) = talk.poll.actions
        assert action.need is talk.poll.needs[0]
        assert "For this need: A place for who wants quiet" in "".join(rows_of(app))
        hands.enter("Bring a cloth")
        assert talk.poll.actions[-1].need is None, "the next one is for the decision again"
        hands.press(Key.Key_Escape)
