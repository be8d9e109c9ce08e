"""Has papers made and records looked through while the window goes on; the last wish counts, earlier ones are let go.

It is made in the GUI thread and talks there only: a timer looks at the thread or at the pipe of the process.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from multiprocessing import get_context
from queue import SimpleQueue
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from elephants.desk import Desk
from elephants.making import Checked, Made, composed, is_long, looked_through, make_aside
from elephants.paper.layout import Told
from elephants.paper.wanted import Wanted
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.words import tr

_LOOK = 15  # milliseconds between two looks
_AT_ONCE = 0.01  # seconds of reading at one look

News = Made | Checked | float | str


class _Stopped(Exception):
    pass


class _Work(Protocol):
    """What is being done elsewhere."""

    def news(self) -> list[News]:
        """Give what came since the last look: how far it is, what is made, or the sentence of a refusal."""

    def over(self) -> bool:
        """Whether nothing will come any more."""

    def stop(self) -> None:
        """Let it go; nothing of it comes any more."""


class _InThread:
    """A few short steps in a thread."""

    def __init__(self, steps: list[Callable[[Told], Made | Checked]]) -> None:
        self._steps, self._heard = steps, SimpleQueue[News]()
        self._stopped = False
        self._trouble: Exception | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def news(self) -> list[News]:
        if self._trouble is not None and not self._stopped:
            trouble, self._trouble = self._trouble, None
            raise trouble
        heard = [self._heard.get() for _ in range(self._heard.qsize())]
        return [] if self._stopped else heard

    def over(self) -> bool:
        return not self._thread.is_alive()

    def stop(self) -> None:
        self._stopped = True

    def _tell(self, done: float) -> None:
        if self._stopped:
            raise _Stopped
        self._heard.put(done)

    def _run(self) -> None:
        try:
            for step in self._steps:
                self._heard.put(step(self._tell))
        except _Stopped:
            return
        except Refused as refusal:
            self._heard.put(str(refusal))
        except Exception as trouble:  # noqa: BLE001  (the GUI thread raises it again, where bugs are seen)
            self._trouble = trouble


class _InProcess:
    """A long work in a process of its own, on a connection that only reads."""

    def __init__(self, desk: Desk, session_id: int, wanted: tuple[Wanted, ...], *, look: bool) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._files, self._parts = list[bytes](), bytearray()
        self._ended = self._said = False
        words = (theirs, desk.store.path, desk.store.key, session_id, wanted, look)  # by a pipe: nobody else sees it
        self._process = context.Process(target=make_aside, args=words, daemon=True)
        self._process.start()
        theirs.close()

    def news(self) -> list[News]:
        heard, began = list[News](), time.perf_counter()
        try:
            while not self._ended and self._pipe.poll() and time.perf_counter() - began < _AT_ONCE:
                self._take(self._pipe.recv(), heard)
        except (EOFError, OSError):
            self.stop()
            if not self._said:
                heard.append(tr("The paper could not be made. Nothing else is lost. Please try again."))
        return heard

    def _take(self, part: object, heard: list[News]) -> None:
        if isinstance(part, bytes):
            self._parts += part
        elif part is None:
            self._files.append(bytes(self._parts))
            self._parts.clear()
        elif isinstance(part, Made):
            self._said = True
            heard.append(Made(tuple(self._files), part.said))
        elif isinstance(part, Checked | float | str):
            self._said = self._said or isinstance(part, str)
            heard.append(part)

    def over(self) -> bool:
        return self._ended and not self._process.is_alive()

    def stop(self) -> None:
        if not self._ended:
            self._ended = True
            self._pipe.close()
            self._process.terminate()  # nobody waits for it to sweep up: that would be a second


class Maker(QObject):
    """Tells by `made(Made)`, `checked(Checked)`, `told(float)` and `refused(str)` what became of the last wish.

    `wish` while something is being made lets that go first. `long` says whether the last wish needs a process.
    """

    made = Signal(object)
    checked = Signal(object)
    told = Signal(float)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.long = False
        self._work: _Work | None = None
        self._going: list[_Work] = []
        self._begin: Callable[[], _Work] | None = None
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self._look)
        going = self._all = list[_Work]()
        self.destroyed.connect(lambda: _stop_all(going))

    @property
    def busy(self) -> bool:
        """Whether something is being made, or waits for its turn."""
        return self._work is not None or self._begin is not None

    def wish(self, desk: Desk, session: Session, wanted: tuple[Wanted, ...], *, look: bool) -> None:
        """Have papers made and, with `look`, the record looked through. Refuses as the papers do, where it is short.

        The session is asked before this returns; what is drawn after that asks it no more.
        """
        self.stop()
        self.long = is_long(session)
        if self.long:
            number = session.id
            self._begin = lambda: _InProcess(desk, number, wanted, look=look)
            gc.disable()  # sweeping up among thousands of lines would stop the window for half a second
        else:
            steps: list[Callable[[Told], Made | Checked]] = [composed(session, wanted)] if wanted else []
            steps += [looked_through(session)] if look else []
            self._begin = lambda: _InThread(steps)
        self._clock.start()
        self._look()

    def stop(self) -> None:
        """Let go what is being made."""
        if self._work is not None:
            self._work.stop()
            self._going.append(self._work)
        self._work = self._begin = None

    def _look(self) -> None:
        self._going = [one for one in self._going if not one.over()]
        if self._begin is not None and not self._going:  # two at once would share the fonts
            begin, self._begin = self._begin, None
            self._work = begin()
            self._all[:] = [one for one in self._all if not one.over()] + [self._work]
        work = self._work
        if work is not None:
            over = work.over()  # asked before the news is heard: what comes between the two is heard at the next look
            for news in work.news():
                self._tell(news)
            if over and self._work is work:
                self._work = None
        if not self.busy and not self._going:
            self._clock.stop()
            gc.enable()

    def _tell(self, news: News) -> None:
        match news:
            case Made():
                self.made.emit(news)
            case Checked():
                self.checked.emit(news)
            case str():
                self.refused.emit(news)
            case _:
                self.told.emit(news)


def _stop_all(works: list[_Work]) -> None:
    gc.enable()
    for one in works:
        one.stop()
