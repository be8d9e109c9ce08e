"""Puts papers into files: where it asks, what the files are called, and what to say when the disk refuses."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog, QWidget

from elephants.paper.papers import write
from elephants.paper.wanted import Form
from elephants.sessions.base import Refused
from elephants.words import day_words, mark, tr

_FILTERS: dict[Form, str] = {
    "pdf": mark("PDF file (*.pdf)"), "html": mark("Web page (*.html)"), "md": mark("Markdown file (*.md)"),
    "csv": mark("Table (*.csv)"), "ics": mark("Calendar (*.ics)"),
}  # fmt: skip


def where(parent: QWidget, name: str, form: Form) -> Path | None:
    """Ask for one file; None where nobody chose one. A name without an ending gets the right one."""
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save this paper"), str(Path.home() / name), tr(_FILTERS[form]))
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")


def which_folder(parent: QWidget) -> Path | None:
    """Ask once for the folder of several files."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("A folder for these papers"), str(Path.home()))
    return Path(chosen) if chosen else None


def there(folder: Path, names: Iterable[str]) -> list[str]:
    """Give those of the names that stand in the folder already."""
    return [name for name in names if (folder / name).exists()]


def put(files: list[tuple[Path, bytes]]) -> tuple[list[Path], list[str]]:
    """Write each file whole or not at all; gives those that are written, and why the others are not."""
    saved, sentences = list[Path](), list[str]()
    for path, file in files:
        try:
            write(file, path)
        except Refused as refusal:
            sentences.append(tr("Not saved: {name}. {why}", name=path.name, why=refusal))
        else:
            saved.append(path)
    return saved, sentences


def read_out(file: bytes, form: Form) -> str:
    """Give the words of a file that has no pages, as it would be read out: what is in it is what is shown."""
    if form == "csv":
        return _table(file.decode("utf-8-sig"))
    return _calendar(file) if form == "ics" else file.decode()


def _table(text: str) -> str:
    columns, *rows = csv.reader(io.StringIO(text))
    told = ["\n".join(f"{column}: {cell}" for column, cell in zip(columns, row, strict=True) if cell) for row in rows]
    return "\n\n".join(told) or tr("Nothing was decided, and nobody has something to do.")


_SHOWN = ("summary", "location", "description")


def _calendar(file: bytes) -> str:
    events = Calendar.from_ical(file).walk("VEVENT")
    told = [
        "\n".join(str(part) for part in (day_words(one.decoded("dtstart")), *map(one.get, _SHOWN)) if part)
        for one in events
    ]
    return "\n\n".join(told) or tr("Nothing has a day yet.")
