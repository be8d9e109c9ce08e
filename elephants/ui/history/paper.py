"""A page with one paper of the past: look at it, save it, open it, print it; nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from elephants.making import Made
from elephants.paper.papers import warnings_of
from elephants.paper.wanted import Form, written
from elephants.sessions.text import Refused
from elephants.ui.history.ways import WayButton, in_a_column
from elephants.ui.pages.papers.choices import FORM_WORDS
from elephants.ui.pages.papers.files import read_out
from elephants.ui.pages.papers.out import OutPart
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.note import Note
from elephants.ui.parts.pagesview import PagesView
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.scrolled import scrolled_whole
from elephants.ui.parts.tabs import order
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.paper.document import Document

WIDE = 900
"""How wide the page gets at most, at 100 %."""
FORMS: tuple[Form, ...] = ("pdf", "html", "md")


class PaperPage(QWidget):
    """Shows a paper that is composed already; `name` is that of its file, without an ending. `left` wants back."""

    left = Signal()

    def __init__(self, document: Document, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.document, self.name = document, name
        self.back = QuietButton(tr("Back"), "arrow-left", tr("Esc"), parent=self)
        self.title = Words(document.title, "title", parent=self)
        self.note = Note(self)
        self.forms = {form: WayButton(tr(FORM_WORDS[form]), "", parent=self) for form in FORMS}
        self.pages, self.out = PagesView(self), OutPart(self)
        self._build()
        self.back.clicked.connect(self.left)
        self.out.said.connect(self.note.say)
        self.pages.again.connect(lambda: self.take("pdf"))
        for form, button in self.forms.items():
            button.clicked.connect(lambda _on=False, form=form: self.take(form))
        self.setFocusProxy(self.out.save)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        lay = self._lay = scrolled_whole(self)
        lay.setSpacing(px(10))
        lay.addLayout(head)
        lay.addWidget(self.note)
        lay.addWidget(Flow(*self.forms.values(), parent=self))
        lay.addWidget(self.pages, 1)
        lay.addWidget(self.out)
        order(self.back, *self.forms.values(), self.pages, self.out)

    def take(self, form: Form) -> None:
        """Show the paper in another form, and let that be saved."""
        for one, button in self.forms.items():
            button.setChecked(one == form)
        try:
            file = with_patience(self, tr("Making the pages"), lambda _told: written(self.document, form), stops=False)
        except Refused as refusal:
            self.pages.stop(str(refusal))
            return
        made = Made((file or b"",), tuple(warnings_of(self.document)) if form == "pdf" else ())
        if form == "pdf":
            self.pages.show_pdf(made.files[0])
        else:
            self.pages.show_words(read_out(made.files[0], form))
        self.out.tell(made, [f"{self.name}.{form}"], form)
        self.note.say(" ".join(made.said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_a_column(self, self._lay, WIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
