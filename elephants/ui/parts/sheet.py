"""The short style sheet: only what Qt's own widgets need; our parts paint themselves."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QMainWindow, QDialog, QWidget[role="page"] { background: $paper; }
QWidget[role="rail"] { background: $rail; }
QWidget[role="header"] { background: $paper; border-bottom: 1px solid $hair; }
QWidget[role="footer"] { background: $paper; border-top: 1px solid $hair; }
QWidget[role="side"] { background: $paper; }
QFrame[role="card"] { background: $card; border: 1px solid $hair; border-radius: ${p10}px; }
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
  background: $card; color: $ink; border: 1px solid $line; border-radius: ${p10}px; font-size: ${p15}px;
  padding: ${p8}px ${p12}px; selection-background-color: $ink; selection-color: $paper; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${p28}px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $slate; }
QLineEdit[role="line"] { font-size: ${p17}px; padding: ${p8}px ${p15}px; min-height: ${p34}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $clay; padding: ${q7}px ${q11}px; }
QLineEdit[role="line"]:focus { padding: ${q7}px ${q14}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $slate; border-color: $hair; }
QComboBox::drop-down { border: none; width: ${p32}px; }
QComboBox QAbstractItemView { background: $card; color: $ink; border: 1px solid $line; outline: none;
  selection-background-color: $mist; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${p44}px; padding: 0 ${p12}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: ${p24}px; border: none; }
QDateEdit::up-button, QDateEdit::down-button { width: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $mist; min-height: ${p48}px; }
QCalendarWidget QToolButton { color: $ink; background: transparent; border: none; border-radius: ${p10}px;
  min-width: ${p40}px; min-height: ${p40}px; font-size: ${p15}px; font-weight: bold; padding: 0 ${p6}px; }
QCalendarWidget QToolButton:focus { border: 2px solid $clay; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: $card; outline: none; font-size: ${p15}px;
  selection-background-color: $ink; selection-color: $paper; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: ${p6}px; font-size: ${p15}px; }
QMenu::item { padding: ${p12}px ${p24}px ${p12}px ${p16}px; border-radius: ${p6}px; }
QMenu::item:selected { background: $mist; color: $ink; border: 2px solid $clay; }
QMenu::item:disabled { color: $slate; }
QMenu::separator { height: 1px; background: $hair; margin: ${p4}px ${p8}px; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: ${p6}px; font-size: ${p13}px; }
QScrollArea { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid $clay; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: ${p4}px; margin: ${p2}px; min-height: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox, QRadioButton { spacing: ${p10}px; min-height: ${p44}px; color: $ink; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $clay; border-radius: ${p10}px; }
QCheckBox::indicator, QRadioButton::indicator { width: ${p22}px; height: ${p22}px; }
QProgressBar { background: $hair; border: none; border-radius: ${p3}px; max-height: ${p6}px; min-height: ${p6}px; }
QProgressBar::chunk { background: $slate; border-radius: ${p3}px; }
""")


def sheet(colours: Mapping[str, str], zoom: float) -> str:
    """Write the style sheet for these colours with every size zoomed; borders keep their width."""
    sizes = {f"p{n}": str(round(n * zoom)) for n in range(1, 60)}
    thinner = {f"q{n}": str(max(0, round((n + 1) * zoom) - 1)) for n in range(1, 30)}
    return _SHEET.substitute(colours, **sizes, **thinner)
