"""The ballot box: closed, with a slot; nothing of what is in it can be seen (METHOD.md, Secret ballot)."""

from __future__ import annotations

from elephants.pictures import papers
from elephants.pictures.layers import Layer, Picture
from elephants.pictures.path import Path, Segment, polyline, rounded_box


def ballot_box(ink: str = papers.INK, lid: str = papers.BUTTER, body: str = papers.BODY) -> Picture:
    """The box of pictures in a frame of 1.4 by 1: a tapering body, a lid, and the slot in it."""
    tub = _tub(0.14, 1.26, 0.215, 1.185, 0.2, 0.97)
    cover = rounded_box(0.03, 0.03, 1.34, 0.19, 0.05)
    slot = polyline([(0.5, 0.125), (0.9, 0.125)])
    return Picture(
        1.4,
        1.0,
        (Layer(tub, body, ink, 0.05), Layer(cover, lid, ink, 0.05), Layer(slot, None, ink, 0.06)),
    )


def _tub(left: float, right: float, low_left: float, low_right: float, top: float, low: float) -> Path:
    """A tub wider at the top, its two lower corners rounded."""
    r = 0.06
    return Path(
        (
            Segment("M", (left, top)),
            Segment("L", (low_left - 0.006, low - r)),
            Segment("C", (low_left, low - r / 3, low_left + r / 3, low, low_left + r, low)),
            Segment("L", (low_right - r, low)),
            Segment("C", (low_right - r / 3, low, low_right, low - r / 3, low_right + 0.006, low - r)),
            Segment("L", (right, top)),
            Segment("Z"),
        )
    )
