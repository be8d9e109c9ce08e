"""FRAME of a decision that is looked at again: what the no knew comes first, before and after the room said of it."""

from __future__ import annotations

from collections.abc import Callable

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.since import Since
from elephants.ui.views.base import View
from tests.ui.views.kitchen import Kitchen

NO = "Seven is too late for those who start work at six."


def framed_again(kitchen: Kitchen) -> Deciding:
    """What was decided three weeks ago comes back: a no remained, a need is met in part."""
    since, eat, change = kitchen.go("since", Since), kitchen.space.decisions[0], kitchen.desk.change
    change(kitchen.space, lambda space: setattr(space.decisions[0], "remaining_no", NO))
    change(since, Since.answer_need, eat.needs[0], "partly", "Twice there was none left.")
    return kitchen.decide(next(one for one in kitchen.session.items if one.again is eat))


def _again(came: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = framed_again(kitchen)
        if came:
            kitchen.desk.change(talk, Deciding.worry_came, came)
        return kitchen.view(talk)

    return state


AGAIN: dict[str, Callable[[Kitchen], View]] = {"frame-again": _again(""), "frame-again-came": _again("partly")}
