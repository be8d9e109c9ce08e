"""The command `elephants export`: all that the record of a space keeps, in one file for another program or a person.

Words that were taken out are not there, for they are nowhere; first names only where somebody asks for them, a no that
remains only where the room chose to print it, and what was brought in from before stays in the history (METHOD.md,
Read-back and papers).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elephants.sessions.text import Refused
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from datetime import date

    from elephants.paper.document import Block
    from elephants.safekeeping import NewCommand
    from elephants.sessions.decision import Action, Decision, Need, Update
    from elephants.sessions.session import Session
    from elephants.sessions.space import Space


def add_command(command: NewCommand, store_of: Callable[[argparse.Namespace], Path]) -> None:
    """Add the command; `store_of` gives the store of its words, unlocked."""
    export = command(
        "export", tr("Write all that the record keeps into one file, for another program or to read."),
        lambda words: _export(store_of, words),
    )  # fmt: skip
    export.add_argument("--to", metavar="FILE", type=Path, help=tr("a .json, .csv, .md or .ics file"))
    export.add_argument("--space", metavar="NAME", default="", help=tr("only of this space"))
    export.add_argument("--names", action="store_true", help=tr("first names too"))


def _export(store_of: Callable[[argparse.Namespace], Path], words: argparse.Namespace) -> list[str]:
    if words.to is None:
        raise Refused(tr("Where to? For example: elephants export --to record.json"))
    form = FORMS.get(words.to.suffix.lower())
    if form is None:
        raise Refused(tr("The record can be a json, csv, md or ics file. Give it such a name."))
    from elephants.paper import papers
    from elephants.store.store import Store
    from elephants.store.whole import whole_spaces

    with closing(Store(store_of(words), writing=False)) as store, whole_spaces(store, words.space) as spaces:
        if words.space and not spaces:
            raise Refused(tr('There is no space called "{name}" in this store.', name=words.space[:60]))
        made = form(spaces, words.names)
    papers.write(made, words.to)
    return [tr("The record is in {place}.", place=words.to)]


# -- for a program -------------------------------------------------------------------------------------------------


def _json(spaces: list[Space], names: bool) -> bytes:
    whole = {"spaces": [_space(space, names) for space in spaces]}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def _space(space: Space, names: bool) -> dict[str, Any]:
    return {
        "name": space.name,
        "agreement": [
            {"text": line.text, "since": _day(line.since), "until": _day(line.until)} for line in space.agreement
        ],
        "privacy": space.privacy_line,
        "asked_for_next_time": [_item(item) for item in space.items if item.session_id is None],
        "sessions": [_session(session, names) for session in space.sessions],
    }


def _session(session: Session, names: bool) -> dict[str, Any]:
    return {
        "id": session.id,
        "date": _day(session.date),
        "title": session.title,
        "state": session.state,
        "place": session.place,
        "agenda": [_item(item) for item in session.items],
        "decisions": [_decision(decision, names) for decision in session.decisions],
        "actions": [_action(action, names) for action in session.actions],
        "what_happened_since": [_update(update) for update in session.updates],
        "learned": [{"kind": line.kind, "text": line.text} for line in session.learned],
        "celebrate": session.celebrate,
    }


def _item(item: Any) -> dict[str, Any]:
    return {
        "title": item.title,
        "purpose": item.purpose,
        "openness": item.openness,
        "closed": item.closed,
        "points": [point.text for point in item.points],
    }


def _decision(decision: Decision, names: bool) -> dict[str, Any]:
    from elephants.paper.deciding import unordered

    return {
        "id": decision.id,
        "question": decision.question,
        "openness": decision.openness,
        "title": decision.title,
        "text": [{"words": part.words, "added": part.added} for part in decision.parts()],
        "options": [option.text for option in decision.options],
        "result": decision.result_words(),
        "times_split": decision.splits,
        "views": [view.text for view in unordered(decision)],
        "needs": [_need(need) for need in decision.needs],
        "nothing_came": decision.nothing_came,
        "ending": decision.ending,
        "ending_words": decision.ending_words(),
        "next_step": decision.next_step,
        "look_again": _day(decision.look_on),
        "no_look_again": decision.no_look_again,
        "remaining_no": decision.remaining_no if decision.print_no else "",
        "print_no": decision.print_no,
        "standing": decision.standing,
        "replaces": None if decision.replaces is None else decision.replaces.id,
        "replaced_by": None if decision.replaced_by is None else decision.replaced_by.id,
        "themes": [one.theme.name for one in decision.themes],
        "actions": [_action(action, names) for action in decision.actions],
        "what_became_of_it": [_update(update) for update in decision.updates],
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "text": need.text,
        "answer": need.answer,
        "words": need.words,
        "in_the_text": need.sentence,
        "met": need.met,
        "what_became_of_it": [_update(update) for update in need.updates],
    }


def _action(action: Action, names: bool) -> dict[str, Any]:
    from elephants.paper.forms.owners import owner

    return {
        "id": action.id,
        "text": action.text,
        "who": owner(action, names=names),
        "by": _day(action.by),
        "state": action.state,
        "what_became_of_it": [_update(update) for update in action.updates],
    }


def _update(update: Update) -> dict[str, Any]:
    from elephants.sessions.since import about_words

    return {
        "about": about_words(update),
        "answer": update.answer,
        "worry_came_true": update.worry or None,
        "look_again": _day(update.look_again),
        "words": update.words,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


# -- for a table, a calendar, a reader ---------------------------------------------------------------------------------


def _csv(spaces: list[Space], names: bool) -> bytes:
    from elephants.paper.forms.table import to_csv

    decisions = [one for space in spaces for one in space.decisions if one.ending is not None]
    return to_csv(decisions, [one for space in spaces for one in space.actions], names=names).encode("utf-8-sig")


def _ics(spaces: list[Space], names: bool) -> bytes:
    from elephants.paper.forms.calendar import to_ics

    decisions = [one for space in spaces for one in space.decisions]
    actions = [one for space in spaces for one in space.actions]
    return to_ics(decisions, actions, [one for space in spaces for one in space.sessions], names=names)


def _md(spaces: list[Space], names: bool) -> bytes:
    from elephants.paper.document import Document
    from elephants.paper.forms.markdown import to_markdown

    papers = []
    for space in spaces:
        blocks = [block for session in space.sessions for block in _session_blocks(session, names)]
        papers.append(to_markdown(Document(tr("The record"), space.name, tr("Export"), "", blocks)))
    return "\n".join(papers).encode()


def _session_blocks(session: Session, names: bool) -> Iterator[Block]:
    from elephants.paper.document import Heading, Line, Lines, Text
    from elephants.paper.pagehead import draft_words

    yield Heading(day_words(session.date))
    if session.started and not session.is_agreed():
        yield Text(draft_words())
    for item in session.items:
        yield Heading(item.title, 2)
        if item.points:
            yield Lines(tuple(Line(point.text) for point in item.points))
    for decision in session.decisions:
        yield Heading(tr("Decision: {title}", title=decision.title or decision.question), 2)
        yield Text(decision.words or decision.question)
        yield Lines(tuple(Line(words) for words in _said_of(decision)))
    if session.actions:
        yield Heading(tr("Who does what"), 2)
        yield Lines(tuple(Line(_promised(action, names)) for action in session.actions))
    if session.updates:
        from elephants.sessions.since import about_words, answer_words

        yield Heading(tr("What happened since last time"), 2)
        yield Lines(
            tuple(Line(f"{about_words(one).rstrip('.')}: {answer_words(one)}", one.words) for one in session.updates)
        )


def _said_of(decision: Decision) -> Iterable[str]:
    from elephants.sessions.replacing import decided_since, past_words
    from elephants.sessions.since import needs_words

    yield from filter(None, (*needs_words(decision), decision.result_words()))
    if decision.print_no and decision.remaining_no:
        yield tr("A no that remains: {words}", words=decision.remaining_no)
    yield decision.ending_words() or tr("Not decided yet")
    yield from filter(None, (past_words(decision, decided_since(decision)),))


def _promised(action: Action, names: bool) -> str:
    from elephants.paper.forms.owners import owner

    words = tr("{who}: {what}", who=owner(action, names=names), what=action.text)
    return words if action.by is None else tr("{words} (by {day})", words=words, day=day_words(action.by))


FORMS: dict[str, Callable[[list[Space], bool], bytes]] = {".json": _json, ".csv": _csv, ".md": _md, ".ics": _ics}
"""What each ending of a name makes."""
