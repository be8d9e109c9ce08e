"""Plays what stood already when the session began: the earlier session, through the same door as everything else.

Its record says what the file says, and no more: an activity of which the file tells nothing is not on its run sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from elephants.rehearsal.form import Asked, Before, Promised, Standing
from elephants.rehearsal.stage import Stage
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import WORDS, Count
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.words import tr


def play_earlier(stage: Stage, before: Before) -> None:
    """Hold the earlier session, in short: its agreement, what was decided, and who does what.

    The room agreed its record, or had no time to read it back.
    """
    _agree(stage, before)
    told = ("agreement", "agenda", "readback") if before.agreement else ("agenda", "readback")
    for activity in [one for one in stage.session.activities if one.kind not in told]:
        stage.change(stage.session, Session.remove_activity, activity)
    stage.change(stage.session, Session.start, before.here)
    stage.change(stage.session, Session.go, stage.of(Agenda))
    for standing in before.decision:
        _decide(stage, standing)
    if before.action:
        _promise(stage, before.action)
    if before.not_read_back:
        stage.change(stage.session, Session.close)
        return
    stage.change(stage.session, Session.go, stage.of(ReadBack))
    stage.change(stage.of(ReadBack), ReadBack.agree, stage.desk.today())


def ask(stage: Stage, space: Space, asked: Asked) -> None:
    """Put on the next agenda what somebody asked for."""
    stage.change(space, ask_for, asked.title, asked.purpose, asked.openness or None, asked.minutes)


def _agree(stage: Stage, before: Before) -> None:
    for text in before.agreement:
        stage.change(stage.of(Agreement), Agreement.add_line, text)
    if before.privacy:
        stage.change(stage.of(Agreement), Agreement.say_privacy, before.privacy)


def _promise(stage: Stage, promises: Sequence[Promised]) -> None:
    """Keep who does what by when, all of it under one item; the file does not say on what it was said."""
    stage.change(stage.of(Agenda), Agenda.add_item, tr("What we said we would do"), "share")
    item = stage.session.items[-1]
    for promised in promises:
        stage.change(
            item, AgendaItem.add_action, promised.text, stage.desk.today(),
            name=promised.name, who=promised.who, by=promised.by,
        )  # fmt: skip
    stage.change(item, AgendaItem.close, "talked")


def _decide(stage: Stage, standing: Standing) -> None:
    """Walk the short form with what the file says; the result is written in words, so no count is kept."""
    stage.change(stage.of(Agenda), Agenda.add_item, standing.question, "decide", standing.openness)
    stage.change(stage.now(Agenda), Agenda.decide, stage.session.items[-1], short=True)
    talk = stage.now(Deciding)
    for option in standing.options:
        stage.change(talk, Deciding.add_option, option)
    stage.change(talk, Deciding.write_as, WORDS)
    stage.change(talk, Deciding.go_on)
    stage.change(talk, Deciding.go_on)
    count = stage.moment(talk, Count)
    stage.change(count, Count.put, 0, stage.session.here or 1)
    stage.change(talk, Deciding.reveal, count.tally())
    for need in standing.added:
        stage.change(talk, Deciding.add_need, need)
        stage.change(talk, Deciding.answer_need, talk.poll.needs[-1], "added")
    _check(stage, talk, standing)
    stage.change(talk, Deciding.write_decision, standing.title, standing.text)
    stage.change(talk, Deciding.look_again_on, standing.look_again, stage.desk.today())
    if standing.remaining_no:
        stage.change(talk, Deciding.keep_no, standing.remaining_no)
    stage.change(talk, Deciding.close, standing.ending, stage.desk.chance)
    stage.change(stage.session, Session.go, stage.of(Agenda))


def _check(stage: Stage, talk: Deciding, standing: Standing) -> None:
    """Ask what people need, and check; *Most of us* comes only after a second not yet."""
    _leave_add(stage, talk, standing)
    if standing.ending != Ending.MOST:
        stage.change(talk, Deciding.everyone)
        return
    stage.change(talk, Deciding.not_yet)
    _leave_add(stage, talk, standing)
    stage.change(talk, Deciding.not_yet)


def _leave_add(stage: Stage, talk: Deciding, standing: Standing) -> None:
    if standing.nothing_came:
        stage.change(talk, Deciding.nothing_came)
    stage.change(talk, Deciding.go_on)
