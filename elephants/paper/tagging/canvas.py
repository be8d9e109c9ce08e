"""A canvas on which every draw belongs to an element of the structure or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, Literal

from reportlab.pdfbase.pdfdoc import PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from elephants.paper.tagging.tree import Annotated, Box, Element, Mark
from elephants.paper.tagging.writing import TitleOnly, pdf_text, write_structure

Artifact = Literal["Layout", "Header", "Footer"]

_ARTIFACTS: dict[Artifact, str] = {
    "Layout": "/Artifact <</Type /Layout>> BDC",
    "Header": "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}
_LINKS = ("http://", "https://", "mailto:")


class _Closing:
    """Ends the mark that is open."""

    __slots__ = ("canvas",)

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.canvas = canvas

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self.canvas.end_mark()


class TaggedCanvas(Canvas):
    """ReportLab's canvas with a structure tree, a language and a title; same draws, same bytes.

    The file says nothing of itself but its title and its language: no author, program, date or path (METHOD.md, Ten
    promises 7). `font` is a font of ours: ReportLab would begin with Helvetica, which is not in the file. `story` is
    the root of the structure.
    """

    def __init__(
        self, out: IO[bytes], *, title: str, language: str, font: str, pagesize: tuple[float, float]
    ) -> None:  # fmt: skip
        first_font: dict[str, Any] = {"initialFontName": font}
        super().__init__(
            out, pagesize=pagesize, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=language, **first_font
        )  # fmt: skip
        self.story = Element("Document")
        self._title = title
        self._pages: list[str] = []  # their names in the file
        self._marks: list[Element] = []  # of this page, by number
        self._parents: list[list[Element] | Element] = [self._marks]  # by key: the marks of a page, or whose a link is
        self._key = 0  # of this page
        self._marking = False
        self._closing = _Closing(self)
        info = TitleOnly()
        info.title = title
        self._file: Any = vars(self)["_doc"]  # the library does not say what is in it
        self._file.info = info  # the public setters leave empty fields and an invented date
        self.setViewerPreference("DisplayDocTitle", "true")

    def marked(self, element: Element | None, box: Box | None = None) -> _Closing:
        """Give what is drawn in this `with` to an element; None makes it an artifact. Refuses marks inside marks.

        `box` tells where a Figure stands, in points of the page.
        """
        if element is None:
            return self.artifact()
        element.place()
        if box is not None:
            element.box = box
        marks = self._marks
        number = len(marks)
        marks.append(element)
        element.kids.append(Mark(len(self._pages), number))
        return self._begin(f"/{element.kind} <</MCID {number}>> BDC")

    def artifact(self, kind: Artifact = "Layout") -> _Closing:
        """Nobody reads what is drawn in this `with`: rules, bars, and the head and foot every page repeats."""
        return self._begin(_ARTIFACTS[kind])

    def _begin(self, operator: str) -> _Closing:
        if self._marking:
            raise ValueError("a mark inside a mark")
        self._marking = True
        self.addLiteral(operator)
        return self._closing

    def end_mark(self) -> None:
        """End the open mark; `with` does it."""
        self._marking = False
        self.addLiteral("EMC")

    @contextmanager
    def spelled(self, text: PDFTextObject, words: str) -> Iterator[None]:
        """Say which letters the glyphs in this `with` stand for: ligatures, shaped scripts, words in visual order."""
        code: list[str] = vars(text)["_code"]
        code.append(f"/Span <</ActualText {pdf_text(words)}>> BDC")
        yield
        code.append("EMC")

    def link(self, element: Element, address: str, box: Box) -> None:
        """Make a box on the page, in points, a link that belongs to an element of kind Link.

        Refuses every address that is not http, https or mailto: a paper opens no file of a computer.
        """
        if not address.lower().startswith(_LINKS):
            raise ValueError("only web and mail addresses can be links")
        element.place()
        self.linkURL(address, box, StructParent=len(self._parents), Contents=PDFString(address), F=4)
        self._parents.append(element)
        element.kids.append(Annotated(len(self._pages), str(vars(self)["_annotationrefs"][-1].name)))

    def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
        """End the page; its marks are numbered anew on the next one."""
        name = self._file.thisPageName()
        super().showPage()
        page = self._file.idToObject[name]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self._key, PDFName("S")
        self._pages.append(name)
        self._marks, self._key = [], len(self._parents)
        self._parents.append(self._marks)

    def save(self) -> None:
        """Write the structure and the file."""
        if self._marks:
            self.showPage()
        self._parents.pop()  # of the page that would come
        write_structure(self._file, self.story, self._title, self._pages, self._parents)
        super().save()
