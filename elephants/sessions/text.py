"""Words made clean, their limits, and the refusal with a sentence; light, for it is needed before the first paint."""

from __future__ import annotations

import unicodedata

from elephants.words import tr


class Refused(Exception):
    """Says no to a deed with a sentence for a person; shown as it is, never logged (ARCHITECTURE, rule 7)."""


class NotSaved(Refused):
    """Says that a deed could not be written; everything saved before is safe and nothing was half done."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "Not saved. The disk may be full or cannot be written. What was saved before is safe. "
                "Make room on the disk, then do it again."
            )
        )


class StillHeld(Refused):
    """Says that a deed would have left something pointing to nothing; a mistake of ours, and nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            tr("Not done. Something else is still tied to this. Nothing was changed, and nothing is lost.")
        )


_BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))
"""Marks that turn the direction of what follows: they disorder a page and hide words."""


def _kept(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") or sign == "\n"


def tidy(text: str, *, lines: bool = False) -> str:
    """Make words safe to keep: NFC, no control signs, no bidi overrides; line ends only where `lines` is set."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not lines:
        text = text.replace("\n", " ")
    return unicodedata.normalize("NFC", "".join(filter(_kept, text.translate(_BIDI))))


def blank(text: str) -> bool:
    """Tell whether nothing of a text can be seen."""
    return all(unicodedata.category(sign)[0] in "ZC" for sign in text)


LIMITS: dict[str, int] = {
    "name": 40,
    "space": 60,
    "title": 120,
    "line": 300,
    "view": 200,
    "option": 80,
    "question": 160,
    "decision": 2000,
    "notes": 2000,
    "place": 100,
    "theme": 30,
}
"""The most signs a field takes; said beside the field before they are hit."""


def words_of(text: str, field: str, *, empty: str, lines: bool = False) -> str:
    """Take what somebody typed into `field`: tidied; refuses what is blank (with `empty`) or over the limit."""
    words = optional(text, field, lines=lines)
    if not words:
        raise Refused(empty)
    return words


def optional(text: str, field: str, *, lines: bool = False) -> str:
    """Take words that may be left out: tidied, "" when nothing can be seen; refuses what is over the limit."""
    words = tidy(text, lines=lines)
    limit = LIMITS[field]
    if len(words) > limit:
        raise Refused(
            tr("That is {n} letters and signs. There is room for {limit}. Make it shorter.", n=len(words), limit=limit)
        )
    return "" if blank(words) else words


def number_of(n: int, least: int, most: int, sentence: str) -> int:
    """Take a count between `least` and `most`; refuses any other with the sentence."""
    if not least <= n <= most:
        raise Refused(sentence)
    return n
