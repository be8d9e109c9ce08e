"""A learning session by hand in the real windows: by mouse and by keys alone it leaves the same store as the desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.learning.learned import QUESTIONS, grouped
from tests.byhand import ALT, Hands, Key, Role, name_of, settle
from tests.byhand_app import lasting, left_by_desk
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.rehearsals import dump, shipped

FILE = shipped("learning")
OURS = {name for name in VERBS if name.startswith("learning: ")}


class Learner(ByHand):
    """What is pressed for each line of a learning session."""

    def learning_next_step(self) -> None:
        before = self._step()
        while self._step() == before:
            self.hands.press(Key.Key_PageDown)

    def learning_step_back(self) -> None:
        self.hands.press(Key.Key_PageUp)

    def learning_point(self, question: str, text: str) -> None:
        self._type_at(QUESTIONS[question], text)

    def learning_group(self, text: str) -> None:
        self._type_at("The name of a group, in our words", text)

    def learning_put(self, text: str, into: str = "") -> None:
        self._row_menu(text, f"Put it into: {into}" if into else "Out of its group")

    def learning_reword(self, line: str, to: str) -> None:
        with self.hands.answering(lambda: self.hands.instead(to)):
            self._row_menu(line, "Change the words")

    def learning_take_out(self, text: str) -> None:
        self._row_menu(text, "Take it out")

    def learning_try(self, text: str) -> None:
        self._type_at("What do we try next?", text)

    def learning_on_the_agenda(self, text: str) -> None:
        self._row_menu(text, "Put it on the next agenda")

    def learning_somebody_does_it(self, text: str, name: str = "", who: str = "", by: date | None = None) -> None:
        assert not name
        assert by is None
        self._row_menu(text, "Somebody does it")
        self.hands.enter(who)

    def learning_hear(self, text: str) -> None:
        self._type_at("Who else should hear, and what?", text)

    def _type_at(self, field: str, text: str) -> None:
        self.hands.tab_to(field, Role.EditableText)
        self.hands.enter(text)

    def _step(self) -> str:
        return next(name_of(one) for one in self.hands.all_of() if name_of(one).startswith("Step "))


@pytest.mark.parametrize("kind", [pytest.param(Hands, marks=pytest.mark.torture), Keys])
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], tmp_path: Path, kind: type[Hands]) -> None:
    made, rehearsal = app
    assert {line.do for line in rehearsal.lines} >= OURS
    hands = kind(made.window)
    Learner(hands, rehearsal).play()
    rows, by_desk = lasting(dump(made.desk.store)), left_by_desk(tmp_path, FILE)
    assert len(by_desk["learned"]) == 13
    assert rows.keys() == by_desk.keys()
    for table, kept in by_desk.items():
        assert rows[table] == kept, table
    assert (hands.clicks == 0) == (kind is Keys)


def test_points_are_grouped_by_dragging_and_by_alt_with_arrows(app: tuple[App, Rehearsal]) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    learner = Learner(hands, rehearsal)
    learner.play(until="learning: put")
    session = made.desk.session
    assert session is not None
    before = grouped(session)[0][1]
    first, last = before[0].text, before[-1].text
    hands.click_on(learner._row(last))
    hands.press(Key.Key_Down, ALT)
    assert [one.text for one in grouped(session)[-1][1]] == [last]
    row, onto = learner._row(first), learner._row(last)
    window = made.window.windowHandle()
    assert window is not None
    start = row.mapTo(made.window, row.rect().center())
    end = onto.mapTo(made.window, onto.rect().center()) + QPoint(0, 8)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for at in (start + QPoint(0, 20), end, end):
        QTest.mouseMove(window, at)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    settle()
    assert [one.text for one in grouped(session)[-1][1]] == [last, first]


@pytest.mark.parametrize("kind", [Hands, Keys])
def test_a_slip_is_given_at_home_and_lies_among_the_points(app: tuple[App, Rehearsal], kind: type[Hands]) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    slip = "Nobody told us that the shed was shut."
    with hands.answering(lambda: hands.enter(slip)):
        hands.click("Add a learning slip")
    assert hands.says("Kept for the next learning session.")
    assert len(dump(made.desk.store)["learning_slip"]) == 3
    hands.press(Key.Key_Escape)
    hands.tab_to("Start", back=True)
    learner = Learner(hands, rehearsal)
    learner.play(until="learning: point")
    assert name_of(learner._row(slip)).endswith("From a slip")
    assert dump(made.desk.store)["learning_slip"] == []


def test_the_nine_questions_are_read_from_the_help(app: tuple[App, Rehearsal]) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    Learner(hands, rehearsal).play(until="learning: next step")
    boxes = len(hands.all_of(Role.CheckBox))
    hands.press(Key.Key_F1)
    hands.click("How we work, in nine questions")
    assert hands.says("There is no right answer, and nothing to tick.")
    hands.press(Key.Key_End)
    assert hands.says("Hearing and learning: what did we hear that changed what we do?")
    hands.press(Key.Key_Home)
    assert len(hands.all_of(Role.CheckBox)) == boxes, "there is nothing to tick"
    hands.click("Back to this step")
    assert hands.says("What it is for")
