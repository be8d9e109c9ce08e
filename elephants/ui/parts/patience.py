"""Does long work aside while the window stays awake: how far it is, and Cancel, once it takes longer than a blink."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

R = TypeVar("R")

BLINK = 300
"""Milliseconds until something is shown."""
_LOOK = 15
_GIVES_WAY = 0.0005  # seconds that the work may keep a window waiting which has something to do


class Stopped(Exception):
    """Says to the work that nobody waits for it any more."""


class _Aside(Generic[R]):
    """The work in a thread of its own; it hears of Cancel when it tells how far it is."""

    def __init__(self, work: Callable[[Callable[[float], None]], R]) -> None:
        self._work = work
        self.done = 0.0
        self.stopped = False
        self._results: list[R] = []
        self.trouble: BaseException | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    def tell(self, done: float) -> None:
        """Hear how far it is; stops the work by an exception where nobody waits."""
        self.done = done
        if self.stopped:
            raise Stopped

    def given(self) -> R:
        """Give what came of it, once it is over, or raise what it raised."""
        if self.trouble is not None:
            raise self.trouble
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._work(self.tell))
        except BaseException as trouble:  # noqa: BLE001  (whoever waits gets it)
            self.trouble = trouble


class Waiting(QDialog):
    """Says what is being done and how far it is; Escape and Cancel stop it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(px(420))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("How far it is"))
        self.cancel = PlainButton(tr("Cancel"), "x", parent=self)
        self.cancel.clicked.connect(self.reject)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(28), px(24), px(28), px(24))
        lay.setSpacing(px(16))
        lay.addWidget(Words(words, "title", parent=self))
        lay.addWidget(self.bar)
        lay.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Stop waiting, where the work may be stopped."""
        if not self.cancel.isHidden():
            super().reject()

    def tell(self, done: float) -> None:
        """Show how far it is, from 0 to 1; nothing known yet shows that something moves."""
        if done > 0:
            self.bar.setRange(0, 100)
            self.bar.setValue(round(done * 100))


def with_patience(
    parent: QWidget | None, words: str, work: Callable[[Callable[[float], None]], R], *, stops: bool = True,
    at_once: bool = False,
) -> R | None:  # fmt: skip
    """Do `work` aside and wait for it; gives its result, None where somebody cancelled, or raises what it raised.

    `work` gets a function to tell how far it is, from 0 to 1; from there it is stopped. It must not touch a window.
    What has to be done whole once it is begun has `stops=False`, and no Cancel; with `at_once` nothing can be clicked
    meanwhile, from the first moment.
    """
    aside = _Aside(work)
    _shown(aside, parent, words, stops=stops, at_once=at_once)
    return None if aside.stopped else aside.given()


def _shown(aside: _Aside[R], parent: QWidget | None, words: str, *, stops: bool = False, at_once: bool = True) -> None:
    """Wait behind a page, and let what was there before have the keyboard again."""
    before, waiting = QApplication.focusWidget(), Waiting(words, parent)
    waiting.cancel.setVisible(stops)
    if at_once:
        waiting.show()
    _wait(aside, waiting, stops=stops)
    aside.stopped = aside.thread.is_alive()
    waiting.hide()
    waiting.deleteLater()
    _give_back(before, parent)


def _give_back(focus: QWidget | None, parent: QWidget | None) -> None:
    """Let what was behind it have the keyboard again at once; a question that was just closed had not given it yet."""
    behind = QApplication.activeModalWidget() or (parent.window() if parent is not None else None)
    if behind is not None:
        behind.activateWindow()
    if focus is not None and isValid(focus) and focus.isVisible():
        focus.setFocus(Qt.FocusReason.OtherFocusReason)


def _wait(aside: _Aside[R], waiting: Waiting | None = None, *, stops: bool = False) -> None:
    """Let the window live until the work is done or somebody cancels."""
    loop, later, look = QEventLoop(), QTimer(), QTimer()
    later.setSingleShot(True)
    if waiting is not None:
        later.timeout.connect(waiting.show)
        later.start(BLINK)
        if stops:
            waiting.rejected.connect(loop.quit)

    def check() -> None:
        if waiting is not None:
            waiting.tell(aside.done)
        if not aside.thread.is_alive():
            loop.quit()

    look.timeout.connect(check)
    with _window_first():
        aside.thread.start()
        look.start(_LOOK)
        loop.exec()
    later.stop()
    look.stop()


@contextmanager
def _window_first() -> Iterator[None]:
    """Let the work give way to the window often, and sweep up nothing: among very many rows that holds both."""
    sweeps, every = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(_GIVES_WAY)
    try:
        yield
    finally:
        sys.setswitchinterval(every)
        if sweeps:
            gc.enable()


class Told:
    """Does a deed aside behind a page that says what is being done; it is done whole, and nothing else meanwhile."""

    def __init__(self, parent: QWidget, words: str) -> None:
        self._parent, self._words = parent, words

    def __call__(self, work: Callable[[], R]) -> R:
        """Do it, and give what came of it."""
        aside = _Aside(lambda _told: work())
        _shown(aside, self._parent, self._words)
        return aside.given()


def quietly(work: Callable[[], R]) -> R:
    """Do a deed aside where a page says already what is being done; that page lives meanwhile."""
    aside = _Aside(lambda _told: work())
    _wait(aside)
    return aside.given()
