"""A paper in three ways: the words of its pages, its structure as a screen reader has it, and how its pages look."""

from __future__ import annotations

import re
import subprocess
from importlib import import_module
from pathlib import Path

from PIL import Image, ImageChops

from tests.paper.tags import Tagged, name_of

BLOCK = 8
APART, LOST = 14, 6
"""How much a block of 8 by 8 points may differ, of 255, on average; and how much of it by fewer greys in the file."""
FEW = 2
"""So many blocks of a page may be further apart: none, measured here; another computer may round an edge otherwise."""
GREYS = 16


def words_seen(pdf: bytes) -> str:
    """The words of each page, line by line."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        said = [page.get_textpage().get_text_range().split("\n") for page in document]
    return "".join(
        f"Page {number}\n" + "".join(f"  {line.strip()}\n" for line in lines if line.strip())
        for number, lines in enumerate(said, start=1)
    )


def structure_seen(pdf: bytes, folder: Path) -> str:
    """The elements with their words, in the order of reading; of a picture what it says to who cannot see it."""
    (folder / "paper.pdf").write_bytes(pdf)
    command = ["pdfinfo", "-enc", "UTF-8", "-struct-text", str(folder / "paper.pdf")]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    pictures = iter(_pictures(pdf))
    lines: list[str] = []
    for line in told.splitlines():
        element = line.strip()
        if element == '""' or element.startswith(("/BBox", "/Placement")):
            continue
        plain = line if element.startswith('"') else re.sub(r"( \((block|inline)\))?:?$", "", line)
        lines.append(f"{plain} ({next(pictures)})" if plain.strip() == "Figure" else plain)
    return "\n".join(lines) + "\n"


def _pictures(pdf: bytes) -> list[str]:
    found = [element["Alt"] for _, _, element in Tagged(pdf).elements if name_of(element["S"]) == "Figure"]
    return [said.decode("utf-16" if said.startswith(b"\xfe\xff") else "latin-1") for said in found]


def pages_seen(pdf: bytes) -> list[Image.Image]:
    """The pages in grey, one dot for each point."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        return [page.render(scale=1, grayscale=True).to_pil().convert("L") for page in document]


def keep(page: Image.Image, to: Path) -> None:
    """Write a page with few greys, to be small; with all it has, where few are not enough."""
    page.quantize(GREYS, dither=Image.Dither.NONE).save(to, optimize=True)
    if max(_means(page, to)) > LOST:
        page.save(to, optimize=True)


def apart(page: Image.Image, stored: Path) -> int:
    """Count the blocks in which a page differs from the stored one; all, where the size does."""
    with Image.open(stored) as file:
        if file.size != page.size:
            return page.width * page.height // BLOCK**2
    return sum(mean > APART for mean in _means(page, stored))


def _means(page: Image.Image, stored: Path) -> bytes:
    """Give how much each block differs on average."""
    with Image.open(stored) as file:
        return ImageChops.difference(page, file.convert("L")).reduce(BLOCK).tobytes()
