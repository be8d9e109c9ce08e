"""Writes the structure of a paper into its file: elements, the way back from marks to them, and what the file is."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFDocument, PDFInfo, PDFString

from elephants.paper.tagging.tree import Annotated, Element, Mark

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class TitleOnly(PDFInfo):
    """What the file says about itself."""

    def format(self, document: PDFDocument) -> bytes:
        return PDFDictionary({"Title": PDFString(self.title)}).format(document)


def pdf_text(words: str) -> str:
    """Words as a string of a PDF, in letters a content stream can hold."""
    if words.isascii() and words.isprintable():
        return "(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex()}>"


def write_structure(
    file: Any, story: Element, title: str, pages: list[str], parents: list[list[Element] | Element]
) -> None:
    """Put the tree and all that names it into ReportLab's file, before the file is saved.

    `pages` are names, `parents` whose each mark of each page is, or each link, by key.
    """
    numbers = file.idToObjectNumberAndVersion
    of_pages = [numbers[name][0] for name in pages]
    root = file.objectcounter + 1
    elements = list(story.walk())
    for number, element in enumerate(elements, start=root + 2):
        element.number = number
    words = f"<</Type /StructTreeRoot /K {root + 2} 0 R /ParentTree {root + 1} 0 R /ParentTreeNextKey {len(parents)}>>"
    file.Catalog.StructTreeRoot = file.Reference(words.encode(), "Structure")
    file.Reference(_parent_tree(parents), "StructureParents")
    for element in elements:
        above = element.parent.number if element.parent is not None else root
        file.Reference(_element(element, above, of_pages, file), f"Structure{element.number}")
    file.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    packet = _XMP.format(title=escape("".join(letter for letter in title if letter.isprintable())))
    file.Catalog.Metadata = XMP(creator=lambda _file: packet.encode())


def _parent_tree(parents: list[list[Element] | Element]) -> bytes:
    rows = [
        f"{key} {whose.number} 0 R"
        if isinstance(whose, Element)
        else f"{key} [{' '.join([f'{element.number} 0 R' for element in whose])}]"
        for key, whose in enumerate(parents)
    ]
    return f"<</Nums [{' '.join(rows)}]>>".encode()


def _element(element: Element, above: int, pages: list[int], file: Any) -> bytes:
    parts = [f"<</S /{element.kind} /P {above} 0 R"]
    page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    if page is not None:
        parts.append(f"/Pg {pages[page]} 0 R")
    if element.kids:
        kids = [_kid(kid, page, pages, file) for kid in element.kids]
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
    if element.alt:
        parts.append(f"/Alt {pdf_text(element.alt)}")
    if element.spoken:
        parts.append(f"/ActualText {pdf_text(element.spoken)}")
    if element.language:
        parts.append(f"/Lang {pdf_text(element.language)}")
    if attributes := _attributes(element):
        parts.append(f"/A {attributes}")
    return (" ".join(parts) + ">>").encode()


def _kid(kid: Element | Mark | Annotated, page: int | None, pages: list[int], file: Any) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Annotated):
        number = file.idToObjectNumberAndVersion[kid.name][0]
        return f"<</Type /OBJR /Obj {number} 0 R /Pg {pages[kid.page]} 0 R>>"
    return str(kid.number) if kid.page == page else f"<</Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.number}>>"


def _attributes(element: Element) -> str:
    if element.scope:
        return f"<</O /Table /Scope /{element.scope}>>"
    if element.kind == "L":
        return "<</O /List /ListNumbering /Disc>>"
    if element.box is not None:
        return f"<</O /Layout /Placement /Block /BBox [{' '.join(f'{edge:.2f}' for edge in element.box)}]>>"
    return ""
