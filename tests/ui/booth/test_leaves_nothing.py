"""Nothing of a choice is left: not for a screen reader, in the clipboard, the log, a title, the store or a cache."""

from __future__ import annotations

import gc
import io
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from elephants.pictures import cutpaper
from elephants.ui.booth.cards import Card, Shown
from elephants.ui.booth.screens import Options, Screen
from elephants.ui.parts import fit, paint
from tests.ui.booth.laptop import KEY, Laptop, Time, clipboard, heard
from tests.ui.views.kitchen import OPTIONS
from tests.ui.walking import settle

CHOSEN = OPTIONS[1]


def tells(window: QWidget, words: str) -> bool:
    return any(words in one for one in heard(window))


def test_a_screen_reader_finds_the_options_while_one_votes_and_nothing_from_the_answer_on(laptop: Laptop) -> None:
    laptop.open_box()
    assert not any(tells(laptop.booth, words) for words in (*OPTIONS, "I pass", "not sure")), "on the cover"
    laptop.press(KEY.Key_Return, wait=False)
    assert all(tells(laptop.booth, words) for words in (*OPTIONS, "I pass", "not sure")), "the control"
    laptop.wait()
    laptop.press(KEY.Key_B, wait=False)
    assert tells(laptop.booth, CHOSEN), "the control: it is asked about what was chosen"
    settle()
    assert not tells(laptop.booth, OPTIONS[0])
    laptop.wait()
    laptop.press(KEY.Key_Return, wait=False)
    assert not any(tells(laptop.booth, words) for words in (*OPTIONS, "B:", "I pass", "choose")), heard(laptop.booth)
    laptop.wait()
    laptop.press(KEY.Key_Return, wait=False)
    assert not any(tells(laptop.booth, words) for words in (*OPTIONS, "B:", "I pass", "choose again"))


def test_the_control_finds_words_that_are_left_in_a_hidden_part(laptop: Laptop) -> None:
    laptop.open_box()
    left = QLabel(CHOSEN, laptop.booth)
    left.hide()
    assert tells(laptop.booth, CHOSEN)


def test_what_was_shown_is_empty_at_once_and_gone_soon(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    before = laptop.screen
    assert isinstance(before, Options)
    cards = before.cards
    assert laptop.booth.findChildren(Screen) == [before]
    laptop.booth.screen_now = before
    for card in cards:
        assert card.face is not None
    before.wished.emit(1)
    assert before.isHidden()
    assert all(card.face is None and card.accessibleName() == "" for card in cards)
    settle()
    assert laptop.booth.findChildren(Screen) == [laptop.screen]
    laptop.wait()
    for _ in range(2):
        laptop.press(KEY.Key_Return)
    gc.collect()
    faces = [one for one in gc.get_objects() if isinstance(one, Card | Shown)]
    assert [one for one in faces if one.face is not None] == []


def test_titles_tips_and_the_clipboard_are_the_same_at_every_screen(laptop: Laptop) -> None:
    QApplication.clipboard().setText("before")
    laptop.open_box()
    for key in (KEY.Key_Return, KEY.Key_A, KEY.Key_Return, KEY.Key_Return, KEY.Key_Return, KEY.Key_P):
        assert laptop.booth.windowTitle() == "Secret ballot"
        parts = (laptop.booth, *laptop.booth.findChildren(QWidget))
        assert {tip for one in parts for tip in (one.toolTip(), one.statusTip(), one.whatsThis())} == {""}
        assert clipboard() == "before"
        laptop.press(key)


def rows(laptop: Laptop) -> list[str]:
    """Everything in the store, in words."""
    with laptop.desk.store.raw() as raw:
        tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return [repr(row) for table in tables for row in raw.execute(f'SELECT * FROM "{table}"')]  # noqa: S608


def test_votes_leave_the_store_the_log_and_undo_as_they_were(
    laptop: Laptop, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    stream = io.StringIO()
    plain = logging.StreamHandler(stream)
    logging.getLogger().addHandler(plain)
    laptop.open_box()
    before, undo, records = rows(laptop), laptop.desk.can_undo, len(caplog.records)
    sizes = [path.stat().st_size for path in sorted(Path(laptop.desk.store.path).parent.rglob("*")) if path.is_file()]
    for key in (KEY.Key_A, KEY.Key_B, KEY.Key_P, KEY.Key_0):
        laptop.vote(key)
    logging.getLogger().removeHandler(plain)
    assert rows(laptop) == before
    assert not undo
    assert not laptop.desk.can_undo
    after = [path.stat().st_size for path in sorted(Path(laptop.desk.store.path).parent.rglob("*")) if path.is_file()]
    assert after == sizes
    assert len(caplog.records) == records
    assert stream.getvalue() == ""
    said = capfd.readouterr()
    assert said.out == ""
    laptop.desk.change(laptop.talk, lambda deciding: deciding.set(box="other"))
    assert rows(laptop) != before, "the control: what is written is seen"
    laptop.desk.change(laptop.talk, lambda deciding: deciding.set(box="open"))


def caches() -> Iterator[tuple[str, object]]:
    """What Python remembers of words and pictures: what was looked up, and what was drawn last."""
    for module in (fit, paint, cutpaper):
        for name, one in vars(module).items():
            if hasattr(one, "cache_info"):
                yield f"{module.__name__}.{name}", one.cache_info()


@pytest.mark.parametrize("key", [KEY.Key_A, KEY.Key_C, KEY.Key_0, KEY.Key_P])
def test_no_cache_is_touched_by_a_choice(laptop: Laptop, key: KEY) -> None:
    """A cache that forgets the oldest first holds the order of the choices."""
    laptop.open_box()
    laptop.vote(KEY.Key_B)  # what all screens have in common is drawn once
    laptop.press(KEY.Key_Return)
    laptop.booth.grab()
    before = dict(caches())
    laptop.press(key)
    laptop.booth.grab()
    assert dict(caches()) == before
    fit.break_lines(CHOSEN, QApplication.font(), 77, 11)
    assert dict(caches()) != before, "the control"


def test_the_pointer_is_never_left_where_a_card_was(at_choose: Path, tmp_path: Path, time: Time) -> None:
    places = []
    for card in (0, 3):
        laptop = Laptop(shutil.copytree(at_choose, tmp_path / str(card)), time)
        laptop.open_box()
        laptop.press(KEY.Key_Return)
        assert isinstance(laptop.screen, Options)
        thing = laptop.screen.cards[card]
        QCursor.setPos(thing.mapToGlobal(thing.rect().center()))
        laptop.tap(thing)
        chosen_at = QCursor.pos()
        laptop.press(KEY.Key_Return)
        places.append((chosen_at, QCursor.pos()))
        laptop.put_away()
    assert places[0][0] != places[1][0], "the control"
    assert places[0][1] == places[1][1]
