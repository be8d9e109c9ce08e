"""Large words from kept letters look as Qt's own, take many times less, and are never too many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from elephants.ui.parts import largewords
from elephants.ui.parts.largewords import Case, write_large
from elephants.ui.style import CONTRAST, LIGHT, font
from elephants.ui.views.surface import Surface

LINE = "Take a card, “AV To” ÄÉñ. Возьмите"
SHAPES = ((74.0, 1.0, False), (116.0, 1.0, True), (92.0, 1.25, True), (52.0, 2.0, False), (64.0, 1.37, False))
SOFT = 24.0
"""So far apart (of 255) what stands in 16 by 16 dots may be on average: a letter may stand half a dot aside."""


def written(line: str, size: float, scale: float, *, bold: bool, how: str = "left", ink: str = "ink") -> QImage:
    image = QImage(1600, 260, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    surface = Surface(painter, LIGHT, mirrored=how == "right")
    surface.write(line, QRectF(20.3, 10.6, 1500 / scale, 150 / scale), size, ink, bold=bold, centred=how == "centred")
    painter.end()
    return image


def by_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elephants.ui.views.surface.write_large", lambda *_: False)


def apart(one: QImage, other: QImage) -> float:
    """How far the most different 16 by 16 dots of two pictures are apart on average."""
    small = [
        image.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
            100, 16, mode=Qt.TransformationMode.SmoothTransformation
        )
        for image in (one, other)
    ]
    return max(
        abs(small[0].pixelColor(x, y).lightness() - small[1].pixelColor(x, y).lightness())
        for x in range(100)
        for y in range(16)
    )


@pytest.mark.parametrize("how", ["left", "right", "centred"])
@pytest.mark.parametrize(("size", "scale", "bold"), SHAPES)
def test_they_stand_where_qt_would_write_them(
    size: float, scale: float, how: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, *, bold: bool
) -> None:
    ours = written(LINE, size, scale, bold=bold, how=how)
    other = written(LINE.replace("card", "cure"), size, scale, bold=bold, how=how)
    with monkeypatch.context() as patch:
        by_qt(patch)
        theirs = written(LINE, size, scale, bold=bold, how=how)
    assert apart(ours, theirs) <= SOFT
    assert ours != theirs, "both came from Qt"
    assert apart(other, theirs) > SOFT  # as another word would be


def test_what_qt_does_better_is_left_to_it(qapp: QApplication) -> None:
    def taken(line: str, size: int, turn: float = 0.0) -> bool:
        image = QImage(900, 200, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        before, painter = image.copy(), QPainter(image)
        painter.rotate(turn)
        done = write_large(painter, QRectF(0, 0, 900, 150), 0, line, font(size), QColor(LIGHT.ink))
        painter.end()
        assert (image != before) == done, "it wrote and said it had not"
        return done

    assert taken("warm", 65)
    assert not taken("warm", 64)
    assert not taken("warm", 65, turn=3.0)
    for joined in ("في الشتاء", "हम", "warm 🔥", "שלום"):
        assert not taken(joined, 90)


def test_each_ink_and_each_size_has_its_own_letters(qapp: QApplication) -> None:
    first = written("warm", 90, 1.0, bold=False)
    assert written("warm", 90, 1.0, bold=False, ink="plum") != first
    assert written("warm", 90, 1.2, bold=False) != first
    assert written("warm", 90, 1.0, bold=True) != first
    assert written("warm", 90, 1.0, bold=False) == first
    assert CONTRAST.ink != LIGHT.ink


def test_the_case_is_never_too_full_and_writes_the_same_when_it_was_emptied(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case(200_000)
    monkeypatch.setattr(largewords, "CASE", case)
    first = written(LINE, 90, 1.0, bold=True)
    one_line = case.bytes
    assert one_line > 0
    for size in range(66, 118, 2):
        written(LINE, size, 1.0, bold=False)
        assert case.bytes <= case.most + 2 * one_line, "only the letters in hand come on top"
    assert written(LINE, 90, 1.0, bold=True) == first
