"""Fair drawing, counted: no card is up twice before all open cards were up once; and rounds, tables, the close."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest

from elephants.sessions.base import Refused
from elephants.sessions.decks.deck import EASY, MORE, Card, Deck
from elephants.sessions.stories.table import FIRST, CardTable

Draw = Callable[[], list[Card]]


def deck_of(easy: int, more: int = 0) -> Deck:
    shelves = [EASY] * easy + [MORE] * more
    return Deck({"en": "T"}, "", tuple(Card(f"{n}", shelf, "", {"en": f"{n}"}) for n, shelf in enumerate(shelves)))


def is_fair(draw: Draw, cards: int, turns: int, times: Counter[str]) -> bool:
    """Draw so often; whether a card never came again while another of as many cards had been up less often."""
    for _ in range(turns):
        for card in draw():
            fewest = min(times.values()) if len(times) == cards else 0
            if times[card.id] > fewest:
                return False
            times[card.id] += 1
    return True


def by_hand(table: CardTable, chance: random.Random) -> Draw:
    """Draw as a room does: other cards now and then, a card told, put back, thanked."""

    def draw() -> list[Card]:
        if table.shown and not table.telling and chance.random() < 0.4:
            table.other_cards()
            return table.shown
        if table.shown and chance.random() < 0.7:
            table.choose(chance.choice(table.shown).id)
            if chance.random() < 0.2:
                table.put_back()
            else:
                table.thank()
        if chance.random() < 0.1:
            table.telling = None
            table.end_round()
        table.deal()
        return table.shown

    return draw


@pytest.mark.parametrize("easy", range(1, 101))
def test_no_card_comes_twice_until_all_were_up(easy: int) -> None:
    chance = random.Random(easy)
    table = CardTable(deck_of(easy), chance)
    times: Counter[str] = Counter()
    assert is_fair(by_hand(table, chance), easy, easy + 5, times)
    assert len(times) == easy
    assert max(times.values()) - min(times.values()) <= 1


@pytest.mark.parametrize("more", [1, 2, 7, 40])
@pytest.mark.parametrize("easy", [1, 2, 3, 10, 60])
@pytest.mark.parametrize("before", [0, 1, 5, 30])
def test_with_both_shelves_open_all_are_up_before_any_comes_again(easy: int, more: int, before: int) -> None:
    chance = random.Random(easy * 100 + more)
    table = CardTable(deck_of(easy, more), chance)
    draw, times = by_hand(table, chance), Counter[str]()
    assert is_fair(draw, easy, before, times)
    table.open_more()
    seen = set(times)
    for _ in range(easy + more):
        for card in draw():
            assert card.id not in seen or len(seen) == easy + more
            seen.add(card.id)
    assert len(seen) == easy + more


def test_a_pile_that_forgets_is_found_unfair() -> None:
    """The control: three cards by chance each time, as a table without a memory would."""
    chance = random.Random(1)
    cards = list(deck_of(20).cards)
    assert not is_fair(lambda: chance.sample(cards, 3), 20, 20, Counter())


def test_a_deck_that_changes_while_it_is_drawn_stays_fair() -> None:
    chance = random.Random(4)
    table = CardTable(deck_of(9), chance)
    for _ in range(4):
        table.other_cards()
    more = deck_of(12)  # three cards came to it
    table.follow({FIRST: more})
    table.other_cards()
    assert {card.id for card in table.shown} == {"9", "10", "11"}


def test_a_deck_with_one_shelf_of_a_bit_more_has_nothing_to_opt_in_to() -> None:
    table = CardTable(deck_of(0, 4), random.Random(1))
    table.deal()
    assert len(table.shown) == 3


def test_rounds_and_tables() -> None:
    table = CardTable(deck_of(9), random.Random(1))
    with pytest.raises(Refused, match="not over"):
        table.another_round()
    table.one_after_another(2)
    table.deal()
    table.choose(table.shown[0].id)
    with pytest.raises(Refused, match="being told"):
        table.end_round()
    table.thank()
    table.thank()
    assert table.told == 1
    table.end_round()
    table.another_round()
    assert (table.rounds, table.told, table.asking) == (2, 0, False)
    table.end_round()
    table.next_table()
    assert (table.table, table.rounds) == (2, 1)
    table.end_round()
    with pytest.raises(Refused, match="last table"):
        table.next_table()
    table.leave_it_here()
    assert (table.closing, table.shown) == (True, [])
    with pytest.raises(Refused, match="from 1 to 50"):
        table.one_after_another(51)
