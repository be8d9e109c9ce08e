"""What the commands do; each gives the lines to print. None of them imports Qt."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elephants.checking import as_of
from elephants.sessions.text import Refused
from elephants.words import day_words, tr, trn

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.paper.wanted import Wanted
    from elephants.rehearsal import Rehearsal
    from elephants.sessions.decision import Decision
    from elephants.sessions.session import Session


def rehearse(file: Path, store: Path, papers: Path | None) -> list[str]:
    """Play a rehearsal into a store, and leave its papers in a folder; all of it or nothing.

    It is tried first in a place of its own, so that a line the room could not do changes nothing in the store.
    """
    from elephants.rehearsal import read_rehearsal

    rehearsal = read_rehearsal(file)
    if papers is not None:
        _folder(papers)
    with tempfile.TemporaryDirectory(prefix="elephants-") as aside:
        _play(rehearsal, Path(aside) / "aside.store", None)
    left = _play(rehearsal, store, papers)
    played = trn("{n} line", "{n} lines", len(rehearsal.lines))
    said = tr(
        "Played: {title}, {day}, {lines}.",
        title=rehearsal.about.title, day=day_words(rehearsal.session.date), lines=played,
    )  # fmt: skip
    return [said, tr("It is in the store at {place}.", place=store), *left]


def sessions(store: Path, *, planned: bool = False, as_json: bool = False) -> list[str]:
    """List the sessions that were started, oldest first; with `planned` those being prepared too."""
    with _reading(store) as desk:
        listed = [one for one in _all(desk) if planned or one.started]
        rows = [
            {"id": one.id, "space": one.space.name, "date": one.date.isoformat(), "state": one.state} for one in listed
        ]
        if as_json:
            return [json.dumps(rows, indent=2)]
        states = _state_words()
        return [f"{one.id:>4}  {day_words(one.date)}  {one.space.name}  ({states[one.state]})" for one in listed] or [
            tr("There is no session in this store yet.")
        ]


def minutes(store: Path, session: str, to: Path, wanted: Wanted, *, version: str = "") -> list[str]:
    """Make a paper of one session; SESSION is the id that `sessions` lists, as text. Says what did not fit on it.

    `version` is the number of an older version of an agreed record; "" is the newest.
    """
    from elephants.paper import papers
    from elephants.paper.wanted import make, told

    with _reading(store) as desk:
        found = next((one for one in _all(desk) if str(one.id) == session), None)
        if found is None:
            raise Refused(
                tr('There is no session "{number}" in this store. See: elephants sessions', number=session[:40])
            )
        live = as_of(desk, found.id, _number(version)) if version else desk.open(found.id)
        made, more = make(live, wanted), told(live, wanted)
    papers.write(made, to)
    return [tr("The paper is in {place}.", place=to), *more]


def _number(version: str) -> int:
    if not version.isdecimal():
        raise Refused(tr("Which version? Give its number, such as 1."))
    return int(version[:9])


def decisions(store: Path, *, as_json: bool = False) -> list[str]:
    """List the decisions that came to an ending, oldest first, each with what was added and when we look again."""
    from elephants.store.listing import every_decision

    with _reading(store) as desk:
        ended = every_decision(desk.home)
        if as_json:
            return [json.dumps([_decision(one) for one in ended], indent=2)]
        lines = [line for one in ended for line in _told(one)]
        return lines or [tr("Nothing was decided in this store yet.")]


def _folder(papers: Path) -> None:
    try:
        papers.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refused(
            tr("The folder {folder} cannot be made. Choose another one for the papers.", folder=papers)
        ) from None


def _play(rehearsal: Rehearsal, store: Path, folder: Path | None) -> list[str]:
    from elephants.desk import Desk
    from elephants.store.store import Store

    desk = Desk(Store(store), clock=rehearsal.clock)
    try:
        rehearsal.play(desk)
        if folder is None or desk.session is None:
            return []
        return list(_papers(desk.session, folder))
    finally:
        desk.close()


def _papers(session: Session, folder: Path) -> Iterator[str]:
    """Leave both papers; a draft's file name says that it is one (METHOD.md, Read-back and papers)."""
    from elephants.paper import papers
    from elephants.sessions.activity import AGREED

    for paper in papers.RECORD:
        name = f"{paper}.pdf" if session.state == AGREED else papers.file_name(session, paper)
        papers.write(papers.build(session, paper), folder / name)
        yield tr("The paper is in {place}.", place=folder / name)


@contextmanager
def _reading(store: Path) -> Iterator[Desk]:
    """Lend a desk that only reads, and may do so while the app has the store open; refuses a damaged one."""
    from elephants.desk import Desk
    from elephants.store.store import Store

    try:
        desk = Desk(Store(store, writing=False))
        try:
            yield desk
        finally:
            desk.close()
    except OSError:
        raise Refused(tr("The store at {place} cannot be read.", place=store)) from None


def _all(desk: Desk) -> list[Session]:
    from elephants.store.listing import every_session

    return every_session(desk.home)


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "space": decision.space.name,
        "session": decision.session.id,
        "date": decision.session.date.isoformat(),
        "question": decision.question,
        "title": decision.title,
        "text": decision.full_text(),
        "ending": decision.ending,
        "ending_words": decision.ending_words(),
        "look_again": decision.look_on.isoformat() if decision.look_on else None,
        "standing": decision.standing,
        "needs": [
            {
                "text": need.text,
                "answer": need.answer,
                "words": need.words,
                "in_the_text": need.sentence,
                "met": need.met,
            }
            for need in decision.needs
        ],
    }


def _told(decision: Decision) -> Iterator[str]:
    from elephants.sessions.replacing import past_words
    from elephants.sessions.since import needs_words

    yield tr("{day}, {space}: {title}", day=day_words(decision.session.date), space=decision.space.name,
             title=decision.title or decision.question)  # fmt: skip
    for words in (decision.words, *needs_words(decision), decision.ending_words(), past_words(decision)):
        if words:
            yield f"      {words}"


def _state_words() -> dict[str, str]:
    return {
        "planned": tr("being prepared"),
        "running": tr("running"),
        "closed": tr("draft, not yet read back"),
        "agreed": tr("agreed"),
    }
