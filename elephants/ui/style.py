"""Dresses the whole application: the colours, type and sizes of LOOK.md, at every zoom."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from elephants.places import assets
from elephants.ui.palette import (
    CONTRAST,
    DARK,
    LEAST_CONTRAST,
    LIGHT,
    PALETTES,
    STRONG_CONTRAST,
    TEXT_PAIRS,
    Palette,
    contrast,
)
from elephants.ui.parts.sheet import sheet

__all__ = [  # what a part needs, in one import
    "CONTRAST", "DARK", "LEAST_CONTRAST", "LIGHT", "PALETTES", "STRONG_CONTRAST", "TEXT_PAIRS",
    "Palette", "contrast",
]  # fmt: skip

FAMILY = "Atkinson Hyperlegible"
FAMILIES = (FAMILY, "Noto Sans", "Noto Sans Symbols2")
BASE = 15
SMALLEST_ZOOM, LARGEST_ZOOM = 0.8, 2.0
_BY_PAPER = {QColor(palette.paper).rgb(): palette for palette in PALETTES}


def load_fonts() -> None:
    """Bring in the fonts shipped with us; where one is missing the computer's own takes its place."""
    if FAMILY not in QFontDatabase.families():
        for path in sorted((assets() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))


def font(size: float, *, bold: bool = False) -> QFont:
    """Give our typeface at a size in pixels, not zoomed; for what is painted. Shared: change a copy of it."""
    return _face(max(1, round(size)), bold=bold)


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
    colours, face, rules = _qt_palette(palette), font(size), sheet(palette, size / BASE)
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
    return _BY_PAPER.get(QApplication.palette().color(QPalette.ColorRole.Window).rgb(), LIGHT)


def shared() -> Palette:
    """Tell which colours the room's screen and the booth are painted with: never the dark ones.

    A projector shows ink on paper best (LOOK.md, The room screen); high contrast is there where it was chosen.
    """
    return CONTRAST if palette_of().strong else LIGHT


def palette_for(choice: str) -> Palette:
    """Give the colours somebody chose: "light", "dark", "contrast"; with anything else what the computer asks for."""
    chosen = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(choice)
    return chosen or _asked_by(QGuiApplication.styleHints())


def _asked_by(hints: QStyleHints) -> Palette:
    """Give the colours the computer is set to; light where it says nothing."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


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
