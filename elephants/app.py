"""Builds and connects the parts; the only file that knows them all. It paints first and loads afterwards."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from elephants.ui import load_qt  # before Qt, to keep Python's own import

# isort: split
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from elephants.sessions.text import Refused
from elephants.settings import Settings, log_folder, settings_path
from elephants.ui.early import EarlyKeys, FirstPaint
from elephants.ui.frame import HomeFrame
from elephants.ui.parts.tabs import land
from elephants.ui.style import dress, palette_for
from elephants.ui.window import Window
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.store.store import Store
    from elephants.ui.console import Console
    from elephants.ui.home import Home
    from elephants.ui.homedeeds import HomeDeeds
    from elephants.ui.keeping import Keeping
    from elephants.ui.rehearse import Rehearsing
    from elephants.ui.room import RoomWindow

AFTER_HOME = 30
"""Milliseconds from home with its data to the loading of the database layer, which slows what is painted meanwhile."""


class App(QObject):
    """One window on one store: home first, the console of a session when it is opened."""

    ready = Signal()
    loaded = Signal()
    home: Home
    deeds: HomeDeeds
    keeping: Keeping

    def __init__(self, store_path: Path, settings: Settings, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.store_path, self.settings, self.clock = store_path, settings, clock
        self.store: Store | None = None
        self.console: Console | None = None
        self.room: RoomWindow | None = None
        self._desk: Desk | None = None
        self._rehearsing: Rehearsing | None = None
        self._loading: threading.Thread | None = None
        self.frame: HomeFrame | None = HomeFrame()
        self.window = Window(self.frame, settings)
        self.early: EarlyKeys | None = None
        self.window.may_close = lambda: self.console is None or self.console.balloting.may_lose()
        self.window.leaving.connect(self.close)

    def _furnish(self) -> None:
        """Put home where its frame stands, once."""
        from elephants.ui.home import Home
        from elephants.ui.homedeeds import HomeDeeds
        from elephants.ui.keeping import Keeping

        if self.frame is None:
            return
        home = self.home = Home()
        self.deeds = HomeDeeds(home, lambda: self.desk, self.show_space)
        home.space_wanted.connect(self.show_space)
        home.start_wanted.connect(self.open_session)
        home.open_wanted.connect(self.open_session)
        home.catch_up_wanted.connect(self.catch_up)
        home.rehearse_wanted.connect(self.rehearse)
        home.rail.colours_wanted.connect(self.window.choose_colours)
        home.rail.colours_now = lambda: self.settings.colours
        self.keeping = Keeping(self)
        self.window.show_page(home)
        self.window.stack.removeWidget(self.frame)
        self.frame.deleteLater()
        self.frame = None

    # -- starting ----------------------------------------------------------------------------------------------

    def begin(self, app: QApplication) -> None:
        """Show the frame at once; the data and the database layer follow after the first paint."""
        self.early = EarlyKeys(app)
        first = FirstPaint(self.window)
        first.painted.connect(self.load)
        self.window.show()

    def load(self) -> None:
        """Open the store and show home; then load the database layer aside, so that the window never freezes."""
        self._furnish()
        self._open_store()
        QTimer.singleShot(AFTER_HOME, self.load_desk)
        if self.early is not None:
            self.early.let_go()
            self.early = None
        self.ready.emit()

    def _open_store(self) -> None:
        from elephants.store.store import Damaged, Store
        from elephants.store.vault import Locked

        try:
            self.store = Store(self.store_path)
            self.look()
            self.keeping.begin()
        except Locked:
            self.keeping.ask()
        except Refused as refusal:
            self.put_desk_away()
            self.home.say_closed(str(refusal))
            if isinstance(refusal, Damaged):
                self.keeping.menu.offer_newest()

    def expect_the_worst(self) -> None:
        """Begin the log, and the dialog for what nobody expected."""
        from elephants.logs import begin_log
        from elephants.ui.lastresort import LastResort

        begin_log(log_folder())
        LastResort(self.window).begin()

    def load_desk(self) -> None:
        """Load the database layer and the console aside, while home can be read; tells by `loaded` that they are."""
        if self._loading is None:
            self._loading = threading.Thread(target=self._import_desk, daemon=True)
            self._loading.start()
        elif not self._loading.is_alive():
            self.loaded.emit()

    def _import_desk(self) -> None:
        from elephants.desk import Desk
        from elephants.ui.console import Console

        del Desk, Console
        self.loaded.emit()

    def look(self) -> None:
        """Read home anew; called after each deed while home is shown."""
        if self.store is None or self.console is not None:
            return
        from elephants.store.glance import glance

        with self.store.reading() as raw:
            seen = glance(raw, self.settings.space, self.now().date())
        self.settings.space = seen.space.id if seen.space and self._rehearsing is None else self.settings.space
        self.home.show_glance(seen, self.now().date())
        self.home.tell_undo(self._desk is not None and self._desk.can_undo)

    def now(self) -> datetime:
        """The time: the laptop's own, or in a rehearsal the written one."""
        return self._desk.now() if self._desk is not None else self.clock()

    @property
    def desk(self) -> Desk:
        """The desk, built when it is first needed; waits for the database layer where it is still being loaded."""
        if self._desk is None:
            if self.store is None:
                raise Refused(tr("No store is open."))
            if self._loading is not None:
                self._loading.join()
            from elephants.desk import Desk

            self._desk = self.keeping.take_up(Desk(self.store, clock=self.clock))
            self._desk.changed.insert(0, self.look)  # home first: safe keeping tells by what it sees
            _settle_memory()
        return self._desk

    def show_space(self, space_id: int) -> None:
        """Show another space of this laptop."""
        self.settings.space = space_id
        self.look()

    # -- a session ---------------------------------------------------------------------------------------------

    def open_session(self, session_id: int) -> None:
        """Open the console on a session; every other space is hidden."""
        from elephants.ui.console import Console
        from elephants.ui.room import RoomWindow

        if not self.deeds.tried(lambda: self.desk.open(session_id)):
            return
        self.room = RoomWindow()
        self.console = Console(self.desk, self.room)
        self.console.left.connect(self.leave_session)
        if self._rehearsing is not None:
            self._rehearsing.mark(self.room)
        self.window.show_page(self.console)
        self.keeping.back.opened()

    def catch_up(self, session_id: int) -> None:
        """Open a session on the page that asks what came of the time with paper."""
        self.open_session(session_id)
        if self.console is not None:
            self.console.lid.catch_up()

    def leave_session(self) -> None:
        """Go home from a session; it stays as it is."""
        if self.console is None or self.room is None:
            return
        self.keeping.back.left()
        self.console.close_desk()
        self.room.close()
        self.window.show_page(self.home)
        self.console.deleteLater()
        self.room.deleteLater()
        self.console, self.room = None, None
        self.desk.leave()
        land(self.home, self.home.start)

    def rehearse(self, sample: Path | None = None, *, shows: bool | None = None) -> None:
        """Begin the rehearsal of a file, of which nothing is kept; without one the usual, or the end of what is on.

        `shows` takes one of its two ways at once: the windows show it, or it is done by hand.
        """
        if self.console is not None:
            if not self.console.balloting.may_lose():
                return
            self.leave_session()
        if self._rehearsing is not None and sample is None:
            self.put_desk_away()
            self.home.rehearsing(False)
            self.load()
            land(self.home, self.home.start)
            return
        rehearsing = self._rehearsal_of(sample)
        if rehearsing is not None and shows is not None:
            rehearsing.begin(shows=shows)

    def _rehearsal_of(self, sample: Path | None) -> Rehearsing | None:
        """Put one's own store away and take up a sandbox; None, and a note, where that cannot be."""
        if self._loading is not None:
            self._loading.join()
        from elephants.sandbox import Sandbox
        from elephants.ui.rehearse import Rehearsing

        try:
            sandbox = Sandbox(sample)
        except Refused as refusal:
            self.home.note.say(str(refusal))
            return None
        self.put_desk_away()
        rehearsing = self._rehearsing = Rehearsing(self.window, sandbox, self.open_session)
        rehearsing.ended.connect(self.rehearse)
        rehearsing.other_wanted.connect(lambda file, shows: self.rehearse(file, shows=shows))
        self._desk, self.store = sandbox.desk, sandbox.store
        self._desk.changed.append(self.look)
        self.home.rehearsing(True)
        self.look()
        return rehearsing

    def put_desk_away(self) -> None:
        """Close the desk and its store, after the backup that is being made."""
        self.keeping.away()
        if self._rehearsing is not None:
            self._rehearsing.away()
        elif (kept := self._desk or self.store) is not None:
            kept.close()
        self._desk, self.store, self._rehearsing = None, None, None

    def close(self) -> None:
        """Put everything away; called when the window closes."""
        self.leave_session()
        self.put_desk_away()
        self.settings.write(settings_path())


def _settle_memory() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()


def run(store_path: Path, *, only_look: bool = False) -> int:
    """Open the window on a store and stay until it is closed; gives the exit code. `only_look` can change nothing."""
    load_qt()
    gc.disable()  # until home is drawn: a full collection in the middle of the start costs a frame
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([])
    app.setApplicationName("Elephants")
    app.setDesktopFileName("elephants")  # by it a desktop finds our icon
    settings = Settings.read(settings_path())
    dress(app, palette_for(settings.colours), settings.zoom)
    if only_look:
        from elephants.ui.onlylook import look

        return look(app, store_path, settings)
    elephants = App(store_path, settings)
    elephants.ready.connect(elephants.expect_the_worst, Qt.ConnectionType.SingleShotConnection)
    elephants.begin(app)
    return app.exec()
