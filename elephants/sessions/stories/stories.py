"""More than One Story: cards that everybody draws; nothing of it is kept (METHOD.md, More than One Story)."""

from __future__ import annotations

import random
from collections.abc import Hashable
from functools import cache

from elephants.places import asset
from elephants.sessions.activity import Activity
from elephants.sessions.decks.deck import Deck
from elephants.sessions.decks.file import read_deck
from elephants.sessions.stories.decks import OwnDeck
from elephants.sessions.stories.table import FIRST, CardTable
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

    def moment_place(self) -> Hashable:
        """One table for the whole session, so that no card comes twice until all were up."""
        return "stories"

    def moment_key(self) -> Hashable:
        """The table is there as long as the session is; what lies on it goes when the room leaves (`tend`)."""
        return self.session_id

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay out the table, no card up yet."""
        table = CardTable(first_deck(), chance)
        table.sit(self._here())
        return table

    def tend(self, moment: object) -> None:
        """Put away the cards when the room leaves, and take the decks as the group has changed them."""
        if isinstance(moment, CardTable):
            moment.sit(self._here())
            moment.follow(self.decks())

    def decks(self) -> dict[Hashable, Deck]:
        """Every deck this space can draw from, the one of the app first, by its key on the table."""
        return {FIRST: first_deck(), **{own.uid: own.deck for own in self.session.space.decks}}

    def own_deck(self, uid: Hashable) -> OwnDeck | None:
        """One of the space's own decks, by its uid; none where it is gone."""
        return next((own for own in self.session.space.decks if own.uid == uid), None)

    def _here(self) -> int | None:
        """Which round of stories the room is in now."""
        now = self.session.now
        return now.id if isinstance(now, Stories) else None
