"""Reads what is drawn on a paper, glyph by glyph: what each stands for, and whether it is an empty box."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any

_UNSEEN = re.compile("[\ufe00-\ufe0f]")
_NO_LETTERS = ("Cf", "Cc", "Co", "Cn")
_CODES = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")


@dataclass(frozen=True)
class Drawn:
    """All a paper says, in the order of reading, and the fonts whose empty box is drawn, once for each time."""

    said: str
    boxes: list[str]

    def says(self, words: str) -> bool:
        """Whether these words are there, wherever lines are broken."""
        return plain(words) in plain(self.said)


@cache
def plain(words: str) -> str:
    """Words for comparing: in their simplest letters, without white space and what nobody sees."""
    simple = unicodedata.normalize("NFKC", _UNSEEN.sub("", words))
    return "".join(one for one in simple if not one.isspace() and unicodedata.category(one) not in _NO_LETTERS)


def drawn(pdf: bytes) -> Drawn:
    """Follow the operators of every page: ActualText counts for the glyphs in it, else what the font says of them."""
    said: list[str] = []
    boxes: list[str] = []
    fonts: dict[str, tuple[dict[int, str], set[int]]] = {}
    with import_module("pikepdf").open(BytesIO(pdf)) as file:
        for page in file.pages:
            _page(page, fonts, said, boxes)
    return Drawn("".join(said), boxes)


def _page(page: Any, fonts: dict[str, Any], said: list[str], boxes: list[str]) -> None:
    spelled: list[bool] = []
    font = ""
    for operands, operator in import_module("pikepdf").parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            marked = operands[1]
            spelled.append("/ActualText" in marked)
            said.append(str(marked["/ActualText"]) if spelled[-1] else " ")
        elif name == "EMC":
            spelled.pop()
        elif name == "Tf":
            font = str(operands[0])
            if font not in fonts:
                fonts[font] = _font(page.resources["/Font"][font])
        elif name in ("Tj", "TJ"):
            codes = b"".join(bytes(one) for one in _strings(operands[0]))
            letters, empty = fonts[font]
            boxes.extend(font for code in codes if code in empty)
            if not any(spelled):
                said.extend(letters[code] for code in codes)


def _strings(operand: Any) -> list[Any]:
    pikepdf = import_module("pikepdf")
    return [operand] if isinstance(operand, pikepdf.String) else [x for x in operand if isinstance(x, pikepdf.String)]


def _font(font: Any) -> tuple[dict[int, str], set[int]]:
    """What each code of a font stands for, and the codes for which it has only the empty box."""
    table = _CODES.findall(bytes(font["/ToUnicode"].read_bytes()))
    letters = {int(code, 16): chr(int(letter, 16)) for code, letter in table}
    inner = import_module("fontTools.ttLib").TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].read_bytes()))
    glyphs = inner["cmap"].tables[0].cmap
    return letters, {code for code in range(256) if not inner.getGlyphID(glyphs.get(code, ".notdef"))}
