"""A hand that has no mouse: what others click is reached by Tab and arrow keys, and pressed by Enter or Space."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QRadioButton, QScrollArea, QWidget

from elephants.ui.parts.row import Row
from tests.byhand import FAR, Hands, Key, ancestors, told


class Keys(Hands):
    """Works the windows by keyboard alone; whoever asks it to click gets keys instead."""

    def click_on(self, thing: QWidget) -> None:
        """Go to a thing by Tab, within a list or a choice by Down and Up, and press it; a row only gets the focus."""
        self._go_to(thing)
        if isinstance(thing, QCheckBox | QRadioButton):
            if not (isinstance(thing, QRadioButton) and thing.isChecked()):  # arrows choose where they go
                self.press(Key.Key_Space)
        elif not _is_row(thing):
            self.press(Key.Key_Return)

    def _go_to(self, thing: QWidget) -> None:
        for _ in range(FAR):
            focus = self.focus()
            if focus is thing or _together(focus, thing):
                break
            self.press(Key.Key_Tab)
        for key in (Key.Key_Down, Key.Key_Up):
            for _ in range(FAR):
                before = self.focus()
                if before is thing:
                    return
                self.press(key)
                if self.focus() is before:
                    break
        raise AssertionError(f"no key leads to {told(thing)}: {told(self.focus())} has the focus")


def _together(focus: QWidget, thing: QWidget) -> bool:
    """Whether arrow keys lead from one to the other: rows of one list, or the answers of one choice."""
    if isinstance(thing, QRadioButton):
        return isinstance(focus, QRadioButton) and focus.parentWidget() is thing.parentWidget()
    return _is_row(thing) and _is_row(focus) and _list_of(focus) is _list_of(thing)


def _is_row(thing: QWidget) -> bool:
    return isinstance(thing, Row)


def _list_of(thing: QWidget) -> QWidget:
    return next(one for one in ancestors(thing) if isinstance(one, QScrollArea))
