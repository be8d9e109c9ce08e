"""Finds what is shipped beside the code: fonts, cards, pictures, icons, words and rehearsals."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def assets() -> Path:
    """The folder of shipped files: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "assets"
    return installed if installed.is_dir() else _PACKAGE.parent / "assets"


def asset(*parts: str) -> Path:
    """One shipped file, named by its folder and name; refuses nothing, the reader says what is missing."""
    return assets().joinpath(*parts)
