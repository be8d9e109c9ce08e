"""A dressed application, offscreen, in which every line that Qt prints fails the test that caused it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.ui.style import LIGHT, dress
from tests.byhand_app import alone, ready_to_begin
from tests.ui.views.kitchen import kitchen_before

KNOWN = (
    "does not support propagateSizeHints",
    "does not support raise()",  # a menu and a calendar ask for both; offscreen has neither
    "does not support grabbing the keyboard",
)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["elephants"]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Every test begins in light colours at 100 %, without motion, and leaves no window open."""
    dress(qapp, LIGHT, 1.0, motion=False)
    yield qapp
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    # Outside an event loop Qt keeps what is to be deleted, and every later change of style would go through it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def quiet(dressed: QApplication) -> Iterator[list[str]]:
    """Fail on any line of Qt's that is not known to be harmless."""
    heard: list[str] = []

    def hear(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
        if not any(known in words for known in KNOWN):
            heard.append(words)

    assert dressed is not None
    before = qInstallMessageHandler(hear)
    yield heard
    qInstallMessageHandler(before)
    assert heard == []


@pytest.fixture
def app(
    request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[App, Rehearsal]]:
    """The app on a laptop of its own, where the session of the module's FILE can begin."""
    alone(tmp_path, monkeypatch)
    with ready_to_begin(request.module.FILE, tmp_path, qapp) as made:
        yield made


def nameless(window: QWidget) -> list[QWidget]:
    """List what can take the focus and has no name for a screen reader."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy().value and widget.focusProxy() is None:
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name):
                found.append(widget)
    return found


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the weeks before, for scenes to be opened on copies of it."""
    return kitchen_before(tmp_path_factory.mktemp("before"))


@pytest.fixture
def all_named() -> Callable[[QWidget], bool]:
    """Say whether everything that can take the focus has a name."""
    return lambda window: nameless(window) == []
