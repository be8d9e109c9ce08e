"""Changing and striking the lines of a record before it is agreed: struck means gone (METHOD.md, Struck means gone)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from elephants.sessions.action import let_name_go
from elephants.sessions.activity import NOW
from elephants.sessions.again import remove
from elephants.sessions.agenda.agenda import AgendaItem, Point
from elephants.sessions.agreement import AgreementLine
from elephants.sessions.base import Base, Refused, in_order, words_of
from elephants.sessions.decision import Action, Decision, Need, Option, Update, View
from elephants.sessions.learning.learned import Learned
from elephants.sessions.learning.learning import drop, say_otherwise
from elephants.sessions.record.readlines import ReadLine, question_stands
from elephants.sessions.replacing import let_stand
from elephants.sessions.themes import drop_themes
from elephants.words import tr


def change(line: ReadLine, words: str) -> None:
    """Write a line in other words, wherever the same words stand for it; refuses blank, too long, and an answer."""
    thing, part = line.thing, line.part
    if isinstance(thing, Update) and part != "words":
        raise Refused(tr("Answer it again under What happened since, or strike the answer here."))
    words = words_of(words, _FIELDS.get((type(thing), part), "line"), empty=tr("Write the line, or strike it."))
    write = _CHANGES.get(type(thing))
    if write is None:
        setattr(thing, part, words)
    else:
        write(thing, part, words)


def strike(line: ReadLine) -> None:
    """Strike a line: its row is deleted, or its words where the row says more; refuses as its kind does."""
    act = _STRIKES.get((type(line.thing), line.part))
    if act is None:
        setattr(line.thing, line.part, "")
    else:
        act(line.thing)


# -- changing --------------------------------------------------------------------------------------------------


def _change_item(item: AgendaItem, _part: str, words: str) -> None:
    decision = item.decision
    if decision is not None and question_stands(decision) == (item, "title"):
        _ask_otherwise(decision, words)
    for again in _waiting(item):
        if again.title == item.title:
            again.title = words
    item.title = words


def _change_decision(decision: Decision, part: str, words: str) -> None:
    if question_stands(decision) == (decision, part):
        _ask_otherwise(decision, words)
    if part != "question":
        setattr(decision, part, words)


def _ask_otherwise(decision: Decision, words: str) -> None:
    for activity in decision.activities:
        if activity.title == decision.question:
            activity.title = words
    decision.question = words


def _change_need(need: Need, part: str, words: str) -> None:
    before = getattr(need, part)
    for column in ("text", "words", "sentence"):
        if getattr(need, column) == before:
            setattr(need, column, words)


def _change_option(option: Option, _part: str, words: str) -> None:
    decision = option.decision
    if any(other.text.casefold() == words.casefold() for other in decision.options if other is not option):
        raise Refused(tr("This option is there already, in the same words."))
    if _chosen(option):
        decision.chosen = words
    option.text = words


def _change_action(action: Action, part: str, words: str) -> None:
    if part != "owner":
        setattr(action, part, words)
    elif action.person is None:
        action.who = words
    else:
        let_go(action)
        action.person = action.space.person(words)


# -- striking --------------------------------------------------------------------------------------------------


def _strike_item(item: AgendaItem) -> None:
    if item.decision is not None:
        raise Refused(tr("This item holds a decision. Strike the decision first, then the item."))
    for action in list(item.actions):
        item.drop_action(action)
    for again in _waiting(item):
        remove(again)
    for again in item.space.items:
        if again.carried_from is item:
            again.carried_from = None
    remove(item)


def _strike_decision(decision: Decision) -> None:
    if any(activity.state == NOW for activity in decision.activities):
        raise Refused(tr("The room is in this decision now. Go to another line of the run sheet first."))
    session, space, item = decision.session, decision.space, decision.item
    for action in list(decision.actions):
        decision.drop_action(action)
    if item is not None:
        item.decision = None
        if item.closed == "decided":
            item.closed = "talked"
    let_stand(decision)
    drop_themes(decision)
    for activity in list(decision.activities):
        session.activities.remove(activity)
    in_order(session.activities)
    session.decisions.remove(decision)
    space.decisions.remove(decision)


def _strike_question(_decision: Decision) -> None:
    raise Refused(tr("A question stays with its decision. Change its words, or strike the decision by its title."))


def _strike_no(decision: Decision) -> None:
    decision.remaining_no, decision.print_no = "", False


def _strike_option(option: Option) -> None:
    decision = option.decision
    if _chosen(option):
        raise Refused(tr("We chose this option. Change its words, or strike the whole decision by its title."))
    totals = decision.totals
    if totals is not None:
        counts = [count for place, count in enumerate(totals["options"]) if place != option.place]
        decision.totals = {**totals, "options": counts}
    decision.options.remove(option)
    in_order(decision.options)


def _strike_answer(need: Need) -> None:
    if need.answer == "not now":
        _strike_need(need)
    else:
        need.words = need.sentence


def _strike_need(need: Need) -> None:
    needs = need.decision.needs
    for action in list(need.actions):
        action.need = None
    needs.remove(need)
    in_order(needs)


def _strike_view(view: View) -> None:
    views = view.decision.views
    views.remove(view)
    in_order(views)


def _strike_action(action: Action) -> None:
    action.space.drop_action(action)


def _strike_owner(action: Action) -> None:
    let_go(action)
    action.who = tr("One of us")


def _strike_agreement(line: AgreementLine) -> None:
    kept = line.space.agreement
    kept.remove(line)
    in_order(kept)


def _strike_update(update: Update) -> None:
    if update.about is not None:
        update.about.updates.remove(update)
    update.session.updates.remove(update)


# -- within ----------------------------------------------------------------------------------------------------


def _waiting(item: AgendaItem) -> list[AgendaItem]:
    """The item as it waits for next time, if it was carried over."""
    return [one for one in item.space.items if one.carried_from is item and one.session is None]


def _chosen(option: Option) -> bool:
    return bool(option.decision.carried) and option.text == option.decision.chosen


def let_go(action: Action) -> None:
    """Take the name from an action; one that stands on no other goes (promise 7)."""
    person, action.person = action.person, None
    if person is not None:
        let_name_go(action.space, person)


_FIELDS: dict[tuple[type[Base], str], str] = {
    (AgendaItem, "title"): "title",
    (Decision, "title"): "title",
    (Decision, "question"): "question",
    (Decision, "words"): "decision",
    (Need, "text"): "view",
    (Option, "text"): "option",
    (View, "text"): "view",
    (Action, "owner"): "name",
}
"""The limits of those lines that are not a plain one."""

_CHANGES: dict[type[Base], Callable[[Any, str, str], None]] = {
    AgendaItem: _change_item,
    Decision: _change_decision,
    Need: _change_need,
    Option: _change_option,
    Action: _change_action,
    Learned: lambda line, _part, words: say_otherwise(line, words),
}

_STRIKES: dict[tuple[type[Base], str], Callable[[Any], None]] = {
    (AgendaItem, "title"): _strike_item,
    (Point, "text"): lambda point: point.item.take_out(point),
    (Learned, "text"): drop,
    (Action, "text"): _strike_action,
    (Action, "owner"): _strike_owner,
    (Decision, "title"): _strike_decision,
    (Decision, "question"): _strike_question,
    (Decision, "remaining_no"): _strike_no,
    (Option, "text"): _strike_option,
    (View, "text"): _strike_view,
    (Need, "text"): _strike_need,
    (Need, "words"): _strike_answer,
    (Need, "sentence"): _strike_need,
    (AgreementLine, "text"): _strike_agreement,
    (Update, "answer"): _strike_update,
}
