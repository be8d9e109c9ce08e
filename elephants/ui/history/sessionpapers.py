"""The papers of a past session for who only looks: the page of papers as it is, with nothing to change in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.ui.history.ways import ENDS, SIDE
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.note import Note
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr


class SessionPapers(QWidget):
    """Shows the papers of the session that is open on the desk; `left` wants to go back."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QuietButton(tr("Back"), "arrow-left", tr("Esc"), parent=self)
        self.note = Note(self)
        self.papers = PapersPage(desk, 0, self)
        session = self.papers.session
        said = tr("{space}, {day}", space=session.space.name, day=day_words(session.date))
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(Words(said, "strong", parent=self), 1)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(SIDE), px(ENDS), px(SIDE), px(ENDS))
        lay.setSpacing(px(10))
        lay.addLayout(head)
        lay.addWidget(self.note)
        lay.addWidget(self.papers, 1)
        self.setFocusProxy(self.papers)
        self.back.clicked.connect(self.left)
        self.papers.said.connect(self.note.say)
        self.papers.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
