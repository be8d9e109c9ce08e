"""`elephants --only-look`: the history of a store that cannot be written, in a window that offers no deed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from elephants import app as starting
from elephants import cli, making, safekeeping
from elephants.paper.wanted import Wanted
from elephants.sessions.text import Refused
from elephants.settings import Settings
from elephants.store import remembered, vault
from elephants.store.store import Store
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.history.paper import PaperPage
from elephants.ui.history.sessionpapers import SessionPapers
from elephants.ui.lockpage import LockPage
from elephants.ui.onlylook import OnlyLook
from tests.shelf import a_shelf
from tests.store.passphrases import cheap_keys
from tests.ui.gallery_deeds import made
from tests.ui.history.conftest import LATER
from tests.ui.walking import settle

WORDS = "four words in a row"

Prepare = Callable[[Path], object]


@pytest.fixture(autouse=True)
def own_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap_keys(monkeypatch)


@pytest.fixture
def looking(kept: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., OnlyLook]]:
    """Look at a stick that is closed for writing; afterwards it holds the same files, byte by byte."""
    place, opened = tmp_path / "stick", list[OnlyLook]()
    shutil.copytree(kept, place)
    before: dict[Path, bytes] = {}

    def look(prepare: Prepare = lambda _store: None) -> OnlyLook:
        prepare(place / "elephants.store")
        vault.forget(place / "elephants.store")
        before.update(content(place))
        for file in (*before, place):
            file.chmod(0o555 if file.is_dir() else 0o444)
        opened.append(OnlyLook(place / "elephants.store", Settings(), clock=lambda: LATER))
        opened[0].window.show()
        opened[0].window.activateWindow()
        settle()
        return opened[0]

    yield look
    for one in opened:
        one.close()
    settle()
    place.chmod(0o755)
    assert content(place) == before


def content(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def key(look: OnlyLook, *pressed: Qt.Key) -> None:
    for one in pressed:
        QTest.keyClick(look.window.windowHandle(), one)
        settle()


def history(look: OnlyLook) -> HistoryPage:
    page = look.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    return page


def story(look: OnlyLook) -> DecisionPage:
    """Open the story of the newest decision."""
    page = history(look)
    page.hits.stand_at(next(row for row, hit in enumerate(page.hits.found.hits) if hit.kind == "decision"))
    page.hits.setFocus()
    key(look, Qt.Key.Key_Return)
    opened = look.window.stack.currentWidget()
    assert isinstance(opened, DecisionPage)
    return opened


def test_a_store_that_cannot_be_written_is_looked_through_and_stays_as_it_is(
    looking: Callable[..., OnlyLook],
) -> None:
    look = looking()
    page = history(look)
    assert "only looks" in page.note.words.text()
    opened = story(look)
    assert opened.session.words() == "Papers of this session"
    assert not opened.add_theme.isVisible()
    key(look, Qt.Key.Key_Escape)
    assert page.hits.hasFocus()
    key(look, Qt.Key.Key_Escape, Qt.Key.Key_Escape)  # the note goes, then the window
    assert not look.window.isVisible()


def test_the_window_asks_for_the_passphrase_and_says_plainly_that_one_is_wrong(
    looking: Callable[..., OnlyLook],
) -> None:
    look = looking(lambda store: vault.set_passphrase(store, WORDS))
    page = look.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    QTest.keyClicks(look.window.focusWidget(), "other words")
    key(look, Qt.Key.Key_Return)
    assert page.said.text().startswith("This is not the passphrase.")
    assert look.desk is None
    page._tick()  # the pause after a wrong one
    QTest.keyClicks(look.window.focusWidget(), WORDS)  # over what was typed, which is chosen
    key(look, Qt.Key.Key_Return)
    assert history(look).hits.found.rowCount() > 0
    for how in ("key", "nobody touches it"):
        if how == "key":
            QTest.keyClick(look.window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        else:
            look.idle.clock.timeout.emit()
        settle()
        assert isinstance(look.window.stack.currentWidget(), LockPage)
        assert look.window.findChildren(HistoryPage) == []
        QTest.keyClicks(look.window.focusWidget(), WORDS)
        key(look, Qt.Key.Key_Return)
        assert history(look).words.hasFocus()


def test_the_keyring_opens_it_where_it_remembers_the_store(looking: Callable[..., OnlyLook], qtbot: QtBot) -> None:
    def remember(store: Path) -> None:
        vault.set_passphrase(store, WORDS)
        remembered.remember(store)

    with a_shelf():
        look = looking(remember)
        assert isinstance(look.window.stack.currentWidget(), LockPage)
        qtbot.waitUntil(lambda: look.showing is not None)
        assert history(look).isVisible()


def test_the_code_of_the_recovery_sheet_opens_it_too(looking: Callable[..., OnlyLook]) -> None:
    codes: list[str] = []

    def with_sheet(store: Path) -> None:
        vault.set_passphrase(store, WORDS)
        codes.append(vault.make_sheet(store))

    look = looking(with_sheet)
    QTest.keyClicks(look.window.focusWidget(), codes[0])
    key(look, Qt.Key.Key_Return)
    assert history(look).isVisible()


def test_escape_leaves_the_passphrase_and_opens_nothing(looking: Callable[..., OnlyLook]) -> None:
    look = looking(lambda store: vault.set_passphrase(store, WORDS))
    key(look, Qt.Key.Key_Escape)
    assert not look.window.isVisible()
    assert look.desk is None


@contextmanager
def saved_to(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Choose this place for each paper that is saved; gives what the app would have called them."""
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(place), ""

    with monkeypatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", choose)
        yield offered


