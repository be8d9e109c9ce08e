"""The papers of a session, from any state of it: look at the pages, save them, open them to print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec

import pypdfium2
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.paper.outcome import owners, picture_rows
from elephants.paper.papers import build, document, file_name, warnings, write
from elephants.sessions.activity import AGREED, Activity
from elephants.sessions.base import Refused
from elephants.sessions.outcome_sheet import OutcomeSheet
from elephants.ui.pages.base import Page
from elephants.ui.pages.papers_easy import EasyPart
from elephants.ui.pages.papers_pictures import PicturesPart
from elephants.ui.parts.buttons import PlainButton, PrimaryButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

P = ParamSpec("P")

WIDE = 520
"""How wide a page is shown, in pixels at 100 %."""


class PapersPage(Page[Activity]):
    """Shows the minutes or the outcome sheet as it will be printed, and saves it in one action."""

    left = Signal()

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.paper = "outcome"
        self.pdf = b""
        self.title = Words(tr("Papers"), "big", parent=self)
        self.state = Words("", "quiet", parent=self)
        self.outcome = PlainButton(tr("Outcome sheet"), "note", parent=self)
        self.minutes = PlainButton(tr("Minutes"), "list-checks", parent=self)
        self.easy = EasyPart(self)
        self.pictures = PicturesPart(self)
        self.save = PrimaryButton(tr("Save this paper"), "", parent=self)
        self.open = PlainButton(tr("Save and open, to print"), "printer", parent=self)
        self.done = Words("", "saved", parent=self)
        self.pages = QVBoxLayout()
        self.shown: list[QLabel] = []
        self._told: tuple[bytes, int] | None = None
        self._build()
        self._connect()
        self.setFocusProxy(self.save)

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in (self.outcome, self.minutes):
            button.setCheckable(True)
            group.addButton(button)
        body = QWidget()
        lay = QVBoxLayout(body)
        lay.setContentsMargins(0, 0, px(8), 0)
        lay.setSpacing(px(10))
        for part in (self.title, self.state, Flow(self.outcome, self.minutes, parent=body), self.easy, self.pictures):
            lay.addWidget(part)
        self.pictures.hide()
        lay.addLayout(self.pages)
        lay.addStretch(1)
        self.pages.setSpacing(px(16))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setAccessibleName(tr("The pages, as they will be printed"))
        ends = QHBoxLayout()
        ends.setSpacing(px(12))
        ends.addWidget(Flow(self.save, self.open, parent=self), 2)
        ends.addWidget(self.done, 1)
        self.lay.setSpacing(px(10))
        self.lay.addWidget(scroll, 1)
        self.lay.addLayout(ends)

    def _connect(self) -> None:
        self.outcome.clicked.connect(lambda: self.choose("outcome"))
        self.minutes.clicked.connect(lambda: self.choose("minutes"))
        self.save.clicked.connect(self.save_as)
        self.open.clicked.connect(self.save_and_open)
        self.easy.asked.connect(lambda: self.choose(self.paper))
        self.easy.checked.connect(lambda on: self._ready(OutcomeSheet.check, on))
        self.easy.pictures.connect(lambda: self._change_pictures(on=True))
        self.pictures.left.connect(lambda: self._change_pictures(on=False))
        self.pictures.chosen.connect(lambda line, name: self._ready(OutcomeSheet.choose_picture, line, name))

    def refresh(self) -> None:
        agreed = self.session.state == AGREED
        self.state.say(
            tr("The room has agreed this record. Thank you.")
            if agreed
            else tr("Every page says: Draft, not yet read back.")
        )
        self.choose(self.paper)

    def go_back(self) -> bool:
        self.left.emit()
        return True

    def choose(self, paper: str) -> None:
        """Show another paper; the same pages again do nothing."""
        self.paper = paper
        for button, name, icon in ((self.outcome, "outcome", "note"), (self.minutes, "minutes", "list-checks")):
            button.setChecked(paper == name)
            button.say(button.words(), "check" if paper == name else icon)
        size, name = self._wishes()
        self._tell_easy()
        self.pdf = build(self.session, paper, size=size, name=name)
        if (self.pdf, px(WIDE)) != self._told:
            self._told = (self.pdf, px(WIDE))
            self._show_pages()
            self.said.emit(" ".join(warnings(self.session, paper, size=size, name=name)))

    def _wishes(self) -> tuple[int, str]:
        """Give the size of the letters and whose copy it is: both are asked of the outcome sheet alone."""
        return (self.easy.size_of_letters, self.easy.name) if self.paper == "outcome" else (0, "")

    def _tell_easy(self) -> None:
        sheet, easy = self.session.outcome_sheet, self.paper == "outcome"
        self.easy.setVisible(easy)
        if not easy:
            self.pictures.hide()
            return
        self.easy.tell(owners(self.session), checked=sheet is not None and sheet.checked)
        self.pictures.tell(picture_rows(document(self.session, "outcome", name=self.easy.name)))

    def _change_pictures(self, *, on: bool) -> None:
        """Show the lines with their pictures above the pages, or put them away."""
        self.pictures.setVisible(on)
        self.easy.change.setEnabled(not on)
        onto = self.pictures.rows[0] if on and self.pictures.rows else self.easy.change
        onto.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ready(self, deed: Callable[Concatenate[OutcomeSheet, P], None], *words: P.args, **more: P.kwargs) -> None:
        """Keep how the sheet is made ready; the page draws itself again by the news."""
        sheet = self.session.outcome_sheet
        if sheet is not None:
            self.do(sheet, deed, *words, **more)
        self._tell_easy()

    def save_as(self) -> Path | None:
        """Ask where, and save; gives the file, or None where nobody chose one or it could not be written."""
        name = file_name(self.session, self.paper, name=self._wishes()[1])
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save this paper"), str(Path.home() / name), tr("PDF file (*.pdf)")
        )
        if not chosen:
            return None
        try:
            write(self.pdf, Path(chosen))
        except Refused as refusal:
            self.said.emit(str(refusal))
            return None
        self.done.say(tr("Saved: {name}", name=Path(chosen).name))
        return Path(chosen)

    def save_and_open(self) -> None:
        """Save, then open the file in the system's own viewer, which prints it."""
        saved = self.save_as()
        if saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved))):
            self.said.emit(tr("The paper is saved, but no program here opens PDF files. Open it on another computer."))

    def _show_pages(self) -> None:
        for label in self.shown:
            self.pages.removeWidget(label)
            label.deleteLater()
        document = pypdfium2.PdfDocument(self.pdf)
        count = len(document)
        self.shown = [self._page(document, number, count) for number in range(count)]
        document.close()
        for label in self.shown:
            self.pages.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)

    def _page(self, document: pypdfium2.PdfDocument, number: int, count: int) -> QLabel:
        page = document[number]
        ratio = self.devicePixelRatioF()
        picture = page.render(scale=px(WIDE) * ratio / page.get_width()).to_pil().convert("RGB")
        image = QImage(picture.tobytes(), *picture.size, 3 * picture.width, QImage.Format.Format_RGB888)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        label = QLabel(self)
        label.setPixmap(pixmap)
        label.setFixedSize(pixmap.deviceIndependentSize().toSize())
        label.setAccessibleName(tr("Page {n} of {all}", n=number + 1, all=count))
        return label
