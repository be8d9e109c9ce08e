"""The structure of a paper: elements inside elements, and the places on the pages where their content stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Kind = Literal[
    "Document", "Sect", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "Span", "L", "LI", "Lbl", "LBody", "Table",
    "TR", "TH", "TD", "Figure", "Link",
]  # fmt: skip
"""The structure types of PDF 1.7 that our papers use; readers know them without a role map."""

Scope = Literal["", "Row", "Column", "Both"]
Box = tuple[float, float, float, float]


class Mark(NamedTuple):
    """A stretch of content: the page it stands on, from 0, and its number there."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A place to click on: the page it is on, from 0, and its name in the file."""

    page: int
    name: str


class Element:
    """One thing a reader stops at: a heading, a paragraph, a cell.

    `alt` says a picture in words, `spoken` stands for content whose drawing is not its letters (a drawn dash),
    `language` is said where it is another than its parent's, `scope` is what a TH heads, `box` is where a Figure stands
    in points (left, bottom, right, top). It hangs on its parent from the first time it is drawn or placed.
    """

    __slots__ = ("alt", "box", "kids", "kind", "language", "number", "parent", "placed", "scope", "spoken")

    def __init__(
        self,
        kind: Kind,
        parent: Element | None = None,
        *,
        alt: str = "",
        spoken: str = "",
        language: str = "",
        scope: Scope = "",
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.alt = alt
        self.spoken = spoken
        self.language = language
        self.scope: Scope = scope
        self.box: Box | None = None
        self.kids: list[Element | Mark | Annotated] = []
        self.placed = parent is None
        self.number = 0  # of the object in the file, given when it is written

    def place(self) -> None:
        """Hang it on its parent, behind what hangs there; the second time changes nothing."""
        if not self.placed and self.parent is not None:
            self.placed = True
            self.parent.place()
            self.parent.kids.append(self)

    def walk(self) -> Iterator[Element]:
        """This element and all within, in the order of reading."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
