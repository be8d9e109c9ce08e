"""The cards on the table by single keys; nothing of them is anywhere afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from elephants.sessions.session import Session
from elephants.sessions.stories.table import CardTable
from elephants.ui.pages.stories.before import tables_words
from elephants.ui.pages.stories.stories import StoriesPage
from tests.ui.pages.evening import Evening, focus, press, stops


def table(evening: Evening) -> CardTable:
    laid: CardTable = evening.desk.moment(evening.activity("stories"))
    return laid


def test_a_round_goes_by_single_keys(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    assert focus() is page.deal
    press(Qt.Key.Key_Return)
    first = list(table(evening).shown)
    assert [card.accessibleName() for card in page.cards] == [
        f"Card {n}: {card.prompt()}" for n, card in enumerate(first, 1)
    ]
    press(Qt.Key.Key_O)
    assert set(table(evening).shown).isdisjoint(first)
    press(Qt.Key.Key_2)
    assert table(evening).telling is table(evening).shown[1]
    assert page.told.card is table(evening).telling
    assert not page.cards[0].isVisible()
    press(Qt.Key.Key_T)
    assert table(evening).thanked
    press(Qt.Key.Key_N)
    assert table(evening).telling is None
    assert len(table(evening).shown) == 3


def test_the_keyboard_follows_the_table(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    press(Qt.Key.Key_Space)
    assert focus() is page.cards[0]
    press(Qt.Key.Key_Space)
    assert focus() is page.thanks
    press(Qt.Key.Key_Space)
    assert focus() is page.next


def test_a_card_is_put_back_untold(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    press(Qt.Key.Key_N)
    up = list(table(evening).shown)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_O)  # no other cards while one is told
    assert table(evening).shown == up
    press(Qt.Key.Key_B)
    assert table(evening).telling is None
    assert page.cards[2].isVisible()


def test_no_card_is_ever_kept(evening: Evening) -> None:
    evening.page("stories")
    before = evening.kept()
    assert "More than One Story" in before  # the control: that it took place is kept
    press(Qt.Key.Key_N)
    prompts = [card.prompt() for card in table(evening).shown]
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_T)
    assert evening.kept() == before
    assert not any(prompt in before for prompt in prompts)
    assert not evening.desk.can_undo or evening.session.updates == []


def test_the_cards_go_with_the_activity(evening: Evening) -> None:
    evening.page("stories")
    press(Qt.Key.Key_N)
    evening.page("agreement") if "agreement" in {one.kind for one in evening.session.activities} else None
    evening.page("stories")
    assert table(evening).shown == []


def test_nothing_on_this_page_takes_text(evening: Evening) -> None:
    page = evening.page("stories")
    press(Qt.Key.Key_N)
    assert page.findChildren(QLineEdit) == []
    assert page.findChildren(QPlainTextEdit) == []


def test_the_shelf_a_bit_more_is_opened_by_the_group_once(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    assert page.more_shelf.isVisible()
    assert not table(evening).more_open
    page.more_shelf.click()
    assert table(evening).more_open
    assert page.more_shelf.isChecked()
    assert not page.more_shelf.isEnabled()


@pytest.mark.parametrize(("here", "words"), [(9, "make 2 tables"), (16, "make 2 tables"), (17, "make 3 tables")])
def test_more_than_eight_make_tables(here: int, words: str) -> None:
    assert words in tables_words(here)


def test_eight_sit_at_one_table(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    assert page.before.tables.isVisible()
    evening.desk.change(evening.session, Session.count_here, 8)
    assert not page.before.tables.isVisible()


def test_everything_has_a_name_and_a_turn(evening: Evening, all_named: Callable[[QWidget], bool]) -> None:
    page = evening.page("stories")
    press(Qt.Key.Key_N)
    assert all_named(page)
    names = stops(page)
    assert [name[:6] for name in names] == ["Card 1", "Card 2", "Card 3", "Other ", "The ro", "Also c"]


def test_drawing_again_asks_the_store_for_nothing(evening: Evening) -> None:
    page = evening.page("stories")
    heard = evening.statements()
    press(Qt.Key.Key_N)
    page.refresh()
    assert heard == []
    evening.desk.change(evening.session, Session.count_here, 8)
    assert heard != []  # the control


def test_right_to_left_the_first_card_lies_right(evening: Evening, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page: StoriesPage = evening.page("stories")
        press(Qt.Key.Key_N)
        qapp.processEvents()
        assert page.cards[0].x() > page.cards[2].x()
        page.grab()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
