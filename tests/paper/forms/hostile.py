"""A document that holds a line in every place a person's words can stand."""

from __future__ import annotations

from pathlib import Path

from elephants.paper import document as doc
from elephants.paper.forms.letters import kept

BAD = Path(__file__).parents[2] / "data" / "bad-input" / "blns.txt"


def bad_lines() -> list[str]:
    """The naughty lines of which anything can be seen, without the remarks between them."""
    lines = BAD.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if kept(line).strip() and not line.startswith("#")]


def everywhere(words: str) -> doc.Document:
    """The same words in every field of every kind of block."""
    row = doc.PictureRow("church", (words, (doc.Run(words, "strong"), doc.Run(f" {words}", "quiet"))))
    two = (doc.Column(0.5, heads=True), doc.Column(0.5, right=True))
    blocks: tuple[doc.Block, ...] = (
        doc.Heading(words),
        doc.Text(words),
        doc.Text((doc.Run(words, "added"),), lead=True),
        doc.Lines((doc.Line(words, words),)),
        doc.Table(two, ((words, (doc.Run(words),)),), header=(words, words)),
        doc.Added(words, (words,)),
        row,
        doc.AddedRows(words, (row,)),
        doc.Boxed(words, (words,), "calendar"),
    )
    return doc.Document(words, words, words, words, blocks, words)
