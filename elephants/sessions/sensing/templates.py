"""What the room can ask itself without deciding: templates, each one box of data (METHOD.md, Sensing, not deciding).

A template is a prompt, what can be marked, and how many marks each person has. An option has words and a meaning: what
it asks of us next. The group changes all of it in its own words.
"""

from __future__ import annotations

from dataclasses import dataclass

from elephants.sessions.deciding.ways import KINDS, SECRET, Way
from elephants.words import mark


@dataclass(frozen=True)
class Offer:
    """One thing that can be marked, and what it asks of all of us next; a meaning may be left out."""

    words: str
    meaning: str = ""


@dataclass(frozen=True)
class Template:
    """One ready-made box. `tells` stands above what came, `counts` above it in numbers, `kept` is its line on paper."""

    name: str
    about: str
    prompt: str
    offers: tuple[Offer, ...]
    tells: str
    counts: str
    kept: str
    each: int = 1


@dataclass(frozen=True)
class Marking:
    """How marks are made by one of the ways to choose: what is said to the room, and who can see a mark being made."""

    way: Way
    how: str
    sees: str

    @property
    def name(self) -> str:
        """Its name, as where we choose."""
        return KINDS[self.way].name

    @property
    def form(self) -> str:
        """How what came is shown, unless the room settles another."""
        return KINDS[self.way].form

    @property
    def secret(self) -> bool:
        """Whether the room does not see the hands; then it is counted on the console only."""
        return self.way in SECRET


TEMPLATES: dict[str, Template] = {
    "temperature": Template(
        name=mark("Temperature check"),
        about=mark("Three cards: go on, slow down, stop."),
        prompt=mark("How shall we go on?"),
        offers=(
            Offer(mark("Go on"), mark("Let us keep going like this.")),
            Offer(mark("Slow down"), mark("Let us take our time. What went by too fast?")),
            Offer(mark("Stop"), mark("Let us stop here, and ask all of us what is needed.")),
        ),
        tells=mark("Some of us say this"),
        counts=mark("How many of us say it"),
        kept=mark("We had a temperature check."),
    ),
    "dots": Template(
        name=mark("Dots"),
        about=mark("Each of us has a few dots, to put on the things we name."),
        prompt=mark("What shall we give our time to?"),
        offers=(),
        tells=mark("Some of us put dots here"),
        counts=mark("How many dots"),
        kept=mark("We put dots on what matters to us."),
        each=3,
    ),
    "consent": Template(
        name=mark("Can we try this?"),
        about=mark("Before we try something: what do we need first?"),
        prompt=mark("Any need before we try this?"),
        offers=(
            Offer(mark("I can try this"), mark("Let us try it, and see how it goes.")),
            Offer(mark("I need something first"), mark("Let us ask all of us what is needed, before we try it.")),
            Offer(mark("I am not sure"), mark("Let us hear more about it first.")),
        ),
        tells=mark("Some of us say this"),
        counts=mark("How many of us say it"),
        kept=mark("We asked what we need before we try something."),
    ),
    "gradients": Template(
        name=mark("From yes to no"),
        about=mark("Five sentences, from all for it to cannot come along."),
        prompt=mark("How is this for you?"),
        offers=(
            Offer(mark("I am all for it"), mark("Let us ask what makes it good.")),
            Offer(mark("I like most of it"), mark("Let us ask what would make it better.")),
            Offer(mark("I can live with it"), mark("Let us ask what would help.")),
            Offer(mark("I have a worry"), mark("Let us make room to hear the worry.")),
            Offer(mark("I cannot come along with this"), mark("Let us ask what would have to change.")),
        ),
        tells=mark("Some of us say this"),
        counts=mark("How many of us say it"),
        kept=mark("We asked how something is for us, from yes to no."),
    ),
}

WAYS: dict[str, Marking] = {
    one.way.value: one
    for one in (
        Marking(
            Way.OPEN,
            mark("I read out each one. Put up your hand or your card, or put your dots, where it fits for you."),
            mark("Everyone sees who marks what."),
        ),
        Marking(
            Way.SHUT,
            mark("Shut your eyes, all of us. I read out each one. Put your hand up where it fits for you."),
            mark("Only who counts sees the hands."),
        ),
        Marking(
            Way.TIN,
            mark("Write only the letter on your slip. Fold it and put it in the tin. An empty slip is fine."),
            mark("Nobody sees who marks what."),
        ),
    )
}
"""The ways that need no laptop; the box on the laptop is not among them yet."""
