"""Where the keyboard is: Tab leads from stop to stop, and what was taken away or cannot be seen never keeps it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_on(window: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next stop of a window, or the one before; False where there is no other.

    Left to itself Qt also stops at a part whose focus goes to one of its fields, and where that part stands behind
    its fields in the chain Tab leads back into it for ever: the rest of the window could never be reached.
    """
    focus = QApplication.focusWidget()
    at = focus if focus is not None and window.isAncestorOf(focus) else window
    stop = _beside(at, forward=forward)
    while stop is not None and stop is not at:
        if _is_stop(stop) and window.isAncestorOf(stop):
            stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            return True
        stop = _beside(stop, forward=forward)
    return False


def land(within: QWidget, on: QWidget) -> None:
    """Put the focus on a stop where it is on nothing that a person can see, such as a page without a field."""
    focus: QWidget | None = within.window().focusWidget()
    lost = focus is None or not focus.isVisible() or focus.focusPolicy() == Qt.FocusPolicy.NoFocus
    if lost and within.isVisible():
        on.setFocus(Qt.FocusReason.OtherFocusReason)


def order(*parts: QWidget) -> None:
    """Let Tab go through these parts in this order, and through each as its own fields were made."""
    there = [stop for part in parts for stop in (part, *part.findChildren(QWidget)) if stop.window() is part.window()]
    stops = [stop for stop in there if stop.focusPolicy().value]  # the list that a choice opens is a window of its own
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _beside(part: QWidget, *, forward: bool) -> QWidget | None:
    return part.nextInFocusChain() if forward else part.previousInFocusChain()


def _is_stop(part: QWidget) -> bool:
    takes = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes) and part.focusProxy() is None and part.isVisible() and part.isEnabled()
