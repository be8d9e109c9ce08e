"""The pages of a session that belong to no activity: its papers, and the record that the room has agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from elephants.ui.pages.record import RecordPage

if TYPE_CHECKING:
    from elephants.ui.console import Console


class Recording(QObject):
    """Opens them from the rail; the record only of a session that is agreed, before that there is the read-back."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console = console
        self.reading = False
        console.rail.papers.clicked.connect(self.show_papers)
        console.rail.record.clicked.connect(self.show_record)
        console.rail.wanted.connect(lambda _id, action: self.leave() if action == "go" else None)

    def page(self) -> RecordPage | None:
        """Make the page of the record while somebody reads it; None else."""
        if not (self.reading and self.console.session.is_agreed()):
            return None
        page = RecordPage(self.console.desk, 0, self.console)
        page.left.connect(self.leave)
        return page

    def show_papers(self) -> None:
        """Turn to the papers."""
        self.reading = False
        self.console.show_papers()
        self._uncover()

    def show_record(self) -> None:
        """Turn to the record."""
        self.reading = True
        self.console.leave_papers()
        self._uncover()

    def _uncover(self) -> None:
        """Put the run sheet away where it was opened over the page: what was asked for is behind it."""
        self.console.body.open(self.console.rail, on=False)

    def leave(self) -> None:
        """Turn back."""
        if self.reading:
            self.reading = False
            self.console.leave_papers()
