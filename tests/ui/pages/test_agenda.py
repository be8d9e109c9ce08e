"""The agenda by real keys: the list is settled, each item is talked about and closed, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.session import Session
from elephants.ui.pages.agenda.agenda import AgendaPage
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.row import Row
from elephants.ui.style import LIGHT, dress
from tests.ui.pages.evening import TODAY, Evening, focus, press, stops, type_words

CLICK = Qt.MouseButton.LeftButton


def ask_for_four(evening: Evening) -> None:
    agenda, add = evening.activity("agenda"), Agenda.add_item
    evening.desk.change(agenda, add, "Where do we meet in winter?", "decide", "leaning", 35)
    evening.desk.change(agenda, add, "The bus pass letter", "put right", None, 10)
    evening.desk.change(agenda, add, "The garden on Saturdays", "think", None, 15)
    evening.desk.change(agenda, add, "What do we tell the council?", "share", None, 10)


def titles(evening: Evening) -> list[str]:
    return [item.title for item in evening.session.items]


def closings(evening: Evening) -> list[str | None]:
    return [item.closed for item in evening.session.items]


def working(evening: Evening, at: int = 0) -> AgendaPage:
    """The agenda with four items, settled, at one of them."""
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    assert page.go_on()
    page._point(at)
    QApplication.processEvents()
    return page


def choose(row: Row, words: str) -> None:
    """Choose from a row's menu by keyboard."""
    window = row.window()
    row.setFocus()
    press(Qt.Key.Key_Menu)
    menu = next(one for one in row.findChildren(QMenu) if one.isVisible())
    names = [action.text() for action in menu.actions()]
    for _ in range(names.index(words)):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    window.activateWindow()  # offscreen no window manager gives the keyboard back after a menu
    QApplication.processEvents()


def row(lines: Lines, words: str) -> Row:
    return next(one for one in lines.rows() if one.line.text == words)


# -- settling -----------------------------------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do_and_the_first_thing_typed_is_added(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    assert page.settle.empty.isVisible()
    assert page.onward() == ""
    type_words("The garden on Saturdays")
    press(Qt.Key.Key_Return)
    assert [(one.title, one.purpose, one.minutes) for one in evening.session.items] == [
        ("The garden on Saturdays", "think", 10)
    ]
    assert not page.settle.empty.isVisible()
    assert page.settle.form.title() == ""
    assert page.onward() == "Next: the first item"


