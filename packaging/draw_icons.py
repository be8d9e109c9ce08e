"""Draws the app's icon, the logo on its tile, into a folder: as SVG, as PNG in each size, for Windows and for macOS.

Run from the project's folder: python packaging/draw_icons.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from elephants.pictures.chairs import logo_tile
from elephants.pictures.layers import svg_text

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The sizes of hicolor; a small one is drawn with less in it."""


def png(size: int, to: Path) -> None:
    """Draw the icon as one picture of `size` pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg_text(logo_tile(size)).encode())).render(painter)
    painter.end()
    picture.save(str(to))


def draw(folder: Path) -> None:
    """Draw all of them; what lies there from before is drawn over."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "elephants.svg").write_text(svg_text(logo_tile(256)), "utf-8")
    for size in SIZES:
        png(size, folder / f"{size}.png")
    pictures = [Image.open(folder / f"{size}.png") for size in SIZES]
    pictures[-2].save(folder / "elephants.ico", append_images=pictures[:-2], sizes=[(n, n) for n in SIZES if n <= 256])
    pictures[-1].save(folder / "elephants.icns", append_images=pictures[:-1])


if __name__ == "__main__":
    app = QGuiApplication(["draw_icons", "-platform", "offscreen"])
    draw(Path(sys.argv[1]))
