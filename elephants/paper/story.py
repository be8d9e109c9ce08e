"""Where each block of a paper stands in its structure: what a screen reader is told a block is."""

from __future__ import annotations

from elephants.paper.document import Table
from elephants.paper.tagging import Element, Kind
from elephants.pictures.library import said
from elephants.words import tr

_HEADINGS: tuple[Kind, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")
_DASH, _PLUS = "\u2013", "+"  # what stands before a line is drawn; this is how it is said


class Story:
    """The structure of one paper while its blocks become pieces: headings in steps of one, lists, tables, pictures."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._above: list[int] = []  # the levels of the headings this place stands under

    def heading(self, level: int, parent: Element | None = None) -> Element:
        """Name what follows: the title is 0, a part of the paper 1. None is left out: under a title 3 comes as 1 would.

        Headings alike under the same one are alike for a reader too.
        """
        while self._above and self._above[-1] >= level:
            self._above.pop()
        self._above.append(level)
        return Element(_HEADINGS[min(len(self._above), len(_HEADINGS)) - 1], parent or self.root)

    def paragraph(self, parent: Element | None = None) -> Element:
        """One paragraph."""
        return Element("P", parent or self.root)

    def group(self, kind: Kind = "Div") -> Element:
        """Things that belong together."""
        return Element(kind, self.root)


def list_line(whole: Element, *, added: bool = False) -> tuple[Element, Element]:
    """What the mark and the words of one line of a list are; `whole` is the list."""
    line = Element("LI", whole)
    return Element("Lbl", line, spoken=_PLUS if added else _DASH), Element("LBody", line)


def cells(table: Table, whole: Element, number: int) -> list[Element]:
    """What the cells of a row are: the header is row 0 of a table that has one."""
    row = Element("TR", whole)
    if table.header and number == 0:
        return [Element("TH", row, scope="Column") for _ in table.columns]
    heads = _row_header(table)
    return [
        Element("TH", row, scope="Row") if place == heads else Element("TD", row) for place in range(len(table.columns))
    ]


def _row_header(table: Table) -> int | None:
    named = [place for place, column in enumerate(table.columns) if column.heads]
    return named[0] if named else None if table.header else 0


def figure(picture: str, parent: Element) -> Element | None:
    """A picture, said in words; none where there is no picture."""
    return Element("Figure", parent, alt=picture_words(picture)) if picture else None


def picture_words(picture: str) -> str:
    """What a picture of the library shows, for who does not see it."""
    return tr("Picture: {shows}", shows=said(picture))
