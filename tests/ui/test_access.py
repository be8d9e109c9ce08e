"""Every page of a session can be worked by keyboard and heard, at every zoom and in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.parts.buttons import Button
from elephants.ui.parts.words import Words
from elephants.ui.style import LARGEST_ZOOM, LIGHT, SMALLEST_ZOOM, dress
from tests.ui.walking import an_app, settle, walk_fullest

FAR = 200
"""More presses of Tab than this to come round is as good as never."""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path) as app:
        app.window.resize(1366, 768)
        app.window.activateWindow()
        settle()
        yield app


def each_page(app: App) -> Iterator[str]:
    yield "home-empty"
    app.rehearse()
    settle()
    yield "home"
    app.rehearse()
    yield from walk_fullest(app)
    assert app.console is not None
    app.console.show_papers()
    settle()
    yield "papers"


def focusable(window: QWidget) -> list[QWidget]:
    """What can be reached by Tab: shown, not switched off, and not standing in for another."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and one.focusProxy() is None
    ]


def told_of(found: dict[str, list[str]]) -> str:
    return "\n".join(f"{name}: {', '.join(what)}" for name, what in found.items())


def told_name(one: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)


def told(one: QWidget) -> str:
    return f"{type(one).__name__} {told_name(one)[:40]!r}"


def test_everything_that_takes_the_focus_has_a_name_on_every_page(app: App) -> None:
    nameless: dict[str, list[str]] = {}
    for name in each_page(app):
        found = [
            type(one).__name__
            for one in focusable(app.window)
            if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        ]
        if found:
            nameless[name] = found
    assert nameless == {}, told_of(nameless)


def in_sight(one: QWidget) -> bool:
    return one.isVisible() and not one.visibleRegion().isEmpty()


def test_tab_reaches_everything_and_nothing_out_of_sight(app: App) -> None:
    missed: dict[str, list[str]] = {}
    for name in each_page(app):
        reached, unseen = set(), []
        start = before = QApplication.focusWidget()
        for _ in range(FAR):
            QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_Tab)
            focus = QApplication.focusWidget()
            assert focus is not None, name
            if not in_sight(focus):
                unseen.append(f"unseen {told(focus)}")
            if focus in reached and focus is not before:  # a time has two places to stop at
                break
            reached.add(focus)
            before = focus
        if start is not None and start.isVisible():
            start.setFocus()
        lost = [told(one) for one in focusable(app.window) if one not in reached] + unseen
        if lost:
            missed[name] = lost
    assert missed == {}, told_of(missed)


def clipped(window: QWidget) -> list[str]:
    """List words and buttons that are smaller than what they say, or that stick out of the window."""
    found = []
    for one in window.findChildren(QWidget):
        if not isinstance(one, Words | Button) or not one.isVisible():
            continue
        if isinstance(one, Words) and one.text():
            need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            narrow = not one.wordWrap() and one.sizeHint().width() > one.width() + 1
            if need > one.height() + 1 or narrow:
                found.append(f"{one.text()[:40]!r} {one.width()}x{one.height()} needs {one.sizeHint().width()}x{need}")
        elif isinstance(one, Button):
            least = one.minimumSizeHint()
            if least.width() > one.width() + 1 or least.height() > one.height() + 1:
                found.append(f"[{one.words()}] {one.width()}x{one.height()} needs {least.width()}x{least.height()}")
        if told_name(one) and not scrolls(one) and not window.rect().contains(place(window, one)):
            found.append(f"outside the window: {told(one)}")
    return found


def being_made(window: QWidget) -> bool:
    """Whether papers are being made, or their words looked through: what comes of it is laid out once more."""
    pages = [one for one in window.findChildren(PapersPage) if one.isVisible()]
    return any(one.made is None or one.words.checked is None for one in pages)


def scrolls(one: QWidget) -> bool:
    """Whether something stands in a list that scrolls."""
    above = one.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def place(window: QWidget, one: QWidget) -> QRect:
    return QRect(one.mapTo(window, QPoint(0, 0)), one.size())


@pytest.mark.parametrize("zoom", [SMALLEST_ZOOM, 1.0, 1.5, LARGEST_ZOOM])
def test_nothing_is_clipped_at_any_zoom(app: App, qapp: QApplication, qtbot: QtBot, zoom: float) -> None:
    app.settings.zoom = zoom
    dress(qapp, LIGHT, zoom, motion=False)
    found: dict[str, list[str]] = {}
    for name in each_page(app):
        qtbot.waitUntil(lambda: not being_made(app.window), timeout=20_000)
        settle()
        assert (app.window.width(), app.window.height()) == (1366, 768), name
        bad = clipped(app.window)
        if bad:
            found[name] = bad
    assert found == {}, told_of(found)


def test_every_page_mirrors(app: App, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for name in each_page(app):
            app.window.grab()
            left = [one.text() for one in app.window.findChildren(QLabel) if one.isVisible() and one.text()
                    and isinstance(one, Words) and one.alignment() & Qt.AlignmentFlag.AlignLeft]  # fmt: skip
            assert left == [], name
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
