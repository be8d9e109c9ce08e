"""One deed at a time: whose turn it is while a deed is done, also in a thread of its own with a window that waits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from elephants.sessions.text import Refused
from elephants.words import tr

R = TypeVar("R")


class Aside(Protocol):
    """Does what takes long and comes back when it is done: at once, or in a thread while a window stays awake."""

    def __call__(self, work: Callable[[], R]) -> R:
        """Give what the work gave, or raise what it raised."""
        ...


def at_once(work: Callable[[], R]) -> R:
    """Do it here and now."""
    return work()


class Turn:
    """Knows whether a deed is being done, and in which thread."""

    def __init__(self) -> None:
        self._taken = False
        self._thread: int | None = None

    @property
    def free(self) -> bool:
        """Whether no deed is being done."""
        return not self._taken

    def ask(self, *, kept: bool = True) -> None:
        """Refuse a deed while another is done aside, but one of the moment; that a deed calls the desk is a bug."""
        if self._thread == threading.get_ident():
            raise RuntimeError("a deed called the desk")
        if self._taken and kept:
            raise Refused(tr("Something else is being written just now. Try again in a moment."))

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Take the turn until the deed is done, or was put back."""
        self._taken = True
        try:
            yield
        finally:
            self._taken, self._thread = False, None

    def here(self) -> None:
        """Note that from now on the deed itself is done, in this thread."""
        self._thread = threading.get_ident()
