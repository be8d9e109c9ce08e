"""The manual in a window of its own (F1): its pages and headings on the side, a page to read, words to look for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from elephants.ui.manual_pages import FIRST, PAGES, read_page
from elephants.ui.manual_sheet import ManualSheet
from elephants.ui.parts.buttons import LinkButton, QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.tabs import tab_on
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.ui.window import ZOOM_STEP, Window
from elephants.words import tr

WIDE, HIGH, RAIL = 1080, 720, 270


def open_manual(window: QWidget, name: str = FIRST) -> Manual:
    """Open the manual over a window, at a page; once it is open it only comes to the front."""
    manual = window.findChild(Manual) or Manual(window)
    manual.show_page(name)
    manual.show()
    manual.raise_()
    manual.activateWindow()
    manual.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
    return manual


class Contents(QWidget):
    """Lists the pages; below the one that is open stand its headings."""

    def __init__(self, manual: Manual) -> None:
        super().__init__(manual)
        self.manual = manual
        self.pages = {name: QuietButton(tr(title), "book-open", parent=self) for name, title in PAGES.items()}
        self.headings: list[LinkButton] = []
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(px(12), px(16), px(12), px(16))
        self.lay.setSpacing(px(4))
        for name, button in self.pages.items():
            button.clicked.connect(lambda _checked=False, name=name: manual.show_page(name))
            self.lay.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lay.addStretch(1)

    def mark(self, name: str, headings: tuple[str, ...]) -> None:
        """Show which page is open, in words a screen reader says too, and its headings."""
        for each, button in self.pages.items():
            button.say(tr(PAGES[each]), "check" if each == name else "book-open")
            button.setAccessibleDescription(tr("Open now") if each == name else "")
        for old in self.headings:
            self.lay.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.headings = [LinkButton(words, parent=self) for words in headings]
        at = self.lay.indexOf(self.pages[name]) + 1
        for place, heading in enumerate(self.headings):
            heading.clicked.connect(partial(self.manual.sheet.go_to, heading.words()))
            self.lay.insertWidget(at + place, heading, 0, Qt.AlignmentFlag.AlignLeft)
            heading.show()


class Manual(QWidget):
    """Shows the pages of the manual; nothing of it is kept, and nothing outside of it is opened."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Elephants, the manual"))
        self.sheet = ManualSheet(self)
        self.contents = Contents(self)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("Look for a word"))
        self.words.setAccessibleName(tr("Look for a word in the manual"))
        self.before = QuietButton(tr("The one before"), "arrow-up", parent=self)
        self.after = QuietButton(tr("The next one"), "arrow-down", tr("Enter"), parent=self)
        self.told = Words("", "quiet", parent=self)
        self.close_button = QuietButton(tr("Close"), "x", tr("Esc"), parent=self)
        self._build()
        self._connect()
        self.resize(px(WIDE), px(HIGH))

    def _build(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("role", "rail")
        area.setWidget(self.contents)
        area.viewport().setAutoFillBackground(False)
        self.contents.setAutoFillBackground(False)
        Following(area)
        self._rail = area
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.words, 1)
        head.addWidget(self.close_button)
        right = QVBoxLayout()
        right.setContentsMargins(px(8), px(16), px(20), px(16))
        right.setSpacing(px(8))
        right.addLayout(head)
        right.addWidget(Flow(self.after, self.before, self.told, parent=self))
        right.addWidget(self.sheet, 1)
        lay = QHBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(area)
        lay.addLayout(right, 1)
        self.told.hide()
        self._fit()

    def _connect(self) -> None:
        self.sheet.wanted.connect(self.show_page)
        self.words.returnPressed.connect(self.look)
        self.words.textEdited.connect(lambda _words: self._tell(""))
        self.after.clicked.connect(self.look)
        self.before.clicked.connect(lambda: self.look(back=True))
        self.close_button.clicked.connect(self.close)
        for keys, act in (("Ctrl+F", self._to_words), ("F3", self.look), ("F1", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        QShortcut(QKeySequence("Shift+F3"), self).activated.connect(lambda: self.look(back=True))
        over = self.parentWidget()
        for keys, by in (("Ctrl++", ZOOM_STEP), ("Ctrl+=", ZOOM_STEP), ("Ctrl+-", -ZOOM_STEP), ("Ctrl+0", 0.0)):
            if isinstance(over, Window):
                QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by, over=over: over.zoom_by(by))

    def show_page(self, name: str) -> None:
        """Turn to a page; the one that is open stays where it is."""
        if self.sheet.page is None or self.sheet.page.name != name:
            page = read_page(name)
            self.sheet.read(page)
            self.contents.mark(name, page.headings)
        self._tell("")

    def look(self, *, back: bool = False) -> None:
        """Go to the next place of the words that are looked for, or the one before, through all pages and round."""
        words = self.words.text().strip()
        if not words:
            self._to_words()
            return
        names = list(PAGES)
        at = names.index(self.sheet.page.name) if self.sheet.page is not None else 0
        if self.sheet.find_words(words, back=back):
            self._tell("")
            return
        step = -1 if back else 1
        for further in range(1, len(names) + 1):
            name = names[(at + step * further) % len(names)]
            if words.casefold() in read_page(name).text.casefold():
                self.show_page(name)
                if self.sheet.find_words(words, back=back, afresh=True):
                    return
        self._tell(tr("The manual does not have this word."))

    def _tell(self, words: str) -> None:
        self.told.say(words)
        self.told.setVisible(bool(words))

    def _to_words(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _fit(self) -> None:
        self._rail.setFixedWidth(px(RAIL))
        self.setMinimumSize(px(640), px(360))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and shift and self.words.hasFocus():
            self.look(back=True)
        else:
            super().keyPressEvent(event)
