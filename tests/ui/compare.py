"""Two pictures of one thing, told apart block by block: soft edges may differ a little, a word or a place may not."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

BLOCK = 8
APART, LOST = 14, 6
"""How much a block of 8 by 8 points may differ, of 255, on average; and how much of it by fewer colours in the file."""
FEW = 2
"""So many blocks may be further apart: none, measured on this computer; another may round an edge otherwise."""


def image_of(picture: QImage) -> Image.Image:
    """Give what was drawn as Pillow knows it."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(whole.constBits())
    return Image.frombuffer("RGB", (whole.width(), whole.height()), rows, "raw", "RGB", whole.bytesPerLine()).copy()


def keep(picture: QImage, to: Path, *, small: bool = False) -> Path:
    """Write a picture with as many colours as a palette holds: quickly, for there are a thousand, or to be small."""
    image = image_of(picture)
    if not small:
        image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(to, compress_level=3)
        return to
    for method in (Image.Quantize.MEDIANCUT, Image.Quantize.MAXCOVERAGE):
        image.quantize(256, method=method, dither=Image.Dither.NONE).save(to, optimize=True)
        if max(_means(image, to)) <= LOST:
            return to
    image.save(to, optimize=True)  # a small thing in a colour of its own: it would be stored in another
    return to


def apart(picture: QImage, stored: Path) -> list[tuple[int, int]]:
    """List the blocks in which a picture differs from the stored one, by column and row; all, where the size does."""
    now = image_of(picture)
    with Image.open(stored) as file:
        size = file.size
    if now.size != size:
        return [(x, y) for x in range(now.width // BLOCK) for y in range(now.height // BLOCK)]
    across = -(-now.width // BLOCK)
    return [(at % across, at // across) for at, mean in enumerate(_means(now, stored)) if mean > APART]


def _means(now: Image.Image, stored: Path) -> bytes:
    """Give how much each block differs on average, row by row."""
    with Image.open(stored) as file:
        bands = ImageChops.difference(now, file.convert("RGB")).split()
    return ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).reduce(BLOCK).tobytes()


def alike(picture: QImage, stored: Path) -> bool:
    """Say whether a person would take both for the same."""
    return len(apart(picture, stored)) <= FEW
