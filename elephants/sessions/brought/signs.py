"""Takes the signs of Markdown from within a line: bold, code, links and escapes; the words stay, addresses too."""

from __future__ import annotations

import re

_TO = r"(?P<to><[^<>]{0,900}>|(?:[^()\s<>]|\([^()\s<>]{0,100}\)){0,900})"
_NOTE = r"(?: +[\"'][^\"']{0,300}[\"'])?"
_LINK = re.compile(rf"!?\[(?P<words>[^\[\]]{{0,500}})\]\({_TO}{_NOTE}\)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,900})>")
_MARKS = re.compile(r"\\.|`+|[*_]{1,3}|~~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def without_signs(words: str) -> str:
    """Give the words of a line as somebody reads them, in one pass: hostile lines take no longer than others."""
    words = _ADDRESS.sub(r"\1", _LINK.sub(_linked, words))
    return _ESCAPED.sub(r"\1", _without_marks(words))


def _linked(link: re.Match[str]) -> str:
    words, to = link["words"], (link["to"] or "").strip("<>")
    return " ".join(part for part in (words, f"({to})" if words and to else to) if part) if to != words else words


def _without_marks(words: str) -> str:
    """Take the marks away that stand in pairs around something; a star between two numbers stays."""
    open_: dict[str, re.Match[str]] = {}
    gone: list[tuple[int, int]] = []
    code = ""
    for mark in _MARKS.finditer(words):
        sign = mark[0]
        if sign[0] == "\\" or (code and sign != code):
            continue
        before, after = words[mark.start() - 1 : mark.start()], words[mark.end() : mark.end() + 1]
        if sign in open_ and (code or (not before.isspace() and not after.isalnum())):
            gone += (open_.pop(sign).span(), mark.span())
            code = ""
        elif sign[0] == "`" or (after and not after.isspace() and not before.isalnum()):
            open_[sign] = mark
            code = sign if sign[0] == "`" else code
    kept, at = [], 0
    for start, end in sorted(gone):
        kept.append(words[at:start])
        at = end
    return "".join((*kept, words[at:]))
