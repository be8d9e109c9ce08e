"""The outcome sheet made ready by keys and clicks: letters, pictures, whose copy it is, the readers' tick."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from elephants.paper.papers import build
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.record.readback import ReadBack
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.parts.tabs import tab_on
from tests.paper.reading import words_of
from tests.ui.gallery_deeds import made
from tests.ui.pages.evening import TODAY, Evening, focus, press, stops, type_words

CLICK = Qt.MouseButton.LeftButton


class Frame(QWidget):
    """A window in which Tab goes as in the app's own."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)


def papers(evening: Evening, *, agreed: bool = False) -> PapersPage:
    """The papers of an evening with an action of Jo's and one of two of us."""
    change = evening.desk.change
    change(evening.activity("agenda"), Agenda.add_item, "The bus pass letter")
    item = evening.session.items[0]
    change(item, AgendaItem.add_action, "Ask about the side door", TODAY, name="Jo", by=date(2026, 12, 3))
    change(item, AgendaItem.add_action, "Bring cups", TODAY, who="two of us")
    change(item, AgendaItem.close, "talked")
    if agreed:
        change(evening.activity("readback"), ReadBack.agree, TODAY)
    evening.put_away()
    evening.frame = Frame()
    lay = QVBoxLayout(evening.frame)
    page = PapersPage(evening.desk, 0, evening.frame)
    lay.addWidget(page)
    page.said.connect(evening.said.append)
    evening.desk.changed.append(page.refresh)
    evening.shown = page
    page.refresh()
    evening.frame.resize(800, 640)
    evening.frame.show()
    evening.frame.activateWindow()
    return made(page)


def row(page: PapersPage, words: str) -> int:
    """Where the line with these words stands."""
    return next(at for at, one in enumerate(page.pictures.rows) if words in one.line)


@pytest.mark.parametrize("agreed", [False, True])
def test_a_picture_is_changed_in_two_clicks_and_stays_when_the_app_is_closed(evening: Evening, agreed: bool) -> None:
    page = papers(evening, agreed=agreed)
    before = made(page).pdf
    QTest.mouseClick(page.easy.change, CLICK)
    at = row(page, "side door")
    assert page.pictures.rows[at].row.picture == "door"
    QTest.mouseClick(page.pictures.rows[at], CLICK)
    grid = page.pictures.grid
    item = next(one for one in map(grid.item, range(grid.count())) if one.text() == "A key")
    grid.scrollToItem(item)
    QTest.mouseClick(grid.viewport(), CLICK, pos=grid.visualItemRect(item).center())
    assert page.pictures.rows[at].row.picture == "key"
    assert focus() is page.pictures.rows[at]
    assert made(page).pdf != before
    action = evening.session.actions[0]
    assert evening.session.outcome_sheet is not None
    assert evening.session.outcome_sheet.pictures == {f"action {action.id}": "key"}
    evening.desk.open(evening.session.id)  # as after closing the app: all is read from the disk again
    assert build(evening.session, "outcome", size=16) == made(page).pdf


def test_keys_alone_find_a_picture_by_a_word_and_undo_and_let_the_words_choose_again(evening: Evening) -> None:
    page = papers(evening)
    page.easy.change.setFocus()
    press(Qt.Key.Key_Return)
    for _ in range(row(page, "side door")):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    type_words("zebra")
    assert page.pictures.none.isVisible()
    for _ in range(5):
        press(Qt.Key.Key_Backspace)
    type_words("chair")
    assert [page.pictures.grid.item(n).text() for n in range(page.pictures.grid.count())] == ["A chair"]
    press(Qt.Key.Key_Return)
    assert focus() is page.pictures.grid
    press(Qt.Key.Key_Return)
    at = row(page, "side door")
    assert page.pictures.rows[at].row.picture == "chair"
    evening.desk.undo()
    assert page.pictures.rows[at].row.picture == "door"
    QTest.mouseClick(page.pictures.rows[at], CLICK)
    type_words("bus")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert page.pictures.rows[at].row.picture == "bus"
    QTest.mouseClick(page.pictures.rows[at], CLICK)
    QTest.mouseClick(page.pictures.own, CLICK)
    assert page.pictures.rows[at].row.picture == "door"
    QTest.mouseClick(page.pictures.done, CLICK)
    assert not page.pictures.isVisible()


def test_no_word_of_the_room_is_kept_with_a_picture(evening: Evening) -> None:
    page = papers(evening)
    QTest.mouseClick(page.easy.change, CLICK)
    for at in range(len(page.pictures.rows)):
        page.pictures.rows[at].click()
        page.pictures.grid.setFocus()
        press(Qt.Key.Key_Return)
    sheet = evening.session.outcome_sheet
    assert sheet is not None
    assert len(sheet.pictures) == len(page.pictures.rows) == 3
    assert not any(word in repr(sheet.pictures) for word in ("Jo", "bus pass", "side", "cups"))


def test_the_letters_are_as_large_as_asked_on_the_page_and_in_the_file(evening: Evening) -> None:
    page = papers(evening)
    files = {}
    for size, button in page.easy.sizes.items():
        QTest.mouseClick(button, CLICK)
        assert button.isChecked()
        assert button.accessibleName() == f"Letters of {size} points"
        files[size] = made(page).pdf
    assert files == {size: build(evening.session, "outcome", size=size) for size in (14, 16, 18, 24)}
    assert len(set(files.values())) == 4
    QTest.mouseClick(page.minutes, CLICK)
    assert not page.easy.isVisible()
    assert made(page).pdf == build(evening.session, "minutes")


def test_readers_tick_it_and_the_paper_is_no_draft_of_easy_to_read_any_more(evening: Evening) -> None:
    page = papers(evening)
    assert "Easy to read draft" in words_of(made(page).pdf)
    page.easy.readers.setFocus()
    press(Qt.Key.Key_Space)
    assert "Easy to read draft" not in words_of(made(page).pdf)
    assert "Easy to read" in words_of(made(page).pdf)
    evening.desk.undo()
    assert not page.easy.readers.isChecked()
    assert "Easy to read draft" in words_of(made(page).pdf)


def test_a_personal_copy_only_when_asked_for_and_its_file_does_not_say_whose(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = papers(evening)
    assert "Personal copy" not in words_of(made(page).pdf)
    page.easy.whose.setFocus()
    press(Qt.Key.Key_Down)
    said = words_of(made(page).pdf)
    assert said.index("What you said you would do Jo: Ask about the side door.") < said.index("What we talked about")
    assert said.count("side door") == 1
    asked: list[str] = []

    def chosen(_parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        asked.append(place)
        return str(tmp_path / Path(place).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    made(page).save.click()
    assert Path(asked[0]).name == (
        "2026-11-24, Tuesday kitchen, outcome sheet, personal copy, Draft, not yet read back.pdf"
    )
    assert (tmp_path / Path(asked[0]).name).read_bytes() == made(page).pdf
    assert made(page).pdf == build(evening.session, "outcome", size=16, name="jo")


def test_everything_is_reached_by_the_keyboard_and_has_a_name(evening: Evening) -> None:
    page = papers(evening)
    page.outcome.setFocus()
    names = stops(page)
    assert all(names)
    for wanted in ("Letters of 24 points", "Whose copy?", "Change the pictures"):
        assert wanted in names
