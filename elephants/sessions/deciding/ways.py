"""The ways to choose as data, and who can learn what by each of them (METHOD.md, CHOOSE)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from elephants.sessions.deciding.result import NUMBERS, WORDS
from elephants.words import mark, tr

LEAST_FOR_BALLOT = 6
"""How many have to be here for a secret ballot on the laptop: below that, everyone could work out who chose what."""
LEAST_SLIPS = 3
"""How many slips may join the box on the laptop: one alone could be recognised."""


class Way(StrEnum):
    """How the room chooses; the value stands in the settings while the room decides, and goes when it closes."""

    OPEN = "hands in the open"
    SHUT = "hands with eyes shut"
    TIN = "slips in a tin"
    BALLOT = "secret ballot"


@dataclass(frozen=True)
class Kind:
    """What is different from way to way."""

    name: str
    about: str
    """One line for the facilitator who picks a way."""
    form: str
    """How its result is written down unless the room says otherwise."""
    say: str
    hint: str
    learns: dict[str, str]
    """Who can learn what, by how the result is written down; said before the first vote."""


KINDS: dict[Way, Kind] = {
    Way.OPEN: Kind(
        mark("Hands in the open"), mark("Quick. Everyone sees every hand."), NUMBERS,
        mark("Hands up for A. Thank you, hands down. Now B. Not sure is a choice too, and so is passing."),
        mark("Sealed: the room sees how many were counted, not for what, until you open it."),
        {
            WORDS: mark(
                "Everyone here sees your hand. We write down what most of us chose, or that we were split, "
                "never how many."
            ),
            NUMBERS: mark("Everyone here sees your hand. We write down how many chose each, never who."),
        },
    ),
    Way.SHUT: Kind(
        mark("Hands with eyes shut"), mark("Quick. Only the facilitator sees the hands."), WORDS,
        mark("Close your eyes, or look down. Hands up for A. Thank you, hands down. Now B. Passing is fine."),
        mark("Count on this screen only. The room sees nothing until you open it."),
        {
            WORDS: mark(
                "Only the facilitator sees your hand. We write down what most of us chose, or that we were split, "
                "never how many."
            ),
            NUMBERS: mark(
                "Only the facilitator sees your hand. We write down how many chose each: if nobody or all but one "
                "chose it, everyone knows."
            ),
        },
    ),
    Way.TIN: Kind(
        mark("Paper slips in a tin"), mark("No screen. Everyone writes one letter."), WORDS,
        mark("Write one letter on your slip, or leave it empty to pass. Fold it. It goes in the tin."),
        mark("When all slips are in, shake the tin, open them and count on this screen only."),
        {
            WORDS: mark(
                "Whoever counts the slips sees the letters, but not whose they are. We write down what most of us "
                "chose, or that we were split, never how many."
            ),
            NUMBERS: mark(
                "Whoever counts the slips sees the letters, but not whose they are. We write down how many chose "
                "each: if nobody or all but one chose it, everyone knows."
            ),
        },
    ),
    Way.BALLOT: Kind(
        mark("Secret ballot on this laptop"), mark("The laptop goes round. Nobody sees who chose what."), WORDS,
        mark(
            "Take one token each. When the laptop comes to you, turn the screen so that only you can see it, "
            "choose, and drop your token in the bowl. Passing is fine."
        ),
        mark("The laptop cannot know whether somebody votes twice. Count the tokens, not the votes."),
        {
            WORDS: mark(
                "Nobody can learn what you chose. We write down what most of us chose, or that we were split, "
                "never how many."
            ),
            NUMBERS: mark(
                "Nobody is told what you chose. We write down how many chose each: if nobody or all but one chose "
                "it, everyone knows."
            ),
        },
    ),
}  # fmt: skip

SECRET = frozenset((Way.SHUT, Way.TIN, Way.BALLOT))
"""The ways in which the room does not see the hands."""


def who_learns(way: Way, form: str, here: int) -> str:
    """Say in a sentence or two who can learn what, from the way, the setting and how many are here."""
    said = tr(KINDS[way].learns[form])
    if way in SECRET and here < LEAST_FOR_BALLOT:
        return tr("{said} We are only {n}: people may guess.", said=said, n=here)
    return said


def too_few(here: int) -> str:
    """Say why there is no ballot on the laptop for so few, and what to do instead; "" where there are enough."""
    if here >= LEAST_FOR_BALLOT:
        return ""
    return tr(
        "A secret ballot on the laptop needs {least} of us or more. With {n} here, everyone could work out who chose "
        "what. Choose by hands or by slips, or talk on.",
        least=LEAST_FOR_BALLOT,
        n=here,
    )
