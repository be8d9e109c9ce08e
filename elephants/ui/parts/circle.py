"""The circle of chairs: everyone at equal distance; it stands wherever the room as a whole is meant (LOOK.md)."""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.pictures.chairs import CONSOLE, ROOM, ChairColours, chair_picture
from elephants.pictures.layers import Picture
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.fit import fit
from elephants.ui.parts.paint import paint_kept
from elephants.ui.style import Palette, font, moves, palette_of, px

MOST = 200
MOTION_MS = 180
_APART, _REACH, _RING, _BIGGEST = 1.45, 0.96, 1.8, 0.13


@dataclass(frozen=True)
class Seat:
    """Where one chair stands in a box of 1 by 1, how large it is and how far it is turned (degrees)."""

    x: float
    y: float
    angle: float
    turn: float
    size: float


@lru_cache(maxsize=256)
def seats(here: int) -> tuple[Seat, ...]:
    """Place up to 200 chairs, clockwise from the top, in as few rings as leave them largest."""
    here = max(0, min(here, MOST))
    counts, size = _rings(max(here, 6))
    chance, placed = random.Random("chairs"), list[Seat]()
    for ring, count in enumerate(_deal(here, counts)):
        out = 0.5 - _REACH * size - ring * _RING * size
        for place in range(count):
            angle = math.tau * place / count
            turn = math.degrees(angle) + chance.uniform(-3.0, 3.0)
            placed.append(Seat(0.5 + out * math.sin(angle), 0.5 - out * math.cos(angle), angle, turn, size))
    return tuple(placed)


def _rings(here: int) -> tuple[list[int], float]:
    """Find the largest chair, and how many stand on each ring at most; the middle stays free for words."""
    size = _BIGGEST
    while True:
        counts, out = list[int](), 0.5 - _REACH * size
        while out >= 0.26 and sum(counts) < here:
            counts.append(int(math.tau * out / (_APART * size)))
            out -= _RING * size
        if sum(counts) >= here:
            return counts, size
        size *= 0.98


