"""Who does what by when: three fields and a button; a name is written only where somebody wants it written."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from elephants.sessions.text import LIMITS
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dayfield import DayField, week_after
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

Typed = tuple[str, str, bool, date | None]
NOTHING: Typed = ("", "", False, None)


class ActionField(Dressed):
    """Takes an action: what, who in words ("two of us"), by which day.

    `added(what, who, named, day)` asks for it to be kept; `named` says that `who` is somebody's name and they want it
    written (METHOD.md, promise 7), `day` is a date or None. Everything stays in the fields until `accept()`; what was
    refused is said beneath by `say(sentence)`. The limits are in characters; too long a line is said and not added.
    """

    added = Signal(str, str, bool, object)

    def __init__(self, today: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.who = QLineEdit(self), QLineEdit(self)
        self.named = QCheckBox(tr("This is somebody's name, and they want it written"), self)
        self.by = DayField(tr("By when?"), least=today, parent=self)
        self.button = PlainButton(tr("Add the action"), "plus", tr("Enter"), parent=self)
        self.told = Words("", "told", parent=self)
        self.told.hide()
        self._who_row = _Beside(self.who, self.named, wide=self.who, parent=self)
        label = Words(tr("By when?"), "quiet", wrap=False, parent=self)
        self._by_row = _Beside(label, self.by, self.button, wide=self.by, parent=self)
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        for part in (self.what, self._who_row, self._by_row, self.told):
            self._lay.addWidget(part)
        self._name_all()
        self._connect()
        if today is not None:
            self.by.offer(week_after(today))
        self.redress()

    def _name_all(self) -> None:
        self.what.setProperty("role", "line")
        for field, asked in (
            (self.what, tr("What will be done?")),
            (self.who, tr("Who? Such as: the group, two of us")),
        ):
            field.setPlaceholderText(asked)
            field.setAccessibleName(asked)
        self.setFocusProxy(self.what)
        stops = (self.what, self.who, self.named, self.by.edit, self.by.button, self.button)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.what.returnPressed.connect(self._ask)
        self.who.returnPressed.connect(self._ask)
        self.by.entered.connect(self._ask)
        self.by.edit.installEventFilter(self)
        self.button.clicked.connect(self._ask)
        self.what.textChanged.connect(lambda _words: self.say(self._too_long()))
        self.who.textChanged.connect(lambda _words: self.say(self._too_long()))

    def accept(self) -> None:
        """Empty the fields: the action is kept now."""
        self.put(NOTHING)
        self.say("")

    def typed(self) -> Typed:
        """Give what stands in the fields: what, who, whether it is a name, by which day."""
        return self.what.text(), self.who.text(), self.named.isChecked(), self.by.day()

    def put(self, typed: Typed) -> None:
        """Put back what `typed` gave; what stood there must be kept elsewhere."""
        what, who, named, day = typed
        self.what.setText(what)
        self.who.setText(who)
        self.named.setChecked(named)
        self.by.show_day(day)

    def say(self, sentence: str) -> None:
        """Say beneath the fields what happened; an empty sentence takes it away."""
        self.told.say(sentence)
        self.told.setVisible(bool(sentence))
        self.what.setAccessibleDescription(sentence)

    def redress(self) -> None:
        self._lay.setSpacing(px(8))
        for row in (self._who_row, self._by_row):
            row.turn()
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        for field in (self.what, self.who):
            field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab leave the day field while no day stands in it: Qt looks for another of its figures and stays."""
        if watched is self.by.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            leads = {Qt.Key.Key_Tab: self.by.button, Qt.Key.Key_Backtab: self.named}
            onto = leads.get(Qt.Key(event.key()))
            if onto is not None and self.by.day() is None:
                onto.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _too_long(self) -> str:
        for field, limit in ((self.what, LIMITS["line"]), (self.who, LIMITS["name"])):
            over = len(field.text().strip()) - limit
            if over > 0:
                return trn("{n} letter too many. Make it shorter.", "{n} letters too many. Make it shorter.", over)
        return ""

    def _ask(self) -> None:
        what, who, named = self.what.text().strip(), self.who.text().strip(), self.named.isChecked()
        field, refusal = self.what, self._too_long()
        if not what:
            refusal = tr("What will be done?")
        elif named and not who:
            field, refusal = self.who, tr("Write the name they want to be called, or take the tick away.")
        if refusal:
            self.say(refusal)
        else:
            self.added.emit(what, who, named, self.by.day())
        field.setFocus(Qt.FocusReason.OtherFocusReason)


class _Beside(QWidget):
    """Sets parts side by side where there is room for them, else one below the other."""

    def __init__(self, *parts: QWidget, wide: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._lay = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._lay.addWidget(part, 1 if part is wide else 0)

    def turn(self) -> None:
        """Choose the direction for the width of now."""
        beside = self.width() >= sum(part.sizeHint().width() for part in self._parts) + px(24)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._lay.setSpacing(px(12) if beside else px(4))
        if wanted != self._lay.direction():
            self._lay.setDirection(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.turn()

    def minimumSizeHint(self) -> QSize:
        wide = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(wide, super().minimumSizeHint().height())
