"""The windows: home, the console and its pages, the room's screen and its views."""

from __future__ import annotations

import builtins
import importlib


def load_qt() -> None:
    """Import Qt, and put Python's own import back: Qt's reads the source of every later module (SPEED.md, Start).

    It serves Qt's other way of naming (`from __feature__ import snake_case`), which is not used here.
    """
    kept = builtins.__import__
    importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = kept if kept.__name__ == "__import__" else getattr(builtins, "__orig_import__", kept)


load_qt()
