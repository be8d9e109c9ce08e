"""Forgetting by keys and clicks in the real windows: a person line by line, a session, what was kept long enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.sessions.forgetting.long_enough import kept_for_a_time
from elephants.store.kept_long import COLUMNS, kept_long_enough
from elephants.store.reading import looking
from elephants.ui.forgetting import person
from elephants.ui.forgetting.asking import SOME
from elephants.ui.forgetting.kept import WhatIsKept
from elephants.ui.forgetting.longenough import LetGo
from elephants.ui.forgetting.person import ForgetPerson
from elephants.ui.forgetting.whole import ForgetSession
from tests import forgetting as told
from tests.paper.reading import words_of
from tests.paper.tags import faults
from tests.store import play
from tests.ui.walking import an_app, settle

D = TypeVar("D", bound=QDialog)
SUMMER = datetime(2027, 6, 3, 12)  # noqa: DTZ001  (a clock on a wall has no zone)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("held") / "elephants.store"
    told.two_evenings(play.new_desk(path)).close()
    return path.parent


@pytest.fixture
def app(held: Path, tmp_path: Path) -> Iterator[App]:
    with an_app(copytree(held, tmp_path / "copy"), clock=lambda: SUMMER) as app:
        app.window.activateWindow()
        yield app


def next_dialog(kind: type[D], act: Callable[[D], None]) -> None:
    """Do something in the next dialog of a kind, as soon as it is there."""

    def look() -> None:
        found = next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)
        if found is not None:
            found.activateWindow()
        if found is None or QApplication.activeWindow() is not found:
            QTimer.singleShot(10, look)
        else:
            try:
                act(found)
            finally:
                if found.isVisible():  # where it went wrong it must not wait for ever
                    found.reject()

    QTimer.singleShot(10, look)


def open_it(app: App, way: str) -> None:
    """Open home's menu of safe keeping by its words, and there choose a way by Tab and Space."""

    def choose(dialog: WhatIsKept) -> None:
        button = getattr(dialog, way)
        press_tab_to(dialog, button)
        QTest.keyClick(button, Qt.Key.Key_Space)

    next_dialog(WhatIsKept, choose)
    menu = app.keeping.menu.menu()
    next(one for one in menu.actions() if one.text() == "What is kept, and forgetting").trigger()
    menu.deleteLater()


def press_tab_to(dialog: QDialog, wanted: QWidget) -> None:
    dialog.activateWindow()  # the page that says One moment had it, where this computer is slow
    settle()
    for _ in range(40):
        here = dialog.focusWidget()
        if here is wanted:
            return
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(wanted.accessibleName())


def all_words(app: App) -> str:
    assert app.store is not None
    return repr(play.dump(app.store))


def test_a_name_goes_line_by_line_by_keys(app: App) -> None:
    seen: list[str] = []

    def forget(dialog: ForgetPerson) -> None:
        assert not dialog.do.isEnabled()
        QTest.keyClicks(dialog.name, "anne")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert dialog.found is not None
        seen.extend(one.words for one in dialog.found.lines)
        for words in seen:
            row = next(one for one in dialog.lines.rows() if one.line.text == words)
            assert dialog.lines.chosen() == row.line.id, "the next line that is asked about is at hand"
            stays = words == told.LATER_POINT
            answer = next(one for one in row.answers if ("stays" in one.accessibleName()) == stays)
            press_tab_to(dialog, answer)
            QTest.keyClick(answer, Qt.Key.Key_Space)
        assert dialog.do.isEnabled()
        assert dialog.focusWidget() is dialog.do
        QTest.keyClick(dialog.do, Qt.Key.Key_Space)

    next_dialog(ForgetPerson, forget)
    open_it(app, "person")
    said = all_words(app)
    assert set(seen) == {told.POINT, told.OTHER, told.LATER_POINT, "Ask ANNE first"}
    assert told.LATER_POINT in said
    assert not any(words in said for words in (told.POINT, told.OTHER, "Ask ANNE", f"'{told.NAME}'"))
    assert "gone from the file" in app.home.note.words.text()


def test_left_as_it_is_nothing_goes_and_a_stranger_is_nowhere(app: App) -> None:
    before = all_words(app)

    def leave(dialog: ForgetPerson) -> None:
        QTest.keyClicks(dialog.name, "Nobody")
        dialog.search.click()
        assert "stands nowhere" in dialog.said.text()
        dialog.name.selectAll()
        QTest.keyClicks(dialog.name, "anne")
        dialog.search.click()
        dialog.rest_goes.click()
        assert dialog.do.isEnabled()
        assert "cannot be undone" in dialog.last.text()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    next_dialog(ForgetPerson, leave)
    open_it(app, "person")
    assert all_words(app) == before


