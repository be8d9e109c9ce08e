"""Asking for other words until they are taken: what was typed is offered again with the reason it was refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from elephants.ui.pages.base import Page
from elephants.ui.parts import dialogs

T = TypeVar("T")


def reword(page: Page[Any], title: str, do: str, thing: T, deed: Callable[[T, str], Any], text: str) -> bool:
    """Change the words of a thing, from `text` on; False when they were left as they are."""
    why = ""
    while True:
        text = dialogs.ask_words(page, title, why, do, text)
        if not text:
            return False
        why = page.tried(thing, deed, text)
        if not why:
            return True
