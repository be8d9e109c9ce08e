"""What a line can do while the lid is down, and afterwards: catching up on what came of the time with paper."""

from __future__ import annotations

from elephants.rehearsal.stage import Stage, named
from elephants.sessions import catch_up
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.base import Refused
from elephants.sessions.breather import Breather
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.templates import KINDS
from elephants.words import tr


def lid_down(stage: Stage) -> None:
    """Go on with paper."""
    stage.change(stage.desk.breather, Breather.put_lid_down)


def lid_up(stage: Stage) -> None:
    """Come back from the paper."""
    stage.change(stage.desk.breather, Breather.lift_lid)


def took_place(stage: Stage, kind: str) -> None:
    """Write that the room did this with paper."""
    stage.change(_of(stage, kind), catch_up.took_place)


def did_not(stage: Stage, kind: str) -> None:
    """Write that the room did not do this."""
    stage.change(_of(stage, kind), catch_up.did_not)


def decide(stage: Stage, item: str) -> None:
    """Open the short form for what the room decided with paper."""
    stage.change(stage.of(Agenda), catch_up.decide_on_paper, stage.item(item))


def chose(stage: Stage, option: str = "") -> None:
    """Write what most of us chose on paper; without an option, that we were split."""
    deciding = stage.now(Deciding)
    most = named(deciding.poll.options, option, lambda one: one.text) if option else None
    stage.change(deciding, catch_up.chose_on_paper, most)


def not_decided(stage: Stage) -> None:
    """Write that the room did not decide with paper either."""
    stage.change(stage.now(Deciding), catch_up.leave_undecided)


def over(stage: Stage) -> None:
    """Close the session, which ended on paper; its record waits to be read back."""
    stage.change(stage.session, catch_up.over)


def _of(stage: Stage, kind: str) -> Activity:
    if kind not in KINDS:
        raise Refused(tr('There is no activity "{kind}".', kind=kind))
    return stage.of(KINDS[kind])
