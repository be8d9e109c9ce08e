"""The record that a room has agreed: its lines with what stood there before; correct one, or take one out (METHOD.md).

Two different things: a correction is a new dated version, and the old words stay readable here; what is taken out goes
from every version, and nobody can bring it back. Each is asked in plain words before it is done.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from elephants.checking import as_of, reading
from elephants.desk import Desk
from elephants.paper.papers import build, file_name, write
from elephants.sessions.activity import Activity
from elephants.sessions.base import Refused
from elephants.sessions.record.out import take_out, taken_out_words
from elephants.sessions.record.readlines import ReadLine, lines
from elephants.sessions.record.record import correct, earlier
from elephants.sessions.record.revision import AGREED, CORRECTED, Version
from elephants.ui.pages.base import Page
from elephants.ui.parts import dialogs
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr

LONG = 120


class RecordPage(Page[Activity]):
    """Every line of an agreed record; the chosen one can be corrected or taken out."""

    left = Signal()

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self._numbers: dict[tuple[str, int, str], int] = {}
        self._here = 0
        self.title = Words("", "title", parent=self)
        self.version = Words("", "quiet", parent=self)
        self.about = Words(
            tr("The room has agreed this. Correct says a line better; what stood before stays readable here. "
               "Take out lets words go for good."),
            parent=self,
        )  # fmt: skip
        self.lines = Lines(tr("What the room has agreed"), self)
        self.correct = PlainButton(tr("Correct this line"), "pencil-simple", parent=self)
        self.out = PlainButton(tr("Take this line out"), "scissors", parent=self)
        self.older = PlainButton(tr("A paper as it was"), "file-pdf", parent=self)
        self._build()
        self.lines.acted.connect(self._act)
        self.correct.clicked.connect(lambda: self._correct(self.line()))
        self.out.clicked.connect(lambda: self._take_out(self.line()))
        self.older.clicked.connect(lambda: self.menu_of_papers().popup(self.older.mapToGlobal(QPoint(0, px(44)))))

    def _build(self) -> None:
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(8))
        for part in (self.title, self.version, self.about):
            scrolled.lay.addWidget(part)
        scrolled.lay.addWidget(self.lines, 1)
        scrolled.lay.addWidget(Flow(self.correct, self.out, self.older, parent=self))
        scrolled.lay.addStretch(0)
        self.lay.addWidget(scrolled)
        self.setFocusProxy(self.lines)

    def line(self) -> ReadLine | None:
        """Give the chosen line; None where the record has none."""
        return next((one for one in lines(self.session) if self._number(one) == self._here), None)

    def refresh(self) -> None:
        session = self.session
        read = list(lines(session))
        if self.line() is None and read:
            self._here = self._number(read[0])
        self.title.say(tr("The record of {day}", day=day_words(session.date)))
        self.version.say(" ".join(_version_words(one) for one in session.versions[-1:]))
        self.lines.tell([self._line(one) for one in read])
        for part in (self.correct, self.out):
            part.setVisible(bool(read))
        self.older.setVisible(len(session.versions) > 1)

    def words_to_say(self) -> str:
        return ""

    def go_back(self) -> bool:
        self.left.emit()
        return True

    def menu_of_papers(self) -> QMenu:
        """Make the menu of the papers of each older version."""
        menu = QMenu(self)
        for version in self.session.versions[:-1]:
            number, words = version.number, {"number": version.number, "day": day_words(version.day)}
            for paper, says in (
                ("minutes", tr("Minutes, version {number} of {day}", **words)),
                ("outcome", tr("Outcome sheet, version {number} of {day}", **words)),
            ):
                menu.addAction(says).triggered.connect(
                    lambda _checked=False, number=number, paper=paper: self.save_older(number, paper)
                )
        return menu

    def save_older(self, number: int, paper: str) -> None:
        """Ask where, and save a paper as it was in an older version; what was taken out since stays out."""
        name = tr("version {number}, {name}", number=number, name=file_name(self.session, paper))
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save this paper"), str(Path.home() / name), tr("PDF file (*.pdf)")
        )
        if not chosen:
            return
        try:
            with reading(self.desk.store.path) as desk:
                pdf = build(as_of(desk, self.session.id, number), paper)
            write(pdf, Path(chosen))
        except Refused as refusal:
            self.said.emit(str(refusal))
            return
        self.said.emit(tr("Saved: {name}", name=Path(chosen).name))

    # -- within ------------------------------------------------------------------------------------------------

    def _line(self, line: ReadLine) -> Line:
        before = [_before_words(version, one.words, gone=one.gone) for version, one in earlier(self.session, line)]
        here = self._number(line) == self._here
        return Line(
            self._number(line), line.words, strong=here, bar="sun" if here else None, pick="here",
            under=" ".join((tr("{label}.", label=(line.about or line.label).rstrip(".")), *before)),
            actions=(("correct", tr("Correct this line")), ("out", tr("Take this line out"))),
        )  # fmt: skip

    def _number(self, line: ReadLine) -> int:
        """Give a line the number of its row, the same as long as this page lives."""
        return self._numbers.setdefault(line.key, len(self._numbers) + 1)

    def _act(self, number: int, action: str) -> None:
        self._here = number
        self.refresh()
        if action == "correct":
            self._correct(self.line())
        elif action == "out":
            self._take_out(self.line())

    def _correct(self, line: ReadLine | None) -> None:
        """Ask for other words until they are taken or left: what was typed is offered again with the reason."""
        text, why = (line.words if line is not None else ""), ""
        while line is not None:
            why = why or tr("This makes a new version, with today's date. What stood before stays readable here.")
            text = dialogs.ask_words(
                self, tr("Say it in other words"), why, tr("Correct it"), text, long=len(text) > LONG
            )  # fmt: skip
            if not text:
                return
            session = self.session
            why = self.tried(session.space, correct, session, line, text, self.desk.today())
            if not why:
                self.said.emit(tr("Corrected. What stood before stays readable below it."))
                return

    def _take_out(self, line: ReadLine | None) -> None:
        if line is None or not self._sure(line):
            return
        session = self.session
        if self.do(session.space, take_out, session, line, self.desk.today()):
            self.said.emit(tr("Taken out. It is in no version any more."))

    def _sure(self, line: ReadLine) -> bool:
        said = tr(
            "“{words}” goes from every version of this record, from this file, and from all papers made from now on. "
            "Nobody can bring it back. In its place stands: {instead}. "
            "Papers that were printed or saved before still have it.",
            words=line.words, instead=taken_out_words(self.desk.today()),
        )  # fmt: skip
        return dialogs.ask(
            self, tr("Take this out for good?"), said, tr("Take it out for good"), tr("Leave it as it is")
        )  # fmt: skip


def _version_words(version: Version) -> str:
    day = day_words(version.day)
    how = {
        AGREED: tr("Agreed by the room on {day}.", day=day),
        CORRECTED: tr("Version {number}, corrected on {day}.", number=version.number, day=day),
    }.get(version.reason, tr("Version {number}, something taken out on {day}.", number=version.number, day=day))
    return tr("{how} Check code: {code}", how=how, code=version.code)


def _before_words(version: Version, words: str, *, gone: bool) -> str:
    day = day_words(version.day)
    if gone:
        return tr("Before, on {day}: taken out.", day=day)
    return tr("Before, on {day}: “{words}”", day=day, words=words)
