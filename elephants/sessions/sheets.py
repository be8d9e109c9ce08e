"""The templates of a run sheet: names, a sentence each, lines with minutes; light, for home tells them (METHOD.md)."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.words import mark, tr

FIRST, WORKING, SHORT, LEARNING = "first", "working", "short", "learning"
EVERY_THIRD = 3

TITLES: dict[str, str] = {
    FIRST: mark("First gathering"),
    WORKING: mark("Working session"),
    SHORT: mark("Short decision"),
    LEARNING: mark("Learning session"),
}
"""What people call each template, in the order in which they are offered."""

ABOUT: dict[str, str] = {
    FIRST: mark("For people who meet for the first time: arrive, agree how we meet, tell small stories."),
    WORKING: mark("The usual one: what happened since, cards, and the agenda that people made."),
    SHORT: mark("One thing to decide, in the short form, and not much else."),
    LEARNING: mark("Look back together: what went right, what did not, what we try next."),
}
"""Each template in one sentence, read where it is chosen."""

RUN_SHEETS: dict[str, tuple[tuple[str, int], ...]] = {
    FIRST: (
        ("agreement", 15),
        ("checkin", 15),
        ("stories", 30),
        ("agenda", 15),
        ("checkout", 10),
        ("readback", 5),
    ),
    WORKING: (
        ("since", 5),
        ("agreement", 5),
        ("checkin", 10),
        ("stories", 15),
        ("agenda", 40),
        ("checkout", 10),
        ("readback", 5),
    ),
    SHORT: (
        ("since", 5),
        ("checkin", 5),
        ("agenda", 25),
        ("checkout", 5),
        ("readback", 5),
    ),
    LEARNING: (
        ("since", 15),
        ("agreement", 5),
        ("checkin", 10),
        ("learning", 30),
        ("checkout", 10),
        ("readback", 5),
    ),
}
"""The activities of each template with their minutes; the group may change all of it at any moment."""

LINE_TITLES: dict[tuple[str, str], str] = {
    (FIRST, "agenda"): mark("For next time"),
}
"""What a line is called in a template where it is not the name of the activity."""

USUAL_MINUTES = 5
"""How long an activity lasts that stands in no template."""


@dataclass(frozen=True)
class Suggested:
    """The template that is suggested for a session, and why, in one plain sentence; the facilitator chooses."""

    template: str
    why: str


def usual_minutes(template: str) -> int:
    """Say how many minutes the lines of a template ask for together."""
    return sum(minutes for _, minutes in RUN_SHEETS[template])


def suggested(before: int) -> Suggested:
    """Suggest a template where so many sessions come before: every third is for learning (METHOD.md, The session)."""
    if before == 0:
        return Suggested(FIRST, tr("Suggested: it is the first session of this group."))
    if (before + 1) % EVERY_THIRD == 0:
        return Suggested(
            LEARNING,
            tr("Suggested: it is session {n} of this group, and every third one is for learning.", n=before + 1),
        )
    return Suggested(WORKING, tr("Suggested: most sessions are like this."))
