"""Reads the words of a PDF as any reader would, page by page and line by line, to check a paper against the store."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2

from elephants.sessions.base import Refused
from elephants.words import tr

LARGEST_FILE = 200_000_000  # bytes: a run of minutes of 500 pages is a twentieth of it


def lines_of(pdf: bytes) -> list[str]:
    """Give every line of words in a file, in NFKC and with single spaces, so that two makings can be compared."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    told = (unicodedata.normalize("NFKC", line) for page in pages for line in page.splitlines())
    return [line for words in told if (line := " ".join(words.split()))]


def lines_in(file: Path) -> list[str]:
    """Give the lines of a file; refuses one that cannot be read, is locked, or is no PDF."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise Refused(tr("{file} is too large for a paper of ours.", file=file.name))
        return lines_of(file.read_bytes())
    except OSError:
        raise Refused(tr("{file} cannot be read. Is it still there?", file=file)) from None
    except pypdfium2.PdfiumError:
        raise Refused(tr("{file} is no PDF that can be read, or it is locked.", file=file.name)) from None
