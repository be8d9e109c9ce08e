"""The help beside the page, by keys: every step and activity, never the room's, folded away with the notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.guidance.activities import ACTIVITIES
from elephants.sessions.guidance.page import page_of
from elephants.sessions.guidance.steps import STEPS
from elephants.sessions.session import Session
from elephants.sessions.templates import ADDABLE, KINDS
from elephants.ui.guide import GuideFace
from elephants.ui.parts.buttons import Button
from elephants.ui.parts.words import Words
from elephants.ui.style import DARK, LARGEST_ZOOM, SMALLEST_ZOOM, dress
from tests.rehearsals import dump
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.views.states_deciding import walked, written
from tests.ui.walking import settle

Key = Qt.Key


@pytest.fixture
def stage(tmp_path: Path, dressed: QApplication) -> Iterator[TwoWindows]:
    assert dressed is not None
    with two_windows(tmp_path) as made:
        yield made


def face(stage: TwoWindows) -> GuideFace:
    made = stage.console.guiding.face
    assert made is not None
    return made


def helped(stage: TwoWindows) -> bool:
    return stage.console.guiding.face is not None and face(stage).isVisible()


def read(part: QWidget) -> str:
    """What can be read in a part, line by line."""
    return "\n".join(one.text() for one in part.findChildren(Words) if one.isVisible() and one.text())


def has_the_keyboard(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def picture(stage: TwoWindows) -> QImage:
    return stage.room.picture.grab().toImage()


def opened_and_closed(stage: TwoWindows, title: str, stuck: tuple[str, ...]) -> None:
    """Press F1, read, press Escape; the room sees the same, and the keyboard is where it was."""
    before, focus = picture(stage), QApplication.focusWidget()
    stage.press(Key.Key_F1)
    assert helped(stage), title
    assert face(stage).title.text() == title
    assert face(stage).window() is stage.console.window() is not stage.room
    words = read(face(stage))
    assert [line for line in stuck if line not in words] == []
    assert "What it is for" in words
    assert has_the_keyboard(face(stage).sheet), title
    shown = stage.room_words() + stage.console.side.room.accessibleName()
    assert [line for line in stuck if line in shown] == []
    assert picture(stage) == before
    stage.press(Key.Key_Escape)
    assert not helped(stage), title
    assert QApplication.focusWidget() is focus, title


def put(talk: Deciding, step: Step) -> None:
    talk.set(step=step.value)


def test_f1_shows_the_help_of_every_step(stage: TwoWindows) -> None:
    talk = written(stage.kitchen)
    seen = []
    for step in Step:
        stage.kitchen.desk.change(talk, put, step)
        settle()
        opened_and_closed(stage, page_of(talk).title, STEPS[step].stuck)
        seen.append(page_of(talk).title)
    assert len(set(seen)) == len(STEPS) == 13


def test_f1_shows_the_help_of_every_activity(stage: TwoWindows) -> None:
    there = {one.kind for one in stage.kitchen.session.activities}
    for kind in sorted(set(ADDABLE) - there):
        stage.kitchen.desk.change(stage.kitchen.session, Session.add_activity, kind)
    for kind in sorted(set(KINDS) - {"deciding"}):
        now = stage.kitchen.go(kind, KINDS[kind])
        settle()
        opened_and_closed(stage, page_of(now).title, ACTIVITIES[kind].stuck)


def test_a_picture_of_the_room_tells_one_step_from_another(stage: TwoWindows) -> None:
    talk = walked(stage.kitchen, "ready")
    settle()
    before = picture(stage)
    stage.kitchen.desk.change(talk, Deciding.ready)
    settle()
    assert picture(stage) != before


def test_the_help_goes_with_the_room_and_comes_back_from_the_resistance_line(stage: TwoWindows) -> None:
    walked(stage.kitchen, "other view")
    settle()
    stage.press(Key.Key_F1)
    assert face(stage).title.text() == "Other views"
    stage.press(Key.Key_PageDown)
    assert face(stage).title.text() == "Spread"
    stage.click(face(stage).resistance)
    assert face(stage).title.text() == "The resistance line"
    assert "Going quiet" in read(face(stage))
    stage.press(Key.Key_PageDown)
    assert face(stage).title.text() == "The resistance line"
    stage.click(face(stage).trained)
    assert face(stage).title.text() == "This needs a trained person"
    stage.click(face(stage).back)
    assert face(stage).title.text() == "Ready?"
    assert has_the_keyboard(face(stage).sheet)
    assert not face(stage).back.isVisible()
    stage.click(face(stage).whole)
    assert face(stage).title.text() == "Deciding together"


def test_the_links_are_reached_and_pressed_by_keys(stage: TwoWindows) -> None:
    stage.kitchen.go("checkin", KINDS["checkin"])
    settle()
    stage.press(Key.Key_F1)
    assert not face(stage).whole.isVisible()
    for _ in range(9):
        if has_the_keyboard(face(stage).resistance):
            break
        stage.press(Key.Key_Tab)
    assert not face(stage).resistance.visibleRegion().isEmpty()
    stage.press(Key.Key_Return)
    assert face(stage).title.text() == "The resistance line"
    stage.press(Key.Key_F1)
    assert not helped(stage)


def test_keys_move_through_the_words_and_light_no_chair(stage: TwoWindows) -> None:
    stage.kitchen.go("checkin", KINDS["checkin"])
    settle()
    stage.press(Key.Key_F1)
    bar, before = face(stage).sheet.verticalScrollBar(), dump(stage.kitchen.desk.store)
    places = []
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_End, Key.Key_Up, Key.Key_Home):
        stage.press(key)
        places.append(bar.value())
    assert 0 < places[0] < places[1] <= places[2] > places[3] > places[4] == 0
    assert dump(stage.kitchen.desk.store) == before


def test_the_help_opens_from_the_words_to_say_too(stage: TwoWindows) -> None:
    stage.click(stage.console.side.help)
    assert helped(stage)
    assert not stage.console.side.notes.isVisible()
    stage.click(face(stage).close_button)
    assert not helped(stage)
    assert stage.console.side.notes.isVisible()


# -- nothing is kept ------------------------------------------------------------------------------------------------


def test_reading_keeps_nothing_and_logs_nothing(stage: TwoWindows, caplog: pytest.LogCaptureFixture) -> None:
    walked(stage.kitchen, "ready")
    settle()
    store, news = stage.kitchen.desk.store, stage.kitchen.desk.turn
    before = dump(store)
    caplog.set_level(0)
    caplog.clear()
    stage.press(Key.Key_F1)
    for link in (face(stage).resistance, face(stage).trained, face(stage).back, face(stage).whole):
        stage.click(link)
    stage.press(Key.Key_Escape)
    assert dump(store) == before
    assert stage.kitchen.desk.turn == news
    assert caplog.records == []
    stage.kitchen.desk.change(stage.kitchen.session, Session.note, "Read the help.")
    assert dump(store) != before


# -- where the room may see this screen -----------------------------------------------------------------------------


def hold(stage: TwoWindows, *, on: bool) -> None:
    """Press F8 where the keyboard is, or let it go."""
    focused: QWidget | None = stage.console.focusWidget()
    where = stage.console if focused is None else focused
    (QTest.keyPress if on else QTest.keyRelease)(where, Key.Key_F8)
    settle()


def test_the_help_folds_away_where_the_room_may_see_it(stage: TwoWindows) -> None:
    stage.press(Key.Key_F1)
    assert helped(stage)
    stage.open_room()
    assert not helped(stage)
    assert stage.console.side.covered.isVisible()
    assert "What it is for" not in read(stage.console)
    hold(stage, on=True)
    assert helped(stage)
    hold(stage, on=False)
    assert not helped(stage)
    stage.room.hide()
    settle()
    assert helped(stage)


def test_f1_where_the_room_may_see_it_says_how_to_read_it(stage: TwoWindows) -> None:
    stage.open_room()
    stage.press(Key.Key_F1)
    assert not helped(stage)
    assert "Hold F8" in stage.console.note.words.text()
    hold(stage, on=True)
    assert helped(stage)
    hold(stage, on=False)
    assert not helped(stage)


# -- how it looks ---------------------------------------------------------------------------------------------------


def cut_off(part: QWidget) -> list[str]:
    """List words and buttons of a part that are smaller than what they say."""
    found = []
    for one in part.findChildren(QWidget):
        if isinstance(one, Words) and one.isVisible() and one.heightForWidth(one.width()) > one.height() + 1:
            found.append(one.text())
        if isinstance(one, Button) and one.isVisible() and one.minimumSizeHint().width() > one.width() + 1:
            found.append(one.words())
    return found


@pytest.mark.parametrize("zoom", [SMALLEST_ZOOM, 1.0, 1.5, LARGEST_ZOOM])
@pytest.mark.parametrize("kind", ["stories", "agenda"])
def test_nothing_of_it_is_cut_off_at_any_zoom(stage: TwoWindows, qapp: QApplication, zoom: float, kind: str) -> None:
    stage.kitchen.go(kind, KINDS[kind])
    dress(qapp, DARK, zoom, motion=False)
    settle()
    stage.press(Key.Key_F1)
    stage.console.grab()
    settle()
    assert helped(stage)
    assert cut_off(face(stage)) == []
    assert face(stage).sheet.height() > 160 * zoom
    title = face(stage).title
    copy = stage.console.side.frame
    assert not copy.isVisible() or title.mapTo(stage.console, title.rect().topLeft()).y() > copy.geometry().bottom()
    stage.press(Key.Key_Escape)
    assert stage.console.side.isVisible() == stage.console.body.side_fits


def test_it_follows_a_new_size_and_gives_the_copy_its_place_back(stage: TwoWindows) -> None:
    stage.press(Key.Key_F1)
    assert stage.console.side.frame.isVisible()
    stage.console.resize(1000, 700)
    settle()
    stage.press(Key.Key_F1)
    assert helped(stage)
    assert not stage.console.side.frame.isVisible()
    stage.console.resize(1366, 768)
    settle()
    assert helped(stage)
    assert stage.console.side.frame.isVisible()


def test_it_mirrors_and_everything_has_a_name(
    stage: TwoWindows, qapp: QApplication, all_named: Callable[[QWidget], bool]
) -> None:
    stage.kitchen.go("agenda", Agenda)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        settle()
        stage.press(Key.Key_F1)
        lines = [one for one in face(stage).findChildren(Words) if one.isVisible()]
        assert len(lines) > 8
        assert [one.text() for one in lines if not one.alignment() & Qt.AlignmentFlag.AlignRight] == []
        assert all_named(face(stage))
        assert face(stage).sheet.accessibleName() == "Help: Agenda"
        assert ACTIVITIES["agenda"].stuck[0] in face(stage).sheet.accessibleDescription()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
