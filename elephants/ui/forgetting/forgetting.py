"""Forgetting as home offers it: the menu leads to the dialogs, and home says when something was kept long enough."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from elephants.sessions.text import Refused
from elephants.words import tr

if TYPE_CHECKING:
    from datetime import date

    from elephants.store.store import Store
    from elephants.ui.forgetting.asking import Forget
    from elephants.ui.keeping import Keeping


class Forgetting(QObject):
    """Opens the dialogs, and does after each what belongs to it; what they need is loaded when it is asked for."""

    due = Signal(bool)

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping)
        self.keeping, self.app = keeping, keeping.app
        self._looking: threading.Thread | None = None
        self.app.home.kept_long.wanted.connect(self.let_go)
        self.due.connect(self._tell)

    # -- home says so ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Look, aside from the window, whether something has been kept long enough."""
        store = self.app.store
        if store is None or not self.keeping.own or self._looking is not None:
            self._tell(due=False)
            return
        self._looking = threading.Thread(target=self._look, args=(store, self.app.now().date()), daemon=True)
        self._looking.start()

    def away(self) -> None:
        """Wait for the look, before the store is closed."""
        if self._looking is not None:
            self._looking.join()
            self._looking = None
        self._tell(due=False)

    def _look(self, store: Store, today: date) -> None:
        from elephants.store.kept_long import kept_long_enough

        try:
            with store.reading() as raw:
                due = kept_long_enough(raw, today)
        except Refused:  # whoever opens the store says so
            due = False
        self.due.emit(due)

    def _tell(self, due: bool) -> None:
        if self._looking is not None and not self._looking.is_alive():
            self._looking = None
        self.app.home.kept_long.setVisible(due and self.keeping.own)

    # -- the dialogs -----------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Say how long everything is kept, and open what is chosen."""
        from elephants.ui.forgetting.kept import WhatIsKept

        if self.app.store is None or self.app.console is not None:
            return
        dialog = WhatIsKept(self.app.window)
        for button, way in (
            (dialog.person, self.forget_person), (dialog.session, self.forget_session), (dialog.long, self.let_go),
            (dialog.do, self.save_paper),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, way=way: dialog.choose(way))
        dialog.exec()
        wanted = dialog.wanted
        dialog.deleteLater()
        if wanted is not None:
            wanted()

    def forget_person(self) -> None:
        """Ask for a name, and forget it."""
        from elephants.ui.forgetting.person import ForgetPerson

        self._done(ForgetPerson(self.app.desk, self.app.window))

    def forget_session(self) -> None:
        """Ask for a session, and forget it."""
        from elephants.ui.forgetting.whole import ForgetSession

        self._done(ForgetSession(self.app.desk, self.app.window))

    def let_go(self) -> None:
        """Show what has been kept long enough, and let it go."""
        from elephants.ui.forgetting.longenough import LetGo

        self._done(LetGo(self.app.desk, self.app.window))

    def _done(self, dialog: Forget) -> None:
        forgotten = bool(dialog.exec())
        dialog.deleteLater()
        if forgotten:
            self.keeping.say(tr("It is gone from the file, from the search and from the backups on this computer."))
            if self.keeping.backing is not None:
                self.keeping.backing.want()  # so that a second folder has a new one too
        self.look()

    def save_paper(self) -> None:
        """Ask where, and save the paper of what is kept about the group of this page."""
        from PySide6.QtWidgets import QFileDialog

        from elephants.keeping_told import tell
        from elephants.paper.papers import in_a_file_name

        seen, store = self.app.home.seen, self.app.store
        if seen is None or seen.space is None or store is None:
            return
        name = tr("{space}, what is kept about us", space=in_a_file_name(seen.space.name))
        chosen, _ = QFileDialog.getSaveFileName(
            self.app.window, tr("Save this paper"), str(Path.home() / f"{name}.pdf"),
            tr("PDF file (*.pdf);;Web page (*.html);;Markdown (*.md)"),
        )  # fmt: skip
        if not chosen:
            return
        try:
            said = tell(store, seen.space.name, Path(chosen), self.app.now().date())
        except Refused as refusal:
            said = [str(refusal)]
        self.keeping.say(" ".join(said))
