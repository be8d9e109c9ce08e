"""The help on the right side, only for the facilitator: words to read about the step the room is at (METHOD.md)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from elephants.sessions.guidance.page import HelpPage
from elephants.ui.parts.buttons import LinkButton, QuietButton
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

GAP = 14


class Sheet(QScrollArea):
    """A page to read; Up, Down, Space, Home and End move through it. What has the focus is brought into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget(self)
        self.lay = QVBoxLayout(body)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._lines: list[Words] = []
        self._gaps()
        Following(self)

    def show_page(self, page: HelpPage) -> None:
        """Set the words of a page, from its beginning; the links below them stay."""
        for old in self._lines:
            self.lay.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [line for part in page.parts for line in self._part(part.heading, part.lines, part.spoken)]
        for place, line in enumerate(self._lines):
            self.lay.insertWidget(place, line)
        self._gaps()
        self.setAccessibleName(tr("Help: {title}", title=page.title))
        self.setAccessibleDescription(page.words())
        self.verticalScrollBar().setValue(0)

    def _part(self, heading: str, lines: tuple[str, ...], spoken: bool) -> list[Words]:
        above = [Words(heading, "strong", parent=self.widget())] if heading else []
        return above + [Words(line, "say" if spoken else "text", parent=self.widget()) for line in lines]

    def _gaps(self) -> None:
        self.lay.setContentsMargins(px(14), px(12), px(14), px(12))
        self.lay.setSpacing(px(8))
        for line in self._lines[1:]:
            line.setContentsMargins(0, px(GAP) if line.property("role") == "strong" else 0, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self.widget() is not None:
            self._gaps()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        leaf = bar.pageStep() - px(40)
        leads = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + leaf,
        }
        key = Qt.Key(event.key())
        if key in leads and not event.modifiers():
            bar.setValue(leads[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()  # every other key is the console's: Page Down goes on


class GuideFace(QWidget):
    """One page of help with its title and the ways on: the whole, the resistance line, a trained person, the manual."""

    closed = Signal()
    whole_wanted = Signal()
    resistance_wanted = Signal()
    trained_wanted = Signal()
    system_wanted = Signal()
    step_wanted = Signal()
    manual_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Words("", "heading", parent=self)
        self.close_button = QuietButton(tr("Close"), "x", tr("Esc"), parent=self)
        self.sheet = Sheet(self)
        self.whole = LinkButton("", "info", parent=self.sheet.widget())
        self.resistance = LinkButton(tr("The resistance line"), "book-open", parent=self.sheet.widget())
        self.trained = LinkButton(tr("A trained person"), "users", parent=self.sheet.widget())
        nine = tr("How we work, in nine questions")
        self.system = LinkButton(nine, "question", parent=self.sheet.widget())
        self.back = LinkButton(tr("Back to this step"), "arrow-left", parent=self.sheet.widget())
        self.manual = LinkButton(tr("The manual"), "scroll", parent=self.sheet.widget())
        self._page: HelpPage | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(4))
        lay.addLayout(head)
        lay.addWidget(self.sheet, 1)
        self.sheet.lay.addSpacing(px(GAP))
        for link in (self.back, self.whole, self.resistance, self.trained, self.system, self.manual):
            self.sheet.lay.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet.lay.addStretch(1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.whole.clicked.connect(self.whole_wanted)
        self.resistance.clicked.connect(self.resistance_wanted)
        self.trained.clicked.connect(self.trained_wanted)
        self.system.clicked.connect(self.system_wanted)
        self.back.clicked.connect(self.step_wanted)
        self.manual.clicked.connect(self.manual_wanted)

    def read(self, page: HelpPage, whole: str, *, aside: bool) -> None:
        """Show a page. `whole` names the activity whose help can be read too; `aside` is a page of no step."""
        self.whole.setVisible(bool(whole))
        self.whole.say(whole)
        self.back.setVisible(aside)
        if page == self._page:
            return
        self._page = page
        if self.sheet.isAncestorOf(self.focusWidget()) and not aside:
            self.take_keys()
        self.title.say(page.title)
        self.sheet.show_page(page)

    def take_keys(self) -> None:
        """Take the keyboard, so that Up and Down move through the words."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
