"""Every state of a learning session that the room can see, by name."""

from __future__ import annotations

import random
from collections.abc import Callable

from elephants.sessions.learning.learned import GROUP, HEAR, TRY, add_slip, of_kind
from elephants.sessions.learning.learning import STEPS, Learning
from elephants.sessions.session import Session
from elephants.ui.views.base import View
from tests.ui.views.kitchen import Kitchen

SLIP = "The new table helps those who sit low."
POINTS = (
    ("right", "Soup was there when people came in."),
    ("right", "Three new people stayed until the end."),
    ("not", "Nobody wrote down what the Sunday group asked for."),
    ("not", "We talked too fast for those who read the words later."),
    ("surprise", "The youngest of us had the best idea about the gate."),
    ("power", "Whoever has the key decides when we begin."),
)
GROUPS = {"Who has the key": (2, 5), "Room for everyone": (1, 3, 4)}
TRIES = ("Two keys, and a list by the door", "Read each line aloud, slowly", "Ask the Sunday group what it needs")


def learning(kitchen: Kitchen, step: str) -> Learning:
    """Add the activity and walk to a step, with all that is written on the way."""
    kitchen.desk.change(kitchen.space, add_slip, SLIP, random.Random(3))
    kitchen.desk.change(kitchen.session, Session.add_activity, "learning")
    found = kitchen.go("learning", Learning)
    for one in list(STEPS)[: list(STEPS).index(step)]:
        write(kitchen, found, one)
        kitchen.desk.change(found, Learning.go_on, random.Random(5))
    return found


def write(kitchen: Kitchen, found: Learning, step: str) -> Learning:
    """Write what a room would write at a step."""
    change = kitchen.desk.change
    if step == "points":
        for kind, text in POINTS:
            change(found, Learning.add, kind, text)
    elif step == "groups":
        for name, places in GROUPS.items():
            change(found, Learning.add, GROUP, name)
            for place in places:
                point = next(one for one in found.session.learned if one.text == POINTS[place][1])
                change(found, Learning.put_into, point, of_kind(found.session, GROUP)[-1])
    elif step == "try":
        for text in TRIES:
            change(found, Learning.add, TRY, text)
        first, second, _ = found.lines(TRY)
        change(found, Learning.add_action, first, kitchen.desk.today(), who="Two of us")
        change(found, Learning.put_on_agenda, second)
    elif step == "hear":
        change(found, Learning.add, HEAR, "The Sunday group: what we said about the key")
    return found


def _at(step: str, *, written: bool = False) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        found = learning(kitchen, step)
        return kitchen.view(write(kitchen, found, step) if written else found)

    return state


LEARNING: dict[str, Callable[[Kitchen], View]] = {
    "learning-happened": _at("happened"),
    "learning-asked": _at("points"),
    "learning-points": _at("points", written=True),
    "learning-unsorted": _at("groups"),
    "learning-groups": _at("groups", written=True),
    "learning-try": _at("try", written=True),
    "learning-hear": _at("hear", written=True),
}
