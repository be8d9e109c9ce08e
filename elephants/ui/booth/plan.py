"""Where everything stands in the booth, found once for a window's size: the same for every person and every choice."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont

from elephants.ui.booth.cards import Choice, Face, Shape, faces, shape_of
from elephants.ui.booth.parts import LEADING, broken
from elephants.ui.booth.places import grid
from elephants.ui.style import font

_GAP = 16.0
_MANY = 6


@dataclass(frozen=True, repr=False)
class Plan:
    """The places of a window of one size at one zoom, with every card ready at both its sizes."""

    scale: float
    area: QRectF
    head: QRectF
    foot: QRectF
    places: tuple[QRectF, ...]
    faces: tuple[Face, ...]
    sure: QRectF
    sure_faces: tuple[Face, ...]


def plan_for(size: QSizeF, scale: float, ratio: float, question: str, listed: tuple[Choice, ...]) -> Plan:
    """Lay out a window of this size in pixels; `ratio` is its screen's."""
    margin = min(size.width() * 0.05, 68.0)
    area = QRectF(margin, margin * 0.7, size.width() - 2 * margin, size.height() - 1.4 * margin)
    head = QRectF(area.x(), area.y(), area.width(), _head_tall(question, area, scale, crowded=len(listed) > _MANY))
    foot = QRectF(area.x(), area.bottom() - 22 * min(scale, 1.5), area.width(), 22 * min(scale, 1.5))
    middle = QRectF(area.x(), head.bottom() + _GAP, area.width(), foot.top() - head.bottom() - 2 * _GAP)
    shape, places = grid(listed, middle, scale, _GAP)
    sure = QRectF(area.x(), area.y() + area.height() * 0.1, area.width() * 0.44, area.height() * 0.8)
    return Plan(
        scale, area, head, foot, tuple(places), faces(listed, shape, ratio),
        sure, faces(listed, _asked(listed, sure.size(), scale), ratio),
    )  # fmt: skip


def _asked(listed: tuple[Choice, ...], card: QSizeF, scale: float) -> Shape:
    """Find the shape of the card that is asked about: the picture above the words wherever it can be."""
    size = 34 * min(scale, 1.5)
    return (
        shape_of(listed, card, size, above=True, least=min(size, 22.0))
        or shape_of(listed, card, size)
        or Shape(card, 13.0, card.height() * 0.3, above=True)
    )


def _head_tall(question: str, area: QRectF, scale: float, *, crowded: bool) -> float:
    """Give the question and the hint what they need, up to a third of the screen; less where there are many cards."""
    face: QFont = font(40 * scale, bold=True)
    asked = len(broken(question, face, area.width())) * 40 * scale * LEADING
    return min(area.height() * (0.18 if crowded else 0.3), asked + (6 + 19 * LEADING * 2) * scale)
