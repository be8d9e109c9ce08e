"""The right side: what the room sees, what to say, notes and help that only the facilitator sees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from elephants.sessions.base import LIMITS
from elephants.ui.parts.buttons import LinkButton, PlainButton
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px
from elephants.words import tr


class Side(QWidget):
    """Shows the live small copy of the room, the words to say, one hint, and the notes."""

    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.room = RoomPicture(self)
        self.frame = QFrame(self)
        self.frame.setProperty("role", "screen")
        self.room.setAccessibleName(tr("The room sees"))
        self._room_label = Words(tr("The room sees"), "label", parent=self)
        self.paged = Words("", "quiet", parent=self)
        self.paged.hide()
        self.covered = Words(tr("The room may see this screen"), "quiet", parent=self)
        self.hold = PlainButton(tr("Hold to show"), "eye", tr("F8"), parent=self)
        self.own = QWidget(self)
        self._say_label = Words(tr("Words to say"), "label", parent=self.own)
        self.say = Words("", "say", parent=self.own)
        self.hint = Words("", "quiet", parent=self.own)
        self.help = LinkButton(tr("Help"), "question", tr("F1"), parent=self.own)
        self.help.setAccessibleName(tr("Help with this step"))
        self.guide: QWidget | None = None
        self._guided, self._alone, self._shows = False, False, True
        self._hand = Pictured(18, self.own)
        self.notes = QPlainTextEdit(self.own)
        self.notes.setAccessibleName(tr("Notes, only you see these"))
        self.notes.setTabChangesFocus(True)
        self.notes.installEventFilter(self)
        self._kept = ""
        self._build()

    def _build(self) -> None:
        framed = QVBoxLayout(self.frame)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.addWidget(self.room)
        self._size()
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(24), px(20), px(24), px(20))
        lay.setSpacing(px(8))
        lay.addWidget(self._room_label)
        lay.addWidget(self.frame)
        lay.addWidget(self.paged)
        lay.addSpacing(px(14))
        lay.addWidget(self.covered)
        lay.addWidget(self.hold, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addWidget(self.own, 1)
        lay.addStretch(0)
        self._build_own()
        self.cover(on=False, held=False)

    def _build_own(self) -> None:
        lay = QVBoxLayout(self.own)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(self._say_label)
        head.addStretch(1)
        head.addWidget(self.help)
        lay.addLayout(head)
        words = Scrolled(self.own)
        words.lay.addWidget(self.say)
        words.lay.addSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._hand, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.hint, 1)
        words.lay.addLayout(row)
        words.lay.addStretch(1)
        lay.addWidget(words, 1)
        lay.addWidget(Words(tr("Notes, only you see these"), "label", parent=self.own))
        self.notes.setFixedHeight(px(92))
        self.notes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lay.addWidget(self.notes)

    def cover(self, *, on: bool, held: bool) -> None:
        """Fold away what is the facilitator's own, where the room may see this screen; held, it shows."""
        self.covered.setVisible(on)
        self.hold.setVisible(on)
        self._shows = held or not on
        self._show_own()

    def show_guide(self, guide: QWidget, *, on: bool, alone: bool = False) -> None:
        """Show the help in the place of words and notes, or these again; it is covered as they are.

        `alone` gives it the place of the small copy too, where there is no room for both.
        """
        if self.guide is None:
            self.guide = guide
            lay = self.layout()
            if isinstance(lay, QVBoxLayout):
                lay.insertWidget(lay.indexOf(self.own) + 1, guide, 1)
        self._guided, self._alone = on, alone
        self._show_own()

    def _show_own(self) -> None:
        self.own.setVisible(self._shows and not self._guided)
        if self.guide is not None:
            self.guide.setVisible(self._shows and self._guided)
        alone = self._shows and self._guided and self._alone
        for part in (self._room_label, self.frame):
            part.setVisible(not alone)
        self.paged.setVisible(bool(self.paged.text()) and not alone)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._size()

    def _size(self) -> None:
        edges = 2 * round(palette_of().edge)
        self.room.setFixedSize(px(240) - edges, px(135) - edges)
        self.frame.setFixedSize(px(240), px(135))
        self.notes.setFixedHeight(px(92))

    def tell_page(self, page: int, pages: int) -> None:
        """Say which page the room sees, where there are more, and what the key does now."""
        said = tr("The room sees page {n} of {all}", n=page + 1, all=pages)
        if page + 1 < pages:
            said = tr("The room sees page {n} of {all}. Page Down shows the next.", n=page + 1, all=pages)
        self.paged.say(said if pages > 1 else "")
        self._show_own()

    def tell(self, say: str, hint: str, notes: str) -> None:
        """Show the words of the step; notes that are being typed are never touched."""
        self.say.say(tr("“{words}”", words=say) if say else "")
        self._say_label.setVisible(bool(say))
        self.hint.say(hint)
        if hint:
            self._hand.show_icon("hand-palm", "slate")
        self._hand.setVisible(bool(hint))
        if not self.notes.hasFocus() and notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)
        self._kept = notes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notes and event.type() == QEvent.Type.FocusOut:
            self.keep_notes()
        return super().eventFilter(watched, event)

    def keep_notes(self) -> None:
        """Ask for the notes to be kept, where they are others than before; too long ones stay and are said."""
        words = self.notes.toPlainText()
        if words != self._kept and len(words) <= LIMITS["notes"]:
            self.noted.emit(words)
