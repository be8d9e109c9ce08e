"""The manual: F1 by keys from home and from a session, offline, in every size, colour and direction; and it is true."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.paper.papers import build
from elephants.ui.manual import Manual, open_manual
from elephants.ui.manual_pages import PAGES, Page, folder, page_named, picture_named, read_page
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.style import CONTRAST, DARK, LARGEST_ZOOM, LIGHT, SMALLEST_ZOOM, Palette, dress
from tests.rehearsals import play, shipped
from tests.test_shots import shoot, shoot_room, small
from tests.ui.test_guide import cut_off
from tests.ui.walking import an_app, console_of, open_sample, settle, walk_fullest

ROOT = Path(__file__).parents[2]
Key, Mod = Qt.Key, Qt.KeyboardModifier
SHOWN = {"checkin": "checkin-circle", "views": "deciding-views", "readback": "readback"}
"""Which pictures of the manual show which stop of the sample session."""


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path) as app:
        app.window.resize(1366, 768)
        yield app


@pytest.fixture
def manual(app: App) -> Manual:
    made = open_manual(app.window)
    settle()
    return made


def press(where: QWidget, key: Qt.Key, mod: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Press a key where the keyboard is in a window."""
    focus: QWidget | None = where.focusWidget()
    QTest.keyClick(where if focus is None else focus, key, mod)
    settle()


def opened(app: App) -> Manual | None:
    found = app.window.findChild(Manual)
    return found if found is not None and found.isVisible() else None


def title(manual: Manual) -> str:
    assert manual.sheet.page is not None
    return manual.sheet.page.title


def pages() -> list[Page]:
    return [read_page(name) for name in PAGES]


# -- opening and moving by keys -------------------------------------------------------------------------------------


def test_f1_at_home_opens_the_manual_and_escape_gives_the_keyboard_back(app: App) -> None:
    app.window.activateWindow()
    before = app.window.focusWidget()
    press(app.window, Key.Key_F1)
    manual = opened(app)
    assert manual is not None
    assert title(manual) == "The manual"
    assert manual.sheet.hasFocus()
    press(manual, Key.Key_Escape)
    assert opened(app) is None
    assert app.window.focusWidget() is before
    press(app.window, Key.Key_F1)
    assert app.window.findChildren(Manual) == [manual]


def test_the_help_of_a_step_leads_to_the_manual(app: App) -> None:
    console = open_sample(app)
    press(app.window, Key.Key_F1)
    assert opened(app) is None
    face = console.guiding.face
    assert face is not None
    face.manual.setFocus()
    press(app.window, Key.Key_Return)
    assert opened(app) is not None


def test_every_page_and_heading_is_reached_by_keys(manual: Manual) -> None:
    for name, button in manual.contents.pages.items():
        button.setFocus()
        press(manual, Key.Key_Return)
        assert manual.sheet.page == read_page(name)
        assert button.accessibleDescription() == "Open now"
        places = [0]
        for heading in manual.contents.headings:
            heading.setFocus()
            press(manual, Key.Key_Space)
            places.append(manual.sheet.verticalScrollBar().value())
        assert places == sorted(places)
        assert places[-1] > 0
    assert [one.accessibleDescription() for one in manual.contents.pages.values()].count("Open now") == 1


def test_tab_goes_round_the_whole_window(manual: Manual) -> None:
    met = set()
    for _ in range(20):
        press(manual, Key.Key_Tab)
        met.add(QApplication.focusWidget())
    assert {manual.words, manual.after, manual.before, manual.close_button, manual.sheet} <= met
    assert set(manual.contents.pages.values()) <= met


def test_a_link_leads_to_its_page_and_no_link_leads_out(manual: Manual) -> None:
    manual.sheet.anchorClicked.emit(QUrl("papers.md"))
    assert title(manual) == "The papers"
    for link in ("https://example.org/", "file:///etc/passwd", "../LICENSE.md", "nothing.md"):
        manual.sheet.anchorClicked.emit(QUrl(link))
        assert title(manual) == "The papers"
        assert page_named(link) == ""
    for link in ("../icons/x.svg", "/etc/passwd", "https://example.org/a.png", "pictures/../../fonts/a.png"):
        assert picture_named(link) is None


# -- looking for words ----------------------------------------------------------------------------------------------


def look_for(manual: Manual, words: str) -> None:
    press(manual, Key.Key_F, Mod.ControlModifier)
    assert manual.words.hasFocus()
    QTest.keyClicks(manual.words, words)
    press(manual, Key.Key_Return)


def test_words_are_looked_for_through_all_pages_and_round(manual: Manual) -> None:
    look_for(manual, "bus")
    assert title(manual) == "The papers"
    assert manual.sheet.textCursor().selectedText() == "bus"
    assert manual.words.hasFocus()
    first = manual.sheet.textCursor().position()
    press(manual, Key.Key_Return, Mod.ShiftModifier)
    assert title(manual) == "The papers"
    assert manual.sheet.textCursor().selectedText() == "bus"
    press(manual, Key.Key_Return)
    assert manual.sheet.textCursor().position() == first


def test_words_that_are_nowhere_are_said_to_be_nowhere(manual: Manual) -> None:
    look_for(manual, "xylophone")
    assert manual.told.isVisible()
    assert title(manual) == "The manual"
    QTest.keyClicks(manual.words, "s")
    assert not manual.told.isVisible()