def test_a_session_is_chosen_and_forgotten(app: App) -> None:
    def forget(dialog: ForgetSession) -> None:
        QTest.keyClick(dialog.session, Qt.Key.Key_End)
        dialog.session.activated.emit(dialog.session.currentIndex())
        goes = [row.line.text for row in dialog.goes.lines.rows()]
        assert any(told.TITLE in words for words in goes)
        assert any(told.CARRIED in row.line.text for row in dialog.stays.lines.rows())
        dialog.do.click()

    next_dialog(ForgetSession, forget)
    open_it(app, "session")
    assert told.TITLE not in all_words(app)
    assert [one.date for one in app.desk.home.spaces[0].sessions] == [told.LATER]
    assert app.home.seen is not None
    assert [one.day for one in app.home.seen.past] == [told.LATER], "home shows it no more"


def test_home_says_calmly_what_was_kept_long_enough_and_one_deed_lets_it_go(app: App, qtbot: QtBot) -> None:
    offer = app.home.kept_long
    qtbot.waitUntil(offer.isVisible)

    def let_go(dialog: LetGo) -> None:
        dialog.longer[1].setValue(12)
        assert not any("view" in row.line.text for row in dialog.goes.lines.rows()), "the group keeps its views"
        dialog.longer[1].setValue(0)
        assert [row.line.text for row in dialog.goes.lines.rows()] == [
            f"The name on “{told.DONE}”", f"1 view on “{told.TITLE}”", "4 points on “The bus pass”",
        ]  # fmt: skip
        assert any("Kept until Wednesday 24 November 2027" in row.line.under for row in dialog.stays.lines.rows())
        dialog.do.click()

    next_dialog(LetGo, let_go)
    offer.look.click()
    said = all_words(app)
    assert told.VIEW not in said
    assert told.POINT not in said
    assert told.LATER_POINT in said
    qtbot.waitUntil(lambda: not offer.isVisible())


def test_home_asks_what_the_models_would_say(app: App) -> None:
    assert app.store is not None
    with looking(app.store) as db, app.store.raw() as raw:
        kept = kept_for_a_time(db)
        for until in [one.until for one in kept]:
            for day in (until, until + timedelta(days=1)):
                assert kept_long_enough(raw, day) == any(one.long_enough(day) for one in kept)
        for table, columns in COLUMNS.items():
            assert set(columns) <= {row[1] for row in raw.execute(f"PRAGMA table_info('{table}')")}


def test_the_paper_for_the_wall_is_tagged_and_names_nobody(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ending in ("pdf", "html", "md"):
        to = tmp_path / f"kept.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, to=to: (str(to), ""))
        open_it(app, "do")
        made = to.read_bytes()
        said = words_of(made) if ending == "pdf" else made.decode()
        assert "What is kept about us" in said
        assert "Views, unsigned" in said
        for words in (told.NAME, "anne", told.POINT, told.VIEW, told.TITLE, told.CARRIED):
            assert words.casefold() not in said.casefold()
    assert faults((tmp_path / "kept.pdf").read_bytes()) == []


def test_of_many_lines_the_next_ones_come_when_the_first_have_their_answers(app: App) -> None:
    assert app.store is not None
    with app.store.raw() as raw:
        item = raw.execute("SELECT min(id) FROM agenda_item").fetchone()[0]
        for n in range(2 * person.SOME):
            raw.execute("INSERT INTO point (item_id, place, text) VALUES (?, ?, ?)", (item, 50 + n, f"Änne {n:02}"))
        raw.commit()

    def forget(dialog: ForgetPerson) -> None:
        QTest.keyClicks(dialog.name, "anne")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        assert dialog.found is not None
        held = len(dialog.found.lines)
        assert len(dialog.lines.rows()) == person.SOME
        assert dialog.more.words() == f"{held - person.SOME} lines more: show the next"
        for at in range(person.SOME):
            answer = next(one for one in dialog.lines.rows()[at].answers if "stays" in one.accessibleName())
            press_tab_to(dialog, answer)
            QTest.keyClick(answer, Qt.Key.Key_Space)
        assert dialog.lines.chosen() == person.SOME, "the first of the next ones is at hand"
        assert len(dialog.lines.rows()) == 2 * person.SOME
        dialog.more.click()
        assert len(dialog.lines.rows()) == held
        assert dialog.more.isHidden()
        assert dialog.rest_goes.words() == f"It goes from all {held - person.SOME} left"
        dialog.rest_goes.click()
        dialog.do.click()

    next_dialog(ForgetPerson, forget)
    open_it(app, "person")
    said = all_words(app)
    assert [f"Änne {n:02}" in said for n in (0, 2 * person.SOME - 1)] == [True, False]


def test_a_list_of_very_many_lines_is_shown_some_at_a_time(app: App) -> None:
    dialog = LetGo(app.desk, app.window)
    dialog.goes.show_lines([(f"Line {n}", "") for n in range(2 * SOME + 5)])
    seen = list[int]()
    while not dialog.goes.more.isHidden():
        seen.append(len(dialog.goes.lines.rows()))
        dialog.goes.more.click()
    assert [*seen, len(dialog.goes.lines.rows())] == [SOME, 2 * SOME, 2 * SOME + 5]
    assert [row.line.text for row in dialog.goes.lines.rows()][:: 2 * SOME] == ["Line 0", f"Line {2 * SOME}"]
    dialog.reject()
    dialog.deleteLater()
