"""Draws the pages of a PDF: small for a window, and as sharp as a printer prints for paper."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import PurePath

import pypdfium2
from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from elephants.paper.layout import Told
from elephants.sessions.base import Refused
from elephants.ui.parts.patience import with_patience
from elephants.words import tr

DOTS = 300
"""Dots to an inch of a page on paper."""

_ONE_AT_A_TIME = threading.Lock()
"""PDFium knows no threads: a window turns a page while another thread prints."""


class Book:
    """The pages of a PDF, opened once: a long one takes a while. May be asked from any thread."""

    def __init__(self, pdf: bytes) -> None:
        with _ONE_AT_A_TIME:
            self._document = pypdfium2.PdfDocument(pdf)
            self.count = len(self._document)

    def picture(self, number: int, scale: float) -> QImage:
        """Draw one page, the first being 0, so many pixels to a point."""
        with _ONE_AT_A_TIME:
            page = self._document[number]
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            kind, data = QImage.Format.Format_RGBX8888, bytes(bitmap.buffer)
            shown = QImage(data, bitmap.width, bitmap.height, bitmap.stride, kind).copy()
            bitmap.close()
            page.close()
        return shown

    def close(self) -> None:
        """Put it away."""
        with _ONE_AT_A_TIME:
            self._document.close()


def print_paper(parent: QWidget, pdf: bytes, name: str, copies: int) -> str:
    """Ask for a printer, and print on it; gives the sentence that says what became of it, "" where nobody wanted to.

    The printer is told no more than the name of the file.
    """
    printer = QPrinter()
    printer.setResolution(DOTS)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(PurePath(name).stem)
    printer.setCreator("")
    printer.setCopyCount(copies)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    book = Book(pdf)
    dialog.setMinMax(1, book.count)
    wanted = bool(dialog.exec())
    dialog.deleteLater()
    if not wanted:
        book.close()
        return ""
    try:
        sheets = with_patience(parent, tr("Sending the pages to the printer"), lambda told: put(book, printer, told))
    except Refused as refusal:
        return str(refusal)
    if sheets is None:
        return tr("Stopped. The printer may still print the first pages.")
    return tr("Sent to the printer.")


def put(book: Book, printer: QPrinter, told: Told) -> int:
    """Put the pages that were chosen on a printer, as often as it was asked; gives how many.

    Refuses a printer that takes nothing, or no more. Where `told` raises, the print is given up. The book is closed.
    """
    pages = list(_pages(printer, book.count))
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise Refused(tr("The printer does not answer. Look whether it is on, or choose another one."))
    try:
        for place, number in enumerate(pages):
            told(place / len(pages))
            _turn(printer, first=place == 0)
            paper = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
            _draw(painter, book.picture(number, printer.resolution() / 72), paper)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        book.close()
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise Refused(tr("The printer stopped. Look at the printer, and print the pages that are missing."))
    return len(pages)


def _turn(printer: QPrinter, *, first: bool) -> None:
    if not first and not printer.newPage():
        raise Refused(tr("The printer stopped. Look at the printer, and print the pages that are missing."))


def _draw(painter: QPainter, picture: QImage, paper: QRect) -> None:
    """Draw a page in its own size in the middle of the paper, smaller where the paper is smaller."""
    size = QSizeF(picture.size())
    share = min(1.0, paper.width() / size.width(), paper.height() / size.height())
    wide, tall = round(size.width() * share), round(size.height() * share)
    painter.drawImage(QRect((paper.width() - wide) // 2, (paper.height() - tall) // 2, wide, tall), picture)


def _pages(printer: QPrinter, count: int) -> Iterator[int]:
    """Give the pages in the order they are printed; copies too, where the printer cannot make them itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = range(max(1, first) - 1, min(count, last))
    times = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        yield from [page for _ in range(times) for page in pages]
    else:
        yield from [page for page in pages for _ in range(times)]
