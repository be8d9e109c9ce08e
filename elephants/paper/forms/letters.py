"""Keeps the letters a form may hold: no control signs, no half letters, nothing that turns a line round."""

from __future__ import annotations

_JOINERS = "\u200c\u200d"
"""Seen by nobody, and yet Hindi and Persian are spelled with them."""


def kept(words: str) -> str:
    """The same words without what no reader shows; a tab becomes a space, lines stay lines."""
    if words.isprintable():
        return words
    return "".join(_letter(letter) for letter in words)


def _letter(letter: str) -> str:
    if letter == "\n" or letter in _JOINERS or letter.isprintable():
        return letter
    return " " if letter.isspace() else ""
