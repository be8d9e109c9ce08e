"""A secret ballot of twelve with known choices on a store without a key, so that every byte of it can be read.

`python -m tests.voting FOLDER CHOICES SEED STOP` plays it in a process of its own and kills that in the middle.
"""

from __future__ import annotations

import logging
import os
import random
import secrets
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from unittest import mock

import sqlcipher3
from sqlalchemy import event

from elephants.desk import Desk
from elephants.logs import begin_log
from elephants.sessions.deciding import choosing
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.ways import Way
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.store import store as store_module
from elephants.store.store import Store
from tests.store import play

VOTERS = 12
WISHES: dict[str, int | None] = {"A": 0, "B": 1, "?": 2, "-": None}
OPEN, REVEALED, AGREED = "open", "revealed", "agreed"
"""Where the evening may stop: the box still open, after the reveal, after the record was agreed."""


class Plain(Store):
    """A store without its key: the same pages in the same places, for anybody to read."""

    _make = Store._make  # from nothing, also where other tests copy a store that was made with a key

    def connect(self, *, check_same_thread: bool = True) -> Any:
        """Leave the key out, and nothing else."""
        raw = sqlcipher3.connect(str(self.path), timeout=5, check_same_thread=check_same_thread)
        for pragma in store_module._PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        return raw


@contextmanager
def given_chance(seed: int) -> Iterator[None]:
    """Draw ids and salts from a seed, so that two evenings can be the same but for the votes."""
    drawn = random.Random(seed)
    with mock.patch.object(os, "urandom", drawn.randbytes), mock.patch.object(secrets, "token_bytes", drawn.randbytes):
        yield


def tables(folder: Path) -> Desk:
    """Open the desk of an evening."""
    return Desk(
        Plain(folder / "elephants.store"), clock=lambda: datetime.combine(play.DAY, time(18)),
        chance=random.Random(1), draw=random.Random(2),
    )  # fmt: skip


def evening(
    folder: Path, choices: str, *, seed: int = 1, stop: str = AGREED, box: type[Ballot] = Ballot,
    watch: Callable[[Desk], None] | None = None,
) -> Desk:  # fmt: skip
    """Let twelve people vote one after the other, one sign each; gives the desk as it is where the evening stops."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = begin_log(folder / "log")
    with given_chance(seed), mock.patch.object(choosing, "Ballot", box):
        desk = tables(folder)
        if watch is not None:
            watch(desk)
        _play(desk, choices, stop)
    logging.getLogger().removeHandler(handler)
    handler.close()
    return desk


def _play(desk: Desk, choices: str, stop: str) -> None:
    play.open_session(desk, here=VOTERS)
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, "I just want it to be warm")
    desk.change(deciding, Deciding.choose_by, Way.BALLOT.value)
    play.to_choose(desk, deciding)
    box = desk.moment(deciding)
    desk.change(deciding, Deciding.open_box)
    desk.change(box, Ballot.begin)
    for choice in choices:
        desk.change(box, type(box).ready)
        desk.change(box, type(box).wish, WISHES[choice])
        desk.change(box, type(box).sure)
        desk.change(box, type(box).pass_on)
    if stop == OPEN:
        return
    desk.change(deciding, Deciding.reveal, box.tally())
    if stop == REVEALED:
        return
    desk.change(deciding, Deciding.add_need, "A lift home")
    desk.change(deciding, Deciding.answer_need, deciding.poll.needs[0], "added")
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.look_again_on, date(2027, 2, 2), desk.today())
    desk.change(deciding, Deciding.close, "all", desk.chance)
    desk.change(play.session_of(desk), Session.close)
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today(), desk.chance)


# -- what is left ------------------------------------------------------------------------------------------------

_WAL_HEAD, _FRAME_HEAD, _INDEX_HEAD = 32, 24, 136


def evidence(folder: Path) -> dict[str, bytes]:
    """Read every file of an evening, but for what the database draws anew: salts, and the sums over them."""
    return {
        path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".key"
    }  # fmt: skip


def _read(path: Path) -> bytes:
    content = path.read_bytes()
    if path.name.endswith("-shm"):
        return content[_INDEX_HEAD:]
    if not path.name.endswith("-wal") or not content:
        return content
    page = int.from_bytes(content[8:12], "big")
    frames = range(_WAL_HEAD, len(content), page + _FRAME_HEAD)
    return b"".join(content[at : at + 8] + content[at + _FRAME_HEAD : at + _FRAME_HEAD + page] for at in frames)


# -- a kill ------------------------------------------------------------------------------------------------------


def kill(*_: object) -> None:
    """End this process as a flat battery does."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(where: str) -> Callable[[Desk], None]:
    """Kill at a moment of the reveal, `before_commit` or `after_commit`; or before the statement of that number."""
    if where.isdigit():
        return lambda desk: _kill_at_statement(desk, int(where))
    return lambda desk: _kill_at_reveal(desk, where)


def _kill_at_statement(desk: Desk, number: int) -> None:
    said = 0

    def heard(*_: object) -> None:
        nonlocal said
        said += 1
        if said > number:
            kill()

    event.listen(desk._engine, "before_cursor_execute", heard)


def _kill_at_reveal(desk: Desk, when: str) -> None:
    def heard(*_: object) -> None:
        session = desk.session
        talks = [one for one in session.activities if isinstance(one, Deciding)] if session is not None else []
        if any(one.poll.carried for one in talks):
            kill()

    event.listen(desk._db, when, heard)


if __name__ == "__main__":
    at, votes, drawn_by, halt = sys.argv[1:]
    if halt in (OPEN, REVEALED, AGREED):
        held = evening(Path(at), votes, seed=int(drawn_by), stop=halt)  # let go, it would put itself away
        kill(held)
    evening(Path(at), votes, seed=int(drawn_by), watch=killed_at(halt))
