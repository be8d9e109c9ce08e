"""The history as it is seen: nothing is cut in any size or direction; old papers, lines alone, themes to press."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from benchmarks._growing import Rows
from elephants.app import App
from elephants.sessions.brought.brought import bring_in
from elephants.sessions.brought.reading import read_minutes
from elephants.sessions.themes import put_theme
from elephants.ui.history import themes
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.history.reading import AROUND, Reading
from elephants.ui.history.themes import ThemeDialog
from elephants.ui.parts.words import Words
from elephants.ui.style import LIGHT, dress
from elephants.ui.window import SMALLEST
from tests.ui.gallery import LAPTOP
from tests.ui.measuring import clipped, longer_words, overlapping, small_targets
from tests.ui.walking import settle


def history(app: App) -> HistoryPage:
    app.deeds.show_history()
    settle()
    page = app.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    return page


def said(page: QWidget) -> str:
    """Give all that can be read, from the top down."""
    seen = [one for one in page.findChildren(Words) if one.isVisible()]
    return "\n".join(one.text() for one in sorted(seen, key=lambda one: one.mapTo(page, QPoint(0, 0)).y()))


def measured(window: QWidget) -> list[str]:
    settle()
    grown = [] if window.size() == LAPTOP else [f"grew to {window.size().toTuple()}"]
    return [*grown, *clipped(window), *overlapping(window), *small_targets(window)]


@pytest.mark.parametrize(("zoom", "longer"), [(0.8, False), (1.5, True), (2.0, False)])
def test_nothing_is_cut_in_any_part(
    app: App, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, zoom: float, longer: bool
) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    app.window.resize(LAPTOP)
    with longer_words(monkeypatch) if longer else monkeypatch.context():
        page = history(app)
        for at in (1, 2, 0):
            page.turn_to(at)
            assert measured(app.window) == []
        seen = QRect(page.hits.visualRect(page.hits.found.index(1)))
        assert page.hits.viewport().rect().contains(seen), "there is no room for two lines"
        page.more.click()
        assert measured(app.window) == []
        assert page.hits.isVisible() == (zoom < 1.2)
        page.more.click()
        page.hits.setFocus()
        QTest.keyClick(page.hits, Qt.Key.Key_Return)
        assert measured(app.window) == []


def test_in_the_smallest_window_with_the_largest_letters_it_scrolls_and_nothing_lies_on_other_words(
    app: App, qapp: QApplication
) -> None:
    dress(qapp, LIGHT, 2.0, motion=False)
    app.window.resize(*SMALLEST)
    page = history(app)
    for at in (1, 2, 0):
        page.turn_to(at)
        settle()
        assert overlapping(app.window) == []
    page.words.setText("zzzzz")
    settle()
    assert overlapping(app.window) == []
    page.more.click()
    settle()
    assert overlapping(app.window) == []


def test_the_open_part_is_told_and_closed_filters_are_counted(app: App) -> None:
    page = history(app)
    page.turn_to(1)
    assert [one.accessibleDescription() for one in page.ways] == ["", "Open now", ""]
    assert [one.isChecked() for one in page.ways] == [False, True, False]
    page.turn_to(0)
    page.more.click()
    page.filters.needs.click()
    page.more.click()
    assert page.more.words() == "1 filter"


def test_it_is_mirrored_where_people_read_from_the_right(app: App, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = history(app)
        middle = app.window.width() / 2
        assert page.back.mapTo(app.window, QPoint(0, 0)).x() > middle
        page.turn_to(1)
        timeline = page.months.timeline
        before = timeline.at
        QTest.keyClick(timeline, Qt.Key.Key_Right)
        assert timeline.at == before - 1
        assert measured(app.window) == []
        page.turn_to(0)
        page.hits.setFocus()
        hit = next(hit for hit in page.hits.found.hits if hit.kind == "decision")
        page.decision_wanted.emit(hit.id)
        settle()
        story = app.window.stack.currentWidget()
        assert isinstance(story, DecisionPage)
        image = story.moments.grab().toImage()
        left = {image.pixel(x, y) for x in range(100) for y in range(60)}
        assert len(left) == 1, "the words stand away from their picture"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_an_old_paper_is_read_around_what_was_found(app: App) -> None:
    lines = [f"- Line {number} of the evening." for number in range(60)]
    lines[30] = "- We paint the shed green."
    paper = read_minutes("old.md", "\n".join(["# Garden, 3 May 2019", "", *lines]).encode(), date(2026, 12, 10))
    space = next(one for one in app.desk.home.spaces if one.name == "Monday garden")
    app.desk.unfold(space.id)
    app.desk.change(space, bring_in, paper)
    page = history(app)
    page.words.setText("shed green")
    settle()
    page.hits.setFocus()
    QTest.keyClick(page.hits, Qt.Key.Key_Return)
    settle()
    reading = app.window.stack.currentWidget()
    assert isinstance(reading, Reading)
    told = said(reading)
    assert "Brought in, as it was written." in told
    assert "We paint the shed green." in told
    assert not reading.session.isVisible()
    assert "Line 29" in told
    assert f"Line {30 + AROUND + 1} " not in told
    reading.after.click()
    reading.before.click()
    reading.before.click()
    settle()
    assert f"Line {30 + AROUND + 1} " in said(reading)
    order = said(reading)
    assert order.index("Line 5 ") < order.index("Line 29 ") < order.index("shed green") < order.index("Line 45 ")
    assert not reading.before.isVisible()
    QTest.keyClick(reading, Qt.Key.Key_Escape)
    assert app.window.stack.currentWidget() is page


def test_what_waits_for_its_session_says_itself(app: App) -> None:
    page = history(app)
    page.words.setText("number lock")
    settle()
    page.hits.setFocus()
    QTest.keyClick(page.hits, Qt.Key.Key_Return)
    settle()
    reading = app.window.stack.currentWidget()
    assert isinstance(reading, Reading)
    assert "A box with a number lock for the key" in said(reading)
    assert "no day yet" in said(reading)
    assert not reading.session.isVisible()


def test_a_theme_that_is_there_already_is_put_on_by_a_press(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    space = next(one for one in app.desk.home.spaces if one.name == "Monday garden")
    page = history(app)
    decisions = [hit.id for hit in page.hits.found.hits if hit.kind == "decision"]
    app.desk.change(space, put_theme, decisions[0], "water")
    page.decision_wanted.emit(decisions[1])
    settle()

    def press(dialog: QDialog) -> int:
        assert isinstance(dialog, ThemeDialog)
        dialog.show()
        dialog.known["water"].click()
        return dialog.result()

    monkeypatch.setattr(themes.ThemeDialog, "exec", press)
    story = app.window.stack.currentWidget()
    assert isinstance(story, DecisionPage)
    story.add_theme.click()
    settle()
    told = app.window.stack.currentWidget()
    assert isinstance(told, DecisionPage)
    assert [one.accessibleName() for one in told.themes] == ["water: take it off"]


def test_a_long_decision_is_told_whole_in_lines_that_can_be_read(app: App) -> None:
    with app.desk.store.raw() as raw:
        (number,) = raw.execute("SELECT max(id) FROM decision").fetchone()
        raw.execute("UPDATE decision SET title = '', words = ? WHERE id = ?", ("We carry the water. " * 120, number))
        for place in range(60):
            Rows(raw).add("view", decision_id=number, place=place, text=f"View {place}: " + "water " * 20)
        raw.commit()
    page = history(app)
    page.decision_wanted.emit(number)
    settle()
    story = app.window.stack.currentWidget()
    assert isinstance(story, DecisionPage)
    assert "View 59" in said(story)
    assert measured(app.window) == []
    assert max(one.width() for one in story.findChildren(Words) if one.isVisible()) <= 720


def test_home_leads_to_the_history_where_there_were_more_sessions(app: App) -> None:
    assert not app.home.past.earlier.isVisible()
    with app.desk.store.raw() as raw:
        (row,) = raw.execute("SELECT min(id) FROM session WHERE state = 'agreed'").fetchone()
        kept = "SELECT space_id, template, date, starts, minutes, state FROM session WHERE id = ?"
        space, *rest = raw.execute(kept, (row,)).fetchone()
        held = dict(zip(("template", "date", "starts", "minutes", "state"), rest, strict=True))
        for at in range(9):
            Rows(raw).add("session", uid=f"{at:032x}", space_id=space, **held)
        raw.commit()
    app.show_space(space)
    app.look()
    settle()
    app.home.past.earlier.click()
    settle()
    assert isinstance(app.window.stack.currentWidget(), HistoryPage)


def test_nothing_of_a_rehearsal_is_looked_at_when_it_is_over(app: App) -> None:
    app.rehearse()
    page = history(app)
    page.decision_wanted.emit(next(hit.id for hit in page.hits.found.hits if hit.kind == "decision"))
    settle()
    app.rehearse()
    settle()
    assert app.window.stack.currentWidget() is app.home
    assert app.window.findChildren(HistoryPage) == []
    assert app.window.findChildren(DecisionPage) == []


def test_the_lock_puts_the_history_away(app: App) -> None:
    page = history(app)
    app.window.show_page(QWidget())  # as the page that asks for the passphrase
    settle()
    assert page not in app.window.findChildren(HistoryPage)
