"""A window that only looks: the history of a store that cannot or must not be written, and no deed is offered.

For a core team that looks back on another laptop, from a backup, or from a stick that is closed for writing. Papers can
be saved and printed; they go where somebody chooses, and nothing is written where the store lies.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from elephants.desk import Desk
from elephants.logs import begin_log
from elephants.sessions.text import Refused
from elephants.settings import Settings, log_folder
from elephants.store import vault
from elephants.store.remembered import asks_first, is_remembered
from elephants.store.store import Store
from elephants.ui.history.showing import Showing
from elephants.ui.idle import Idle
from elephants.ui.lastresort import LastResort
from elephants.ui.lockpage import LockPage
from elephants.ui.recalling import Recalling
from elephants.ui.window import Window
from elephants.words import tr


class OnlyLook:
    """One window on the history of one store, opened for reading; `close` lets the store go.

    Where the store has a passphrase the window asks for it, at the start, by Ctrl+L and when nobody touches it for
    long. Refuses, with a sentence, a store that cannot be read, and one without a space.
    """

    def __init__(self, store: Path, settings: Settings, clock: Callable[[], datetime] = datetime.now) -> None:
        self.store, self.settings, self.clock = store.absolute(), settings, clock
        self.desk: Desk | None = None
        self.showing: Showing | None = None
        self.window = Window(QWidget(), settings)
        self.window.setWindowTitle(tr("Elephants, only looking"))
        self.page: LockPage | None = None
        QShortcut(QKeySequence("Ctrl+L"), self.window).activated.connect(self.lock)
        self.idle = Idle(self.window)
        self.idle.long.connect(self.lock)
        try:
            if vault.is_locked(self.store):
                self._ask()
            else:
                self._open()
        except Refused:
            self.close()
            raise

    def lock(self) -> None:
        """Cover the history with a page that asks for the passphrase, where there is one; what was looked for goes."""
        if self.page is None and vault.locked_key(self.store):
            self.window.activateWindow()
            self._ask()

    def close(self) -> None:
        """Close the window and let the store go."""
        self.window.close()
        self.window.deleteLater()
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    # -- within ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        vault.forget(self.store)
        page = self.page = LockPage(self._unlock, may_leave=True, parent=self.window)
        page.opened.connect(self._opened)
        page.left.connect(self.window.close)
        self.window.show_page(page)
        if self.desk is not None and self.desk.session is not None:
            self.desk.leave()  # it was opened for its papers
        if self.desk is None and is_remembered(self.store) and not asks_first(self.store):
            recalling = Recalling(self.store, page)
            recalling.said.connect(page.say)
            recalling.came.connect(page.let_in)
            recalling.begin()

    def _unlock(self, words: str) -> None:
        """Try a passphrase, in a thread; what else keeps the store from being looked at is said there too."""
        vault.unlock(self.store, words)
        with closing(Store(self.store, writing=False)) as store, store.reading() as raw:
            if raw.execute("SELECT 1 FROM space LIMIT 1").fetchone() is None:
                raise Refused(_no_space())

    def _opened(self) -> None:
        page, self.page = self.page, None
        self._open()
        if page is not None:
            self.window.stack.removeWidget(page)
            page.deleteLater()

    def _open(self) -> None:
        """Show the history, from the space that was looked at last."""
        desk = self.desk or Desk(Store(self.store, writing=False), clock=self.clock)
        self.desk = desk
        spaces = desk.home.spaces
        if not spaces:
            raise Refused(_no_space())
        here = next((one.id for one in spaces if one.id == self.settings.space), spaces[0].id)
        showing = self.showing = Showing(self.window, lambda: desk, here, desk.today())
        showing.page.back.say(tr("Close"), "x")
        showing.page.story.say(tr("Papers"))
        showing.page.note.say(tr("This window only looks. Nothing can be changed here."))
        showing.left.connect(self.window.close)
        self.idle.allow(self.settings.lock_after)


def _no_space() -> str:
    return tr("There is no space in this store yet.")


def look(app: QApplication, store: Path, settings: Settings) -> int:
    """Open the window and stay until it is closed; gives the exit code. Settings are not written."""
    opened = OnlyLook(store, settings)
    try:
        begin_log(log_folder())
        LastResort(opened.window).begin()
        opened.window.show()
        return app.exec()
    finally:
        opened.close()