def _deal(here: int, most: list[int]) -> list[int]:
    """Deal the chairs to the rings in proportion, so that no ring is left with two."""
    if here <= most[0]:
        return [here]
    dealt = [min(each, here * each // sum(most)) for each in most]
    ring = 0
    while sum(dealt) < here:
        dealt[ring] += 1 if dealt[ring] < most[ring] else 0
        ring = (ring + 1) % len(dealt)
    return dealt


def chair_colours(palette: Palette, *, room: bool) -> ChairColours:
    """Choose the chairs' colours: darker outlines for a projector, no ink edge on a dark page."""
    if palette.strong:
        return ChairColours(palette.sun, palette.ink, palette.card, palette.ink)
    if room:
        return ROOM
    if palette.dark:
        return ChairColours(palette.sun, palette.sun, palette.card, palette.line)
    return CONSOLE


def paint_circle(
    painter: QPainter,
    rect: QRectF,
    here: int,
    lit: Collection[int] | Mapping[int, float],
    leaning: Collection[int],
    palette: Palette,
    *,
    room: bool,
) -> None:
    """Paint the circle in the middle of a rectangle. As a mapping, `lit` tells how far (0 to 1) each has lit up."""
    side = min(rect.width(), rect.height())
    shines = lit if isinstance(lit, Mapping) else dict.fromkeys(lit, 1.0)
    colours = chair_colours(palette, room=room)
    on, off = chair_picture(on=True, colours=colours), chair_picture(on=False, colours=colours)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side, side)
    for place, seat in enumerate(seats(here)):
        _paint_seat(painter, seat, (on, off), shines.get(place, 0.0), str(colours), leans=place in leaning)
    painter.restore()


def _paint_seat(
    painter: QPainter, seat: Seat, chairs: tuple[Picture, Picture], shine: float, colours: str, *, leans: bool
) -> None:
    """Paint one chair: the dark one below, the lit one above it as far as it has lit up."""
    on, off = chairs
    box = QRectF(0, 0, on.width, on.height)
    lean = seat.size / 2 if leans else 0.0
    painter.save()
    painter.translate(seat.x - lean * math.sin(seat.angle), seat.y + lean * math.cos(seat.angle))
    painter.rotate(seat.turn)
    painter.scale(seat.size, seat.size)
    painter.translate(-0.65, -0.8)
    if shine < 1:
        paint_kept(painter, off, box, f"chair off {colours}")
    if shine > 0:
        painter.setOpacity(shine)
        paint_kept(painter, on, box, f"chair on {colours}")
    painter.restore()


class ChairCircle(Dressed):
    """Shows the circle with words in its middle; a chair that lights does so in 180 ms, at once if motion is unwelcome.

    It counts nothing itself: it is told how many are here and which chairs are lit.
    """

    def __init__(self, parent: QWidget | None = None, *, least: int = 72) -> None:
        super().__init__(parent)
        self._here, self._least = 0, least
        self._lit: frozenset[int] = frozenset()
        self._leaning: frozenset[int] = frozenset()
        self._fresh: frozenset[int] = frozenset()
        self._words = ("", "")
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(lambda _value: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def tell(
        self,
        here: int,
        lit: Collection[int] = (),
        leaning: Collection[int] = (),
        centre: str = "",
        under: str = "",
    ) -> None:
        """Show so many chairs, those lit and leaning, and words in the middle; the same again does nothing."""
        told = (here, frozenset(lit), frozenset(leaning), (centre, under))
        if told == (self._here, self._lit, self._leaning, self._words):
            return
        fresh = told[1] - self._lit if self._here else frozenset[int]()
        self._here, self._lit, self._leaning, self._words = told
        self.setAccessibleName(f"{centre} {under}".strip())
        if fresh and moves() and self.isVisible():
            self._fresh = fresh
            self._motion.stop()
            self._motion.start()
        self.update()

    def moving(self) -> bool:
        """Tell whether a chair is lighting just now."""
        return self._motion.state() == QVariantAnimation.State.Running

    def sizeHint(self) -> QSize:
        side = px(max(self._least, 400 if self._words[0] else 84))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._least), px(self._least))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a sentence goes by its own letters
        now = float(self._motion.currentValue()) if self.moving() else 1.0
        lit = {place: now if place in self._fresh else 1.0 for place in self._lit}
        paint_circle(painter, QRectF(self.rect()), self._here, lit, self._leaning, palette, room=False)
        paint_centre(painter, QRectF(self.rect()), self._words, palette, self._here, px(46), px(15))
        painter.end()


def paint_centre(
    painter: QPainter,
    rect: QRectF,
    words: tuple[str, str],
    palette: Palette,
    here: int,
    big: float,
    small: float,
) -> None:
    """Write two sizes of words in the free middle of a circle painted in the same rectangle."""
    side = min(rect.width(), rect.height())
    inner = min((math.hypot(seat.x - 0.5, seat.y - 0.5) - 0.8 * seat.size for seat in seats(here)), default=0.35)
    width = 2 * inner * side * 0.86
    if not any(words) or width < 40:
        return
    above = fit(words[0], font(big, bold=True), width, side * 0.3, big, min(big, small))
    below = fit(words[1], font(small), width, side * 0.2, small, small)
    tall = above.height() if words[0] else 0.0
    y = rect.center().y() - (tall + (below.height() if words[1] else 0)) / 2
    for fitted, colour, bold in ((above, palette.ink, True), (below, palette.slate, False)):
        painter.setFont(font(fitted.size, bold=bold))
        painter.setPen(QColor(colour))
        for line in fitted.pages[0]:
            if line:
                step = fitted.size * fitted.leading
                painter.drawText(QRectF(rect.x(), y, rect.width(), step), Qt.AlignmentFlag.AlignCenter, line)
                y += step