@pytest.mark.parametrize("locked", [False, True])
def test_the_papers_that_look_back_are_saved_and_printed_and_the_store_stays(
    looking: Callable[..., OnlyLook], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: bool
) -> None:
    look = looking((lambda store: vault.set_passphrase(store, WORDS)) if locked else lambda _store: None)
    if locked:
        QTest.keyClicks(look.window.focusWidget(), WORDS)
        key(look, Qt.Key.Key_Return)
    page = history(look)
    assert page.story.words() == "Papers"
    page.filters.space.setCurrentIndex(page.filters.space.findText("Monday garden"))
    assert look.showing is not None
    names = [one.text() for one in look.showing.quarters.menu().actions() if one.text()]
    assert names == [
        "The story of July to September 2026",
        "The story of October to December 2026, so far",
        "What is kept about us",
    ]
    for name, words in ((names[0], "Our story, July to September 2026"), (names[2], "What is never kept")):
        next(one for one in look.showing.quarters.menu().actions() if one.text() == name).trigger()
        settle()
        paper = look.window.stack.currentWidget()
        assert isinstance(paper, PaperPage)
        assert paper.pages.pdf.startswith(b"%PDF")
        assert paper.out.print.isEnabled()
        paper.forms["md"].click()
        settle()
        with saved_to(tmp_path / "paper.md", monkeypatch) as offered:
            paper.out.save.click()
        assert words in (tmp_path / "paper.md").read_text()
        assert offered[0].startswith("Monday garden, ")
        assert offered[0].endswith(".md")
        assert not paper.out.print.isEnabled()
        key(look, Qt.Key.Key_Escape)
        assert look.window.stack.currentWidget() is page


def test_the_papers_of_a_past_session_are_looked_at_and_saved(
    looking: Callable[..., OnlyLook], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = looking()
    opened = story(look)
    opened.session.setFocus()
    key(look, Qt.Key.Key_Return)
    page = look.window.stack.currentWidget()
    assert isinstance(page, SessionPapers)
    made(page.papers)
    assert page.papers.pdf.startswith(b"%PDF")
    changes = (page.papers.words, page.papers.easy.readers, page.papers.easy.change)
    assert not any(one.isVisible() for one in changes)
    page.papers.choose("shared")
    made(page.papers)
    with saved_to(tmp_path / "minutes.pdf", monkeypatch):
        page.papers.save.click()
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")
    key(look, Qt.Key.Key_Escape)
    assert look.window.stack.currentWidget() is opened
    assert opened.session.hasFocus()
    assert look.desk is not None
    assert look.desk.session is None


def test_the_process_that_makes_long_papers_is_given_the_key(looking: Callable[..., OnlyLook]) -> None:
    look = looking(lambda store: vault.set_passphrase(store, WORDS))
    QTest.keyClicks(look.window.focusWidget(), WORDS)
    key(look, Qt.Key.Key_Return)
    session, desk = story(look).decision.session.id, look.desk
    assert desk is not None
    for given, came in ((desk.store.key, "# "), ("0" * 64, "cannot be opened")):
        vault.forget(look.store)  # as another process knows nothing of it
        ours, theirs = Pipe(duplex=False)
        making.make_aside(theirs, look.store, given, session, (Wanted("outcome", "md"),), False)
        heard = ours.recv()
        assert came in (heard.decode() if isinstance(heard, bytes) else heard)
        ours.close()


@pytest.mark.torture
def test_long_papers_are_made_in_another_process_also_where_there_is_a_passphrase(
    looking: Callable[..., OnlyLook], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "LONG_LINES", 0)
    look = looking(lambda store: vault.set_passphrase(store, WORDS))
    QTest.keyClicks(look.window.focusWidget(), WORDS)
    key(look, Qt.Key.Key_Return)
    story(look).session.click()
    page = look.window.stack.currentWidget()
    assert isinstance(page, SessionPapers)
    assert page.papers.maker.long
    made(page.papers)
    assert page.papers.pdf.startswith(b"%PDF")


def test_a_store_without_a_space_has_nothing_to_look_at(tmp_path: Path, qapp: QApplication) -> None:
    Store(tmp_path / "new.store").close()
    with pytest.raises(Refused, match="no space"):
        OnlyLook(tmp_path / "new.store", Settings())


def test_the_terminal_does_not_ask_for_the_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "elephants.store"
    Store(path).close()
    vault.set_passphrase(path, WORDS)
    vault.forget(path)
    asked, opened = list[Path | None](), list[tuple[Path, bool]]()

    def ask(file: Path | None, *_why: str) -> str:
        asked.append(file)
        return WORDS

    def run(place: Path, *, only_look: bool) -> int:
        opened.append((place, only_look))
        return 0

    monkeypatch.setattr(safekeeping, "asked", ask)
    monkeypatch.setattr(starting, "run", run)
    for more in ([], ["--passphrase-file", str(tmp_path / "words")]):
        assert cli.main(["--only-look", "--store", str(path), *more]) == 0
    assert opened == [(path, True)] * 2
    assert asked == [tmp_path / "words"]
