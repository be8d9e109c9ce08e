"""The windows: home, the console and its pages, the room's screen and its views."""

from __future__ import annotations

import builtins
import importlib
import os

_LARGEST_KEPT = 480
"""How large, in pixels, a letter may be that Qt draws once and keeps: a question on a screen of 3840 x 2160, zoomed."""


def load_qt() -> None:
    """Import Qt, and put Python's own import back: Qt's reads the source of every later module (SPEED.md, Start).

    It serves Qt's other way of naming (`from __feature__ import snake_case`), which is not used here. And let Qt keep
    the letters of the room's screen as it keeps small ones: by itself it fills the outlines of those over 64 pixels
    each time, 6 ms for each line.
    """
    os.environ.setdefault("QT_MAX_CACHED_GLYPH_SIZE", str(_LARGEST_KEPT))
    kept = builtins.__import__
    importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = kept if kept.__name__ == "__import__" else getattr(builtins, "__orig_import__", kept)


load_qt()