# -- how it looks ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("zoom", [SMALLEST_ZOOM, 1.0, LARGEST_ZOOM])
def test_nothing_is_cut_off(app: App, qapp: QApplication, palette: Palette, zoom: float) -> None:
    dress(qapp, palette, zoom, motion=False)
    manual = open_manual(app.window, "first-session")
    manual.resize(1366, 768)
    settle()
    assert cut_off(manual) == []
    assert manual.sheet.document().size().width() <= manual.sheet.viewport().width()
    assert manual.sheet.horizontalScrollBar().maximum() == 0
    letters = {part.format.font().pixelSize() for part in manual.sheet.document().begin().textFormats()}
    assert letters == {round(29 * zoom)}


def test_zoom_keys_in_the_manual_make_everything_larger(app: App, manual: Manual) -> None:
    before = manual.sheet.document().size().height()
    for _ in range(4):
        press(manual, Key.Key_Plus, Mod.ControlModifier)
    assert app.settings.zoom == pytest.approx(1.4)
    assert manual.sheet.document().size().height() > before
    press(manual, Key.Key_0, Mod.ControlModifier)
    assert manual.sheet.document().size().height() == before


def test_pictures_are_shown_as_wide_as_the_text(app: App) -> None:
    manual = open_manual(app.window, "first-session")
    manual.resize(1366, 768)
    settle()
    text = manual.sheet.document()
    shown = text.resource(QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/home.png"))
    assert shown is not None
    assert text.size().height() > 3000


def test_it_mirrors_and_everything_has_a_name(
    app: App, qapp: QApplication, all_named: Callable[[QWidget], bool]
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        manual = open_manual(app.window)
        settle()
        assert all_named(manual)
        assert manual.contents.mapTo(manual, manual.contents.rect().center()).x() > manual.sheet.geometry().right()
        assert manual.sheet.document().begin().blockFormat().alignment() & Qt.AlignmentFlag.AlignRight
        assert manual.sheet.accessibleName() == "The manual: The manual"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# -- it is true -----------------------------------------------------------------------------------------------------


@cache
@cache
def strings() -> set[str]:
    """List every sentence of the app that a person may see."""
    said: set[str] = set()
    for path in (ROOT / "elephants").rglob("*.py"):
        if path.name.startswith("manual"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "trn", "mark"):
                said |= {one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return said


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_button_in_the_manual_is_in_the_app(page: Page) -> None:
    named = re.findall(r"\*\*(.+?)\*\*", page.text)
    there = strings()
    assert [one for one in named if one not in there] == []
    assert "A button that nobody made" not in there


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_picture_and_link_of_it_is_there(page: Page) -> None:
    assert page.text.startswith(f"# {page.title}\n")
    for shows, link in re.findall(r"!\[(.*?)\]\((.*?)\)", page.text):
        assert picture_named(link) is not None, f"run: make shots, and copy out/shots/manual to {folder()}/pictures"
        assert len(shows) > 20
    assert [link for link in re.findall(r"(?<!!)\[.*?\]\((.*?)\)", page.text.replace("![", "!")) if ".md" in link] == [
        link for link in re.findall(r"\((\S+\.md)\)", page.text) if page_named(link)
    ]


def test_no_picture_is_left_over_and_all_are_small() -> None:
    used = {Path(link).name for page in pages() for link in re.findall(r"\((pictures/.*?)\)", page.text)}
    stored = list((folder() / "pictures").glob("*.png"))
    assert {one.name for one in stored} == used
    assert sum(one.stat().st_size for one in stored) < 800_000


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_it_is_written_plainly(page: Page) -> None:
    plain = re.sub(r"!\[.*?\]\(.*?\)|\]\(.*?\)|[*#`\[\]]", "", page.text)
    sentences = [one for line in plain.splitlines() for one in re.split(r"(?<=[.?!:]) ", line) if one.strip()]
    assert [one for one in sentences if len(one.split()) > 20] == []
    assert not re.search(r"\b(stakeholder|service user|client|veto|loser|winner|objection)\b", plain, re.IGNORECASE)


# -- its pictures ---------------------------------------------------------------------------------------------------


@pytest.mark.shots
def test_draw_the_pictures_of_the_manual(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    if "ELEPHANTS_SHOTS" not in os.environ:
        pytest.skip("pictures are drawn by make shots")
    to = Path(os.environ["ELEPHANTS_SHOTS"]) / "manual"
    to.mkdir(parents=True, exist_ok=True)
    app.rehearse()
    shoot(app.window, to / "home.png")
    app.rehearse()
    stops = {stop: name for name, stop in SHOWN.items()}
    for name in walk_fullest(app):
        if name in stops:
            shoot(app.window, to / f"{stops.pop(name)}.png")
        if name == "checkin-circle":
            shoot_room(app, to / "room.png", app.window.size())
    assert not stops
    console_of(app).show_papers()
    settle()
    (page,) = [one for one in console_of(app).findChildren(PapersPage) if one.isVisible()]
    qtbot.waitUntil(page.out.save.isEnabled, timeout=60_000)
    shoot(app.window, to / "papers.png")
    played = play(shipped("tuesday-kitchen"), tmp_path / "played.store")
    document = pypdfium2.PdfDocument(build(played.session, "outcome"))
    document[0].render(scale=1.2).to_pil().save(to / "outcome.png")
    document.close()
    played.desk.close()
    small(QImage(str(to / "outcome.png")), to / "outcome.png")
