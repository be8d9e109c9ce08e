"""Bringing the past in from home: choose a folder, look at what was found, bring it in, take a paper away again."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from elephants.bringing import ENDS, NAME_PEOPLE, Looked, bring, look, space_of, sum_words
from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.brought.brought import CHANGED, NEW, THERE, Brought, known, take_away
from elephants.sessions.space import Space
from elephants.ui.parts import dialogs
from elephants.ui.parts.buttons import PlainButton, PrimaryButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Chip, Line, Lines
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.tabs import tab_on
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, mark, tr, trn

LISTED, FOUND, COMING = "listed", "found", "coming"
"""What the dialog shows: what was brought in so far, what was found in a folder, or papers coming in."""

CHIPS = {THERE: (Chip(mark("here already")),), CHANGED: (Chip(mark("changed since")),), NEW: ()}


class BringingDialog(QDialog):
    """Brings old minutes into one space; each paper is one deed, and between two of them the window lives."""

    def __init__(self, desk: Desk, space_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.space_id = desk, space_id
        self.state = LISTED
        self._looked = Looked((), (), 0)
        self._coming = 0
        self._stopped = False
        self._done: Counter[str] = Counter()
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._bring_next)
        self.setWindowTitle(tr("Old minutes"))
        self._make()
        self._build()
        self._connect()
        self.refresh()
        self.folder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        self.folder = PlainButton(tr("Choose a folder"), "folder-open", parent=self)
        self.files = PlainButton(tr("Choose papers"), "folder-open", parent=self)
        self.about = Words("", "strong", parent=self)
        self.told = Words("", "told", parent=self)
        self.list = Lines(tr("Old papers"), self)
        self.rest = QWidget(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far it is"))
        self.go = PrimaryButton(tr("Bring them in"), parent=self)
        self.leave = PlainButton(tr("Leave them"), "x", parent=self)
        self.cancel = PlainButton(tr("Cancel"), "x", parent=self)
        self.close_it = PlainButton(tr("Close"), "check", parent=self)

    def _build(self) -> None:
        self.list.setMinimumHeight(px(170))
        body = Scrolled(self)
        body.lay.setSpacing(px(10))
        body.lay.addWidget(Words(tr("Old minutes"), "title", parent=self))
        body.lay.addWidget(Words(tr(NAME_PEOPLE), "strong", parent=self))
        kept = tr(
            "They are kept as they were written. Only the history shows them: no page of a session, no new paper."
        )
        body.lay.addWidget(Words(kept, parent=self))
        for part in (Flow(self.folder, self.files), self.told, self.about, self.bar):
            body.lay.addWidget(part)
        body.lay.addWidget(self.list, 1)
        body.lay.addWidget(self.rest, 1)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(24), px(20), px(24), px(20))
        lay.setSpacing(px(12))
        lay.addWidget(body, 1)
        lay.addWidget(Flow(self.go, self.leave, self.cancel, self.close_it, ends=1))
        self.resize(min(px(860), 1300), min(px(640), 700))

    def _connect(self) -> None:
        self.folder.clicked.connect(self._ask_folder)
        self.files.clicked.connect(self._ask_files)
        self.go.clicked.connect(self._begin)
        self.leave.clicked.connect(lambda: self._show(LISTED))
        self.cancel.clicked.connect(self._stop)
        self.close_it.clicked.connect(self.accept)
        self.list.acted.connect(self._acted)
        for button in (self.folder, self.files, self.go, self.leave, self.cancel, self.close_it):
            button.setAutoDefault(False)
        self.desk.changed.append(self.refresh)
        self.finished.connect(self._away)

    def _away(self) -> None:
        self._stopped = True
        self._next.stop()
        if self.refresh in self.desk.changed:
            self.desk.changed.remove(self.refresh)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.state == COMING:
            self._stop()
        else:
            super().keyPressEvent(event)

    # -- what is shown -------------------------------------------------------------------------------------------

    @property
    def space(self) -> Space:
        """The live space the papers come into."""
        return space_of(self.desk, self.space_id)

    def refresh(self) -> None:
        """Show what was brought in, or what was found."""
        if self.state == COMING:
            return
        self._dress()
        lines = self._found() if (found := self.state == FOUND) else self._brought()
        self.list.setVisible(bool(lines))
        self.rest.setVisible(not lines)
        self.about.say(self._found_words() if found else self._brought_words())
        self.list.tell(lines)

    def _dress(self) -> None:
        """Show the buttons that mean something now."""
        coming, found = self.state == COMING, self.state == FOUND and bool(self._looked.papers)
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self.go, found), (self.leave, found), (self.bar, coming), (self.cancel, coming),
            (self.close_it, not coming),
        )  # fmt: skip
        for part, yes in shown:
            part.setVisible(yes)
        for button in (self.folder, self.files):
            button.setEnabled(not coming)

    def _show(self, state: str) -> None:
        """Go over to what was brought in so far, or to what was found."""
        self.state = state
        if state == LISTED:
            self._looked = Looked((), (), 0)
        self._tell("")
        self.refresh()
        (self.go if state == FOUND and self._looked.papers else self.folder).setFocus(Qt.FocusReason.OtherFocusReason)

    def _brought(self) -> list[Line]:
        papers = sorted(self.space.brought, key=lambda one: (one.date or date.min, one.id))
        away = (("away", tr("Take it away")),)
        return [*self._left_out(), *(
            Line(one.id, one.title, lead=_day(one.date), under=one.source, actions=away) for one in papers
        )]  # fmt: skip

    def _found(self) -> list[Line]:
        space, lines = self.space, list[Line]()
        for at, one in enumerate(self._looked.papers):
            chips = tuple(Chip(tr(chip.words)) for chip in CHIPS[known(space, one)])
            guessed = (Chip(tr("letters guessed"), dashed=True),) if one.guessed else ()
            lines.append(Line(-1_000_000 - at, one.title, (*chips, *guessed), lead=_day(one.day), under=one.source))
        return [*self._left_out(), *lines]

    def _left_out(self) -> list[Line]:
        chips = (Chip(tr("left out"), "warning-circle"),)
        return [Line(-1 - at, one.source, chips, under=one.why) for at, one in enumerate(self._looked.skipped)]

    def _brought_words(self) -> str:
        n = len(self.space.brought)
        return (
            trn("{n} paper was brought in.", "{n} papers were brought in.", n)
            if n
            else tr("Nothing was brought in yet.")
        )

    def _found_words(self) -> str:
        n = len(self._looked.papers)
        if not n:
            return tr("No paper in Markdown can be read there.")
        found = trn("{n} paper was found.", "{n} papers were found.", n)
        into = trn("It comes into {space}.", "They come into {space}.", n, space=self.space.name)
        return f"{found} {into}"

    # -- what is done --------------------------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), str(Path.home()))
        if chosen:
            self.look([Path(chosen)])

    def _ask_files(self) -> None:
        ends = " ".join(f"*{end}" for end in ENDS)
        chosen, _ = QFileDialog.getOpenFileNames(
            self, tr("Choose papers"), str(Path.home()), tr("Papers in Markdown ({ends})", ends=ends)
        )
        if chosen:
            self.look([Path(one) for one in chosen])

    def look(self, places: list[Path]) -> None:
        """Look through a folder or at papers, aside from the window, and show what was found."""
        today = self.desk.today()
        try:
            looked = with_patience(self, tr("Reading the papers"), lambda told: look(places, today, told))
        except Refused as refusal:
            self._say(str(refusal))
            return
        if looked is None:
            self._say(tr("Stopped. Nothing was brought in."))
            return
        self._looked = looked
        self._show(FOUND)

    def _say(self, sentence: str) -> None:
        self._show(LISTED)
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self.told.say(sentence)
        self.told.setVisible(bool(sentence))

    def _begin(self) -> None:
        self.state, self._coming, self._stopped = COMING, 0, False
        self._done.clear()
        self.bar.setRange(0, len(self._looked.papers))
        self.bar.setValue(0)
        self._dress()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._next.start()

    def _bring_next(self) -> None:
        """Bring in one paper; a long one is written aside, and the window lives meanwhile."""
        if self._coming == len(self._looked.papers):
            self._end(sum_words(self._done, len(self._looked.skipped), self._looked.others))
            return
        self._next.stop()  # the next one waits for this one
        try:
            self._done[bring(self.desk, self.space_id, self._looked.papers[self._coming])] += 1
        except Refused as refusal:
            self._end(f"{refusal} {self._so_far()}")
            return
        self._coming += 1
        self.bar.setValue(self._coming)
        if self._stopped:
            self._end(f"{tr('Stopped.')} {self._so_far()}")
        else:
            self._next.start()

    def _stop(self) -> None:
        """Stop after the paper that is coming in: it comes whole or not at all."""
        if self.state != COMING:
            return
        self._stopped = True
        if self._next.isActive():
            self._end(f"{tr('Stopped.')} {self._so_far()}")

    def _so_far(self) -> str:
        return trn("{n} paper is here, whole, and stays.", "{n} papers are here, whole, and stay.", self._done.total())

    def _end(self, sentence: str) -> None:
        """Say what came of it, with what was left out still named above what is here now."""
        self._next.stop()
        skipped = self._looked.skipped
        self._show(LISTED)
        self._looked = Looked((), skipped, 0)
        self._tell(sentence)
        self.refresh()
        self.close_it.setFocus(Qt.FocusReason.OtherFocusReason)

    def _acted(self, key: int, _action: str) -> None:
        brought = next((one for one in self.space.brought if one.id == key), None)
        if brought is None:
            return
        words = tr(
            "All its words go: from the search and from our backups too. It cannot be undone. The file that it came "
            "from stays where it is."
        )
        if dialogs.ask(self, tr("Take this paper away?"), words, tr("Take it away"), tr("Keep it")):
            self._take_away(brought)

    def _take_away(self, brought: Brought) -> None:
        try:
            self.desk.change(self.space, take_away, brought)
        except Refused as refusal:
            self._tell(str(refusal))
        else:
            self._tell(tr("Taken away."))


def _day(day: date | None) -> str:
    return tr("no day") if day is None else day_words(day)
