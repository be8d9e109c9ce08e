"""The lists of home: the agenda so far, what is due, and the sessions that were held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from elephants.sessions.terms import OPENNESS, PURPOSES
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, mark, tr, trn

if TYPE_CHECKING:
    from elephants.store.glance import DueSeen, ItemSeen, SessionSeen


def agenda_lines(items: Sequence[ItemSeen]) -> list[Line]:
    """Tell the agenda so far: in the order people asked, carried over first."""
    return [
        Line(
            id=item.id,
            text=item.title,
            lead=str(number),
            trail=_purpose(item),
            under=tr("Carried over from last time") if item.carried else "",
        )
        for number, item in enumerate(items, 1)
    ]


def _purpose(item: ItemSeen) -> str:
    purpose = tr(PURPOSES[item.purpose])
    if item.openness is None:
        return purpose
    return tr("{purpose}. {openness}", purpose=purpose, openness=tr(OPENNESS[item.openness]))


DUE_ICONS = {"need": "hand-heart", "decision": "arrow-u-up-left", "action": "flag"}
_DUE = {
    "need": mark("A need to ask about"),
    "decision": mark("A decision to look at again"),
    "action": mark("Open action"),
}


def due_words(one: DueSeen) -> str:
    """Tell what is due: its words, and who does it where somebody does."""
    return tr("{who}: {what}", who=one.who, what=one.words) if one.who else one.words


def due_about(one: DueSeen, today: date) -> tuple[str, str]:
    """Tell what kind of thing is due, and by when; "" where it has no day."""
    return tr(_DUE[one.kind]), _by(one.by, today) if one.by is not None else ""


class WaitingLine(Words):
    """Says it plainly where more decisions wait to be looked at again than one agenda takes; else it is not seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", parent=parent)
        self.hide()

    def refresh(self, number: int) -> None:
        """Say how many wait for a later session."""
        self.say(
            trn(
                "The decisions that wait longest come back to this agenda by themselves. "
                "{n} more waits for a later one. You see all of them in the history, under What is due.",
                "The decisions that wait longest come back to this agenda by themselves. "
                "{n} more wait for a later one. You see all of them in the history, under What is due.",
                number,
            )
        )
        self.setVisible(number > 0)


class DueList(QWidget):
    """What was said and is not finished: needs not met, decisions to look at again, open actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(px(16))
        self.lay.addWidget(Words(tr("What is due"), "heading", parent=self))
        self._told: tuple[DueSeen, ...] | None = None
        self._rows: list[QWidget] = []

    def refresh(self, due: tuple[DueSeen, ...], today: date) -> None:
        """Show what is due; the same again does nothing."""
        if due == self._told:
            return
        self._told = due
        for row in self._rows:
            self.lay.removeWidget(row)
            row.deleteLater()
        self._rows = [self._row(one, today) for one in due]
        for row in self._rows:
            self.lay.addWidget(row)

    def _row(self, one: DueSeen, today: date) -> QWidget:
        label, by = due_about(one, today)
        row = QWidget(self)
        lay = QHBoxLayout(row)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(12))
        picture = Pictured(22, row)
        picture.show_icon(DUE_ICONS[one.kind])
        lay.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Words(label, "label", parent=row))
        words.addWidget(Words(due_words(one), "text", parent=row))
        if by:
            words.addWidget(Words(by, "label", parent=row))
        lay.addLayout(words, 1)
        return row


def _by(day: date, today: date) -> str:
    if day == today:
        return tr("By today, {day}", day=day_words(day, year=False))
    return tr("By {day}", day=day_words(day, year=day.year != today.year))


class PastList(QWidget):
    """Sessions that were held, the latest first, with the state of their record; Enter opens one.

    `again` asks for another session like one of these, `caught_up` to write down what a draft still waits for,
    `earlier_wanted` for the history.
    """

    wanted = Signal(int)
    caught_up = Signal(int)
    again = Signal(int)
    earlier_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(10))
        lay.addWidget(Words(tr("Past sessions"), "heading", parent=self))
        self.lines = Lines(tr("Past sessions"), self)
        lay.addWidget(self.lines)
        self.earlier = QuietButton(tr("Earlier sessions are in the history"), "magnifying-glass", parent=self)
        self.earlier.clicked.connect(self.earlier_wanted)
        lay.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        wants = {"again": self.again, "catch up": self.caught_up}
        self.lines.acted.connect(lambda key, action: wants.get(action, self.wanted).emit(key))

    def refresh(self, past: Sequence[SessionSeen], *, earlier: bool) -> None:
        """Show the sessions, and whether there are `earlier` ones; the same again does nothing."""
        self.lines.show([self._line(one) for one in past])
        self.earlier.setVisible(earlier)

    def _line(self, one: SessionSeen) -> Line:
        agreed = one.state == "agreed"
        return Line(
            id=one.id,
            text=day_words(one.day),
            icon="check" if agreed else "note",
            under=", ".join(one.topics),
            trail=tr("Agreed by the room") if agreed else tr("Draft, to read back next time"),
            pick="open",
            actions=(
                ("open", tr("Open it")),
                *((("catch up", tr("Catch up")),) if one.waits else ()),
                ("again", tr("Prepare one like it")),
            ),
        )
