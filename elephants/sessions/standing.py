"""What has become of a decision, in one word: how the history sorts and finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elephants.words import mark

if TYPE_CHECKING:
    from datetime import date

    from elephants.sessions.decision import Decision

OPEN, STANDING, LOOK_AGAIN, AGENDA, CHANGED, ENDED = "open", "standing", "look again", "agenda", "changed", "ended"
STATES = {
    OPEN: mark("Still open"),
    STANDING: mark("Standing"),
    LOOK_AGAIN: mark("Look again"),
    AGENDA: mark("On the agenda"),
    CHANGED: mark("Changed"),
    ENDED: mark("Ended"),
}
"""Every state, and how people call it."""


def decision_state(decision: Decision, day: date) -> str:
    """Say what has become of a decision by this day: one of `STATES`.

    *Open* was not decided yet; *look again* stands, and its day to look at it again has come; *agenda* was put there by
    the room; *changed* means that a newer decision took its place. The search says the same of what it finds.
    """
    if decision.standing in (AGENDA, CHANGED, ENDED):
        return decision.standing
    if decision.ending is None or decision.standing == OPEN:
        return OPEN
    return LOOK_AGAIN if decision.look_due(day) else STANDING
