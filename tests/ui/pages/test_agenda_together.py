"""The agenda made together, by real keys and the mouse: dragged, dotted, one place drawn, roles, more time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from elephants.sessions.agenda.agenda import OPENS, Agenda, AgendaItem
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.ui.pages.agenda.agenda import AgendaPage
from elephants.ui.parts.row import Row
from elephants.ui.style import LIGHT, dress
from tests.ui.pages.evening import TODAY, Evening, focus, press, stops
from tests.ui.pages.test_agenda import ask_for_four, choose, row, titles, working

FOUR = ["Where do we meet in winter?", "The bus pass letter", "The garden on Saturdays", "What do we tell the council?"]
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def settling(evening: Evening) -> AgendaPage:
    page: AgendaPage = evening.page("agenda")
    ask_for_four(evening)
    QApplication.processEvents()
    return page


@contextmanager
def dragging(moved: Row, onto: Row) -> Iterator[QPoint]:
    """Hold a row with the mouse, just above the middle of another one; it is let go afterwards."""
    start = moved.rect().center()
    end = moved.mapFromGlobal(onto.mapToGlobal(onto.rect().center() - QPoint(0, 2)))
    QTest.mousePress(moved, LEFT, NO_KEY, start)
    QTest.mouseMove(moved, start + (end - start) / 2)
    now = moved.mapFromGlobal(onto.mapToGlobal(onto.rect().center() - QPoint(0, 2)))
    QTest.mouseMove(moved, now)
    yield now
    QTest.mouseRelease(moved, LEFT, NO_KEY, moved.mapFromGlobal(onto.mapToGlobal(onto.rect().center())))
    QApplication.processEvents()


# -- order --------------------------------------------------------------------------------------------------------


def test_an_item_is_dragged_to_its_place_and_undone(evening: Evening) -> None:
    page = settling(evening)
    lines = page.settle.lines
    with dragging(row(lines, FOUR[3]), row(lines, FOUR[1])):
        assert titles(evening) == FOUR
    assert titles(evening) == [FOUR[0], FOUR[3], FOUR[1], FOUR[2]]
    assert focus() is row(lines, FOUR[3])
    assert [one.y() for one in lines.rows()] == sorted(one.y() for one in lines.rows())
    evening.desk.undo()
    assert titles(evening) == FOUR


def test_escape_puts_a_dragged_item_back_and_a_click_drags_nothing(evening: Evening) -> None:
    page = settling(evening)
    lines = page.settle.lines
    before = [one.geometry() for one in lines.rows()]
    with dragging(row(lines, FOUR[3]), row(lines, FOUR[0])):
        assert [one.geometry() for one in lines.rows()] != before
        QTest.keyClick(row(lines, FOUR[3]), Qt.Key.Key_Escape)
        assert [one.geometry() for one in lines.rows()] == before
    QTest.mouseClick(row(lines, FOUR[2]), LEFT)
    assert titles(evening) == FOUR
    assert not evening.said


def test_any_item_of_the_list_is_talked_about_now(evening: Evening) -> None:
    page = settling(evening)
    choose(row(page.settle.lines, FOUR[2]), "Talk about it now")
    assert evening.activity("agenda").settled
    assert page.work.title.text() == FOUR[2]
    assert titles(evening) == FOUR


# -- dots and the lot ---------------------------------------------------------------------------------------------


def dotted(page: AgendaPage, *counts: int) -> None:
    """Put so many dots on each item, by keys."""
    QTest.mouseClick(page.settle.dots, LEFT)
    QApplication.processEvents()
    for n in counts:
        for _ in range(n):
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Tab)


def test_dots_are_counted_ordered_drawn_and_kept_by_keys_alone(evening: Evening) -> None:
    page = settling(evening)
    page.settle.dots.setFocus()
    press(Qt.Key.Key_Space)
    assert focus() is next(iter(page.dots.rows.values())).count
    for n in (1, 4, 0, 6):
        for _ in range(n):
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Tab)
    here = evening.session.here or 0
    assert page.dots.gap.text() == f"{here} here, 3 each: 11 of {here * 3} counted."
    before = evening.kept()
    assert page.onward() == "Order them by dots"
    page.go_on()
    assert page.onward() == "Draw the second place by lot"
    chips = {one.line.text: [chip.words for chip in one.line.chips] for one in page.dots.list.rows()}
    assert chips == {FOUR[3]: [], FOUR[1]: [], FOUR[0]: ["in the draw"], FOUR[2]: ["in the draw"]}
    page.go_on()
    assert page.onward() == "Keep this order"
    drawn = page.dots.list.rows()[1].line
    assert [chip.words for chip in drawn.chips] == ["drawn by lot"]
    assert drawn.text in (FOUR[0], FOUR[2])
    assert evening.kept() == before
    page.go_on()
    assert page.settle.isVisible()
    assert titles(evening)[:2] == [FOUR[3], drawn.text]
    evening.desk.undo()
    assert titles(evening) == FOUR
    assert page.table.dots is None


def test_dots_are_left_by_back_or_the_button_with_the_order_as_it_was(evening: Evening) -> None:
    page = settling(evening)
    dotted(page, 0, 3)
    assert page.go_back()
    assert page.settle.isVisible()
    dotted(page, 0, 3)
    QTest.mouseClick(page.dots.leave, LEFT)
    assert page.settle.isVisible()
    assert titles(evening) == FOUR


def test_nothing_counted_is_said_and_how_many_each_is_asked_before_the_first(evening: Evening) -> None:
    page = settling(evening)
    dotted(page)
    page.go_on()
    assert "No dot was counted yet" in evening.said[-1]
    page.dots.each.setFocus()
    press(Qt.Key.Key_Down)
    assert page.table.dots is not None
    assert page.table.dots.each == 4
    page.dots.begin()
    press(Qt.Key.Key_5)
    assert not page.dots.each.isEnabled()
    QTest.mouseClick(page.dots.again, LEFT)
    assert page.dots.each.isEnabled()
    assert page.table.dots.counted == 0


def test_counts_are_covered_where_the_room_may_see_them(evening: Evening) -> None:
    page = settling(evening)
    dotted(page, 0, 7)
    page.cover(on=True)
    said = [words.accessibleName() for words in page.dots.findChildren(QWidget) if words.isVisible()]
    assert not [words for words in said if "7" in words]
    page.cover(on=False)
    assert ": 7 of " in page.dots.gap.text()


# -- roles --------------------------------------------------------------------------------------------------------


def test_a_role_is_offered_taken_and_swapped_and_never_kept(evening: Evening) -> None:
    page = settling(evening)
    roles, before = page.settle.roles, evening.kept()
    QTest.mouseClick(roles.fold, LEFT)
    assert roles.isVisible()
    roles.buttons["time"].setFocus()
    press(Qt.Key.Key_Space)
    assert roles.buttons["time"].accessibleName() == "Watch the time: taken"
    assert page.table.free() == ["lead", "write", "watch"]
    press(Qt.Key.Key_Space)
    assert roles.buttons["time"].accessibleName() == "Watch the time: free"
    QTest.mouseClick(roles.fold, LEFT)
    assert not roles.isVisible()
    assert evening.kept() == before
    evening.desk.change(evening.session.items[0], AgendaItem.reword, "Another")
    assert evening.kept() != before  # the control: what is kept would be seen


# -- the item in hand ---------------------------------------------------------------------------------------------


def later(evening: Evening, minutes: int) -> None:
    now = datetime.combine(TODAY, time(13)).replace(minute=minutes)
    evening.desk.clock = lambda: now


def test_the_minutes_of_an_item_are_said_early_gently_and_on_the_console_alone(evening: Evening) -> None:
    page = working(evening, 1)
    hand = page.work.in_hand
    later(evening, 5)
    hand.look()
    assert not hand.left.isVisible()
    later(evening, 8)
    hand.look()
    assert hand.left.text().startswith("About 2 minutes are left for this one.")
    assert hand.left.isVisible()
    later(evening, 11)
    hand.look()
    assert hand.left.text().startswith("The time for this one is used up.")
    QTest.mouseClick(hand.more, LEFT)
    assert evening.session.items[1].minutes == 15
    assert page.work.about.text() == "To put right, 15 minutes"
    assert not hand.left.isVisible()
    assert "What can wait?" in hand.over.text()
    later(evening, 2)  # a clock that was set back
    hand.look()
    assert not hand.left.isVisible()


def test_a_parked_item_comes_last_and_the_next_one_is_there(evening: Evening) -> None:
    page = working(evening, 1)
    QTest.keyClicks(focus(), "Half a thou")
    page.work.in_hand.park.setFocus()
    press(Qt.Key.Key_Space)
    assert titles(evening) == [FOUR[0], FOUR[2], FOUR[3], FOUR[1]]
    assert page.work.title.text() == FOUR[2]
    assert focus() is page.work.kept.field.field
    page._point(3)
    assert page.work.kept.field.text() == "Half a thou"
    QTest.mouseClick(page.work.in_hand.park, LEFT)
    assert page.work.title.text() == FOUR[0]
    for at in range(3):
        evening.desk.change(evening.session.items[at], AgendaItem.close, "talked")
    page._point(3)
    assert not page.work.in_hand.park.isVisible()


@pytest.mark.parametrize("what", list(OPENS))
def test_an_item_opens_something_and_comes_back(evening: Evening, what: str) -> None:
    page = working(evening, 2)
    page.work.in_hand.another.setFocus()
    press(Qt.Key.Key_Space)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    for _ in range(list(OPENS).index(what)):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert evening.session.now is not None
    assert (evening.session.now.title, evening.session.now.kind) == (FOUR[2], "checkin" if what == "round" else what)
    evening.desk.change(evening.session, Session.walk_on)
    assert page.work.title.text() == FOUR[2]


def test_what_waited_shows_its_history(evening: Evening) -> None:
    page = working(evening)
    evening.desk.change(evening.session.items[1], AgendaItem.add_point, "Nobody knows which form.")
    evening.desk.change(evening.session, Session.close)
    day = date(2026, 12, 1)
    evening.desk.change(evening.space, Space.plan, day, time(13), 90)
    evening.put_away()
    evening.desk.open(next(one.id for one in evening.space.sessions if one.date == day))
    evening.desk.change(evening.session, Session.start, 9)
    page = evening.page("agenda")
    under = [one.line.under for one in page.settle.lines.rows()[:2]]
    assert under == ["We lean one way. On the agenda of Tuesday 24 November 2026, not reached.",
                     "Talked about on Tuesday 24 November 2026 and carried over."]  # fmt: skip
    page.go_on()
    assert page.work.history.text() == "On the agenda of Tuesday 24 November 2026, not reached."
    assert page.work.history.isVisible()


# -- for everyone -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("ordered", [False, True])
def test_the_dots_are_named_reached_by_tab_and_inside(
    evening: Evening, qapp: QApplication, all_named: Callable[[QWidget], bool], zoom: float, ordered: bool
) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    page = settling(evening)
    dotted(page, 1, 2, 3, 4)
    if ordered:
        page.go_on()
    page.dots.begin()
    QApplication.processEvents()
    assert evening.frame is not None
    assert all_named(evening.frame)
    names = stops(page)
    wanted = "Leave the order as it is"
    assert wanted in names
    assert len(names) >= (2 if ordered else 6)
    assert page.dots.leave.width() <= page.width()


def test_a_hundred_items_are_listed_dotted_and_walked(evening: Evening) -> None:
    page: AgendaPage = evening.page("agenda")

    def many(agenda: Agenda) -> None:
        for n in range(100):
            agenda.add_item(f"Thing number {n}")

    evening.desk.change(evening.activity("agenda"), many)
    assert len(page.settle.lines.rows()) == 100
    page.talk_about(evening.session.items[60])
    assert page.work.title.text() == "Thing number 60"
    shown = [button for button in page.work.path.items if button.isVisible()]
    assert len(shown) == 24
    assert shown[12].accessibleName() == "Item 61: Thing number 60"
    page.go_back()
    page.do(page.activity, Agenda.unsettle)
    QTest.mouseClick(page.settle.dots, LEFT)
    assert len(page.dots.rows) == 100
    dots = page.table.dots
    assert dots is not None
    evening.desk.change(dots, type(dots).put, dots.items[99], 9)
    for _ in range(3):
        page.go_on()
    assert titles(evening)[0] == "Thing number 99"
