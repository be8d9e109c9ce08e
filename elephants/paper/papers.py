"""Makes a paper of a session and puts it in a file: the one door of this package for windows and the command line."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from elephants.paper.agenda import agenda
from elephants.paper.document import Document
from elephants.paper.fonts import missing
from elephants.paper.layout import to_pdf
from elephants.paper.minutes import minutes
from elephants.paper.outcome import outcome
from elephants.paper.pagehead import draft_words
from elephants.paper.running_order import running_order
from elephants.paper.sides import over_words
from elephants.sessions.activity import AGREED
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.words import mark, tr

PAPERS: dict[str, Callable[[Session], Document]] = {
    "minutes": minutes,
    "outcome": outcome,
    "agenda": agenda,
    "running-order": running_order,
}
"""Every paper that can be told of a session, by the name the command line knows it by; others are drawn (`wanted`)."""

RECORD = ("minutes", "outcome")
"""The papers of what was said: a draft until the room has agreed them, and left by a rehearsal."""

TITLES = {
    "minutes": mark("Minutes"),
    "outcome": mark("Outcome sheet"),
    "agenda": mark("Agenda"),
    "running-order": mark("Running order, for the facilitator only"),
    "cards": mark("Story cards"),
    "badges": mark("Name badges"),
    "ballots": mark("Ballot slips"),
    "signals": mark("The cards go on, slow down, stop"),
}
"""Every paper there is, in words, in the order in which they are offered."""

_KINDS = {
    "minutes": mark("minutes"),
    "outcome": mark("outcome sheet"),
    "agenda": mark("agenda"),
    "running-order": mark("running order"),
    "cards": mark("story cards"),
    "badges": mark("name badges"),
    "ballots": mark("ballot slips"),
    "signals": mark("signal cards"),
}

SIZES = (14, 16, 18, 24)
"""How large the letters may be, in points (METHOD.md: 16, 14 at the least, 18 and 24 on request)."""

_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST_WORDS = 60


def document(session: Session, paper: str = "minutes", *, size: int = 0, name: str = "") -> Document:
    """Compose one paper, in letters of `size` points (0: its own) and as the copy of the person of a `name`.

    Refuses the name of a paper that is not made here, a size that is none of `SIZES`, and a name without an action.
    """
    compose = PAPERS.get(paper)
    if compose is None:
        raise Refused(no_such_paper())
    may_be_asked(paper, size=size, name=name)
    made = outcome(session, name) if name else compose(session)
    return replace(made, size=size)


def may_be_asked(paper: str, *, size: int, name: str) -> None:
    """Refuse a size that is none of `SIZES`, and anybody's own copy of another paper than the outcome sheet."""
    if size and size not in SIZES:
        raise Refused(tr("There is no such size. Choose 14, 16, 18 or 24."))
    if name and paper != "outcome":
        raise Refused(tr("Only the outcome sheet can be a personal copy."))


def no_such_paper() -> str:
    """Say which papers there are, to whoever asked for another."""
    return tr("There is no such paper. Choose {papers}.", papers=", ".join(TITLES))


def title_of(paper: str) -> str:
    """What a paper is called, in words."""
    return tr(TITLES[paper])


def build(session: Session, paper: str = "minutes", *, size: int = 0, name: str = "") -> bytes:
    """Make the PDF of a session in any state; the same session gives the same bytes on any day."""
    return to_pdf(document(session, paper, size=size, name=name))


def warnings(session: Session, paper: str = "minutes", *, size: int = 0, name: str = "") -> list[str]:
    """Say in sentences what a paper cannot show as it was asked for; empty when all is well."""
    return warnings_of(document(session, paper, size=size, name=name))


def warnings_of(made: Document) -> list[str]:
    """Say of a document that is composed what it cannot show; asks no session, so it may be done in another thread."""
    said = [over_words(made)] if made.look == "outcome" else []
    if letters := missing(_texts(made)):
        said.append(missing_words(letters))
    return [one for one in said if one]


def missing_words(letters: list[str]) -> str:
    """Say which letters no font here can print; of many the first twenty."""
    shown = " ".join(letters[:20])
    return tr("No font here has these letters. They are spelled out or left out: {letters}", letters=shown)


def file_name(session: Session, paper: str = "minutes", *, name: str = "", kind: str = "", ending: str = "pdf") -> str:
    """Name the file by date, space and kind, and nothing of what was said; a draft says that it is one.

    A personal copy says that it is one and not whose. `kind` names what is none of these papers, such as a table.
    """
    space = in_a_file_name(session.space.name)
    kind = kind or tr(_KINDS[paper])
    parts = [session.date.isoformat(), space, kind, tr("personal copy") if name else ""]
    if session.state != AGREED and paper in RECORD:
        parts.append(draft_words())
    return ", ".join(part for part in parts if part) + f".{ending}"


def in_a_file_name(words: str) -> str:
    """Give words as any disk takes them in the name of a file; "" where nothing of them is left."""
    return " ".join(_NOT_IN_A_NAME.sub(" ", words).split())[:_LONGEST_WORDS].strip(" .")


def write(pdf: bytes, path: Path) -> None:
    """Put the paper in its place whole or not at all, written aside first; refuses what the disk refuses."""
    if not path.name:
        raise Refused(_is_folder(path))
    if _is_device(path):
        raise Refused(tr("{path} is no ordinary file. Give the paper a name of its own.", path=path))
    aside = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        aside.write_bytes(pdf)
        os.replace(aside, path)  # noqa: PTH105
    except OSError as error:
        raise Refused(_why_not(error, path)) from None
    finally:
        _away(aside)


def _is_device(path: Path) -> bool:
    """Tell whether there is something at a place that a file must not be put in the place of, such as /dev/null."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:
        return False


def _away(aside: Path) -> None:
    try:
        aside.unlink(missing_ok=True)
    except OSError:
        return  # the folder is gone or read-only: there is nothing of ours in it


def _why_not(error: OSError, path: Path) -> str:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return tr("There is no folder {folder}. Choose another place for the paper.", folder=path.parent)
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return _is_folder(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr("The disk is full. The paper was not saved. Nothing else is lost.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return tr(
            "The paper cannot be written to {path}. The place is read-only, or the file is open. Choose another name.",
            path=path,
        )
    return tr("The paper could not be written to {path}. Choose another place.", path=path)


def _is_folder(path: Path) -> str:
    return tr("{path} is a folder. Give the paper a name of its own.", path=path)


def _texts(thing: object) -> list[str]:
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, (tuple, list)):
        return [text for one in thing for text in _texts(one)]
    if is_dataclass(thing):
        return [text for field in fields(thing) for text in _texts(getattr(thing, field.name))]
    return []
