"""Says whether a paper matches the store: what `elephants check-paper` does (METHOD.md, Read-back and papers).

The code in a paper's foot says which version of which record it was made from; then its words are compared with that
paper made anew, so that a paper whose words were altered and whose code was kept is found out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from elephants.sessions.text import Refused
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.paper.checking import Compared
    from elephants.sessions.session import Session

_CODE = re.compile(r"(?<![0-9A-Z])([0-9A-Z]{4})[ \u00a0-]([0-9A-Z]{4})(?![0-9A-Z])")
MOST_LINES = 20
"""How many lines are named that are not ours."""


@dataclass(frozen=True, repr=False)
class Known:
    """A version that this store knows: where it is, and whether there is a newer one."""

    session: int | None
    """None where the session was forgotten: then only its place on the chain is known."""
    number: int
    day: date
    newest: bool


def check_paper(store: Path, file: Path) -> list[str]:
    """Say in plain sentences what a paper is; refuses, with its reason, what does not match the store.

    Refused are a draft, a paper without a code of this store, one whose words are not those of the record, and one of
    which not all is kept any more: then it says what can be known of it, and what cannot.
    """
    from elephants.paper.reading import lines_in

    lines = lines_in(file)
    with reading(store) as desk:
        known = _known(desk, lines)
        if known.session is None:
            raise Refused(
                tr(
                    "The code of this paper is ours: the room agreed its record on {day}. Its session was forgotten "
                    "since. None of its words is kept here, so they cannot be checked.",
                    day=day_words(known.day),
                )
            )
        if not _sound(desk, known.session):
            raise Refused(
                tr(
                    "The code of this paper is ours, but the record in this store was changed past the app. "
                    "It can vouch for no paper."
                )
            )
        since = forgotten_since(desk.open(known.session), known.number)
        session = as_of(desk, known.session, known.number)
        return _said(session, known, lines, since)


def as_of(desk: Desk, session_id: int, number: int) -> Session:
    """Open a session as a version of its record has it, on a desk that only reads and is thrown away after.

    Refuses a version that is not there.
    """
    from elephants.sessions.record.older import put_back

    session = desk.open(session_id)
    put_back(session, number)
    return session


@contextmanager
def reading(store: Path) -> Iterator[Desk]:
    """Lend a desk that only reads; refuses what cannot be read."""
    from elephants.desk import Desk
    from elephants.store.store import Store

    try:
        desk = Desk(Store(store, writing=False))
    except OSError:
        raise Refused(tr("The store at {place} cannot be read.", place=store)) from None
    try:
        yield desk
    finally:
        desk.close()


def _known(desk: Desk, lines: list[str]) -> Known:
    """Find the version whose code the paper carries; refuses a draft, no code, and a code that is not known here."""
    from elephants.paper.pagehead import draft_words

    found = list(dict.fromkeys(" ".join(pair) for line in lines for pair in _CODE.findall(line)))
    known = next((one for code, one in _codes(desk) if code in found), None)
    if known is not None:
        return known
    if any(draft_words() in line for line in lines):
        raise Refused(tr("This paper is a draft. The room had not agreed it, so it carries no check code."))
    if found:
        raise Refused(
            tr("This paper is not known here. Its check code is in no record of this store: {code}", code=found[-1])
        )
    raise Refused(tr("This paper is not known here. It carries no check code."))


def _codes(desk: Desk) -> Iterator[tuple[str, Known]]:
    from elephants.sessions.record.check import every_version

    versions = every_version(desk.home)
    last = {version.session_id: version.number for version in versions}
    for one in versions:
        yield one.code, Known(one.session_id, one.number, one.day, last[one.session_id] == one.number)


def _sound(desk: Desk, session_id: int) -> bool:
    """Tell whether the chain of a session's space holds, and whether its own record stands as it was agreed."""
    from elephants.sessions.record.check import holds, proofs, proofs_of_forgotten, stands
    from elephants.store.listing import agreed_sessions

    session = desk.open(session_id)
    as_agreed = stands(session)
    forgotten = proofs_of_forgotten(session.space)
    held = agreed_sessions(session.space)
    return as_agreed and holds([*forgotten, *(proof for one in held for proof in proofs(desk.open(one)))])


def forgotten_since(session: Session, number: int) -> list[str] | None:
    """Give what stands since a version in the place of what was forgotten; None where nothing was."""
    from elephants.sessions.record.parts import FACTS
    from elephants.sessions.record.revision import FORGOTTEN

    later = [one for one in session.versions if one.reason == FORGOTTEN and one.number > number]
    stands = [line.words for version in later for line in version.lines if line.words and line.part != FACTS]
    return stands if later else None


def _said(session: Session, known: Known, lines: list[str], since: list[str] | None) -> list[str]:
    from elephants.paper.checking import compare, still_missing

    taken_out = any(line.gone for version in session.versions for line in version.lines)
    compared = compare(lines, session)
    if not compared.same and since is not None and not still_missing(compared, lines, since):
        raise Refused("\n".join(_not_all_kept(known, compared)))
    if not compared.same:
        raise Refused("\n".join(_not_ours(known, compared, taken_out=taken_out)))
    words = {"number": known.number, "day": day_words(known.day)}
    said = tr("This paper matches the newest version of this record, version {number} of {day}.", **words)
    if not known.newest:
        older = tr("This paper matches an older version of this record, version {number} of {day}.", **words)
        said = f"{older} {tr('There is a newer one.')}"
    if compared.about_next:
        return [said, tr("What it says of the next session is not what is planned now:"), *_some(compared.about_next)]
    return [said]


def _not_all_kept(known: Known, compared: Compared) -> Iterator[str]:
    yield tr("The code is ours (version {number} of {day}). All that is still kept of this record is in this paper.",
             number=known.number, day=day_words(known.day))  # fmt: skip
    yield tr(
        "Some of it is not kept any more: it was kept long enough, or somebody asked to be forgotten. "
        "What this paper says there can no longer be checked."
    )
    if compared.extra:
        yield tr("These lines of the paper cannot be checked:")
        yield from _some(compared.extra)


def _not_ours(known: Known, compared: Compared, *, taken_out: bool) -> Iterator[str]:
    yield tr("The code is ours (version {number} of {day}), but the words are not all ours.",
             number=known.number, day=day_words(known.day))  # fmt: skip
    if taken_out:
        yield tr("Words were taken out of this record since. What this paper says there cannot be checked any more.")
    if compared.extra:
        yield tr("These lines of the paper are not in the record:")
        yield from _some(compared.extra)
    if compared.missing:
        yield tr("These lines of the record are not in the paper:")
        yield from _some(compared.missing)


def _some(lines: tuple[str, ...]) -> Iterator[str]:
    yield from (f"    {line}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield tr("    and {n} more", n=len(lines) - MOST_LINES)
