"""What is measured on any window: words that are cut, overlaps, small targets, pale words; and a longer language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QWidget

from elephants import words
from elephants.ui.parts.buttons import Button, SquareButton
from elephants.ui.parts.dressed import Dressed, PaintedButton
from elephants.ui.parts.words import Words
from elephants.ui.style import contrast, px

_PLACES = re.compile(r"\{[^}]*\}")


class Longer(gettext.NullTranslations):
    """A language in which every text is 40 % longer, as German is; what is filled in stays as it is."""

    def gettext(self, message: str) -> str:
        said = _PLACES.sub("", message).strip()
        return message + (" lorem ipsum dolor sit amet" * 9)[: round(len(said) * 0.4)]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@contextmanager
def longer_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak that language for a while."""
    with monkeypatch.context() as patch:
        patch.setattr(words, "_catalogue", Longer())
        yield


def told(one: QWidget) -> str:
    """Name a part for a person who reads the test."""
    return f"{type(one).__name__} {QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)[:40]!r}"


def place(window: QWidget, one: QWidget) -> QRect:
    """Give where a part is in its window."""
    return QRect(one.mapTo(window, QPoint(0, 0)), one.size())


def scrolls(one: QWidget) -> QAbstractScrollArea | None:
    """Give the list that something stands in and that scrolls."""
    above = one.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above


def clipped(window: QWidget) -> list[str]:
    """List words and buttons that are smaller than what they say, or that stick out of the window."""
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, Words) and one.text():
            need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            narrow = not one.wordWrap() and one.sizeHint().width() > one.width() + 1
            if need > one.height() + 1 or narrow:
                found.append(f"{told(one)} {one.width()}x{one.height()} needs {one.sizeHint().width()}x{need}")
        elif isinstance(one, PaintedButton | Dressed):
            least = one.minimumSizeHint()
            if least.width() > one.width() + 1 or least.height() > one.height() + 1:
                found.append(f"{told(one)} {one.width()}x{one.height()} needs {least.width()}x{least.height()}")
        if isinstance(one, Words | Button) and scrolls(one) is None and not window.rect().contains(place(window, one)):
            found.append(f"outside the window: {told(one)}")
    return found


def overlapping(window: QWidget) -> list[str]:
    """List pairs of words, buttons and fields of one parent that lie on each other."""
    kinds = (Words, QAbstractButton, QLineEdit, QComboBox, Dressed)
    by_parent: dict[QWidget, list[QWidget]] = {}
    for one in window.findChildren(QWidget):
        above = one.parentWidget()
        if above is not None and isinstance(one, kinds) and one.isVisible() and (one.width(), one.height()) > (1, 1):
            by_parent.setdefault(above, []).append(one)
    return [
        f"{told(one)} lies on {told(other)}"
        for parts in by_parent.values()
        for one, other in combinations(parts, 2)
        if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry().adjusted(1, 1, -1, -1))
        and not (isinstance(one, Words) and not one.text())
        and not (isinstance(other, Words) and not other.text())
    ]


def small_targets(window: QWidget) -> list[str]:
    """List what is pressed or typed in and is smaller than a finger, 44 px of the drawings (LOOK.md)."""
    least = px(44) - 1
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QAbstractButton | QLineEdit | QComboBox):
            continue
        if isinstance(one.parentWidget(), QComboBox) or one.objectName().startswith("qt_"):
            continue
        narrow = isinstance(one, SquareButton) and one.width() < least
        if one.height() < least or narrow:
            found.append(f"{told(one)} {one.width()}x{one.height()}")
    return found


def pale_words(window: QWidget, picture: QImage, least: float) -> list[str]:
    """List words whose darkest stroke, as it was painted, is too pale on what is painted round it."""
    found = []
    for one in window.findChildren(Words):
        where = place(window, one)
        if not one.isVisible() or not one.text().strip() or one.visibleRegion().boundingRect() != one.rect():
            continue
        ground = picture.pixelColor(max(0, where.x()), max(0, where.y()))
        inks = {
            picture.pixel(x, y)
            for x in range(max(0, where.x()), min(picture.width(), where.right()))
            for y in range(max(0, where.y()), min(picture.height(), where.bottom()))
        }
        best = max((contrast(QColor(ink), ground) for ink in inks), default=0.0)
        if best < least:
            found.append(f"{told(one)} {best:.1f}:1")
    return found
