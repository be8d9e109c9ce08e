"""Dresses the whole application: colours, type and sizes of LOOK.md, in light and dark, at every zoom."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from elephants.places import assets
from elephants.ui.parts.sheet import sheet

FAMILY = "Atkinson Hyperlegible"
FAMILIES = (FAMILY, "Noto Sans", "Noto Sans Symbols2")
BASE = 15
SMALLEST_ZOOM, LARGEST_ZOOM = 0.8, 2.0
LEAST_CONTRAST = 4.5


@dataclass(frozen=True)
class Palette:
    """Names every colour there is, so that no page invents one (LOOK.md, Colour)."""

    dark: bool
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

    def colours(self) -> dict[str, str]:
        """Give name and colour of each, for the style sheet and for tests."""
        return _named(self)


@cache
def _named(palette: Palette) -> dict[str, str]:
    names = [field.name for field in fields(palette)]
    return {name: str(value) for name, value in zip(names, astuple(palette), strict=True) if name != "dark"}


LIGHT = Palette(
    dark=False,
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
)
DARK = Palette(
    dark=True,
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
)
# Every pair of text and ground that the style sheet and the parts use; a test measures each.
TEXT_PAIRS = (
    *((name, ground) for name in ("ink", "slate", "clay", "moss", "plum", "sky") for ground in ("paper", "card")),
    *((name, ground) for name in ("ink", "slate", "clay", "moss", "plum", "sky") for ground in ("mist", "rail")),
    ("ink", "chosen"),
    ("slate", "chosen"),
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


def load_fonts() -> None:
    """Bring in the fonts shipped with us; where one is missing the computer's own takes its place."""
    if FAMILY not in QFontDatabase.families():
        for path in sorted((assets() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))


def font(size: float, *, bold: bool = False) -> QFont:
    """Make our typeface at a size in pixels, not zoomed; for what is painted."""
    return QFont(_face(max(1, round(size)), bold=bold))  # a copy shares what Qt has already found out about the face


@lru_cache(maxsize=256)
def _face(size: int, *, bold: bool) -> QFont:
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(size)
    made.setBold(bold)
    return made


def dress(app: QApplication, palette: Palette = LIGHT, zoom: float = 1.0, *, motion: bool = True) -> None:
    """Give the application its look; call again at any time for another palette, zoom (0.8 to 2.0) or motion.

    The look is kept where Qt keeps it: the application's own font, palette and effects. Parts read it there.
    """
    load_fonts()
    size = round(BASE * min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom)))
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setEffectEnabled(Qt.UIEffect.UI_General, motion)
    colours, face, rules = _qt_palette(palette), font(size), sheet(palette.colours(), size / BASE)
    # Each of these goes through every widget there is: only what differs is set.
    if app.styleSheet() != rules:
        app.setPalette(colours)
        app.setFont(face)
        app.setStyleSheet(rules)


def zoom() -> float:
    """Tell how much larger than usual everything is just now."""
    return max(1, QGuiApplication.font().pixelSize()) / BASE


def px(size: float) -> int:
    """Turn a size of the drawings (at 100 %) into pixels of now."""
    return round(size * zoom())


def zoomed(size: float, *, bold: bool = False) -> QFont:
    """Make our typeface at a size of the drawings, zoomed; for parts of the console."""
    return font(size * zoom(), bold=bold)


def palette_of(_part: QWidget | None = None) -> Palette:
    """Tell which colours a part has to paint with: the application's, for a style sheet hides a widget's own."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.paper) else LIGHT


def moves() -> bool:
    """Tell whether a short motion is welcome, or the person asked for none."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window,), palette.paper),
        ((role.Base, role.Button, role.ToolTipBase), palette.card),
        ((role.AlternateBase, role.Midlight), palette.mist),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), palette.ink),
        ((role.PlaceholderText,), palette.slate),
        ((role.Highlight,), palette.ink),
        ((role.HighlightedText,), palette.paper),
        ((role.Link, role.LinkVisited), palette.sky),
        ((role.Accent,), palette.clay),
        ((role.Mid, role.Dark), palette.line),
        ((role.Light, role.Shadow), palette.hair),
    ):
        for each in roles:
            made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(palette.line))
    return made
