"""Safe keeping in the window: the lock, the backups, restoring, and the menu at home that leads to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from elephants.ui.comingback import ComingBack
from elephants.ui.forgetting.forgetting import Forgetting
from elephants.ui.keepmenu import KeepMenu
from elephants.words import tr

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from elephants.desk import Desk
    from elephants.settings import Settings
    from elephants.store.store import Store
    from elephants.ui.backing import Backing
    from elephants.ui.console import Console
    from elephants.ui.home import Home
    from elephants.ui.idle import Idle
    from elephants.ui.lockpage import LockPage
    from elephants.ui.window import Window


class Kept(Protocol):
    """What safe keeping needs of the app."""

    store_path: Path
    settings: Settings
    store: Store | None
    console: Console | None
    window: Window
    home: Home

    @property
    def loaded(self) -> SignalInstance:
        """Tells that a session can be opened without a pause."""

    @property
    def desk(self) -> Desk:
        """The desk of the store that is open."""

    def now(self) -> datetime:
        """The time by the clock of the app."""

    def load(self) -> None:
        """Open the store and show home."""

    def open_session(self, session_id: int) -> None:
        """Open the console on a session."""

    def put_desk_away(self) -> None:
        """Close the store."""


class Keeping(QObject):
    """Joins the store's safety to the app; what is not needed for the first page is loaded when it is asked for."""

    def __init__(self, app: Kept) -> None:
        super().__init__(app.window)
        self.app = app
        self.backing: Backing | None = None
        self.page: LockPage | None = None
        self.idle: Idle | None = None
        self._paused = self._closed = False
        shortcut = QShortcut(QKeySequence("Ctrl+L"), app.window)
        shortcut.activated.connect(self.lock)
        self.menu, self.back = KeepMenu(self), ComingBack(self)
        self.forgetting = Forgetting(self)
        self.tell()

    # -- the store was opened, or is put away --------------------------------------------------------------------

    @property
    def own(self) -> bool:
        """Whether one's own store is open, and no rehearsal."""
        return self.app.store is not None and self.app.store.path == self.app.store_path.absolute()

    def begin(self) -> None:
        """Look after the store that was opened."""
        store = self.app.store
        if store is None or not self.own:
            return
        from elephants.store.backup import hold_words_that_went
        from elephants.ui.backing import Backing

        self.backing = Backing(store, lambda: self.app.settings.backup_folder, self._no_box, self)
        self.backing.told.connect(self.say)
        if hold_words_that_went(store):
            self.backing.want()
        self._warn()
        if store.missing:
            self.say(store.missing)
        self.tell()
        self.watch()
        self.back.look()
        self.forgetting.look()

    def away(self) -> None:
        """End the backups, before the store is closed, and show nothing of it any more."""
        if self.page is None:
            self.app.window.show_home(self.app.home)
        self.forgetting.away()
        if self.backing is not None:
            self.backing.away()
            self.backing.deleteLater()
            self.backing = None

    def take_up(self, desk: Desk) -> Desk:
        """Look after a desk of one's own: hear its deeds, and let the window live while words go for good."""
        from elephants.ui.parts.patience import Told, quietly

        desk.changed.append(self.changed)
        desk.aside = quietly
        desk.sweeping.aside = Told(self.app.window, tr("Letting the words go, from every backup too"))
        return desk

    def changed(self) -> None:
        """Hear each deed: a session that was closed is a moment for a backup."""
        session, backing = self.app.desk.session, self.backing
        if backing is None or not self.own:
            return
        if not self.app.home.passphrase.isHidden():
            self.tell()  # offered at the first run, until there is a space
        backing.changed()
        closed = session is not None and session.state in ("closed", "agreed")
        if closed and not self._closed:
            backing.want()
        self._closed = closed

    def tell(self) -> None:
        """Say at home how safe the file is."""
        from elephants.store.remembered import is_remembered
        from elephants.store.vault import locked_key

        home, here = self.app.home, self.own
        locked = here and bool(locked_key(self.app.store_path))
        by_itself = locked and is_remembered(self.app.store_path)
        words = tr("Locked with a passphrase, and opens by itself on this computer") if by_itself else ""
        home.rail.keep.setVisible(here)
        first = home.seen is not None and home.seen.space is None
        home.passphrase.setVisible(here and first and not locked)
        words = words or (tr("Locked with a passphrase") if locked else tr("Not yet locked with a passphrase"))
        home.rail.locked.say(words)

    def _no_box(self) -> bool:
        console = self.app.console
        return console is None or not console.balloting.begun

    def say(self, sentence: str) -> None:
        """Say a sentence in the note of the page that is shown."""
        if sentence:
            console = self.app.console
            (self.app.home.note if console is None else console.note).say(sentence)

    def _warn(self) -> None:
        from elephants.safekeeping import warnings

        self.say(" ".join(warnings(self.app.store_path)))

    # -- the lock -----------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the passphrase at the start; the store is opened with it."""
        from elephants.store import vault

        store = self.app.store_path
        self._recall(self._show(lambda words: vault.unlock(store, words), open_session=False))

    def _recall(self, page: LockPage) -> None:
        """Ask the keyring too, where it remembers this store; not where somebody locked it since."""
        from elephants.store.remembered import asks_first, is_remembered

        if is_remembered(self.app.store_path) and not asks_first(self.app.store_path):
            from elephants.ui.recalling import Recalling

            recalling = Recalling(self.app.store_path, page)
            recalling.said.connect(page.say)
            recalling.came.connect(page.let_in)
            recalling.begin()

    def lock(self) -> None:
        """Cover everything with a page that asks for the passphrase; the room has a breather until then."""
        from elephants.store import vault

        if self.page is not None:
            return
        if not self.own:
            self._lock_behind()
            return
        locked = vault.locked_key(self.app.store_path)
        if not locked:
            self.say(tr("There is no passphrase yet. Set one at home, under Safe keeping."))
            return
        console = self.app.console
        if console is not None and console.balloting.booth is not None:
            return  # it has a lock of its own
        self._close_dialogs()
        if console is not None:
            console.side.keep_notes()
            breather = self.app.desk.breather
            self._paused = not (breather.paused or breather.lid)
            if self._paused:
                console.pause()
        self._ask_first(on=True)
        self._show(lambda words: vault.key_of(locked, words), open_session=console is not None)
        (console or self.app.home).setEnabled(False)

    def _lock_behind(self) -> None:
        """In a rehearsal: let the key of one's own file go, so that the passphrase is asked for when it ends."""
        from elephants.store import vault

        if self.app.store is not None and vault.locked_key(self.app.store_path):
            vault.forget(self.app.store_path)
            self._ask_first(on=True)
            self.say(tr("Your own file is locked. It asks for the passphrase when the rehearsal ends."))

    def _ask_first(self, *, on: bool) -> None:
        from elephants.store.remembered import ask_first

        ask_first(self.app.store_path, on=on)

    def _show(self, check: Callable[[str], object], *, open_session: bool) -> LockPage:
        from elephants.ui.lockpage import LockPage

        page = self.page = LockPage(check, open_session=open_session)
        page.opened.connect(self._opened)
        self.app.window.show_page(page)
        return page

    def _opened(self) -> None:
        page, self.page = self.page, None
        self._ask_first(on=False)
        app, console = self.app, self.app.console
        under = console or app.home
        under.setEnabled(True)
        app.window.show_page(under)
        if page is not None:
            app.window.stack.removeWidget(page)
            page.deleteLater()
        if app.store is None:
            app.load()
        elif console is not None and self._paused and app.desk.breather.paused:
            console.pause()
        self._paused = False

    def _close_dialogs(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()

    def watch(self) -> None:
        """Count the minutes nobody touches the windows anew, as the settings have them."""
        if self.idle is None:
            from elephants.ui.idle import Idle

            self.idle = Idle(self)
            self.idle.long.connect(self._lock_idle)
        self.idle.allow(self.app.settings.lock_after)

    def _lock_idle(self) -> None:
        from elephants.store.vault import locked_key

        if locked_key(self.app.store_path):
            self.lock()
