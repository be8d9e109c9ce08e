"""The pages of an agreed record in a real console: read back last time's, not today, and a paper as it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.sessions.record.out import take_out
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.record.readlines import lines
from elephants.store import backup, sweeping
from elephants.store.store import Store
from elephants.ui.pages.record import RecordPage
from tests.byhand import Hands, Key
from tests.byhand_app import alone, ready_to_begin
from tests.byhand_evening import ByHand
from tests.paper.reading import words_of
from tests.rehearsals import shipped


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(shipped("last-time"), tmp_path, qapp) as made:
        yield made


def test_not_today_is_one_click_and_the_record_stays_a_draft(app: tuple[App, Rehearsal]) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    ByHand(hands, rehearsal).open_the_session(9)
    session = made.desk.session
    assert session is not None
    assert isinstance(session.now, ReadBack)
    assert hands.says("Read-back of Thursday 10 September")
    hands.click("Not today")
    assert session.now is not None
    assert session.now.kind == "since"
    assert session.space.sessions[0].state == "closed"


def test_a_record_is_corrected_by_keys_and_its_older_paper_is_saved(
    app: tuple[App, Rehearsal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    by_hand = ByHand(hands, rehearsal)
    by_hand.open_the_session(9)
    hands.click("Not today")
    by_hand.since_action("Ask if the tap can be mended", "done", "It drips no more.")
    by_hand.go_to("readback")
    by_hand.read_back_agree()
    hands.tab_to("The record")
    hands.press(Key.Key_Return)
    hands.tab_to("Done")
    hands.down_to("It drips no more.")
    hands.press(Key.Key_Return)
    hands.tab_to("Correct this line")
    with hands.answering(lambda: hands.instead("It drips at night.")):
        hands.press(Key.Key_Return)
    assert hands.says("Version 2, corrected on Thursday 17 September 2026.")
    assert hands.says("“It drips no more.”")
    page = made.window.findChild(RecordPage)
    assert page is not None
    paper = tmp_path / "old.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(paper), ""))
    hands.tab_to("A paper as it was")
    hands.choose("Minutes, version 1 of Thursday 17 September 2026")
    assert "It drips no more." in words_of(paper.read_bytes())
    hands.press(Key.Key_PageUp)
    assert made.window.findChild(RecordPage) is None or not page.isVisible()


def test_the_window_lives_while_words_go_from_file_and_backups(
    app: tuple[App, Rehearsal], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, rehearsal = app
    ByHand(Hands(made.window), rehearsal).open_the_session(9)
    reading = made.desk.session.now if made.desk.session is not None else None
    assert isinstance(reading, ReadBack)
    made.desk.change(reading, ReadBack.agree, made.desk.today(), made.desk.chance)
    before, after, where = backup.before_words_go, backup.renew, list[threading.Thread]()
    ticks, timer = [0], QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(len(ticks)))

    def seen(store: Store) -> None:
        where.append(threading.current_thread())
        before(store)

    def renewed(store: Store) -> bool:
        where.append(threading.current_thread())
        return after(store)

    monkeypatch.setattr(sweeping, "before_words_go", seen)
    monkeypatch.setattr(sweeping, "renew", renewed)
    record = reading.record
    line = next(one for one in lines(record) if one.part == "text")
    timer.start()
    made.desk.change(record.space, take_out, record, line, made.desk.today())
    timer.stop()
    assert len(where) == 2
    assert threading.main_thread() not in where
    assert len(ticks) > 3
