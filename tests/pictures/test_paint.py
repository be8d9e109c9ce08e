"""The two painters: what is laid down in the window and on paper is the same picture."""

from __future__ import annotations

import io
import re

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from elephants.paper.draw import draw_layers
from elephants.pictures import papers
from elephants.pictures.chairs import chair_picture
from elephants.pictures.cutpaper import card_picture, option_picture
from elephants.pictures.layers import Layer, Picture
from elephants.pictures.path import circle, rounded_box
from elephants.pictures.svgpath import read_path
from elephants.ui.parts.paint import icon, icon_pixmap, paint_kept, paint_picture, picture_pixmap


def painted(picture: Picture, width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(papers.WHITE))
    painter = QPainter(image)
    paint_picture(painter, picture, QRectF(0, 0, width, height))
    painter.end()
    return image


def colour_at(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(int(x), int(y)).name().upper()


def drawn(picture: Picture) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 200), pageCompression=0, invariant=1)
    draw_layers(canvas, picture, 20, 50, 100, 100)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.mark.usefixtures("qapp")
def test_a_card_is_painted_in_its_papers_in_the_middle_and_not_stretched() -> None:
    card = card_picture("radio")
    image = painted(card, 240, 400)
    assert colour_at(image, 120, 50) == papers.WHITE
    assert colour_at(image, 12, 110) == card.layers[0].fill
    assert colour_at(image, 12, 280) == card.layers[2].fill
    assert papers.INK in {colour_at(image, 120, y) for y in range(100, 300)}


@pytest.mark.usefixtures("qapp")
def test_a_gap_stays_a_gap_in_the_window() -> None:
    ring = rounded_box(0, 0, 1, 1, 0) + read_path("M.3 .3V.7H.7V.3Z")
    image = painted(Picture(1, 1, (Layer(ring, papers.INK),)), 100, 100)
    assert colour_at(image, 50, 50) == papers.WHITE
    assert colour_at(image, 10, 50) == papers.INK


@pytest.mark.usefixtures("qapp")
def test_painting_leaves_the_painter_as_it_was() -> None:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.transform()
    paint_picture(painter, option_picture("bus"), QRectF(5, 5, 20, 20))
    assert painter.transform() == before
    painter.end()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_picture_is_as_sharp_as_its_screen(ratio: float) -> None:
    pixmap = picture_pixmap(option_picture("bus"), 40, 40, ratio)
    assert pixmap.size() == QSize(round(40 * ratio), round(40 * ratio))
    assert pixmap.deviceIndependentSize().toSize() == QSize(40, 40)
    assert icon("plus", papers.INK, 20).pixmap(QSize(20, 20), ratio).size().width() == round(20 * ratio)


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_the_colour_it_is_asked_for_on_nothing() -> None:
    image = icon_pixmap("plus", "#A8481F", 24).toImage()
    assert image.pixelColor(12, 12).name() == "#a8481f"
    assert image.pixelColor(2, 2).alpha() == 0
    assert icon_pixmap("plus", "#A8481F", 24).cacheKey() == icon_pixmap("plus", "#A8481F", 24).cacheKey()
    with pytest.raises(KeyError):
        icon("no-such-icon", papers.INK)


def test_paper_gets_vector_paths_in_the_papers_colours_and_the_same_bytes_twice() -> None:
    page = drawn(option_picture("bus"))
    assert page == drawn(option_picture("bus"))
    red, green, blue = (int(papers.BUTTER[i : i + 2], 16) / 255 for i in (1, 3, 5))
    fills = [tuple(map(float, m)) for m in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg", page)]
    assert fills[0] == pytest.approx((red, green, blue), abs=0.001)
    assert len(re.findall(rb" c\b", page)) > 60
    assert b"/Image" not in page.replace(b"/ImageB /ImageC /ImageI", b"")
    assert b"f*" not in page


def test_paper_is_turned_over_and_fitted_into_its_box() -> None:
    page = drawn(Picture(1, 2, (Layer(circle(0.5, 0.5, 0.5), papers.INK),)))
    assert b"1 0 0 1 45 150 cm" in page
    heights = [float(m) for m in re.findall(rb"(-?[\d.]+) m\b", page)]
    assert heights
    assert all(-50 <= y <= 0 for y in heights)


@pytest.mark.usefixtures("qapp")
def test_a_kept_picture_has_the_same_dots_in_every_place_turn_and_size() -> None:
    chairs = [chair_picture(on=on) for on in (False, True)]
    for turn, scale in ((0.0, 60.0), (17.0, 43.7), (17.0, 87.4)):
        for number, chair in enumerate(chairs):
            looks = []
            for kept in (False, True, True):
                image = QImage(220, 200, QImage.Format.Format_RGB32)
                image.fill(QColor(papers.WHITE))
                painter = QPainter(image)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(70.4, 31.7)
                painter.rotate(turn)
                painter.scale(scale, scale)
                if kept:
                    paint_kept(painter, chair, QRectF(0, 0, 1.3, 1.3), f"chair {number}")
                else:
                    paint_picture(painter, chair, QRectF(0, 0, 1.3, 1.3))
                painter.end()
                looks.append(image)
            assert apart(looks[0], looks[1]) <= 2
            assert looks[1] == looks[2]
            assert apart(looks[0], painted(chairs[1 - number], 220, 200)) > 2  # as another would be


def apart(one: QImage, other: QImage) -> int:
    """How far two pictures are apart: the largest difference of one colour of one dot, 0 to 255."""
    first, second = bytes(one.constBits()), bytes(other.constBits())
    return max(abs(x - y) for x, y in zip(first, second, strict=True))
