"""The help page of each step and activity, for the facilitator only (METHOD.md, For the facilitator only).

A page is words to read and nothing else: it asks nothing, counts nothing and keeps nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from elephants.sessions.activity import Activity
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import ROWS, Step
from elephants.sessions.guidance.activities import ACTIVITIES
from elephants.sessions.guidance.advice import Advice
from elephants.sessions.guidance.reading import RESISTANCE, TRAINED, Reading
from elephants.sessions.guidance.steps import ALREADY_ADD, STEPS
from elephants.sessions.guidance.system import SYSTEM
from elephants.words import tr


@dataclass(frozen=True)
class Part:
    """One part of a page: a heading and lines below it; `spoken` lines are said aloud, as they stand."""

    heading: str
    lines: tuple[str, ...]
    spoken: bool = False


@dataclass(frozen=True)
class HelpPage:
    """A page to read, every word in the language of this computer."""

    title: str
    parts: tuple[Part, ...]

    def words(self) -> str:
        """Give all its words, for those who hear the page."""
        return "\n".join(line for part in self.parts for line in (part.heading, *part.lines) if line)


def page_of(activity: Activity | None) -> HelpPage:
    """Give the page of the step the room is at, or of the activity; where there is none, what this help is."""
    if activity is None:
        return _before()
    if isinstance(activity, Deciding) and activity.decision is not None:
        advice = ALREADY_ADD if activity.already and activity.step == Step.ADD else STEPS[activity.step]
        return _page(tr(ROWS[activity.step].label), advice, tr(ROWS[activity.step].who), activity.say())
    whole = whole_of(activity)
    if whole is not None:  # its decision was struck: there is no step
        return whole
    advice = ACTIVITIES[activity.kind]
    return _page(tr(activity.name), advice, tr(advice.who), activity.say())


def whole_of(activity: Activity | None) -> HelpPage | None:
    """Give the page of an activity as a whole, where each of its steps has a page of its own; else None."""
    if not isinstance(activity, Deciding):
        return None
    advice = ACTIVITIES[activity.kind]
    return _page(tr(activity.name), advice, tr(advice.who), "")


def resistance() -> HelpPage:
    """Give the reading page of the resistance line: about the room, never about a person."""
    return _read(RESISTANCE)


def trained() -> HelpPage:
    """Give the page that says when the method needs a trained person."""
    return _read(TRAINED)


def system() -> HelpPage:
    """Give the nine system behaviours as questions to read when a group looks back; never as scores."""
    return _read(SYSTEM)


def _page(title: str, advice: Advice, who: str, say: str) -> HelpPage:
    said = tuple(tr("“{words}”", words=words) for words in (say, *map(tr, advice.say)) if words)
    parts = (
        Part("", (tr("Who answers: {who}.", who=who),)),
        Part(tr("What it is for"), tuple(map(tr, advice.purpose))),
        Part(tr("What to say"), said, spoken=True),
        Part(tr("When it is stuck"), tuple(map(tr, advice.stuck))),
        Part(tr("Thanks"), tuple(map(tr, advice.thanks))),
    )
    return HelpPage(title, tuple(part for part in parts if part.lines))


def _read(reading: Reading) -> HelpPage:
    return HelpPage(
        tr(reading.title), tuple(Part(tr(heading), tuple(map(tr, lines))) for heading, lines in reading.parts)
    )


def _before() -> HelpPage:
    words = tr("Each step of the session has a page here. It turns with the room. Only you see it.")
    return HelpPage(tr("Help"), (Part("", (words,)),))
