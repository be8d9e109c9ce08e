"""A group's own decks in the windows: chosen, brought in, changed and struck; by keys, and with what is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from elephants.sessions.decks.deck import Card, Deck
from elephants.sessions.session import Session
from elephants.sessions.stories.decks import bring_in, remove_deck
from elephants.sessions.stories.table import FIRST, CardTable
from elephants.ui.pages.stories.editor import DeckEditor, brought_words
from elephants.ui.pages.stories.print import CardsOnPaper
from elephants.ui.pages.stories.stories import StoriesPage
from elephants.ui.parts import dialogs
from elephants.ui.parts.patience import Waiting, with_patience
from elephants.ui.style import LIGHT, dress
from tests.ui.pages.evening import Evening, focus, press, stops, type_words

CSV = "shelf,en,pl\neasy,A boat you like,Łódka\nmore,<b>A bell</b> you know,\n"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, str], Path]:
    """Answer the file dialog, to open and to save, with a file of these words."""

    def answer(name: str, text: str) -> Path:
        file = tmp_path / name
        if text:
            file.write_text(text, encoding="utf-8")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(file), ""))
        return file

    return answer


def harbour(evening: Evening) -> None:
    cards = tuple(Card(f"c{n}", "easy", "", {"en": one, "pl": f"{one} po polsku"}) for n, one in enumerate("ABCD"))
    evening.desk.change(evening.space, bring_in, Deck({"en": "Harbour"}, "", cards))


def editor(evening: Evening) -> DeckEditor:
    evening.page("stories")
    made = DeckEditor(evening.desk, evening.space.id, evening.frame)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def table(evening: Evening) -> CardTable:
    laid: CardTable = evening.desk.moment(evening.activity("stories"))
    return laid


# -- choosing ------------------------------------------------------------------------------------------------------


def test_a_deck_and_its_language_are_chosen_by_keys_before_the_first_cards(evening: Evening) -> None:
    harbour(evening)
    page: StoriesPage = evening.page("stories")
    assert [page.before.deck.itemText(at) for at in range(2)] == ["First deck", "Harbour"]
    assert not page.before.language.isVisible()
    page.before.deck.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    assert table(evening).deck.name() == "Harbour"
    assert [page.before.language.itemText(at) for at in range(2)] == ["English", "Polish"]
    page.before.language.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_N)
    assert table(evening).shown == []  # a letter typed into a list to choose from deals no cards
    page.deal.click()
    assert all(card.accessibleName().endswith("po polsku") for card in page.cards)
    assert not page.before.isVisible()


def test_a_deck_without_a_card_is_not_offered_and_a_title_is_no_markup(evening: Evening) -> None:
    evening.desk.change(
        evening.space, bring_in, Deck({"en": "<h1>Big</h1>"}, "", (Card("a", "easy", "", {"en": "A"}),))
    )
    page: StoriesPage = evening.page("stories")
    assert page.before.deck.itemText(1) == "<h1>Big</h1>"
    assert page.before.deck.toolTip() == ""
    own = evening.space.decks[0]
    evening.desk.change(own, type(own).take_out, "a")
    assert page.before.deck.count() == 1


def test_a_removed_deck_gives_way_to_the_first(evening: Evening) -> None:
    harbour(evening)
    page: StoriesPage = evening.page("stories")
    page.before.deck.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    assert table(evening).key != FIRST
    evening.desk.change(evening.space, remove_deck, evening.space.decks[0])
    assert table(evening).key == FIRST
    assert page.before.deck.currentText() == "First deck"


# -- rounds and tables ---------------------------------------------------------------------------------------------


def test_a_second_round_is_asked_for_and_three_are_enough(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    page.deal.click()
    said = []
    for _ in range(3):
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_T)
        press(Qt.Key.Key_R)
        said.append("Three are enough" in page.words.text())
        assert page.title.text() == "One more round, or leave it here?"
        press(Qt.Key.Key_N)
    assert said == [False, False, True]
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_L)
    assert page.title.text() == "Leave it here. What was it like to listen?"


def test_more_than_eight_go_one_table_after_another(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    assert page.before.one_by_one.isVisible()
    page.before.one_by_one.click()
    page.deal.click()
    assert page.where.words() == "Table 1 of 2"
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_X)
    assert page.where.words() == "Table 2 of 2"
    assert len(table(evening).shown) == 3
    press(Qt.Key.Key_R)
    assert not page.table_on.isVisible()


def test_the_table_is_fair_when_the_room_comes_back_to_the_cards(evening: Evening) -> None:
    page: StoriesPage = evening.page("stories")
    page.deal.click()
    first = {card.id for card in table(evening).shown}
    agenda = evening.activity("agenda")
    evening.desk.change(evening.session, Session.go, agenda)
    page = evening.page("stories")
    assert table(evening).shown == []
    up: set[str] = set()
    for _ in range(15):
        evening.desk.change(table(evening), CardTable.other_cards)
        up |= {card.id for card in table(evening).shown}
    assert up.isdisjoint(first)


# -- the editor ----------------------------------------------------------------------------------------------------


def test_a_file_is_brought_in_and_again(evening: Evening, asked: Callable[[str, str], Path]) -> None:
    window = editor(evening)
    assert "No deck of your own yet" in window.about.text()
    assert focus() is window.bring
    asked("harbour.csv", CSV)
    press(Qt.Key.Key_Space)
    assert window.told.text() == "2 new cards."
    assert [row.line.text for row in window.list.rows()] == ["A boat you like", "<b>A bell</b> you know"]
    window.bring.click()
    assert window.told.text() == "0 new cards. 2 were there already."
    assert len(window.list.rows()) == 2
    evening.desk.undo()
    evening.desk.undo()
    assert "No deck of your own yet" in window.about.text()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "colour,size\nred,3\n", "a.csv, line 1: the first line names the columns"),
        ("a.csv", "shelf,en\neasy,A boat\nhard,A bell\n", "a.csv, line 3: the shelf of this card"),
        ("a.json", '{"cards": [\n {"text": "A"},\n {"text": ""}\n]}', "a.json, line 3: this card has no prompt"),
        ("a.json", "{", "a.json, line 1: this is not written as a deck file"),
        ("a.toml", "[deck]\n", "a.toml, line 1: there is no [[card]]"),
        ("a.txt", "A boat", "a.txt is not a deck of cards"),
        ("gone.csv", "", "gone.csv cannot be read"),
    ],
)
def test_a_broken_file_is_said_with_line_and_reason(
    evening: Evening, asked: Callable[[str, str], Path], name: str, text: str, words: str
) -> None:
    window = editor(evening)
    asked(name, text)
    window.bring_in()
    assert window.told.text().startswith(words)
    assert evening.space.decks == []


def test_a_deck_is_made_changed_and_struck_by_keys(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    window = editor(evening)
    words = iter(["Our cards", "A hat you would wear", "Tuesday cards"])
    monkeypatch.setattr(dialogs, "ask_words", lambda *_a, **_k: next(words))
    monkeypatch.setattr(dialogs, "ask", lambda *_a: True)
    window.new.click()
    assert focus() is window.add.field
    for said in ("A hat you like", "A door you know"):
        type_words(said)
        press(Qt.Key.Key_Return)
    own = evening.space.decks[0]
    assert [card.prompt() for card in own.deck.cards] == ["A hat you like", "A door you know"]
    type_words("a hat you LIKE")
    press(Qt.Key.Key_Return)
    assert window.told.text() == "There is a card with these words already."
    assert window.add.text() == "a hat you LIKE"
    row = window.list.rows()[0]
    for action in ("reword", "shelf"):
        row.acted.emit(row.line.id, action)
    assert next((card.prompt(), card.shelf) for card in own.deck.cards) == ("A hat you would wear", "more")
    row.acted.emit(row.line.id, "out")
    assert [row.line.text for row in window.list.rows()] == ["A door you know"]
    window.rename.click()
    assert own.title == "Tuesday cards"
    window.remove.click()
    assert evening.space.decks == []
    assert focus() is window.bring


def test_five_thousand_cards_are_listed_a_hundred_at_a_time_and_found_by_their_words(evening: Evening) -> None:
    cards = tuple(Card(str(n), "easy", "", {"en": f"Thing number {n}"}) for n in range(5000))
    evening.desk.change(evening.space, bring_in, Deck({"en": "Big"}, "", cards))
    window = editor(evening)
    assert len(window.list.rows()) == 100
    assert "The last 100 are listed" in window.about.text()
    window.search.setText("number 321")
    assert next(row.line.text for row in window.list.rows()) == "Thing number 321"
    assert len(window.list.rows()) == 11


def test_everything_in_the_editor_has_a_name_a_turn_and_room_at_any_zoom(
    evening: Evening, qapp: QApplication, all_named: Callable[[QWidget], bool]
) -> None:
    harbour(evening)
    window = editor(evening)
    assert all_named(window)
    names = stops(window)
    for wanted in ("Which deck?", "Bring in a file", "Find a card by its words", "Another card", "Close"):
        assert any(name.startswith(wanted) for name in names), (wanted, names)
    dress(qapp, LIGHT, 2.0, motion=False)
    QApplication.processEvents()
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 700


def test_the_editor_lets_go_of_the_desk_when_it_closes(evening: Evening) -> None:
    before = len(evening.desk.changed)
    window = editor(evening)
    window.close_it.click()
    assert len(evening.desk.changed) == before + 1  # the page's own


# -- on paper, and long work ---------------------------------------------------------------------------------------


def test_the_cards_are_saved_with_backs_or_without(evening: Evening, asked: Callable[[str, str], Path]) -> None:
    page: StoriesPage = evening.page("stories")
    file = asked("cards.pdf", "")
    window = CardsOnPaper(page.table, page)
    assert "18 sheets" in window.how.text()
    window.show()
    assert window.save() == file
    both = file.stat().st_size
    window.backs.click()
    assert "faces only" in window.how.text()
    window.save()
    assert 0 < file.stat().st_size < both
    assert window.told.text() == "Saved: cards.pdf"


def test_short_work_shows_nothing_and_its_trouble_comes_back(evening: Evening) -> None:
    assert evening.desk is not None

    def count(told: Callable[[float], None]) -> int:
        told(0.5)
        return 7

    assert with_patience(None, "Counting", count) == 7

    def wrong(_told: Callable[[float], None]) -> int:
        raise KeyError("x")

    with pytest.raises(KeyError):
        with_patience(None, "Counting", wrong)


def test_long_work_is_shown_and_stops_where_somebody_cancels(evening: Evening) -> None:
    assert evening.desk is not None
    stopped, seen = Event(), []

    def work(told: Callable[[float], None]) -> int:
        try:
            while True:
                told(0.4)
                stopped.wait(0.005)
        finally:
            stopped.set()

    def cancel() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Waiting) and window.isVisible():
                seen.append(window.bar.value())
                window.cancel.click()

    look = QTimer()
    look.timeout.connect(cancel)
    look.start(20)
    assert with_patience(None, "Counting", work) is None
    look.stop()
    assert seen == [40]
    assert stopped.wait(5)


def test_what_was_brought_in_is_said_in_numbers() -> None:
    assert brought_words(1, 0) == "1 new card."
    assert brought_words(0, 1) == "0 new cards. 1 was there already."
