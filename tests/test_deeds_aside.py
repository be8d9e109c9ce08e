"""A long deed is done aside, whole or not at all; nothing else writes meanwhile, and no window is held."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused, leaves_no_trace, takes_long
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.backup import hold_words_that_went
from tests.store import play

R = TypeVar("R")
Mark = Callable[[Callable[..., str]], Callable[..., str]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = play.new_desk(tmp_path / "elephants.store")
    play.open_session(desk)
    desk.leave()
    yield desk
    desk.close()


class InAThread:
    """Does the work in a thread; `meanwhile` is done in this one while the deed holds its breath."""

    def __init__(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.meanwhile = meanwhile
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.where: list[threading.Thread] = []

    def __call__(self, work: Callable[[], R]) -> R:
        done, trouble = list[R](), list[BaseException]()

        def run() -> None:
            self.where.append(threading.current_thread())
            try:
                done.append(work())
            except BaseException as wrong:  # noqa: BLE001  (whoever waits gets it)
                trouble.append(wrong)
            finally:
                self.begun.set()

        thread = threading.Thread(target=run)
        thread.start()
        self.begun.wait()
        try:
            self.meanwhile()
        finally:
            self.go_on.set()
            thread.join()
        if trouble:
            raise trouble[0]
        return done[0]

    def rename(self, home: Home, words: str) -> str:
        """Be the deed: change a word, and then let the other thread go on."""
        home.spaces[0].name = words
        self.begun.set()
        self.go_on.wait()
        if words == "Wrong":
            raise Refused(words)
        return words


def deed_of(aside: InAThread, mark: Mark) -> Callable[..., str]:
    @mark
    def rename(home: Home, words: str) -> str:
        return aside.rename(home, words)

    return rename


@pytest.mark.parametrize("mark", [takes_long, leaves_no_trace])
def test_a_long_deed_is_done_aside_and_nobody_else_writes_meanwhile(desk: Desk, mark: Mark) -> None:
    heard: list[str] = []

    def meanwhile() -> None:
        with pytest.raises(Refused, match="just now"):
            desk.change(desk.home, Home.new_space, "Another")
        with pytest.raises(Refused, match="just now"):
            desk.undo()
        desk.look()  # neither reads nor tells
        assert heard == []
        desk.change(desk.breather, type(desk.breather).pause)  # of the moment: the room may have a breather
        assert heard == ["changed"]

    desk.changed.append(lambda: heard.append("changed"))
    aside = InAThread(meanwhile)
    desk.aside = desk.sweeping.aside = aside
    assert desk.change(desk.home, deed_of(aside, mark), "Thursday") == "Thursday"
    assert aside.where
    assert threading.main_thread() not in aside.where
    desk.look()
    assert heard == ["changed", "changed"], "what was swept is nothing that the desk has to read again"
    assert [one.name for one in desk.home.spaces] == ["Thursday"]
    desk.change(desk.home, Home.new_space, "Another")  # and then everything goes on


def test_a_short_deed_is_done_at_once(desk: Desk) -> None:
    desk.aside = desk.sweeping.aside = InAThread(lambda: pytest.fail("a short deed was done aside"))
    desk.change(desk.home, Home.new_space, "Another")


@pytest.mark.parametrize("mark", [takes_long, leaves_no_trace])
def test_what_is_refused_aside_leaves_all_as_it_was(desk: Desk, mark: Mark) -> None:
    before = play.dump(desk.store)
    aside = InAThread()
    desk.aside = desk.sweeping.aside = aside
    with pytest.raises(Refused, match="Wrong"):
        desk.change(desk.home, deed_of(aside, mark), "Wrong")
    assert play.dump(desk.store) == before
    assert [one.name for one in desk.home.spaces] != ["Wrong"]
    desk.change(desk.home.spaces[0], Space.rename, "Friday")


_KILLED = """
import os, signal, sys, threading
from datetime import date
from pathlib import Path
from elephants import desk as desks
from elephants.desk import Desk
from elephants.sessions.forgetting.whole_session import forget_session
from elephants.store.store import Store

def in_a_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

desk = Desk(Store(Path(sys.argv[1])))
desk.sweeping.aside = in_a_thread
if sys.argv[2] == "within":
    desks.settle_index = lambda _connection: os.kill(os.getpid(), signal.SIGKILL)
else:
    desk.store.write_anew = lambda _raw: os.kill(os.getpid(), signal.SIGKILL)
space = desk.home.spaces[0]
desk.change(space, forget_session, space.sessions[0].id, date(2026, 12, 1))
"""


@pytest.mark.parametrize("when", ["within", "after"])
def test_killed_while_it_is_done_aside_all_of_it_happened_or_nothing(desk: Desk, when: str) -> None:
    desk.open(desk.home.spaces[0].sessions[0].id)
    desk.change(play.session_of(desk), Session.close)
    before, path = play.dump(desk.store), desk.store.path
    desk.store.close()  # the lock, so that another may write
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path), when], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    after = play.dump(desk.store)
    assert (after == before) == (when == "within")
    assert bool(after["session"]) == (when == "within")
    assert hold_words_that_went(desk.store), "the backups from before are known to hold the words, and go"
