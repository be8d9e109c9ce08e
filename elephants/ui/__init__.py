"""The windows: home, the console and its pages, the room's screen and its views."""

from __future__ import annotations

import builtins
import importlib


def load_qt() -> None:
    """Import Qt once, and put Python's own import back: Qt's reads the source of every later module (SPEED.md)."""
    kept = builtins.__import__
    importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = kept
