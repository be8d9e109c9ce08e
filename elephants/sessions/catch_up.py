"""Catching up after the lid was down: what came of the time with paper (METHOD.md, The session, Lid down).

One line an activity, and decisions by the short form. A decision goes through the same table of steps as in the room:
nothing here leads past ADD and CHECK, or agrees a record that was not read back (promises 4 and 8).
"""

from __future__ import annotations

from elephants.sessions.activity import CLOSED, DONE, NOW, RUNNING, SKIPPED, Activity
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import LAST_SPLIT, Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import Way
from elephants.sessions.decision import Option
from elephants.sessions.session import Session
from elephants.words import tr

READ_BACK = "readback"
BEFORE_CHOICE = (Step.FRAME, Step.VIEWS, Step.OTHER_VIEW, Step.SPREAD, Step.READY, Step.CHOOSE)
"""The steps at which the room has not chosen yet."""


def may_catch_up(session: Session) -> bool:
    """Whether there is a draft to catch up on: the session was opened, and the room has not agreed its record."""
    return session.state in (RUNNING, CLOSED)


def waits(activity: Activity) -> bool:
    """Whether nothing was said of an activity yet; of the read-back nothing is asked, it is still to be done."""
    return activity.kind != READ_BACK and activity.state not in (DONE, SKIPPED)


def took_place(activity: Activity) -> None:
    """Write that the room did this with paper; where the room is in it, it goes on to the next line to come."""
    _say(activity, DONE)


def did_not(activity: Activity) -> None:
    """Write that the room did not do this; what is kept of it stays. Refuses as `took_place` does."""
    _say(activity, SKIPPED)


def _say(activity: Activity, how: str) -> None:
    """Say what became of an activity; refuses before the start, of the read-back, and before ADD and CHECK."""
    session = activity.session
    if not may_catch_up(session):
        raise Refused(tr("This session has not been opened yet."))
    if activity.kind == READ_BACK:
        raise Refused(tr("The record is read back by the room, line by line. That cannot be caught up on paper."))
    activity.may_end()
    if activity.state != NOW:
        activity.state = how
    elif session.onward() is None:
        raise Refused(tr("This is the last line of the run sheet. Close the session when the room is ready."))
    elif how == DONE:
        session.walk_on()
    else:
        session.skip()


def over(session: Session) -> None:
    """Close a session that ended on paper; its record is a draft, and a read-back nobody held is not done."""
    now = session.now
    if now is not None and now.kind == READ_BACK and session.onward() is None:
        session.skip()
    else:
        session.close()


def decide_on_paper(agenda: Agenda, item: AgendaItem) -> None:
    """Open the short form for what the room decided with paper; the room stays where it is. As `Agenda.decide`."""
    at = agenda.state
    agenda.decide(item, short=True)
    opened = next(one for one in agenda.session.activities if one.decision is item.decision)
    agenda.state, opened.state = at, DONE


def chose_on_paper(deciding: Deciding, option: Option | None) -> None:
    """Write what most of us chose on paper, or (None) that we were split; then ADD or SPLIT follow as ever.

    The result is written in words. Refuses fewer than two options, and while a box on the laptop holds votes.
    """
    _no_box(deciding)
    if deciding.way is Way.BALLOT and deciding.step != Step.CHOOSE:
        deciding.choose_by(Way.TIN.value)  # the laptop was shut
    if deciding.step == Step.SPLIT:
        deciding.more()
    while deciding.step in BEFORE_CHOICE[:-1] and not (deciding.already and deciding.step == Step.FRAME):
        (deciding.ready if deciding.step == Step.READY else deciding.go_on)()
    deciding.chosen_on_paper(option)


def back_to_choice(deciding: Deciding) -> None:
    """Go back to before the choice, where question aside all can be mended; the choice is void, needs stay offers."""
    _no_box(deciding)
    while deciding.step not in BEFORE_CHOICE:
        deciding.go_back()
    if deciding.step == Step.CHOOSE:
        deciding.go_back()


def leave_undecided(deciding: Deciding) -> None:
    """Write that the room did not decide today: what follows is the next step. Refuses once an option carries."""
    _no_box(deciding)
    if deciding.step == Step.CHOOSE:
        deciding.go_back()
    deciding.poll.short = deciding.poll.short and deciding.step not in BEFORE_CHOICE
    while deciding.step != Step.NOT_DECIDED:
        if deciding.step == Step.SPLIT:
            (deciding.more if deciding.poll.splits < LAST_SPLIT else deciding.later)()
        elif deciding.step == Step.READY:
            deciding.not_today()
        elif deciding.step in BEFORE_CHOICE or deciding.step == Step.DEEPER:
            if deciding.already:
                raise Refused(tr("It was already decided. Ask what people need, now this is happening."))
            deciding.go_on()
        else:
            raise Refused(tr("The room has chosen. Ask what people need to come along, then check."))


def _no_box(deciding: Deciding) -> None:
    if deciding.box_open:
        raise Refused(tr("A box is open on this laptop. Go to the decision: open its result, or go back."))
