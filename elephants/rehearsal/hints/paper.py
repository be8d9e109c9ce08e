"""The hints for the time with paper: the lid goes down, and afterwards one page catches up."""

from __future__ import annotations

from elephants.rehearsal.hints.circle import KIND_NAMES
from elephants.rehearsal.hints.hint import Hint
from elephants.words import mark

HINTS: dict[str, Hint] = {
    "lid down": Hint(
        mark("We go on with paper."),
        mark('Press "Lid down". When you open the laptop again, press "Catch up".'),
    ),
    "lid up": Hint(
        mark("We come back from the paper."), mark("Press Page Down: the room's screen shows the session again.")
    ),
    "catch up: took place": Hint(
        mark("{kind} took place."), mark('Press "It took place" there.'), choices={"kind": KIND_NAMES}
    ),
    "catch up: did not": Hint(
        mark("{kind} did not take place."), mark('Press "It did not" there.'), choices={"kind": KIND_NAMES}
    ),
    "catch up: decide": Hint(
        mark("On paper we decided: {item}"), mark('Press "We decided on it" at the item "{item}".')
    ),
    "catch up: chose": Hint(
        mark("We write down what we chose on paper."),
        mark('Choose "We were split", or what most of us chose, and press Page Down.'),
        {"option": mark("Most of us chose {option}.")},
    ),
    "catch up: not decided": Hint(
        mark("We did not decide it this time."), mark('Choose "We did not decide it this time", and press Page Down.')
    ),
    "catch up: over": Hint(mark("The session is over."), mark('Press "The session is over: close it".')),
}
