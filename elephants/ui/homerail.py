"""The rail of home: whose space this is, another space, the colours, and how safe the file is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from elephants.pictures.chairs import logo
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.store.glance import Glance


class HomeRail(QWidget):
    """Names the space and offers the others; says that the store is not yet locked with a passphrase."""

    space_wanted = Signal(int)
    new_space = Signal()
    decks_wanted = Signal()
    past_wanted = Signal()
    history_wanted = Signal()
    colours_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        mark = Pictured(40, self)
        mark.show_picture("logo", lambda ink: logo(ink=ink))
        mark.setAccessibleName(tr("Elephants"))
        self.space = PlainButton(tr("No space yet"), "caret-down", parent=self)
        self.space.icon_first = False
        self.another = QuietButton(tr("A new space"), "plus", parent=self)
        self.history = QuietButton(tr("History"), "magnifying-glass", tr("Ctrl+F"), parent=self)
        self.lock = Pictured(18, self)
        self.lock.show_icon("key", "slate")
        self.locked = Words(tr("Not yet locked with a passphrase"), "label", parent=self)
        self.keep = QuietButton(tr("Safe keeping"), "floppy-disk", parent=self)
        self.keep.hide()
        self.about = QuietButton(tr("About Elephants"), "info", parent=self)
        self.manual = QuietButton(tr("The manual"), "book-open", tr("F1"), parent=self)
        self.colours = QuietButton(tr("Colours"), "sun", parent=self)
        self.colours_now: Callable[[], str] = lambda: ""
        self._seen: Glance | None = None
        self._build(mark)
        self._connect()
        self.hide_spaces()

    def _connect(self) -> None:
        self.space.clicked.connect(self.open_menu)
        self.another.clicked.connect(self.new_space)
        self.history.clicked.connect(self.history_wanted)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.history_wanted)
        self.about.clicked.connect(self._say_about)
        self.manual.clicked.connect(self._open_manual)
        QShortcut(QKeySequence("F1"), self).activated.connect(self._open_manual)
        self.colours.clicked.connect(self._open_colours)

    def _build(self, mark: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(mark)
        head.addWidget(Words(tr("Elephants"), "heading", parent=self), 1)
        safe = QHBoxLayout()
        safe.setSpacing(px(8))
        safe.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        safe.addWidget(self.locked, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(12), px(20), px(12), px(20))
        scrolled = Scrolled(self)
        around.addWidget(scrolled)
        lay = scrolled.lay
        lay.setSpacing(px(12))
        lay.addLayout(head)
        lay.addSpacing(px(6))
        lay.addWidget(self.space)
        lay.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addStretch(1)
        quiet = QVBoxLayout()  # close together: where all is large there is no room between them
        quiet.setSpacing(0)
        for part in (self.colours, self.manual, self.about, self.keep):
            quiet.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addLayout(quiet)
        lay.addLayout(safe)

    def refresh(self, seen: Glance) -> None:
        """Show whose space this is."""
        self._seen = seen
        self.space.setVisible(seen.space is not None)
        self.another.setVisible(seen.space is not None)
        self.history.setVisible(seen.space is not None)
        if seen.space is not None:
            self.space.say(seen.space.name)

    def hide_spaces(self) -> None:
        """Offer no space: no store is open."""
        self.space.hide()
        self.another.hide()
        self.history.hide()

    def menu_of_spaces(self) -> QMenu:
        """Make the menu of the spaces of this laptop."""
        menu = QMenu(self)
        for space in self._seen.spaces if self._seen else ():
            menu.addAction(space.name).triggered.connect(
                lambda _checked=False, key=space.id: self.space_wanted.emit(key)
            )
        menu.addSeparator()
        menu.addAction(tr("Story cards of this group")).triggered.connect(
            lambda _checked=False: self.decks_wanted.emit()
        )
        menu.addAction(tr("Bring old minutes in")).triggered.connect(lambda _checked=False: self.past_wanted.emit())
        return menu

    def menu_of_colours(self) -> QMenu:
        """Make the menu of the colours there are; the first is what the computer is set to."""
        menu = QMenu(self)
        for choice, words in (
            ("", tr("As this computer has it")),
            ("light", tr("Light")),
            ("dark", tr("Dark")),
            ("contrast", tr("High contrast")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(choice == self.colours_now())
            action.triggered.connect(lambda _checked=False, choice=choice: self.colours_wanted.emit(choice))
        return menu

    def _open_colours(self) -> None:
        self.menu_of_colours().popup(self.colours.mapToGlobal(QPoint(0, 0)))

    def _open_manual(self) -> None:
        from elephants.ui.manual import open_manual

        open_manual(self.window())

    def _say_about(self) -> None:
        from elephants.ui.about import About

        About(self.window()).exec()

    def open_menu(self) -> None:
        """Open the menu below the space's name."""
        self.menu_of_spaces().popup(self.space.mapToGlobal(QPoint(0, self.space.height())))
