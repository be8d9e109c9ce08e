"""Taking out: words go from every version of a record, wherever they stand (METHOD.md, Struck means gone).

"[taken out, date]" stands in their place, and the chain still holds. It is rare, and asks the database for what other
sessions carry on of the same words: an item that was carried over, a decision put on the agenda again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import object_session, selectinload

from elephants.sessions.action import Action
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.item import AgendaItem
from elephants.sessions.base import Base, Refused, leaves_no_trace, no_way_back
from elephants.sessions.decision import Decision, Option
from elephants.sessions.record.parts import Passage, passages
from elephants.sessions.record.readlines import ReadLine
from elephants.sessions.record.record import add_version, agreed_record, part_of
from elephants.sessions.record.revision import TAKEN_OUT, Revision, Version
from elephants.sessions.record.striking import let_go
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.words import day_words, tr

T = TypeVar("T", AgendaItem, Decision)
R = TypeVar("R", bound=Base)

Found = tuple[Session | None, Passage]
"""A passage that has the words or had them, and the session it belongs to; None where it waits for the next one."""


def taken_out_words(day: date) -> str:
    """Say what stands in the place of words that were taken out."""
    return tr("[taken out, {day}]", day=day_words(day))


@leaves_no_trace
@no_way_back
def take_out(space: Space, session: Session, line: ReadLine, today: date) -> None:
    """Take the words of a line out of an agreed record, with all they were before; nobody can bring them back.

    The same words go wherever else they stand in this record, and where a title was carried on to other sessions.
    Refuses a record that is not agreed, an answer (which is one of our own words), and what was taken out already.
    """
    agreed_record(space, session)
    chosen = part_of(line)
    if chosen is None:
        raise Refused(tr("This is one of our own answers, and no words of the room. It stays with its line."))
    if was_taken_out(session, chosen):
        raise Refused(tr("These words were taken out already."))
    went = ({chosen.words} | {one.words for one in _lines(session) if one.key == chosen.key}) - {""}
    instead = taken_out_words(today)
    touched = [*_here(session, went), *_carried_on(space, session, went)]
    for _, passage in touched:
        if passage.words in went:
            _put(passage, instead)
    _beside(space, went, instead)
    for where in dict.fromkeys(where for where, _ in touched):
        if where is not None and where.is_agreed():
            add_version(where, today, TAKEN_OUT, [one for of, one in touched if of is where])


def was_taken_out(session: Session, passage: Passage) -> bool:
    """Tell whether the words of a passage were taken out before."""
    days = [
        version.day for version in session.versions if version.reason == TAKEN_OUT
        and any(line.key == passage.key and line.words == passage.words for line in version.lines)
    ]  # fmt: skip
    return any(passage.words.startswith(taken_out_words(day)) for day in days)


def _lines(session: Session) -> Iterator[Revision]:
    return (line for version in session.versions for line in version.lines)


def _here(session: Session, went: set[str]) -> list[Found]:
    """Take the words out of every version of this record; gives each passage that has them or had them."""
    had = _forget(_lines(session), went)
    return [(session, one) for one in passages(session) if one.words in went or one.key in had]


def _carried_on(space: Space, session: Session, went: set[str]) -> list[Found]:
    """Do the same with titles that other sessions carry on, however long ago, and with what waits for the next one."""
    lines = _lines_elsewhere(space, went)
    titles: list[Found] = [(one.session, Passage(one, "title")) for one in _with(AgendaItem, space, went, lines)]
    for decision in _with(Decision, space, went, lines):
        titles += [(decision.session, Passage(decision, part)) for part in ("title", "question")]
    elsewhere = [(where, one) for where, one in titles if where is not session]
    keys = {one.key for _, one in elsewhere}
    had = _forget((line for line in lines if line.key in keys), went)
    return [(where, one) for where, one in elsewhere if one.words in went or one.key in had]


def _lines_elsewhere(space: Space, went: set[str]) -> list[Revision]:
    """Find the words among the titles of all versions of all records of a space."""
    query = select(Revision).join(Revision.version).where(Version.space_id == space.id, Revision.words.in_(went))
    return _asked(space, query.where(Revision.thing.in_(("agenda_item", "decision"))))


def _with(kind: type[T], space: Space, went: set[str], lines: list[Revision]) -> list[T]:
    """Find the items or decisions of a space that have the words, or had them as the lines say, with their sessions."""
    rows = [line.row for line in lines if line.thing == kind.__tablename__]
    words = [kind.title.in_(went), *([kind.question.in_(went)] if issubclass(kind, Decision) else [])]
    query = select(kind).where(kind.space_id == space.id, or_(kind.id.in_(rows), *words)).order_by(kind.id)
    return _asked(space, query.options(selectinload(kind.session)))


def _asked(space: Space, query: Select[R]) -> list[R]:
    db = object_session(space)
    return list(db.scalars(query)) if db is not None else []


def _forget(lines: Iterator[Revision], went: set[str]) -> set[tuple[str, int, str]]:
    had = [line for line in lines if line.words in went]
    for line in had:
        line.take_out()
    return {line.key for line in had}


def _put(passage: Passage, words: str) -> None:
    """Write the sentence in the place of the words; a name that stands on nothing else goes."""
    thing = passage.thing
    if isinstance(thing, Action) and passage.part != "text":
        let_go(thing)
    if isinstance(thing, Option):
        _put_option(thing, words)
    else:
        passage.put(words)


def _put_option(option: Option, words: str) -> None:
    """Two options must never say the same: the one that was chosen is known by its words."""
    decision, was = option.decision, option.text
    if any(other.text == words for other in decision.options):
        words = f"{words} {option.letter}"
    option.text = words
    if decision.carried and decision.chosen == was:
        decision.chosen = words


def _beside(space: Space, went: set[str], instead: str) -> None:
    """Take the words out of what is no line of a record: titles and settings on run sheets."""
    db = object_session(space)
    query = select(Activity).join(Session).where(Session.space_id == space.id)
    for activity in db.scalars(query) if db is not None else ():
        if activity.title in went:
            activity.title = instead
        settings = {name: _without(value, went, instead) for name, value in activity.settings.items()}
        if settings != activity.settings:
            activity.settings = settings


def _without(value: Any, went: set[str], instead: str) -> Any:
    if isinstance(value, list):
        return [_without(one, went, instead) for one in value]
    return instead if isinstance(value, str) and value in went else value
