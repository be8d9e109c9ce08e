"""The add field, the path, the note, the dialogs and the circle."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.circle import MOST, ChairCircle, paint_circle, seats
from elephants.ui.parts.dialogs import OneField, Question
from elephants.ui.parts.note import Note
from elephants.ui.parts.path import StepPath
from elephants.ui.parts.words import Words
from elephants.ui.style import DARK, LIGHT, Palette, dress, px

STEPS = ["Question", "Views", "Other views", "Spread", "Ready?", "Choose", "Add", "Check", "Read back", "Close"]


def field_of(qtbot: QtBot, limit: int = 300) -> tuple[AddField, list[str]]:
    field = AddField("Another view, in the words it was said", "Add view", limit=limit)
    qtbot.addWidget(field)
    field.show()
    added: list[str] = []
    field.added.connect(added.append)
    return field, added


def test_enter_adds_and_the_words_stay_until_they_are_kept(qtbot: QtBot) -> None:
    field, added = field_of(qtbot)
    QTest.keyClicks(field.field, "  Two buses is too far ")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert added == ["Two buses is too far"]
    assert field.text() == "  Two buses is too far "
    field.say("We could not save this. Your words are still here. Try again.")
    assert field.told.isVisible()
    assert field.field.accessibleDescription() == field.told.text()
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    field.accept()
    assert (field.text(), field.told.isVisible(), len(added)) == ("", False, 2)


def test_nothing_typed_asks_for_nothing(qtbot: QtBot) -> None:
    field, added = field_of(qtbot)
    QTest.keyClicks(field.field, "   ")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert added == []


def test_near_the_limit_it_says_how_much_is_left_and_never_cuts(qtbot: QtBot) -> None:
    field, added = field_of(qtbot, limit=60)
    QTest.keyClicks(field.field, "a" * 39)
    assert not field.told.isVisible()
    QTest.keyClicks(field.field, "a")
    assert field.told.text() == "20 letters left"
    field.field.insert("b" * 100)
    assert field.told.text().startswith("80 letters too many")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert (len(field.text()), added) == (140, [])


def test_what_stands_beside_the_field_is_as_tall_and_named(qtbot: QtBot, all_named: Callable[[QWidget], bool]) -> None:
    field, _ = field_of(qtbot)
    slips = PlainButton("Paper slips", "note")
    field.beside(slips)
    field.ask_for("Another need", "Add need")
    assert slips.height() == field.button.height() == px(52)
    assert field.field.accessibleName() == "Another need"
    assert all_named(field)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_the_field_shows_its_words_whole_at_any_zoom(qtbot: QtBot, qapp: QApplication, zoom: float) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    field, _ = field_of(qtbot)
    assert field.field.height() >= field.field.fontMetrics().height()
    assert field.field.font().pixelSize() == round(17 * zoom)


def test_the_path_says_where_we_are(qtbot: QtBot) -> None:
    path = StepPath()
    qtbot.addWidget(path)
    path.tell(STEPS, 2)
    assert path.accessibleName() == "Step 3 of 10: Other views"
    path.resize(760, px(52))
    one = path.grab().toImage()
    path.tell(STEPS, 3)
    assert path.grab().toImage() != one


def test_the_path_is_mirrored_and_fits_when_narrow(qtbot: QtBot) -> None:
    path = StepPath()
    qtbot.addWidget(path)
    path.resize(320, px(52))
    path.tell(STEPS, 0)
    assert path.minimumSizeHint().width() <= 320
    left = path._centre(0, 32).x()
    path.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert path._centre(0, 32).x() == 320 - left
    assert not path.grab().isNull()


def test_a_note_says_one_sentence_until_it_is_dismissed(qtbot: QtBot, all_named: Callable[[QWidget], bool]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    note = Note(page)
    page.show()
    assert not note.isVisible()
    note.say("The vote is open. Nothing was lost. Open the result first.")
    assert note.isVisible()
    assert note.accessibleName() == note.words.text()
    assert all_named(page)
    QTest.keyClick(note.close_button, Qt.Key.Key_Escape)
    assert not note.isVisible()
    note.say("Again.")
    QTest.mouseClick(note.close_button, Qt.MouseButton.LeftButton)
    assert not note.isVisible()


def test_a_question_names_its_deeds_and_escape_is_safe(qtbot: QtBot, all_named: Callable[[QWidget], bool]) -> None:
    question = Question("Take this out?", "It is gone from everywhere.", "Take it out", "Leave it", None)
    qtbot.addWidget(question)
    question.show()
    assert question.do.words() == "Take it out"
    assert question.focusWidget() is question.leave
    assert all_named(question)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert question.result() == 0
    question.show()
    QTest.mouseClick(question.do, Qt.MouseButton.LeftButton)
    assert question.result() == 1


def test_a_form_of_one_field_takes_words_by_enter(qtbot: QtBot) -> None:
    form = OneField("Change it to …", "In the words of the room", "Change it", text="Before dark")
    qtbot.addWidget(form)
    form.show()
    QTest.keyClick(form.field, Qt.Key.Key_Delete)
    assert not form.do.isEnabled()
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert form.isVisible()
    QTest.keyClicks(form.field, "We end at 3.30 pm")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert (form.result(), form.text()) == (1, "We end at 3.30 pm")


def test_words_stand_on_the_side_where_reading_begins(qtbot: QtBot) -> None:
    words = Words("Where shall we meet?")
    qtbot.addWidget(words)
    assert words.alignment() & Qt.AlignmentFlag.AlignLeft
    words.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert words.alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize("here", [0, 1, 2, 5, 6, 14, 37, 60, 120, MOST])
def test_no_two_chairs_stand_in_one_place(here: int) -> None:
    placed = seats(here)
    assert len(placed) == here
    for i, one in enumerate(placed):
        assert 0 <= one.x <= 1
        assert 0 <= one.y <= 1
        for other in placed[i + 1 :]:
            assert ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5 >= 0.86 * one.size


@pytest.mark.parametrize(("palette", "room"), [(LIGHT, False), (DARK, False), (LIGHT, True)])
def test_a_lit_chair_is_sun_and_others_are_not(palette: Palette, room: bool) -> None:
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.paper))
    painter = QPainter(image)
    paint_circle(painter, QRectF(0, 0, 400, 400), 8, {0}, {2}, palette, room=room)
    painter.end()
    top, bottom = seats(8)[0], seats(8)[4]
    assert image.pixelColor(round(top.x * 400), round(top.y * 400)) == QColor(palette.sun)
    assert image.pixelColor(round(bottom.x * 400), round(bottom.y * 400)) == QColor(palette.card)
    right = seats(8)[2]
    assert image.pixelColor(round((right.x + right.size * 0.7) * 400), 200) == QColor(palette.paper)


def circle_of(qtbot: QtBot) -> ChairCircle:
    circle = ChairCircle()
    qtbot.addWidget(circle)
    circle.resize(400, 400)
    circle.show()
    circle.tell(14, {1}, centre="1 of 14", under="have spoken or passed")
    return circle


def test_a_chair_lights_softly_where_motion_is_welcome(qtbot: QtBot, qapp: QApplication) -> None:
    circle = circle_of(qtbot)
    circle.tell(14, {1, 5})
    assert not circle.moving()
    dress(qapp, motion=True)
    circle.tell(14, {1, 5, 7})
    assert circle.moving()
    qtbot.waitUntil(lambda: not circle.moving(), timeout=2000)


def test_the_circle_is_read_by_its_middle_and_stays_still_when_told_the_same(qtbot: QtBot) -> None:
    circle = circle_of(qtbot)
    assert circle.accessibleName() == "1 of 14 have spoken or passed"
    one = circle.grab().toImage()
    circle.tell(14, {1}, centre="1 of 14", under="have spoken or passed")
    assert circle.grab().toImage() == one
