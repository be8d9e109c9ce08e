"""The short style sheet: only what Qt's own widgets need; our parts paint themselves."""

from __future__ import annotations

from string import Template

from elephants.places import assets
from elephants.ui.palette import Palette

_SHEET = """
QMainWindow, QDialog, QWidget[role="page"] { background: $paper; }
QWidget[role="rail"] { background: $rail; }
QWidget[role="header"] { background: $paper; border-bottom: ${edge}px solid $hair; }
QWidget[role="footer"] { background: $paper; border-top: ${edge}px solid $hair; }
QWidget[role="side"] { background: $paper; }
QFrame[role="card"] { background: $card; border: ${edge}px solid $hair; border-radius: ${p10}px; }
QFrame[role="screen"] { background: $paper; border: ${edge}px solid $hair; }
QFrame[role="rule"] { background: $hair; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; color: $ink; }
QLabel[role="great"] { font-size: ${p46}px; font-weight: bold; }
QLabel[role="big"] { font-size: ${p29}px; font-weight: bold; }
QLabel[role="title"] { font-size: ${p24}px; font-weight: bold; }
QLabel[role="heading"] { font-size: ${p19}px; font-weight: bold; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="say"] { font-size: ${p17}px; }
QLabel[role="label"] { font-size: ${p13}px; color: $slate; }
QLabel[role="hint"] { font-size: ${p12}px; color: $slate; }
QLabel[role="quiet"] { color: $slate; }
QLabel[role="saved"] { color: $moss; }
QLabel[role="added"] { color: $plum; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $card; color: $ink; border: ${edge}px solid $line; border-radius: ${p10}px; font-size: ${p15}px;
  padding: ${e8}px ${e12}px; selection-background-color: $ink; selection-color: $paper; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${p28}px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $slate; }
QLineEdit[role="line"] { font-size: ${p17}px; padding: ${e8}px ${e15}px; min-height: ${p34}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: ${ring}px solid $clay; padding: ${f8}px ${f12}px; }
QLineEdit[role="line"]:focus { padding: ${f8}px ${f15}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $slate; border-color: $hair; }
QComboBox::drop-down { border: none; width: ${p32}px; }
QComboBox QAbstractItemView { background: $card; color: $ink; border: ${edge}px solid $line; outline: none;
  selection-background-color: $hover; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${p44}px; padding: 0 ${p12}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: ${p24}px; border: none; }
QDateEdit::up-button, QDateEdit::down-button { width: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $mist; min-height: ${p48}px; }
QCalendarWidget QToolButton { color: $ink; background: transparent; border: none; border-radius: ${p10}px;
  min-width: ${p40}px; min-height: ${p40}px; font-size: ${p15}px; font-weight: bold; padding: 0 ${p6}px; }
QCalendarWidget QToolButton:focus { border: ${ring}px solid $clay; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: $card; outline: none; font-size: ${p15}px;
  selection-background-color: $ink; selection-color: $paper; }
QMenu { background: $card; color: $ink; border: ${edge}px solid $line; padding: ${p6}px; font-size: ${p15}px; }
QMenu::item { padding: ${p12}px ${p24}px ${p12}px ${p16}px; border-radius: ${p6}px; }
QMenu::item:selected { background: $hover; color: $ink; border: ${ring}px solid $clay; }
QMenu::item:disabled { color: $slate; }
QMenu::separator { height: 1px; background: $hair; margin: ${p4}px ${p8}px; }
QToolTip { background: $card; color: $ink; border: ${edge}px solid $line; padding: ${p6}px; font-size: ${p13}px; }
QScrollArea { background: transparent; border: none; }
QScrollArea:focus { border: ${ring}px solid $clay; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: ${p4}px; margin: ${p2}px; min-height: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { spacing: ${p10}px; min-height: ${p44}px; color: $ink; }
QCheckBox:focus, QRadioButton:focus { border: ${ring}px solid $clay; border-radius: ${p10}px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${p22}px; height: ${p22}px;
  background: $card; border: ${edge}px solid $line; border-radius: ${p4}px; }
QRadioButton::indicator { border-radius: ${p11}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked {
  background: $sun; border: 2px solid $ink; image: url("$tick"); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border: 1px dashed $line; }
QProgressBar { background: $hair; border: none; border-radius: ${p3}px; max-height: ${p6}px; min-height: ${p6}px; }
QProgressBar::chunk { background: $slate; border-radius: ${p3}px; }
"""
# Where grounds are all white, parts are told from each other by lines. Both sides: the rail may stand on either.
_STRONG = """
QWidget[role="rail"], QWidget[role="side"] {
  border-left: ${edge}px solid $line; border-right: ${edge}px solid $line; }
QScrollBar:vertical, QScrollBar:horizontal { background: $card; border: 1px solid $line; }
QProgressBar { background: $card; border: 1px solid $line; max-height: ${p10}px; min-height: ${p10}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { border-style: dashed; }
"""


def sheet(palette: Palette, zoom: float) -> str:
    """Write the style sheet for these colours with every size zoomed; borders keep their width and move no words."""
    edge, ring = round(palette.edge), round(palette.ring)
    sizes = {f"p{n}": round(n * zoom) for n in range(1, 60)}
    inside = {f"e{n}": max(0, round(n * zoom) - edge + 1) for n in range(1, 30)}
    focused = {f"f{n}": max(0, round(n * zoom) - ring + 1) for n in range(1, 30)}
    tick = (assets() / "icons" / "check.svg").as_posix()  # its ink is black: on sun it is read in all colours
    rules = _SHEET + (_STRONG if palette.strong else "")
    return Template(rules).substitute(palette.colours(), **sizes, **inside, **focused, edge=edge, ring=ring, tick=tick)
