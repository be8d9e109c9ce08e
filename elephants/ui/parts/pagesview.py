"""The pages of a paper as they will be printed, one at a time, as large as one likes; and how far it is meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from elephants.ui.parts.buttons import PlainButton, SquareButton
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.printing import Book
from elephants.ui.style import px
from elephants.words import tr

SIZES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""How large a page may be shown: shares of the width there is."""
_A4 = 595.28  # points


class _Sheet(QScrollArea):
    """The page itself; it takes the keyboard, and turns its keys into wishes."""

    turned = Signal(int)
    sized = Signal(int)
    went = Signal(bool)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.page = QLabel(self)
        self.setWidget(self.page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        onward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.turned.emit(onward if event.key() == Qt.Key.Key_Right else -onward)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.sized.emit(1)
            case Qt.Key.Key_Minus if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.sized.emit(-1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self.went.emit(event.key() == Qt.Key.Key_End)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PagesView(Dressed):
    """Shows one page of a PDF, *Page 1 of 3*; Left and Right turn it, + and - make it larger and smaller.

    A paper of another form is shown by its words. While a paper is made it says how far it is, and `stopped` asks
    to give it up; `again` asks to make it after all.
    """

    stopped = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf, self.number, self.count = b"", 0, 0
        self._book: Book | None = None
        books = self._books = list[Book]()
        self.destroyed.connect(lambda: _close(books))
        self._size = SIZES.index(1.0)
        self._drawn: tuple[object, ...] = ()
        self.where = Words("", "strong", wrap=False, parent=self)
        self.before = SquareButton("caret-left", tr("Page before"), parent=self)
        self.next = SquareButton("caret-right", tr("Next page"), parent=self)
        self.smaller = SquareButton("minus", tr("Show the page smaller"), parent=self)
        self.larger = SquareButton("plus", tr("Show the page larger"), parent=self)
        self.bar = Flow(self.before, self.where, self.next, self.smaller, self.larger, ends=2, parent=self)
        self.sheet, self.words, self.making = _Sheet(self), QPlainTextEdit(self), QWidget(self)
        self.told = Words("", "strong", parent=self)
        self.progress = QProgressBar(self)
        self.cancel = PlainButton(tr("Cancel"), "x", parent=self)
        self.stack = QStackedWidget(self)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("The words of the file"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(tr("How far it is"))
        lay = QVBoxLayout(self.making)
        lay.setSpacing(px(12))
        for part in (self.told, self.progress, self.cancel):
            lay.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self.cancel else Qt.AlignmentFlag(0))
        lay.addStretch(1)
        for page in (self.making, self.sheet, self.words):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        whole.addWidget(self.bar)
        whole.addWidget(self.stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.wait(tr("Making the pages"))

    def _connect(self) -> None:
        self._later.timeout.connect(self._draw)
        self.sheet.resized.connect(self._later.start)
        self.sheet.turned.connect(self.turn)
        self.sheet.sized.connect(self.size_by)
        self.sheet.went.connect(lambda end: self.turn(self.count if end else -self.count))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.size_by(-1))
        self.larger.clicked.connect(lambda: self.size_by(1))
        self.cancel.clicked.connect(self._stop_or_begin)

    def _stop_or_begin(self) -> None:
        wish = self.again if self.progress.isHidden() else self.stopped
        wish.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(300))

    def sizeHint(self) -> QSize:
        return QSize(px(430), px(560))

    def redress(self) -> None:
        self._later.start()

    # -- what is shown -----------------------------------------------------------------------------------------

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages; the place and the size stay as they are, as far as there are so many pages."""
        _close(self._books)
        self._book = Book(pdf)
        self._books.append(self._book)
        self.pdf, self.count = pdf, self._book.count
        self.number = min(self.number, self.count - 1)
        self._turn_to(self.sheet, bar=True)
        self._tell()
        self._later.start()  # the first page of a long paper is opened and drawn in two goes

    def show_words(self, words: str) -> None:
        """Show what stands in a file that has no pages."""
        if words != self.words.toPlainText():
            self.words.setPlainText(words)
        self._turn_to(self.words, bar=False)

    def wait(self, words: str) -> None:
        """Say that it is being made."""
        self.told.say(words)
        self.progress.setValue(0)
        self.progress.setVisible(True)
        self.cancel.say(tr("Cancel"), "x")
        self._turn_to(self.making, bar=False)

    def tell(self, done: float) -> None:
        """Show how far it is, from 0 to 1."""
        self.progress.setValue(round(done * 100))

    def stop(self, words: str) -> None:
        """Say that nothing is being made, and why, with a way to try again."""
        self.told.say(words)
        self.progress.setVisible(False)
        self.cancel.say(tr("Make the pages"), "arrows-clockwise")
        self._turn_to(self.making, bar=False)

    def _turn_to(self, page: QWidget, *, bar: bool) -> None:
        self.stack.setCurrentWidget(page)
        self.bar.setVisible(bar)

    def turn(self, by: int) -> None:
        """Turn some pages on or back; past the ends nothing happens."""
        number = max(0, min(self.count - 1, self.number + by))
        if number != self.number:
            self.number = number
            self.sheet.verticalScrollBar().setValue(0)
            self._draw()

    def size_by(self, step: int) -> None:
        """Show the page larger or smaller by a step."""
        self._size = max(0, min(len(SIZES) - 1, self._size + step))
        self._draw()

    def _draw(self) -> None:
        if self._book is None or self.stack.currentWidget() is not self.sheet:
            return
        room = self.sheet.maximumViewportSize().width() - self.sheet.verticalScrollBar().sizeHint().width() - px(4)
        wide, ratio = max(px(120), round(room * SIZES[self._size])), self.devicePixelRatioF()
        key = (self.pdf, self.number, wide, ratio)
        self._tell()
        if key == self._drawn:
            return
        self._drawn = key
        shown = QPixmap.fromImage(self._book.picture(self.number, wide * ratio / _A4))
        shown.setDevicePixelRatio(ratio)
        self.sheet.page.setPixmap(shown)
        self.sheet.page.resize(shown.deviceIndependentSize().toSize())

    def _tell(self) -> None:
        self.where.say(tr("Page {n} of {all}", n=self.number + 1, all=self.count))
        name = tr("The page as it will be printed. {where}. Left and Right turn it.", where=self.where.text())
        self.sheet.setAccessibleName(name)
        self.before.setEnabled(self.number > 0)
        self.next.setEnabled(self.number + 1 < self.count)
        self.smaller.setEnabled(self._size > 0)
        self.larger.setEnabled(self._size + 1 < len(SIZES))


def _close(books: list[Book]) -> None:
    while books:
        books.pop().close()