def test_purpose_openness_and_minutes_are_chosen_by_keyboard(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    form = page.settle.form
    type_words("Where do we meet in winter?")
    assert not form.openness.isVisible()
    press(Qt.Key.Key_Tab)
    assert focus() is form.purpose
    press(Qt.Key.Key_Down)
    assert form.openness.isVisible()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert focus() is form.minutes
    for _ in range(5):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    item = evening.session.items[0]
    assert (item.purpose, item.openness, item.minutes) == ("decide", "leaning", 30)
    assert form.kind() == ("think", None, 10)


def test_minutes_go_in_fives_down_to_one(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    page.settle.form.minutes.setFocus()
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(key)
        seen.append(page.settle.form.minutes.number())
    assert seen == [5, 1, 1, 5, 10]


def test_alt_up_and_alt_down_order_and_the_keyboard_stays_with_the_item(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    page.settle.lines.choose(evening.session.items[1].id)
    QTest.keyClick(focus(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(evening)[:2] == ["The bus pass letter", "Where do we meet in winter?"]
    assert focus() is row(page.settle.lines, "The bus pass letter")
    QTest.keyClick(focus(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(evening)[0] == "The bus pass letter"
    QTest.keyClick(focus(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(evening)[1] == "The bus pass letter"
    assert [one.line.lead for one in page.settle.lines.rows()] == ["1", "2", "3", "4"]


def test_too_much_is_said_gently_until_something_waits(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    there = evening.activity("agenda").minutes_there()
    assert page.settle.sum.text() == f"70 minutes asked for, {there} there."
    assert page.settle.over.text() == f"That is {70 - there} minutes more than there are. What can wait?"
    choose(row(page.settle.lines, "Where do we meet in winter?"), "Carry over to next time")
    assert closings(evening)[0] == "carried"
    assert page.settle.over.isHidden()
    told = row(page.settle.lines, "Where do we meet in winter?").line
    assert [chip.words for chip in told.chips] == ["Carried over"]
    choose(row(page.settle.lines, "Where do we meet in winter?"), "Open it again")
    assert closings(evening)[0] is None
    assert page.settle.over.isVisible()


def test_an_item_is_changed_in_one_deed_and_what_was_being_typed_waits(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    page.settle.form.field.setFocus()
    type_words("Half a thou")
    choose(row(page.settle.lines, "The garden on Saturdays"), "Change the words")
    assert focus() is page.settle.change.field.field
    focus().setProperty("text", "")
    type_words("The garden on Sundays")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    item = evening.session.items[2]
    assert (item.title, item.purpose, item.openness) == ("The garden on Sundays", "decide", "wide")
    assert page.settle.form.title() == "Half a thou"
    assert focus() is row(page.settle.lines, "The garden on Sundays")
    evening.desk.undo()
    assert (evening.session.items[2].title, evening.session.items[2].purpose) == ("The garden on Saturdays", "think")


@pytest.mark.parametrize(("words", "part"), [("Change what it is for", "purpose"), ("Change the minutes", "minutes")])
def test_the_menu_leads_to_what_is_to_be_changed_and_escape_leaves_it(evening: Evening, words: str, part: str) -> None:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    choose(row(page.settle.lines, "The bus pass letter"), words)
    assert focus() is getattr(page.settle.change, part)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert page.settle.change.isHidden()
    assert (evening.session.items[1].purpose, evening.session.items[1].minutes) == ("put right", 10)


def test_an_item_is_taken_out_but_not_where_something_was_written(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    evening.desk.change(evening.session.items[1], AgendaItem.add_point, "Nobody knows which form it is.")
    choose(row(page.settle.lines, "The bus pass letter"), "Take it out")
    assert "Let it go instead" in evening.said[-1]
    choose(row(page.settle.lines, "The garden on Saturdays"), "Take it out")
    assert "The garden on Saturdays" not in titles(evening)
    assert len(evening.session.items) == 3


def test_too_long_an_item_is_said_and_stays(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    page.settle.form.field.field.setText("a" * 121)
    press(Qt.Key.Key_Return)
    assert evening.session.items == []
    assert len(page.settle.form.title()) == 121
    assert page.settle.form.field.told.isVisible()


# -- item by item -------------------------------------------------------------------------------------------------


def test_going_on_settles_and_lies_at_the_first_open_item(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    evening.desk.change(evening.session.items[0], AgendaItem.close, "carried")
    assert page.go_on()
    assert evening.activity("agenda").settled
    assert page.work.isVisible()
    assert page.work.title.text() == "The bus pass letter"
    assert page.work.about.text() == "To put right, 10 minutes"
    assert focus() is page.work.kept.field.field


def test_points_and_actions_are_kept_changed_and_taken_out(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = working(evening, 1)
    kept = page.work.kept
    type_words("The library helps on Thursdays.")
    press(Qt.Key.Key_Return)
    QTest.mouseClick(kept.fold, CLICK)
    assert focus() is kept.action.what
    type_words("Fill in the form together")
    press(Qt.Key.Key_Tab)
    type_words("Jo")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    type_words("03122026")
    press(Qt.Key.Key_Return)
    item = evening.session.items[1]
    assert [(one.text, one.owner(), one.by) for one in item.actions] == [
        ("Fill in the form together", "Jo", date(2026, 12, 3))
    ]
    assert item.actions[0].person is not None
    assert [one.line.under for one in kept.lines.rows()] == ["", "Jo, by Thursday 3 December 2026"]
    monkeypatch.setattr("elephants.ui.parts.dialogs.ask_words", lambda *_a, **_k: "Two of us go on Thursday.")
    choose(kept.lines.rows()[0], "Change the words")
    assert item.points[0].text == "Two of us go on Thursday."
    choose(kept.lines.rows()[1], "Take it out")
    assert item.actions == []
    assert "Jo" not in [person.name for person in evening.space.people]
    choose(kept.lines.rows()[0], "Take it out")
    assert item.points == []


def test_words_for_who_are_no_name_and_a_past_day_is_refused_with_all_kept(evening: Evening) -> None:
    page = working(evening, 1)
    field = page.work.kept.action
    QTest.mouseClick(page.work.kept.fold, CLICK)
    type_words("Ask the hall")
    field.who.setText("two of us")
    field.by.show_day(date(2026, 11, 23))
    press(Qt.Key.Key_Return)
    assert evening.session.items[1].actions == []
    assert "has passed" in field.told.text()
    assert field.typed() == ("Ask the hall", "two of us", False, date(2026, 11, 23))
    field.by.show_day(TODAY)
    press(Qt.Key.Key_Return)
    action = evening.session.items[1].actions[0]
    assert (action.owner(), action.person, action.by) == ("two of us", None, TODAY)


@pytest.mark.parametrize(
    ("button", "how", "words"),
    [("talked", "talked", "Talked through"), ("carry", "carried", "Carried over"), ("let_go", "let go", "Let go")],
)
def test_an_item_closes_says_how_and_is_opened_again(evening: Evening, button: str, how: str, words: str) -> None:
    page = working(evening, 1)
    closing = page.work.closing
    QTest.mouseClick(getattr(closing, button), CLICK)
    assert closings(evening)[1] == how
    assert closing.how.text() == words
    assert not closing.ways.isVisible()
    assert closing.next_time.isVisible() is (how == "carried")
    assert focus() is closing.again
    press(Qt.Key.Key_Space)
    assert closings(evening)[1] is None
    assert closing.ways.isVisible()
    assert focus() is closing.talked


def test_onward_asks_how_it_closes_and_then_goes_from_item_to_item(evening: Evening) -> None:
    page = working(evening, 1)
    assert page.onward() == "Close this item"
    assert page.go_on()
    assert "How does this item close?" in evening.said[-1]
    assert focus() is page.work.closing.talked
    press(Qt.Key.Key_Space)
    assert page.onward() == "The next item"
    assert page.go_on()
    assert page.work.title.text() == "The garden on Saturdays"
    for at in (2, 3):
        evening.desk.change(evening.session.items[at], AgendaItem.close, "talked")
    assert page.onward() == "The next item"
    assert page.go_on()
    assert page.work.title.text() == "Where do we meet in winter?"
    evening.desk.change(evening.session.items[0], AgendaItem.close, "let go")
    assert page.onward() == ""
    assert not page.go_on()


def test_back_goes_item_by_item_and_then_to_the_list(evening: Evening) -> None:
    page = working(evening, 1)
    assert page.go_back()
    assert page.work.title.text() == "Where do we meet in winter?"
    assert page.go_back()
    assert page.settle.isVisible()
    assert not evening.activity("agenda").settled
    assert not page.go_back()


def test_the_circles_lead_to_any_item_and_to_the_whole_list(evening: Evening) -> None:
    page = working(evening)
    evening.desk.change(evening.session.items[1], AgendaItem.close, "talked")
    names = [button.accessibleName() for button in page.work.path.items]
    assert names[1:3] == ["Item 2: The bus pass letter. Talked through", "Item 3: The garden on Saturdays"]
    page.work.path.items[2].setFocus()
    press(Qt.Key.Key_Space)
    assert page.work.title.text() == "The garden on Saturdays"
    QTest.mouseClick(page.work.path.all, CLICK)
    assert page.settle.isVisible()


def test_what_is_half_typed_stays_with_its_item(evening: Evening) -> None:
    page = working(evening, 1)
    kept = page.work.kept
    type_words("Nobody knows which fo")
    QTest.mouseClick(kept.fold, CLICK)
    type_words("Ask the libr")
    page._point(2)
    assert kept.field.text() == ""
    assert kept.action.typed()[0] == ""
    assert kept.action.isHidden()
    page._point(1)
    assert kept.field.text() == "Nobody knows which fo"
    assert kept.action.what.text() == "Ask the libr"
    assert kept.action.isVisible()


def test_what_is_half_typed_is_kept_when_the_agenda_is_left(evening: Evening) -> None:
    page = working(evening, 1)
    type_words("Nobody knows which form it is")
    page._point(2)
    QTest.mouseClick(page.work.kept.fold, CLICK)
    type_words("Ask the library")
    page.leave()
    assert [point.text for point in evening.session.items[1].points] == ["Nobody knows which form it is"]
    assert [action.text for action in evening.session.items[2].actions] == ["Ask the library"]
    page.leave()
    assert len(evening.session.items[1].points) == 1


# -- deciding together --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("button", "short"), [("decide", False), ("short", True)])
def test_any_item_can_be_decided_together(evening: Evening, button: str, short: bool) -> None:
    page = working(evening, 2)
    QTest.mouseClick(getattr(page.work.closing, button), CLICK)
    now = evening.session.now
    assert isinstance(now, Deciding)
    assert (now.poll.question, now.poll.short) == ("The garden on Saturdays", short)


def test_onward_of_an_item_to_decide_opens_its_decision_and_leads_back_to_it(evening: Evening) -> None:
    page = working(evening)
    assert page.onward() == "Decide together"
    assert page.go_on()
    talk = evening.session.now
    assert isinstance(talk, Deciding)
    assert talk.poll.openness == "leaning"
    evening.desk.change(evening.session, Session.go, evening.activity("agenda"))
    assert page.work.closing.decide.isHidden()
    assert page.onward() == "Go to the decision"
    QTest.mouseClick(page.work.closing.go, CLICK)
    assert evening.session.now is talk


def test_an_item_with_a_closed_decision_shows_its_ending(evening: Evening) -> None:
    page = working(evening)
    page.go_on()
    talk = evening.session.now
    assert isinstance(talk, Deciding)
    evening.desk.change(talk, _end_it)
    evening.desk.change(evening.session, Session.walk_on)
    assert evening.session.now is evening.activity("agenda")
    assert page.work.closing.how.text() == "Go ahead and look again on Tuesday 2 February 2027"
    assert page.onward() == "The next item"
    QTest.mouseClick(page.work.closing.again, CLICK)
    assert page.work.closing.decided.isVisible()
    assert page.onward() == "Close this item"
    page.go_on()
    assert focus() is page.work.closing.decided
    press(Qt.Key.Key_Space)
    assert evening.session.items[0].closed == "decided"


def _end_it(talk: Deciding) -> None:
    """The room has decided; how is the matter of another test."""
    talk.poll.ending, talk.poll.look_again, talk.poll.words = "go ahead", date(2027, 2, 2), "In the church hall."
    item = talk.poll.item
    assert item is not None
    item.close("decided")


# -- for everyone -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("settled", [False, True])
def test_everything_is_named_reached_by_tab_and_inside(
    evening: Evening, qapp: QApplication, all_named: Callable[[QWidget], bool], zoom: float, settled: bool
) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    if settled:
        page.go_on()
        page.work.kept.fold.click()
        evening.desk.change(evening.session.items[0], AgendaItem.add_point, "The hall is warm and it is free.")
    qapp.processEvents()
    assert all_named(page)
    assert page.minimumSizeHint().width() <= 766
    shown = [one for one in page.findChildren(QWidget) if one.isVisible()]
    for part in shown:
        at = part.mapTo(page, part.rect().topLeft())
        assert at.x() >= 0
        assert at.x() + part.width() <= page.width() + 1
    names = stops(page)
    wanted = (
        {"What should be kept? One line", "Fold this away", "Decide together", "Talked through", "The whole list",
         "Add the action", "The hall is warm and it is free"}
        if settled
        else {"What do you want to talk about?", "What is it for?", "10 minutes", "Add an item",
              "More for: Where do we meet in winter?"}
    )  # fmt: skip
    assert wanted <= set(names)


def test_refreshing_asks_the_store_for_nothing_and_changes_nothing(evening: Evening) -> None:
    page = working(evening, 1)
    evening.desk.change(evening.session.items[1], AgendaItem.add_point, "Nobody knows which form it is.")
    rows = page.work.kept.lines.rows()
    heard = evening.statements()
    page.refresh()
    page.onward()
    page._point(2)
    page._point(1)
    assert heard == []
    assert rows[0].line.text == page.work.kept.lines.rows()[0].line.text
