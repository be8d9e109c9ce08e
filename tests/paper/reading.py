"""Reads a PDF as a person or a curious program would: its words, its fonts, what it says about itself."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from importlib import import_module

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, white space made single."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def words_of(pdf: bytes) -> str:
    """The words of all pages."""
    return " ".join(pages_of(pdf))


def says_of_itself(pdf: bytes) -> dict[str, str]:
    """What stands in the file's metadata."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        return {str(key): str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}


def fonts_of(pdf: bytes) -> list[tuple[str, bool]]:
    """Every font of the file, and whether its letters are in the file."""
    found = []
    for body in re.findall(rb"<<[^<>]*/Type /Font\b[^<>]*>>", pdf):
        name = re.search(rb"/BaseFont /(\S+)", body)
        assert name is not None
        found.append((name[1].decode(), b"/FontDescriptor" in body))
    return found


def inside(pdf: bytes) -> bytes:
    """All bytes of the file with its streams unpacked, for looking for what must not be there."""
    parts = [pdf]
    for raw in _STREAM.findall(pdf):
        data = raw.strip()
        if data.endswith(b"~>"):
            data = a85decode(b"<~" + data, adobe=True)
        try:
            parts.append(zlib.decompress(data))
        except zlib.error:
            parts.append(data)
    return b"\n".join(parts)


def in_order(said: str, *parts: str) -> bool:
    """Whether these words stand one after the other; names the first that does not."""
    at = 0
    for part in parts:
        at = said.find(part, at)
        assert at >= 0, part
    return True
