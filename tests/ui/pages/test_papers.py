"""Papers chosen, looked at, saved, opened and printed by keys and clicks; only the dialogs are played."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pypdfium2
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from elephants.paper.papers import build
from elephants.paper.wanted import Form
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.ui.pages.papers.papers import PapersPage
from tests import mounts
from tests.paper.reading import words_of
from tests.ui.gallery_deeds import made
from tests.ui.pages.evening import Evening, focus, press, stops, type_words
from tests.ui.pages.test_papers_easy import papers

CLICK = Qt.MouseButton.LeftButton
DRAFT = "Draft, not yet read back"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every dialog that asks for a place is answered with this folder."""
    there = tmp_path / "papers"
    there.mkdir()

    def file(_parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        return str(there / Path(place).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(there))
    monkeypatch.setattr("elephants.ui.pages.papers.out.ask", lambda *_words: True)
    return there


def saved(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def test_three_ways_are_chosen_by_a_click_and_each_is_saved_as_it_is_shown(evening: Evening, folder: Path) -> None:
    page = papers(evening, agreed=True)
    QTest.mouseClick(page.cards["shared"], CLICK)
    assert made(page).pdf == build(evening.session, "minutes")
    QTest.mouseClick(page.save, CLICK)
    assert saved(folder) == {"2026-11-24, Tuesday kitchen, minutes.pdf": page.pdf}
    assert "Saved: 2026-11-24, Tuesday kitchen, minutes.pdf" in page.out.done.text()
    QTest.mouseClick(page.cards["easy"], CLICK)
    QTest.mouseClick(made(page).save, CLICK)
    assert saved(folder)["2026-11-24, Tuesday kitchen, outcome sheet.pdf"] == page.pdf
    QTest.mouseClick(page.cards["core"], CLICK)
    QTest.mouseClick(made(page).save, CLICK)
    assert set(saved(folder)) == {
        "2026-11-24, Tuesday kitchen, minutes.pdf", "2026-11-24, Tuesday kitchen, outcome sheet.pdf",
        "2026-11-24, Tuesday kitchen, decisions and actions.csv", "2026-11-24, Tuesday kitchen, calendar.ics",
    }  # fmt: skip


def test_first_names_are_in_a_table_and_a_calendar_only_when_ticked(evening: Evening, folder: Path) -> None:
    page = papers(evening, agreed=True)
    QTest.mouseClick(page.cards["core"], CLICK)
    made(page).save.click()
    files = saved(folder)
    table, calendar = (next(file for name, file in files.items() if name.endswith(end)) for end in ("csv", "ics"))
    assert b"side door" in table
    assert b"Jo" not in table + calendar
    page.forms.names.setFocus()
    press(Qt.Key.Key_Space)
    made(page).save.click()
    files = saved(folder)
    assert b"Jo" in files["2026-11-24, Tuesday kitchen, decisions and actions.csv"]
    assert "Jo" in str(Calendar.from_ical(files["2026-11-24, Tuesday kitchen, calendar.ics"]).walk("VEVENT"))


def test_every_form_is_saved_with_its_ending_and_shown_by_its_words(evening: Evening, folder: Path) -> None:
    page = papers(evening)
    QTest.mouseClick(page.minutes, CLICK)
    starts: tuple[tuple[Form, bytes], ...] = (("html", b"<!doctype html>"), ("md", b"**Tuesday kitchen**"))
    for form, start in starts:
        QTest.mouseClick(page.forms.buttons[form], CLICK)
        assert "side door" in made(page).pages.words.toPlainText()
        assert not page.print.isEnabled()
        page.save.click()
        name = f"2026-11-24, Tuesday kitchen, minutes, {DRAFT}.{form}"
        assert saved(folder)[name].startswith(start)
    QTest.mouseClick(page.rest, CLICK)
    QTest.mouseClick(page.cards["table"], CLICK)
    assert "Ask about the side door" in made(page).pages.words.toPlainText()
    QTest.mouseClick(page.forms.buttons["ics"], CLICK)
    told = made(page).pages.words.toPlainText()
    assert "Thursday 3 December 2026" in told
    assert "Draft, not yet read back" in told


def test_no_file_tells_who_made_it_or_where(evening: Evening, folder: Path) -> None:
    page = papers(evening)
    for card in ("shared", "core", "easy"):
        page.cards[card].click()
        for button in list(page.forms.buttons.values())[: 3 if card != "core" else 1]:
            button.click()
            made(page).save.click()
    files = saved(folder)
    assert len(files) == 8
    told = (str(Path.home()), os.uname().nodename, str(folder))
    for name, file in files.items():
        if name.endswith("pdf"):
            kept = pypdfium2.PdfDocument(file).get_metadata_dict()
            assert {key for key, words in kept.items() if words} <= {"Title"}, name
        assert not [one for one in told if len(one) > 2 and (one.encode() in file or one in name)], name


def of_pages(evening: Evening) -> PapersPage:
    """The minutes of an evening on which much was said."""
    evening.desk.change(evening.activity("agenda"), Agenda.add_item, "Soup")
    for number in range(70):
        evening.desk.change(evening.session.items[0], AgendaItem.add_point, f"Soup number {number}")
    page = papers(evening)
    page.minutes.click()
    return made(page)


def test_the_pages_are_turned_and_made_larger_by_keys_and_clicks(evening: Evening) -> None:
    page = of_pages(evening)
    shown = made(page).pages
    assert shown.where.text() == f"Page 1 of {shown.count}"
    shown.sheet.setFocus()
    first = shown.sheet.page.pixmap().toImage()
    press(Qt.Key.Key_Right)
    assert shown.where.text() == f"Page 2 of {shown.count}"
    assert shown.sheet.page.pixmap().toImage() != first
    assert "Page 2" in shown.sheet.accessibleName()
    press(Qt.Key.Key_Home)
    assert shown.sheet.page.pixmap().toImage() == first
    wide = shown.sheet.page.width()
    press(Qt.Key.Key_Plus)
    assert shown.sheet.page.width() > wide
    QTest.mouseClick(shown.smaller, CLICK)
    QTest.mouseClick(shown.smaller, CLICK)
    assert shown.sheet.page.width() < wide
    QTest.mouseClick(shown.next, CLICK)
    assert shown.where.text().startswith("Page 2")
    press(Qt.Key.Key_PageUp)
    assert shown.where.text().startswith("Page 2"), "the key of a clicker is the console's"


def test_opening_saves_first_and_a_missing_program_is_said(
    evening: Evening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = papers(evening)
    opened: list[str] = []

    def viewer(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return Path(opened[-1]).read_bytes() == page.pdf and len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", viewer)
    QTest.mouseClick(page.open, CLICK)
    assert opened == [str(one) for one in folder.iterdir()]
    page.open.click()
    assert evening.said[-1].startswith("The paper is saved, but no program here opens such files.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("", ""))
    page.open.click()
    assert len(opened) == 2


# -- printing ------------------------------------------------------------------------------------------------------


class Printing:
    """Stands for the system's dialog: prints into a file, as a person would choose there."""

    def __init__(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file, self.wanted, self.pages, self.asked = file, True, (0, 0), list[QPrinter]()
        monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: self._answer(dialog.printer()))

    def _answer(self, printer: QPrinter) -> int:
        self.asked.append(printer)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        if self.pages[0]:
            printer.setFromTo(*self.pages)
        return int(self.wanted)


def looks(pdf: bytes, number: int) -> list[int]:
    """A page as a small grey picture."""
    picture = pypdfium2.PdfDocument(pdf)[number].render(scale=0.1, grayscale=True).to_pil()
    return list(picture.convert("L").tobytes())


def alike(one: list[int], other: list[int]) -> bool:
    return len(one) == len(other) and sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one) < 6


def test_pages_are_printed_in_copies_and_ranges_and_look_as_they_are_shown(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = of_pages(evening)
    count = made(page).pages.count
    assert count > 1
    printing = Printing(tmp_path / "print.pdf", monkeypatch)
    page.out.copies.setFocus()
    press(Qt.Key.Key_Down)
    QTest.mouseClick(page.print, CLICK)
    assert page.out.done.text() == "Sent to the printer."
    printed = printing.file.read_bytes()
    assert len(pypdfium2.PdfDocument(printed)) == 2 * count
    for number in range(2 * count):
        assert alike(looks(printed, number), looks(page.pdf, number % count))
    assert not alike(looks(printed, 0), looks(page.pdf, 1)), "the comparison can tell pages apart"
    printing.pages = (2, 2)
    page.out.copies.fewer.click()
    page.print.click()
    printed = printing.file.read_bytes()
    assert len(pypdfium2.PdfDocument(printed)) == 1
    assert alike(looks(printed, 0), looks(page.pdf, 1))
    names = {one.docName() for one in printing.asked}
    assert names == {f"2026-11-24, Tuesday kitchen, minutes, {DRAFT}"}


def test_a_printer_that_takes_nothing_is_said_and_cancel_prints_nothing(
    evening: Evening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet: list[str]
) -> None:
    page = papers(evening)
    printing = Printing(tmp_path / "nowhere" / "print.pdf", monkeypatch)
    printing.wanted = False
    page.print.click()
    assert page.out.done.isHidden()
    printing.wanted = True
    page.print.click()
    assert page.out.done.text().startswith("The printer does not answer.")
    assert not printing.file.exists()
    quiet.clear()


# -- what the disk refuses -----------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_written_and_a_full_disk_are_said_and_leave_nothing(
    evening: Evening, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = papers(evening)
    page.cards["core"].click()
    with mounts.read_only(folder, tmp_path / "mounted") as there:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(there))
        made(page).save.click()
        assert "Not saved: 2026-11-24, Tuesday kitchen, minutes" in evening.said[-1]
        assert "read-only" in evening.said[-1]
        assert list(there.iterdir()) == []
    assert page.out.done.isHidden()


def test_several_files_are_all_written_or_it_is_said_which_are_not(
    evening: Evening, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = papers(evening, agreed=True)
    page.cards["core"].click()
    whole = os.replace

    def full(aside: Path, path: Path) -> None:
        if path.suffix == ".csv":
            raise OSError(errno.ENOSPC, "full")
        whole(aside, path)

    monkeypatch.setattr(os, "replace", full)
    made(page).save.click()
    assert sorted(one.suffix for one in folder.iterdir()) == [".ics", ".pdf"]
    assert "Not saved: 2026-11-24, Tuesday kitchen, decisions and actions.csv. The disk is full." in evening.said[-1]
    assert "minutes.pdf" in page.out.done.text()
    assert "csv" not in page.out.done.text()


# -- the wordcheck -------------------------------------------------------------------------------------------------


def with_words(evening: Evening) -> None:
    """Two lines that may be said otherwise."""
    evening.desk.change(evening.activity("agenda"), Agenda.add_item, "Keys")
    for words in ("Bob wants to utilise the hall", "We need a key"):
        evening.desk.change(evening.session.items[0], AgendaItem.add_point, words)


def test_a_line_is_changed_beside_its_warning_and_another_kept_and_nothing_is_blocked(evening: Evening) -> None:
    with_words(evening)
    page = papers(evening)
    page.minutes.click()
    assert made(page).words.button.words() == "1 line to look at"
    assert page.save.isEnabled(), "a warning never blocks"
    page.words.button.setFocus()
    press(Qt.Key.Key_Return)
    row = page.words.rows[0]
    assert [row.found.words[start:end] for start, end, _ in row.line.marks] == ["Bob", "utilise"]
    assert [one.text() for one in row.why] == [
        "\u201cBob\u201d: This may be somebody's name.", "\u201cutilise\u201d: This is a hard word. Simpler: use.",
    ]  # fmt: skip
    row.change.setFocus()
    press(Qt.Key.Key_Return)
    assert focus() is row.field
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert row.told.text() == "Write the line, or strike it."
    type_words("Bob wants to use the hall")
    press(Qt.Key.Key_Return)
    assert "Bob wants to use the hall" in [one.text for one in evening.session.items[0].points]
    assert "utilise" not in words_of(made(page).pdf) + evening.kept()
    row = page.words.rows[0]
    assert len(row.why) == 1
    QTest.mouseClick(row.keep, CLICK)
    assert page.words.plain.text().startswith("Nothing to look at.")
    assert "Bob" in evening.kept()
    evening.desk.undo()
    assert made(page).words.button.words() == "1 line to look at", "what was kept was said of other words"


def test_after_the_room_agreed_a_changed_line_is_a_new_version(evening: Evening) -> None:
    with_words(evening)
    page = papers(evening, agreed=True)
    page.minutes.click()
    before = len(evening.session.versions)
    page.words.button.click()
    page.words.rows[0].change.click()
    type_words("Somebody wants to use the hall")
    press(Qt.Key.Key_Return)
    assert len(evening.session.versions) == before + 1
    assert "Somebody wants to use the hall" in words_of(made(page).pdf)
    assert page.words.button.isHidden()


def test_what_is_kept_is_forgotten_with_the_page_and_never_stored(evening: Evening) -> None:
    with_words(evening)
    page = papers(evening)
    stored = evening.kept()
    page.words.button.click()
    page.words.rows[0].keep.click()
    assert page.words.button.isHidden()
    assert evening.kept() == stored
    again = PapersPage(evening.desk, 0)
    again.refresh()
    assert made(again).words.button.words() == "1 line to look at"
    again.deleteLater()


def test_all_of_it_is_reached_by_the_keyboard_and_has_a_name(evening: Evening) -> None:
    with_words(evening)
    page = papers(evening)
    page.show_more(on=True)
    page.words.open(on=True)
    page.cards["shared"].setFocus()
    names = stops(page)
    assert all(names)
    wanted = {"Shared", "Core team", "Easy read", "Fewer papers", "Story cards", "Decisions and actions", "Web page"}
    wanted |= {"Change it", "Keep it", "Save", "Save and open", "Print", "Show the page larger"}
    assert wanted - set(names) == set()
