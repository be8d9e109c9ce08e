"""What a line can do with the agenda, with deciding together, and with the read-back."""

from __future__ import annotations

from datetime import date as Day

from elephants.rehearsal.stage import Stage, named
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision, Need
from elephants.sessions.record.readback import ReadBack, ReadLine

# -- agenda ----------------------------------------------------------------------------------------------------


def add_item(stage: Stage, text: str, purpose: str = "think", openness: str = "", minutes: int = 10) -> None:
    """Add what somebody wants to talk about."""
    stage.change(stage.of(Agenda), Agenda.add_item, text, purpose, openness or None, minutes)


def reword_item(stage: Stage, item: str, text: str) -> None:
    """Say an item in other words."""
    stage.change(stage.item(item), AgendaItem.reword, text)


def move_item(stage: Stage, item: str, to: int) -> None:
    """Put an item at another place; 1 is the first."""
    stage.change(stage.of(Agenda), Agenda.move_item, stage.item(item), to - 1)


def settle(stage: Stage) -> None:
    """Settle the order for now."""
    stage.change(stage.of(Agenda), Agenda.settle)


def add_point(stage: Stage, item: str, text: str) -> None:
    """Keep one line of what was said on an item."""
    stage.change(stage.item(item), AgendaItem.add_point, text)


def close_item(stage: Stage, item: str, how: str) -> None:
    """Close an item: talked, carried or let go."""
    stage.change(stage.item(item), AgendaItem.close, how)


def decide(stage: Stage, item: str, short: bool = False) -> None:
    """Open deciding together for an item, in the whole form or the short one."""
    stage.change(stage.now(Agenda), Agenda.decide, stage.item(item), short=short)


def who_does_what(
    stage: Stage, text: str, item: str = "", need: str = "", name: str = "", who: str = "", by: Day | None = None
) -> None:
    """Keep who does what by when: for an item, or for the decision that is being made and one of its needs."""
    today = stage.desk.today()
    if item:
        stage.change(stage.item(item), AgendaItem.add_action, text, today, name=name, who=who, by=by)
        return
    poll = stage.now(Deciding).poll
    met = named(poll.needs, need, lambda one: one.text) if need else None
    stage.change(poll, Decision.add_action, text, today, met, name=name, who=who, by=by)


# -- deciding together -----------------------------------------------------------------------------------------


def frame(stage: Stage, question: str, openness: str = "") -> None:
    """Say the question in one plain sentence."""
    stage.change(stage.now(Deciding), Deciding.frame, question, openness or None)


def worry_came(stage: Stage, worry: str) -> None:
    """Say whether the worry about a decision that is looked at again came true."""
    stage.change(stage.now(Deciding), Deciding.worry_came, worry)


def go_on(stage: Stage) -> None:
    """Go to the next step."""
    stage.change(stage.now(Deciding), Deciding.go_on)


def add_view(stage: Stage, text: str, away: bool = False, shared: bool = False) -> None:
    """Keep a view; `away` is not in the room, `shared` that some of us feel this too."""
    talk = stage.now(Deciding)
    stage.change(talk, Deciding.add_view, text, away=away)
    if shared:
        stage.change(talk, Deciding.spread, talk.poll.views[-1])


def spread(stage: Stage, view: str) -> None:
    """Note that some of us feel this too."""
    talk = stage.now(Deciding)
    stage.change(talk, Deciding.spread, named(talk.poll.views, view, lambda one: one.text))


def add_option(stage: Stage, text: str) -> None:
    """Add one thing to choose."""
    stage.change(stage.now(Deciding), Deciding.add_option, text)


def more_to_say(stage: Stage) -> None:
    """Hear more views."""
    stage.change(stage.now(Deciding), Deciding.more)


def ready_to_choose(stage: Stage) -> None:
    """The room is ready to choose."""
    stage.change(stage.now(Deciding), Deciding.ready)


def not_today(stage: Stage) -> None:
    """The room does not decide today."""
    stage.change(stage.now(Deciding), Deciding.not_today)


def leave_for_later(stage: Stage) -> None:
    """After the third split: later."""
    stage.change(stage.now(Deciding), Deciding.later)


def add_need(stage: Stage, need: str) -> None:
    """Keep what somebody needs to come along."""
    stage.change(stage.now(Deciding), Deciding.add_need, need)


def answer_need(stage: Stage, need: str, answer: str, words: str = "", in_the_text: str = "") -> None:
    """Write the room's answer to a need, and how it stands in the decision where that is said otherwise."""
    talk = stage.now(Deciding)
    thing = named(talk.poll.needs, need, lambda one: one.text)
    stage.change(talk, Deciding.answer_need, thing, answer, words)
    if in_the_text:
        stage.change(thing, Need.say_in_text, in_the_text)


def nothing_came(stage: Stage) -> None:
    """We asked; nothing came."""
    stage.change(stage.now(Deciding), Deciding.nothing_came)


def everyone(stage: Stage) -> None:
    """With these added, everyone can come along."""
    stage.change(stage.now(Deciding), Deciding.everyone)


def not_yet(stage: Stage) -> None:
    """Not everyone can come along yet."""
    stage.change(stage.now(Deciding), Deciding.not_yet)


def write_decision(stage: Stage, title: str, text: str) -> None:
    """Write the decision in the room's words."""
    stage.change(stage.now(Deciding), Deciding.write_decision, title, text)


def look_again(stage: Stage, day: Day) -> None:
    """Say when we look again."""
    stage.change(stage.now(Deciding), Deciding.look_again_on, day, stage.desk.today())


def no_look_again(stage: Stage, reason: str) -> None:
    """Say why we need not look again."""
    stage.change(stage.now(Deciding), Deciding.no_look_again, reason)


def next_step(stage: Stage, text: str) -> None:
    """Say the next step of what is not decided."""
    stage.change(stage.now(Deciding), Deciding.say_next_step, text)


def keep_no(stage: Stage, text: str, on_papers: bool = False) -> None:
    """Keep a remaining no in agreed words; a second yes prints it."""
    stage.change(stage.now(Deciding), Deciding.keep_no, text, on_papers=on_papers)


def close_decision(stage: Stage, ending: str) -> None:
    """Close with one of the five endings."""
    stage.change(stage.now(Deciding), Deciding.close, ending, stage.desk.chance)


# -- read-back -------------------------------------------------------------------------------------------------


def change_line(stage: Stage, line: str, to: str) -> None:
    """Write a line of the record in other words."""
    stage.change(stage.of(ReadBack), ReadBack.change_line, _read(stage, line), to)


def strike(stage: Stage, line: str) -> None:
    """Strike a line; it is gone."""
    stage.change(stage.of(ReadBack), ReadBack.strike, _read(stage, line))


def agree(stage: Stage) -> None:
    """The room agrees the record."""
    stage.change(stage.of(ReadBack), ReadBack.agree, stage.desk.today(), stage.desk.chance)


def _read(stage: Stage, words: str) -> ReadLine:
    return named(stage.of(ReadBack).lines(), words, lambda one: one.words)
