"""Makes papers aside from the windows: in a thread where that is short, in a process of its own where it is long.

A window must answer within 50 ms. A thread shares one lock and one dustman with the window: sweeping up after five
hundred pages stops all threads for half a second. So a long record is read by another process, through a connection
that only reads (ARCHITECTURE.md, Threads), and a process can be stopped at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from elephants.desk import Desk
from elephants.paper import papers
from elephants.paper.document import Document
from elephants.paper.forms.html import to_html
from elephants.paper.forms.markdown import to_markdown
from elephants.paper.layout import Told, no_matter, to_pdf
from elephants.paper.wanted import TABLES, Wanted, make
from elephants.sessions.record.readlines import lines
from elephants.sessions.session import Session
from elephants.sessions.text import Refused
from elephants.sessions.wordcheck.age import reading_age
from elephants.sessions.wordcheck.record import names, read
from elephants.sessions.wordcheck.remarks import Remark, remarks
from elephants.store.store import Store
from elephants.store.vault import opened

LONG_LINES, LONG_LETTERS = 300, 30_000
"""From how many lines or letters a record is long: its pages take longer than anybody looks away from a window."""
_CHUNK = 1 << 18  # so many bytes at once come through the pipe, in less time than a frame


@dataclass(frozen=True)
class Made:
    """The files that were asked for, in that order, and what they could not show."""

    files: tuple[bytes, ...]
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A line to look at: which it is (`ReadLine.key`), what stands above it, its words, and what may be other."""

    key: tuple[str, int, str]
    label: str
    words: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Checked:
    """What the wordcheck found in a record, and the age a reader has to be."""

    found: tuple[Found, ...]
    age: int | None


def is_long(session: Session) -> bool:
    """Tell whether the papers of a session have to be made in a process of their own; looks no further than that."""
    letters = 0
    for number, line in enumerate(lines(session)):
        letters += len(line.words)
        if number >= LONG_LINES or letters > LONG_LETTERS:
            return True
    return False


def composed(session: Session, wanted: Iterable[Wanted]) -> Callable[[Told], Made]:
    """Ask the session for all that these papers need; the step that is given back draws them and asks it no more."""
    parts = [_composed(session, one) for one in wanted]

    def draw(told: Told) -> Made:
        files, said = list[bytes](), list[str]()
        for one, part in parts:
            files.append(_drawn(one, part, told))
            said += papers.warnings_of(part) if isinstance(part, Document) and one.form == "pdf" else []
        return Made(tuple(files), tuple(dict.fromkeys(said)))

    return draw


def looked_through(session: Session) -> Callable[[Told], Checked]:
    """Take the words of a record; the step that is given back looks through them (METHOD.md, wordcheck)."""
    people, taken = names(session), [(line.key, line.about or line.label, line.words) for line in read(session)]

    def look(told: Told) -> Checked:
        found: list[Found] = []
        for number, (key, label, words) in enumerate(taken):
            told(number / len(taken))
            if seen := tuple(remarks(words, people)):
                found.append(Found(key, label, words, seen))
        return Checked(tuple(found), reading_age(words for _, _, words in taken))

    return look


def _composed(session: Session, one: Wanted) -> tuple[Wanted, Document | bytes]:
    if one.paper in papers.PAPERS and one.form not in TABLES:
        return one, papers.document(session, one.paper, size=one.size, name=one.name)
    return one, make(session, one)


def _drawn(one: Wanted, part: Document | bytes, told: Told) -> bytes:
    if isinstance(part, bytes):
        return part
    if one.form == "html":
        return to_html(part).encode()
    return to_markdown(part).encode() if one.form == "md" else to_pdf(part, told)


# -- in a process of its own ---------------------------------------------------------------------------------------


def make_aside(
    pipe: Connection, store: Path, key: str, session_id: int, wanted: tuple[Wanted, ...], look: bool
) -> None:
    """Make papers in this process and send them: how far it is as a number, then bytes in parts, then what they are.

    `key` is that of the store, which a passphrase may have opened for the window's process alone. A refusal is sent as
    its sentence. What is made never lies on the disk; the pipe alone brings it.
    """
    opened(store, key)
    desk: Desk | None = None
    try:
        desk = Desk(Store(store, writing=False))
        session = desk.open(session_id)
        made = composed(session, wanted)(_teller(pipe)) if wanted else Made(())
        for file in made.files:
            for at in range(0, len(file), _CHUNK):
                pipe.send(file[at : at + _CHUNK])
            pipe.send(None)
        pipe.send(Made((), made.said))
        if look:
            pipe.send(looked_through(session)(no_matter))
    except Refused as refusal:
        pipe.send(str(refusal))
    finally:
        if desk is not None:
            desk.close()
        pipe.close()


def _teller(pipe: Connection) -> Told:
    """Send how far it is, in steps of a hundredth."""
    last = -1

    def tell(done: float) -> None:
        nonlocal last
        if (now := int(done * 100)) != last:
            last = now
            pipe.send(done)

    return tell
