"""More than One Story: cards that everybody draws; nothing of it is kept (METHOD.md, More than One Story)."""

from __future__ import annotations

import random
from collections.abc import Hashable
from functools import cache

from elephants.places import asset
from elephants.sessions.activity import Activity
from elephants.sessions.deck import CardTable, Deck, read_deck
from elephants.words import mark, tr

MOST_AT_ONE_TABLE = 8


@cache
def first_deck() -> Deck:
    """The deck that comes with the app, read once."""
    return read_deck(asset("cards", "first-deck.toml"))


class Stories(Activity):
    """One table with three cards face up; kept is only that the activity took place."""

    __mapper_args__ = {"polymorphic_identity": "stories"}
    name = mark("More than One Story")

    def say(self) -> str:
        """Read the rules aloud."""
        return tr(
            "Take a card. Tell as much or as little as you like. Small is good. Swap, pass or stay quiet, no reason. "
            "We listen. No advice, no writing down. The teller says when it is done. "
            "Ask a question only if the teller says yes."
        )

    def hint(self) -> str:
        """Say who goes first, and propose tables where many are here."""
        if (self.session.here or 0) > MOST_AT_ONE_TABLE:
            return tr("More than eight are here. Make tables, with printed cards, or go one table after another.")
        return tr("You go first, then whoever is ready. Everybody draws.")

    def moment_key(self) -> Hashable:
        """The cards lie on the table only while the room is in this activity."""
        return (self.id, self.state)

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay out the table, no card up yet."""
        return CardTable(first_deck(), chance)
