"""A window that only looks: the history of a store that cannot or must not be written, and no deed is offered.

For a core team that looks back on another laptop, from a backup, or from a stick that is closed for writing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from elephants.desk import Desk
from elephants.logs import begin_log
from elephants.sessions.text import Refused
from elephants.settings import Settings, log_folder
from elephants.store.store import Store
from elephants.ui.history.showing import Showing
from elephants.ui.lastresort import LastResort
from elephants.ui.window import Window
from elephants.words import tr


class OnlyLook:
    """One window on the history of one store, opened for reading; `close` lets the store go.

    Refuses, with a sentence, a store that cannot be read, one with a passphrase nobody said, and one without a space.
    """

    def __init__(self, store: Path, settings: Settings, clock: Callable[[], datetime] = datetime.now) -> None:
        self.desk = Desk(Store(store, writing=False), clock=clock)
        spaces = self.desk.home.spaces
        if not spaces:
            self.desk.close()
            raise Refused(tr("There is no space in this store yet."))
        here = next((one.id for one in spaces if one.id == settings.space), spaces[0].id)
        self.window = Window(QWidget(), settings)
        self.window.setWindowTitle(tr("Elephants, only looking"))
        self.showing = Showing(self.window, lambda: self.desk, here, self.desk.today())
        self.showing.page.back.say(tr("Close"), "x")
        self.showing.page.note.say(tr("This window only looks. Nothing can be changed here."))
        self.showing.left.connect(self.window.close)

    def close(self) -> None:
        """Close the window and let the store go."""
        self.window.close()
        self.desk.close()


def look(app: QApplication, store: Path, settings: Settings) -> int:
    """Open the window and stay until it is closed; gives the exit code. Settings are not written."""
    with closing(OnlyLook(store, settings)) as opened:
        begin_log(log_folder())
        LastResort(opened.window).begin()
        opened.window.show()
        return app.exec()
