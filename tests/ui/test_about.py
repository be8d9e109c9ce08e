"""About Elephants: opened from home by the keyboard, it names whose work the app stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants.ui.about import About
from elephants.ui.homerail import HomeRail
from elephants.ui.parts.words import Words


def test_about_opens_by_enter_and_names_the_makers(qtbot: QtBot) -> None:
    rail = HomeRail()
    qtbot.addWidget(rail)
    rail.show()
    told: list[str] = []

    def read() -> None:
        about = QApplication.activeModalWidget()
        assert isinstance(about, About)
        told.extend(one.text() for one in about.findChildren(Words))
        QTest.keyClick(about, Qt.Key.Key_Escape)

    QTimer.singleShot(0, read)
    rail.about.setFocus()
    QTest.keyClick(rail.about, Qt.Key.Key_Space)
    whole = " ".join(told)
    for maker in ("Simrishamn", "Lewis Method", "Phosphor", "Braille Institute", "SIL Open Font", "Rust"):
        assert maker in whole
