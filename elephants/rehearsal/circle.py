"""What a line can do with the session and its circle: the run sheet, since, agreement and rounds."""

from __future__ import annotations

from datetime import date as Day

from elephants.rehearsal.form import times
from elephants.rehearsal.stage import Stage, named
from elephants.sessions.activity import SKIPPED, Activity
from elephants.sessions.agenda.agenda import Agenda, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Refused
from elephants.sessions.breather import Breather
from elephants.sessions.round import Chairs, CheckIn, CheckOut, Round
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from elephants.sessions.templates import KINDS
from elephants.words import tr


def open_session(stage: Stage, here: int) -> None:
    """Open the session with a head count."""
    stage.change(stage.session, Session.start, here)


def count_here(stage: Stage, here: int) -> None:
    """Say how many are here now."""
    stage.change(stage.session, Session.count_here, here)


def walk_on(stage: Stage) -> None:
    """Go to the next line of the run sheet."""
    stage.change(stage.session, Session.walk_on)


def skip(stage: Stage) -> None:
    """Leave this line of the run sheet undone."""
    stage.change(stage.session, Session.skip)


def go_to(stage: Stage, kind: str) -> None:
    """Go to any line of the run sheet, by its kind."""
    stage.change(stage.session, Session.go, stage.of(_kind(kind)))


def add_activity(stage: Stage, kind: str) -> None:
    """Put one more line into the run sheet, behind the one the room is in."""
    stage.change(stage.session, Session.add_activity, kind)


def move_line(stage: Stage, kind: str, to: int) -> None:
    """Put a line of the run sheet at another place; 1 is the first."""
    stage.change(stage.session, Session.move_activity, stage.of(_kind(kind)), to - 1)


def leave_out(stage: Stage, kind: str) -> None:
    """Skip a line of the run sheet that is still to come."""
    stage.change(stage.session, Session.leave_out, stage.of(_kind(kind)))


def take_up(stage: Stage, kind: str) -> None:
    """Do a line after all that was skipped."""
    skipped = [one for one in stage.session.activities if one.kind == kind and one.state == SKIPPED]
    stage.change(stage.session, Session.take_up, skipped[0] if skipped else stage.of(_kind(kind)))


def repeat(stage: Stage, kind: str) -> None:
    """Put a line on the run sheet once more."""
    stage.change(stage.session, Session.repeat, stage.of(_kind(kind)))


def _kind(kind: str) -> type[Activity]:
    if kind not in KINDS:
        raise Refused(tr('There is no activity "{kind}".', kind=kind))
    return KINDS[kind]


def pause(stage: Stage) -> None:
    """Begin a breather, or end it."""
    stage.change(stage.desk.breather, Breather.pause)


def slow_down(stage: Stage) -> None:
    """Take our time, or go on as before."""
    stage.change(stage.desk.breather, Breather.slow_down)


def celebrate(stage: Stage, text: str) -> None:
    """Keep something to celebrate."""
    stage.change(stage.session, Session.celebrates, text)


def ask_next(stage: Stage, text: str, purpose: str = "think", openness: str = "", minutes: int = 10) -> None:
    """Put an item on the agenda of next time."""
    stage.change(stage.space, ask_for, text, purpose, openness or None, minutes)


def plan_next(stage: Stage) -> None:
    """Plan the next session as `[next]` says."""
    plan = stage.following
    if plan is None:
        raise Refused(tr("There is no [next] in this rehearsal."))
    stage.change(
        stage.space, Space.plan, plan.date, plan.starts, plan.minutes,
        place=plan.place, food=plan.food, template=plan.template,
    )  # fmt: skip


def close_session(stage: Stage) -> None:
    """Close the session; its record is a draft."""
    stage.change(stage.session, Session.close)


def since_action(stage: Stage, action: str, answer: str, words: str = "") -> None:
    """Say what became of an action."""
    since = stage.now(Since)
    thing = named(stage.space.actions, action, lambda one: one.text)
    stage.change(since, Since.answer_action, thing, answer, words)


def since_need(stage: Stage, need: str, answer: str, words: str = "") -> None:
    """Say whether a need was met."""
    since = stage.now(Since)
    thing = named((need for one in stage.space.decisions for need in one.needs), need, lambda one: one.text)
    stage.change(since, Since.answer_need, thing, answer, words)


def since_decision(
    stage: Stage, decision: str, answer: str, worry: str = "", look_again: Day | None = None, words: str = ""
) -> None:
    """Say what the room thinks of a decision now."""
    since = stage.now(Since)
    thing = named(stage.space.decisions, decision, lambda one: one.title or one.question)
    stage.change(since, Since.answer_decision, thing, answer, worry=worry, look_again=look_again, words=words)


def agree_line(stage: Stage, text: str) -> None:
    """Add a line to the working agreement."""
    stage.change(stage.of(Agreement), Agreement.add_line, text)


def starters(stage: Stage) -> None:
    """Put the starter lines of the agreement on the table."""
    stage.change(stage.of(Agreement), Agreement.offer_starters)


def take_out_agreed(stage: Stage, text: str) -> None:
    """Take a line out of the working agreement."""
    agreement = stage.of(Agreement)
    stage.change(agreement, Agreement.take_out, named(agreement.lines, text, lambda one: one.text))


def privacy(stage: Stage, text: str) -> None:
    """Word the limit of privacy."""
    stage.change(stage.of(Agreement), Agreement.say_privacy, text)


def ask_in(stage: Stage, question: str) -> None:
    """Choose a question of the check-in."""
    stage.change(stage.of(CheckIn), Round.ask, question)


def ask_out(stage: Stage, question: str) -> None:
    """Choose a question of the check-out."""
    stage.change(stage.of(CheckOut), Round.ask, question)


def retire_question(stage: Stage, question: str) -> None:
    """Never offer this space a question again, of the check-in or the check-out the room is in."""
    stage.change(_round_now(stage), Round.retire, question)


def offer_question(stage: Stage, question: str) -> None:
    """Offer a retired question again."""
    stage.change(_round_now(stage), Round.offer_again, question)


def _round_now(stage: Stage) -> Round:
    activity = stage.session.now
    if not isinstance(activity, Round):
        raise Refused(tr("The room is not in a check-in or a check-out now."))
    return activity


def round_in(stage: Stage, spoke: int = 0, passed: int = 0) -> None:
    """Go round in the check-in."""
    _go_round(stage, stage.now(CheckIn), times(spoke) + times(passed))


def round_out(stage: Stage, spoke: int = 0, passed: int = 0) -> None:
    """Go round in the check-out."""
    _go_round(stage, stage.now(CheckOut), times(spoke) + times(passed))


def _go_round(stage: Stage, activity: Round, people: int) -> None:
    """Light a chair for each who spoke or passed, then all of them."""
    chairs = stage.moment(activity, Chairs)
    for _ in range(people):
        stage.change(chairs, Chairs.light)
    stage.change(chairs, Chairs.light_all)


def born_here(stage: Stage, text: str, purpose: str = "think", openness: str = "", minutes: int = 10) -> None:
    """Put on today's agenda what came up in the check-in; where there is none today, on the next, as the page does."""
    if not any(isinstance(one, Agenda) for one in stage.session.activities):
        ask_next(stage, text, purpose, openness, minutes)
        return
    stage.change(stage.of(Agenda), Agenda.add_item, text, purpose, openness or None, minutes)
