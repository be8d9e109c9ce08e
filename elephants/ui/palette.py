"""Names every colour: light, dark and high contrast (LOOK.md, Colour), and how well one is read on another."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from functools import cache

from PySide6.QtGui import QColor

LEAST_CONTRAST = 4.5
STRONG_CONTRAST = 7.0
"""What text has at least on its ground, and what it has in high contrast (WCAG 2, AA and AAA)."""


@dataclass(frozen=True)
class Palette:
    """Names every colour there is, so that no page invents one (LOOK.md, Colour)."""

    dark: bool
    strong: bool
    paper: str
    card: str
    mist: str
    ink: str
    slate: str
    clay: str
    on_clay: str
    moss: str
    plum: str
    sky: str
    sun: str
    line: str
    hair: str
    rail: str
    chosen: str
    hover: str

    @property
    def edge(self) -> float:
        """Give the width of an outline, in pixels."""
        return 2.0 if self.strong else 1.0

    @property
    def ring(self) -> float:
        """Give the width of the ring round what has the focus, in pixels."""
        return 4.0 if self.strong else 2.0

    def colours(self) -> dict[str, str]:
        """Give name and colour of each, for the style sheet and for tests."""
        return _named(self)


@cache
def _named(palette: Palette) -> dict[str, str]:
    named = zip((field.name for field in fields(palette)), astuple(palette), strict=True)
    return {name: value for name, value in named if isinstance(value, str)}


LIGHT = Palette(
    dark=False,
    strong=False,
    paper="#FBF8F3",
    card="#FFFFFF",
    mist="#EFEAE2",
    ink="#1F2A32",
    slate="#4A5A66",
    clay="#A8481F",
    on_clay="#FFFFFF",
    moss="#23624D",
    plum="#6B3F73",
    sky="#225D8C",
    sun="#F2B632",
    line="#8A8377",
    hair="#DDD5C8",
    rail="#EFEAE2",
    chosen="#FFFFFF",
    hover="#DDD5C8",
)
DARK = Palette(
    dark=True,
    strong=False,
    paper="#141B20",
    card="#1E272E",
    mist="#2A353D",
    ink="#F4EFE6",
    slate="#B3C0C9",
    clay="#F0936B",
    on_clay="#141B20",
    moss="#7CCDB0",
    plum="#D3A6DB",
    sky="#8CC4EE",
    sun="#F2B632",
    line="#7A8791",
    hair="#33404A",
    rail="#1E272E",
    chosen="#2F3B44",
    hover="#33404A",
)
# For eyes that need it: black on white and nothing between; what is under the pointer is butter, the rest has edges.
CONTRAST = Palette(
    dark=False,
    strong=True,
    paper="#FFFFFF",
    card="#FFFFFF",
    mist="#FFFFFF",
    ink="#000000",
    slate="#1C1C1C",
    clay="#5E2006",
    on_clay="#FFFFFF",
    moss="#0B3D2C",
    plum="#4A1F52",
    sky="#08335C",
    sun="#FFC400",
    line="#000000",
    hair="#000000",
    rail="#FFFFFF",
    chosen="#FFE79A",
    hover="#FFE79A",
)
PALETTES = (LIGHT, DARK, CONTRAST)
# Every pair of text and ground that the style sheet and the parts use; a test measures each.
TEXT_PAIRS = (
    *((name, ground) for name in ("ink", "slate", "clay", "moss", "plum", "sky") for ground in ("paper", "card")),
    *((name, ground) for name in ("ink", "slate", "clay", "moss", "plum", "sky") for ground in ("mist", "rail")),
    *((name, ground) for name in ("ink", "slate") for ground in ("chosen", "hover")),
    ("sky", "hover"),
    ("on_clay", "clay"),
    ("paper", "ink"),
)


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Measure the contrast of two colours, 1 to 21 (WCAG 2); text needs at least 4.5."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
