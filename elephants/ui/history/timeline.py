"""The decisions of a space over the months: a mark for each, its shape saying how it stands; nothing is ranked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.sessions.standing import STATES
from elephants.store.history import Month
from elephants.ui.parts.dressed import Dressed, edge, ring, within
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import Palette, palette_of, px, zoomed
from elephants.words import months_words, tr, trn

COLUMN, MARK, HIGH, LEAST = 70, 18, 240, 168
EDGE = 28
"""What is left free at either end, for the sign that there are more months."""
YEAR = 12
"""How many months are shown at least, so that a young group sees its first year fill."""

ORDER = ("open", "agenda", "look again", "standing", "changed", "ended")


class Timeline(Dressed):
    """Shows months side by side; Left and Right go through them, Enter or a click wants one.

    `wanted` has its first and its last day; `moved` tells that another is stood on.
    """

    wanted = Signal(date, date)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months: list[Month] = []
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_months(self, months: Sequence[Month], today: date) -> None:
        """Show these months and those up to today, a year at least.

        It stands where it stood; at first, and where that month is no more, on the last with a decision.
        """
        stood = [month.first for month in self.months[self.at : self.at + 1]]
        self.months = a_year(months, today)
        last = max((at for at, month in enumerate(self.months) if month.all), default=0)
        self.at = next((at for at, month in enumerate(self.months) if [month.first] == stood), last)
        self._tell()

    def go(self, at: int) -> None:
        """Stand on another month; past either end nothing happens."""
        if 0 <= at < len(self.months):
            self.at = at
            self._tell()

    def words(self) -> str:
        """Say the month that is stood on, and how its decisions stand."""
        if not self.months:
            return tr("Nothing was decided here yet.")
        month = self.months[self.at]
        said = [trn("{n} decision", "{n} decisions", month.all)]
        said += [
            tr("{state}: {n}", state=tr(STATES[state]), n=month.counts[state])
            for state in ORDER if state in month.counts
        ]  # fmt: skip
        return tr("{month}: {what}", month=months_words(month.first, month.first), what=", ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * COLUMN + 2 * EDGE), px(LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        key, on = Qt.Key(event.key()), -1 if mirror else 1
        steps = {Qt.Key.Key_Left: -on, Qt.Key.Key_Right: on}
        if key in steps:
            self.go(self.at + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else len(self.months) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        seen = self._seen()
        for at in seen:
            if self._column(at).contains(event.position()):
                self.go(at)
                self._want()
                return
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        before = (event.position().x() < self.width() / 2) != mirror
        self.go(seen.start - 1 if before else seen.stop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setPen(edge(palette, calm=True))
        painter.setBrush(QColor(palette.card))
        painter.drawRoundedRect(within(QRectF(self.rect()), palette), px(12), px(12))
        for at in self._seen():
            self._paint_month(painter, palette, at)
        self._paint_more(painter, palette)
        painter.end()

    # -- within ------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.setAccessibleName(self.words())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()
        self.moved.emit()

    def _want(self) -> None:
        if self.months:
            first = self.months[self.at].first
            after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            self.wanted.emit(first, after - timedelta(days=1))

    def _wide(self) -> float:
        return max(1.0, self.width() - 2 * px(EDGE))

    def _seen(self) -> range:
        """Give the months that have room, around the one that is stood on."""
        room = max(1, int(self._wide() // px(COLUMN)))
        first = max(0, min(self.at - room // 2, len(self.months) - room))
        return range(first, min(len(self.months), first + room))

    def _column(self, at: int) -> QRectF:
        seen = self._seen()
        wide = self._wide() / max(1, len(seen))
        x = px(EDGE) + (at - seen.start) * wide
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - wide
        return QRectF(x, px(8), wide, self.height() - 2 * px(8))

    def _paint_month(self, painter: QPainter, palette: Palette, at: int) -> None:
        month, column = self.months[at], self._column(at)
        if at == self.at:
            painter.setPen(edge(palette))
            painter.setBrush(QColor(palette.mist))
            painter.drawRoundedRect(within(column, palette), px(8), px(8))
            if self.hasFocus():
                ring(painter, column, palette.clay, px(8))
        painter.setPen(QColor(palette.ink if month.all else palette.slate))
        painter.setFont(zoomed(13, bold=at == self.at))
        words = months_words(month.first, month.first).split(" ")
        below = QRectF(column.x(), column.bottom() - px(42), column.width(), px(40))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), f"{words[0][:3]}\n{words[-1]}")
        self._paint_marks(painter, palette, month, column)

    def _paint_marks(self, painter: QPainter, palette: Palette, month: Month, column: QRectF) -> None:
        """Paint a mark for each decision; where there are more than have room, the top says how many."""
        most = max(2, int((column.height() - px(42) - px(8)) // px(MARK + 6)))
        states = [state for state in ORDER for _ in range(month.counts.get(state, 0))]
        shown = states if len(states) <= most else states[: most - 1]
        for place, state in enumerate(shown):
            centre = QPointF(column.center().x(), column.bottom() - px(58) - place * px(MARK + 6))
            paint_mark(painter, palette, state, centre, px(MARK))
        if len(shown) < len(states):
            rest = QRectF(
                column.x(), column.bottom() - px(58) - (len(shown) + 0.5) * px(MARK + 6), column.width(), px(22)
            )
            painter.setPen(QColor(palette.ink))
            painter.setFont(zoomed(13))
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignCenter), tr("+ {n} more", n=len(states) - len(shown)))

    def _paint_more(self, painter: QPainter, palette: Palette) -> None:
        """Paint a sign at either end past which there are more months."""
        seen, mirror = self._seen(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, middle = px(20), self.height() / 2
        for there, at_left in ((seen.start > 0, not mirror), (seen.stop < len(self.months), mirror)):
            if there:
                x = px(4) if at_left else self.width() - px(4) - side
                name = "caret-left" if at_left else "caret-right"
                draw_glyph(painter, self, name, palette.ink, QRectF(x, middle - side / 2, side, side))


def a_year(months: Sequence[Month], today: date) -> list[Month]:
    """Give the months with all up to today behind them and, where that is less than a year, others before them."""
    made = list(months)
    while made and made[-1].first < today.replace(day=1):
        last = made[-1].first
        made.append(Month(date(last.year + last.month // 12, last.month % 12 + 1, 1)))
    while made and len(made) < YEAR:
        first = made[0].first
        made.insert(0, Month((first - timedelta(days=1)).replace(day=1)))
    return made


def paint_mark(painter: QPainter, palette: Palette, state: str, centre: QPointF, size: float) -> None:
    """Paint the mark of a state: a shape for each, so that no colour is needed to tell them apart."""
    half = size / 2
    painter.setPen(QPen(QColor(palette.ink), max(1.5, size / 10)))
    painter.setBrush(QColor(palette.sun if state in ("standing", "look again") else palette.card))
    if state == "agenda":
        painter.drawRect(QRectF(centre.x() - half, centre.y() - half, size, size))
    elif state == "changed":
        top, left, right = (0, -half), (-half, half), (half, half)
        painter.drawPolygon([QPointF(centre.x() + x, centre.y() + y) for x, y in (top, left, right)])
    else:
        painter.drawEllipse(centre, half, half)
    if state == "look again":
        painter.drawLine(centre, centre + QPointF(0, -half * 0.6))
        painter.drawLine(centre, centre + QPointF(half * 0.5, 0))
    elif state == "ended":
        painter.drawLine(centre + QPointF(-half * 0.6, 0), centre + QPointF(half * 0.6, 0))
    elif state == "open":
        painter.setBrush(QColor(palette.ink))
        painter.drawEllipse(centre, half * 0.2, half * 0.2)
