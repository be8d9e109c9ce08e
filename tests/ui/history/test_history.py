"""The history by keys and clicks: words found as they are typed, filters, months, what is due, a decision's story."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from benchmarks._growing import Rows
from elephants.app import App
from elephants.store.history import PORTION
from elephants.store.search import index_anew
from elephants.ui.history import showing
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.history.paper import PaperPage
from elephants.ui.history.reading import Reading
from elephants.ui.history.showing import Showing
from elephants.ui.parts.words import Words
from elephants.ui.style import LIGHT, dress
from tests.ui.conftest import nameless
from tests.ui.history.conftest import show
from tests.ui.walking import settle


def key(app: App, pressed: Qt.Key, with_keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(app.window.windowHandle(), pressed, with_keys)
    settle()


def click(part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    settle()


def history(app: App) -> HistoryPage:
    """Open the history by its key."""
    key(app, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page = app.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    return page


def typed(app: App, words: str) -> HistoryPage:
    page = history(app)
    assert page.words.hasFocus()
    QTest.keyClicks(app.window.focusWidget(), words)
    settle()
    return page


def story(app: App) -> DecisionPage:
    page = app.window.stack.currentWidget()
    assert isinstance(page, DecisionPage)
    return page


def showing_of(app: App) -> Showing:
    return next(one for one in app.window.children() if isinstance(one, Showing))


def said(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(Words) if one.isVisible())


def marked(page: HistoryPage) -> list[list[str]]:
    """Give the marked words of each line that is shown."""
    lines = [page.hits.found.index(row).data(Qt.ItemDataRole.UserRole) for row in range(page.hits.found.rowCount())]
    return [[words[a:b] for words, marks in (line.title, line.words) for a, b in marks] for line in lines]


def test_words_are_found_as_they_are_typed_and_marked(app: App) -> None:
    page = typed(app, "wat")
    assert page.told.text() == "5 found, the newest first"
    assert marked(page) == [["water"], ["water"], ["water"], ["water", "water"], ["water"]]
    QTest.keyClicks(page.words, "erfall")
    assert page.told.text() == "Nothing was found in Monday garden. Try fewer letters, or fewer filters."


def test_where_one_space_holds_nothing_of_it_all_of_them_are_looked_through(app: App) -> None:
    page = typed(app, "winter")
    assert page.told.text().startswith("Nothing was found in Monday garden.")
    key(app, Qt.Key.Key_Tab)  # Filters
    key(app, Qt.Key.Key_Tab)
    assert page.told.everywhere.hasFocus()
    key(app, Qt.Key.Key_Return)
    assert page.hits.found.rowCount() > 0
    assert page.words.hasFocus()
    assert not page.told.everywhere.isVisible()


def test_tab_goes_as_the_eye_does_and_escape_closes_what_was_opened_last(app: App) -> None:
    page = history(app)
    key(app, Qt.Key.Key_Tab)
    key(app, Qt.Key.Key_Space)
    went = [app.window.focusWidget()]
    for _ in range(11):
        key(app, Qt.Key.Key_Tab)
        went.append(app.window.focusWidget())
    filters = page.filters
    assert went[:4] == [page.more, filters.space, filters.state, filters.ending]
    assert went.index(filters.since.edit) < went.index(filters.until.edit) < went.index(filters.needs)
    assert went.index(filters.needs) < went.index(page.hits) < went.index(page.back)
    key(app, Qt.Key.Key_Escape)
    assert not page.filters.isVisible()
    assert page.more.hasFocus()
    key(app, Qt.Key.Key_Escape)
    assert app.window.stack.currentWidget() is app.home


def test_up_leads_back_to_the_words_and_ctrl_f_writes_over_them(app: App) -> None:
    page = typed(app, "wat")
    key(app, Qt.Key.Key_Down)
    key(app, Qt.Key.Key_Down)
    key(app, Qt.Key.Key_Up)
    assert page.hits.hasFocus()
    key(app, Qt.Key.Key_Up)
    assert page.words.hasFocus()
    key(app, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(app.window.focusWidget(), "seeds")
    assert page.words.text() == "seeds"


def test_a_long_story_is_read_by_keys_and_the_list_comes_back_far_down(app: App) -> None:
    with app.desk.store.raw() as raw:
        space, session = raw.execute(
            "SELECT space.id, session.id FROM session JOIN space ON space.id = space_id WHERE name = 'Monday garden'"
        ).fetchone()
        for number in range(1000, 1070):
            Rows(raw).add(
                "decision", id=number, uid=f"{number:032x}", space_id=space, session_id=session, openness="wide",
                question="Who waters?", words="We carry the water. " * 90, standing="open",
            )  # fmt: skip
        index_anew(raw)
        raw.commit()
    page = typed(app, "carry the water")
    key(app, Qt.Key.Key_Down)
    page.hits.found.fetchMore(QModelIndex())  # as scrolling does
    page.hits.stand_at(PORTION + 5)
    key(app, Qt.Key.Key_Return)
    bar = story(app)._body.verticalScrollBar()
    assert bar.maximum() > 0
    key(app, Qt.Key.Key_Down)
    assert 0 < bar.value() < bar.maximum()
    key(app, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    key(app, Qt.Key.Key_Escape)
    assert page.hits.currentIndex().row() == PORTION + 5
    assert page.hits.viewport().rect().intersects(page.hits.visualRect(page.hits.currentIndex()))


def test_another_space_is_looked_through_only_when_it_is_asked_for(app: App) -> None:
    page = typed(app, "winter")
    assert page.hits.found.rowCount() == 0
    click(page.more)
    page.filters.space.setCurrentIndex(0)  # all spaces
    settle()
    assert page.hits.found.rowCount() > 0
    assert "Tuesday kitchen" in page.hits.found.index(0).data()
    click(page.filters.clear)
    assert page.hits.found.rowCount() == 0


def test_a_filter_narrows_and_is_cleared(app: App) -> None:
    page = history(app)
    all_of_it = page.hits.found.rowCount()
    click(page.more)
    page.filters.state.setCurrentIndex(page.filters.state.findData("look again"))
    settle()
    assert 0 < page.hits.found.rowCount() < all_of_it
    page.filters.needs.click()
    settle()
    assert {hit.kind for hit in page.hits.found.hits} == {"decision", "need"}
    click(page.filters.clear)
    assert page.hits.found.rowCount() == all_of_it
    assert not page.filters.clear.isVisible()


def test_a_decision_is_opened_by_keys_and_tells_what_became_of_it(app: App) -> None:
    typed(app, "share the water by")
    key(app, Qt.Key.Key_Down)
    key(app, Qt.Key.Key_Return)
    page = story(app)
    words = said(page)
    assert "We share the water by rows" in words
    assert "+ Small cans stand ready for small hands." in words
    assert "Small cans stand ready for small hands: Partly" in words
    told = page.moments.accessibleName()
    assert told.index("We asked: How do we share the water?") < told.index("All of us") < told.index("Still right")
    assert told.rstrip().endswith("We look at it again.")
    key(app, Qt.Key.Key_Escape)
    assert isinstance(app.window.stack.currentWidget(), HistoryPage)
    key(app, Qt.Key.Key_Escape)
    assert app.window.stack.currentWidget() is app.home


def test_a_theme_is_put_on_found_by_and_taken_off(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter(["one two three four", "the garden"])
    monkeypatch.setattr(showing, "ask_theme", lambda *_words: next(asked))
    typed(app, "share the water by")
    key(app, Qt.Key.Key_Down)
    key(app, Qt.Key.Key_Return)
    click(story(app).add_theme)
    assert [one.accessibleName() for one in story(app).themes] == ["the garden: take it off"]
    click(story(app).back)
    page = app.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    page.words.clear()
    click(page.more)
    page.filters.theme.setCurrentIndex(1)
    settle()
    assert {hit.kind for hit in page.hits.found.hits} <= {"decision", "need", "action"}
    page.hits.setFocus()
    key(app, Qt.Key.Key_Return)
    click(story(app).themes[0])
    assert story(app).themes == []


def test_a_month_shows_what_was_said_in_it(app: App) -> None:
    page = history(app)
    click(page.show_timeline)
    assert page.months.line.text() == "August 2026: 2 decisions, Look again: 2"
    key(app, Qt.Key.Key_Return)
    assert page.hits.isVisible()
    assert {hit.day.month for hit in page.hits.found.hits if hit.day} == {8}
    assert page.told.text().startswith("August 2026: ")
    assert (page.filters.since.day(), page.filters.until.day()) == (date(2026, 8, 1), date(2026, 8, 31))


def test_the_months_are_walked_by_keys_and_clicked(app: App) -> None:
    show(app, "Tuesday kitchen")
    page = history(app)
    click(page.show_timeline)
    timeline = page.months.timeline
    assert (len(timeline.months), timeline.at, timeline.months[-1].first) == (12, 10, date(2026, 12, 1))
    key(app, Qt.Key.Key_Left)
    assert timeline.accessibleName() == "October 2026: 0 decisions"
    for _ in range(3):
        key(app, Qt.Key.Key_Right)
    assert timeline.at == 11
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    assert (page.filters.since.day(), page.filters.until.day()) == (date(2026, 1, 1), date(2026, 1, 31))
    click(page.show_timeline)
    assert timeline.at == 0, "it stands where it was left"
    page.filters.since.show_day(date(2026, 1, 5))
    page.filters.changed.emit()
    assert page.told.text().startswith("Monday 5 January 2026 to Saturday 31 January 2026: ")
    page.filters.until.show_day(None)
    page.filters.changed.emit()
    assert page.told.text().startswith("From Monday 5 January 2026: ")


def rows_due(page: HistoryPage) -> list[str]:
    return [one.words[0] for one in page.due._told.lines]


@pytest.mark.parametrize("by", ["key", "click"])
def test_each_thing_that_is_due_opens_its_decision_and_leads_back_to_it(app: App, by: str) -> None:
    page = history(app)
    click(page.show_due)
    lines = page.due.lines
    assert {one.kind for one in page.due.due} == {"need", "decision", "action"}
    assert any("Sow the beans in the window in March" in words for words in rows_due(page))
    for row, due in enumerate(page.due.due):
        if by == "key":
            assert lines.hasFocus()
            key(app, Qt.Key.Key_Home)
            for _ in range(row):
                key(app, Qt.Key.Key_Down)
            key(app, Qt.Key.Key_Return)
        else:
            place = lines.visualRect(lines.model().index(row, 0)).center()
            QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
            settle()
        opened = app.window.stack.currentWidget()
        assert isinstance(opened, DecisionPage | Reading)
        number = opened.decision.id if isinstance(opened, DecisionPage) else None
        assert number == due.decision
        key(app, Qt.Key.Key_Escape) if by == "key" else click(opened.back)
        assert app.window.stack.currentWidget() is page
        assert page.stack.currentWidget() is page.due
        assert (lines.currentIndex().row(), lines.hasFocus()) == (row, True)


def test_an_action_of_no_decision_is_read_by_itself(app: App) -> None:
    page = history(app)
    click(page.show_due)
    page.due.lines.stand_at(next(row for row, words in enumerate(rows_due(page)) if "Sow" in words))
    key(app, Qt.Key.Key_Return)
    reading = app.window.stack.currentWidget()
    assert isinstance(reading, Reading)
    assert "Sow the beans in the window in March" in said(reading)
    key(app, Qt.Key.Key_Escape)
    assert page.due.lines.hasFocus()


def test_where_nothing_is_due_it_says_so(app: App) -> None:
    with app.desk.store.raw() as raw:
        raw.execute("UPDATE action SET state = 'done'")
        raw.execute("UPDATE decision SET standing = 'ended'")
        raw.commit()
    page = history(app)
    click(page.show_due)
    assert page.due.said.text() == "Nothing is open, and nothing is due."
    assert page.show_due.hasFocus()


def test_the_story_of_the_last_quarter_is_read_and_saved(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "story.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(to), ""))
    page = history(app)
    assert page.story.words() == "The story of a quarter"
    menu = showing_of(app).quarters.menu()
    assert [one.text() for one in menu.actions() if one.text()] == [
        "July to September 2026",
        "October to December 2026, so far",
    ]
    menu.actions()[0].trigger()
    settle()
    paper = app.window.stack.currentWidget()
    assert isinstance(paper, PaperPage)
    assert paper.pages.count >= 1
    assert nameless(app.window) == []
    click(paper.forms["md"])
    click(paper.out.save)
    assert "Our story, July to September 2026" in to.read_text()
    assert paper.out.done.text() == "Saved: story.md"
    key(app, Qt.Key.Key_Escape)
    assert app.window.stack.currentWidget() is page


def test_a_line_of_no_decision_opens_its_session(app: App) -> None:
    typed(app, "oil the gate")
    key(app, Qt.Key.Key_Down)
    key(app, Qt.Key.Key_Return)
    page = app.window.stack.currentWidget()
    assert isinstance(page, Reading)
    assert "Oil the gate" in said(page)
    key(app, Qt.Key.Key_Return)  # Open this session
    assert app.console is not None
    assert app.console.session.space.name == "Monday garden"


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_everything_has_a_name_and_is_in_sight(app: App, zoom: float, qapp: QApplication) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    page = history(app)
    click(page.more)
    for at in range(3):
        page.turn_to(at)
        settle()
        assert nameless(app.window) == []
    page.turn_to(0)
    key(app, Qt.Key.Key_Down)
    key(app, Qt.Key.Key_Return)
    assert nameless(app.window) == []
