"""Looks for faults in a tagged PDF as PDF/UA-1 sees them; reads the file with pdfminer, which knows nothing of ours.

Faults are paint outside every mark, marks that lead nowhere, headings that skip a step, fonts that are not in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

PAINT = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI", "Tj", "TJ", "'", '"'))
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
WITHIN = {"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR"}, "TR": {"TH", "TD"}}


def resolved(thing: Any) -> Any:
    return import_module("pdfminer.pdftypes").resolve1(thing)


def name_of(thing: Any) -> str:
    found = resolved(thing)
    return str(getattr(found, "name", found or ""))


class Tagged:
    """One file: its pages, its elements in the order of reading, and the way back from marks to elements."""

    def __init__(self, pdf: bytes) -> None:
        parser = import_module("pdfminer.pdfparser").PDFParser(BytesIO(pdf))
        self.file = import_module("pdfminer.pdfdocument").PDFDocument(parser)
        self.catalog = self.file.catalog
        self.pages = list(import_module("pdfminer.pdfpage").PDFPage.create_pages(self.file))
        self.tree = resolved(self.catalog.get("StructTreeRoot")) or {}
        nums = (resolved(self.tree.get("ParentTree")) or {}).get("Nums", [])
        self.parents = dict(zip(nums[::2], nums[1::2], strict=True))
        self.elements = list(self._walk(self.tree.get("K"), ""))

    def _walk(self, kid: Any, above: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """Each element: the number of its object, the kind of what it stands in, and what it says."""
        for one in kid if isinstance(kid, list) else [kid]:
            element = resolved(one)
            if isinstance(element, dict) and "S" in element:
                yield one.objid, above, element
                yield from self._walk(element.get("K"), name_of(element["S"]))

    def kinds(self) -> list[str]:
        """The kinds of all elements, in the order of reading."""
        return [name_of(element["S"]) for _, _, element in self.elements]

    def marks(self) -> Iterator[tuple[int, int, int]]:
        """Each mark that an element owns: element, page, number, the numbers of objects."""
        for number, _, element in self.elements:
            kids = element.get("K", [])
            for kid in kids if isinstance(kids, list) else [kids]:
                mark = resolved(kid)
                if isinstance(mark, int):
                    yield number, element["Pg"].objid, mark
                elif isinstance(mark, dict) and name_of(mark.get("Type")) == "MCR":
                    yield number, mark["Pg"].objid, mark["MCID"]


def operators(page: Any) -> Iterator[tuple[str, list[Any]]]:
    """The operators of a page, each with what stands before it."""
    parser = import_module("pdfminer.pdfinterp").PDFContentParser(page.contents)
    keyword = import_module("pdfminer.psparser").PSKeyword
    waiting: list[Any] = []
    while True:
        try:
            _, thing = parser.nextobject()
        except import_module("pdfminer.psexceptions").PSEOF:
            return
        if isinstance(thing, keyword):
            yield thing.name.decode(), waiting
            waiting = []
        else:
            waiting.append(thing)


def faults(pdf: bytes) -> list[str]:
    """Everything that is wrong, each in a few words; empty when a screen reader can follow the paper."""
    tagged = Tagged(pdf)
    found = [*_of_file(tagged, pdf), *_of_structure(tagged), *_of_headings(tagged)]
    marks = list(tagged.marks())
    for at, page in enumerate(tagged.pages, start=1):
        found += [f"{fault} on page {at}" for fault in _of_page(tagged, page, marks)]
        found += [f"font {font} is not in the file" for font in _fonts_outside(page.resources)]
    return found


def _of_file(tagged: Tagged, pdf: bytes) -> Iterator[str]:
    catalog = tagged.catalog
    if not resolved(catalog.get("Lang")):
        yield "no language"
    if not (resolved(catalog.get("MarkInfo")) or {}).get("Marked"):
        yield "not marked"
    if not (resolved(catalog.get("ViewerPreferences")) or {}).get("DisplayDocTitle"):
        yield "no title in the window"
    metadata = resolved(catalog["Metadata"]).get_data().decode() if "Metadata" in catalog else ""
    if "<pdfuaid:part>1</pdfuaid:part>" not in metadata or "<dc:title>" not in metadata:
        yield "no word of PDF/UA and title in the metadata"
    for telling in ("CreateDate", "ModifyDate", "creator", "Producer", "CreatorTool"):
        if telling in metadata or f"/{telling}".encode() in pdf:
            yield f"tells {telling}"


def _of_structure(tagged: Tagged) -> Iterator[str]:
    for _, above, element in tagged.elements:
        kind, kids = name_of(element["S"]), element.get("K")
        if isinstance(kids, list) and len(kids) == 1:
            yield f"an array for the one kid of {kind}"
        if kind == "Figure" and not element.get("Alt"):
            yield "a picture without words"
        if kind == "TH" and name_of((resolved(element.get("A")) or {}).get("Scope")) not in ("Row", "Column", "Both"):
            yield "a header cell without scope"
        if above in WITHIN and kind not in WITHIN[above]:
            yield f"{kind} in {above}"
        if kind == "Table":
            yield from _of_table(kids)


def _of_table(kids: Any) -> Iterator[str]:
    rows = [[name_of(resolved(cell)["S"]) for cell in _listed(resolved(row).get("K"))] for row in _listed(kids)]
    if len(set(map(len, rows))) != 1:
        yield "rows of a table that are not equally long"
    if set(rows[0]) != {"TH"} and not all("TH" in row for row in rows):
        yield "a row without a header cell"


def _listed(kids: Any) -> list[Any]:
    return kids if isinstance(kids, list) else [] if kids is None else [kids]


def _of_headings(tagged: Tagged) -> Iterator[str]:
    last = 0
    for kind in tagged.kinds():
        if kind in HEADINGS:
            level = HEADINGS.index(kind) + 1
            if level > last + 1:
                yield f"{kind} under H{last}"
            if level == 1 and last:
                yield "a second H1"
            last = level


def _of_page(tagged: Tagged, page: Any, marks: list[tuple[int, int, int]]) -> Iterator[str]:
    opened: list[str] = []
    seen: list[int] = []
    for operator, given in operators(page):
        if operator in ("BDC", "BMC"):
            tag, said = name_of(given[0]), given[1] if len(given) > 1 else {}
            if opened and tag != "Span":
                yield f"{tag} inside {opened[-1]}"
            opened.append(tag)
            seen += [said["MCID"]] if isinstance(said, dict) and "MCID" in said else []
        elif operator == "EMC":
            opened.pop()
        elif operator in PAINT and not opened:
            yield f"{operator} outside every mark"
    if opened:
        yield f"{opened[-1]} never ends"
    whose = [one.objid for one in _listed(tagged.parents.get(page.attrs.get("StructParents")))]
    owned = {number: element for element, of_page, number in marks if of_page == page.pageid}
    if sorted(seen) != list(range(len(seen))) or sorted(owned) != sorted(seen):
        yield "marks and elements do not meet"
    if whose != [owned.get(number) for number in range(len(seen))]:
        yield "a mark that does not find its element"
    if name_of(page.attrs.get("Tabs")) != "S":
        yield "no order of tabs"


def _fonts_outside(resources: Any) -> Iterator[str]:
    for font in (resolved((resolved(resources) or {}).get("Font")) or {}).values():
        said = resolved(font)
        if "FontFile2" not in (resolved(said.get("FontDescriptor")) or {}):
            yield name_of(said.get("BaseFont"))
