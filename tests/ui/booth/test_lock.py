"""No key, click, window or screen that comes and goes leads a voter out of the booth; the facilitator has a way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from elephants.sessions.deciding.ballot import Booth
from elephants.sessions.deciding.steps import Step
from elephants.ui.booth.screens import AskPhrase, Cover, Options, Sure
from elephants.ui.booth.wayout import Phrase
from elephants.ui.booth.window import BoothWindow
from elephants.ui.lastresort import LastResort
from elephants.ui.manual import open_manual
from tests.ui.booth.laptop import KEY, NO_KEY, Laptop, heard, native
from tests.ui.walking import settle

CTRL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
LOCKED = [
    *((key, NO_KEY) for key in (KEY.Key_Escape, KEY.Key_F1, KEY.Key_F5, KEY.Key_F6, KEY.Key_F8, KEY.Key_F10,
                                KEY.Key_F11, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Home, KEY.Key_Menu,
                                KEY.Key_Print, KEY.Key_Delete)),
    *((key, CTRL) for key in (KEY.Key_Z, KEY.Key_K, KEY.Key_C, KEY.Key_V, KEY.Key_A, KEY.Key_Q, KEY.Key_W,
                              KEY.Key_Plus, KEY.Key_Down, KEY.Key_Return, KEY.Key_Tab, KEY.Key_F12)),
    *((key, ALT) for key in (KEY.Key_F4, KEY.Key_A, KEY.Key_Space, KEY.Key_Return, KEY.Key_Left)),
    (KEY.Key_A, META), (KEY.Key_L, META),
]  # fmt: skip
SCREENS = {"cover": (), "options": (KEY.Key_Return,), "sure": (KEY.Key_Return, KEY.Key_A)}


@pytest.mark.parametrize("screen", SCREENS)
def test_keys_that_no_voter_needs_do_nothing(laptop: Laptop, screen: str) -> None:
    laptop.open_box()
    for key in SCREENS[screen]:
        laptop.press(key)
    at, shown, wished = laptop.at, laptop.screen, laptop.ballot.wished
    focus = QApplication.focusWidget()
    for key, held in LOCKED:
        laptop.press(key, held)
        laptop.booth.let_go()
        assert (laptop.at, laptop.screen, laptop.ballot.wished) == (at, shown, wished), (key, held)
        assert QApplication.focusWidget() is focus, (key, held)
    assert laptop.talk.step == Step.CHOOSE
    assert laptop.booth.isVisible()
    assert not laptop.console.isVisible()


def test_the_window_cannot_be_closed(laptop: Laptop) -> None:
    laptop.open_box()
    assert not laptop.booth.close()
    assert laptop.booth.isVisible()
    laptop.come_out()
    assert laptop.console.isVisible(), "the control: with the key held it goes"


def test_what_was_open_beside_the_console_is_closed(laptop: Laptop) -> None:
    manual = open_manual(laptop.console.window())
    assert manual.isVisible(), "the control: it was open"
    laptop.open_box()
    assert not manual.isVisible()
    assert laptop.booth.isVisible()


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_stays_in(laptop: Laptop, screen: str) -> None:
    laptop.open_box()
    for key in SCREENS[screen]:
        laptop.press(key)
    seen = set()
    for key in [KEY.Key_Tab] * 20 + [KEY.Key_Backtab] * 20:
        laptop.press(key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert laptop.booth.isAncestorOf(focus)
        seen.add(focus)
    assert len(seen) == {"cover": 2, "options": 5, "sure": 2}[screen]


def test_other_buttons_menus_and_what_is_dragged_in_do_nothing(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    assert isinstance(laptop.screen, Options)
    card = laptop.screen.cards[0]
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        laptop.tap(card, button)
    middle = card.rect().center()
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, card.mapToGlobal(middle))
    QApplication.sendEvent(card, menu)
    words = QMimeData()
    words.setText("A")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(laptop.booth, QDragEnterEvent(QPoint(50, 50), copy, words, left, NO_KEY))
    QApplication.sendEvent(laptop.booth, QDropEvent(QPointF(50, 50), copy, words, left, NO_KEY))
    settle()
    assert laptop.is_at(Booth.OPTIONS)
    assert QApplication.activePopupWidget() is None


def test_no_key_reaches_the_console_or_the_rooms_screen(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.room.show()
    for window in (laptop.console, laptop.room, laptop.room.picture):
        for key in (KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_F5, KEY.Key_F6, KEY.Key_Return):
            QTest.keyClick(window, key)
    settle()
    assert laptop.talk.step == Step.CHOOSE
    assert not laptop.desk.breather.paused
    assert laptop.room.isVisible()
    laptop.come_out()
    QTest.keyClick(laptop.room, KEY.Key_F6)
    assert laptop.desk.breather.paused, "the control"


@pytest.mark.parametrize("presses", [(KEY.Key_Return,), (KEY.Key_Return, KEY.Key_A)])
def test_another_window_in_front_brings_the_cover_and_the_booth_comes_back(
    laptop: Laptop, presses: tuple[Qt.Key, ...]
) -> None:
    laptop.open_box()
    for key in presses:
        laptop.press(key)
    laptop.room.show()
    laptop.room.activateWindow()
    settle()
    assert not laptop.booth.isActiveWindow()
    assert isinstance(laptop.screen, Cover)
    assert laptop.ballot.wished is None
    laptop.booth.come_forward()
    settle()
    assert laptop.booth.isActiveWindow()
    assert laptop.ballot._totals == [0, 0, 0, 0]


def test_a_screen_that_is_unplugged_leaves_the_cover_over_the_console(laptop: Laptop, qapp: QApplication) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    laptop.press(KEY.Key_A)
    screen = qapp.primaryScreen()
    laptop.booth.setGeometry(5000, 5000, 300, 200)
    qapp.screenRemoved.emit(screen)  # offscreen can take no display away; Qt tells of it so
    settle()
    assert isinstance(laptop.screen, Cover)
    assert laptop.booth.geometry() == laptop.console.screen().geometry()
    assert laptop.booth.isFullScreen()
    laptop.wait()
    laptop.vote(KEY.Key_B)
    assert laptop.ballot._totals == [0, 1, 0, 0]


def test_what_went_wrong_in_the_app_can_be_read_and_put_away(laptop: Laptop, caplog: pytest.LogCaptureFixture) -> None:
    laptop.open_box()
    worst = LastResort(laptop.console)
    worst.caught(ValueError, ValueError())
    settle()
    laptop.booth.come_forward()
    assert worst.dialog is not None
    assert worst.dialog.isVisible()
    assert worst.dialog.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    QTest.keyClick(worst.dialog, KEY.Key_Return)
    settle()
    assert not worst.dialog.isVisible()
    assert laptop.booth.isVisible()
    caplog.clear()


# -- the facilitator's way out ---------------------------------------------------------------------------------------


def type_words(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def hold(laptop: Laptop, seconds: float) -> None:
    QTest.keyPress(native(laptop.booth), KEY.Key_F12)
    laptop.time.passes(seconds)
    laptop.booth.held.look()
    settle()


def test_a_key_held_for_three_seconds_leads_out_and_the_box_stays(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.vote(KEY.Key_A)
    hold(laptop, 2.8)
    assert isinstance(laptop.screen, Cover)
    assert 0.9 < laptop.screen.out._filled < 1
    QTest.keyRelease(native(laptop.booth), KEY.Key_F12)
    assert laptop.screen.out._filled == 0
    laptop.time.passes(1)
    laptop.booth.held.look()
    assert not laptop.console.isVisible(), "let go too early"
    hold(laptop, 3.1)
    assert laptop.console.isVisible()
    assert laptop.console.isActiveWindow()
    assert laptop.console.balloting.booth is None
    assert not any(isinstance(one, BoothWindow) for one in QApplication.topLevelWidgets())
    QTest.mouseClick(laptop.step.open.booth, Qt.MouseButton.LeftButton)
    laptop.wait()
    laptop.vote(KEY.Key_B)
    assert laptop.ballot._totals == [1, 1, 0, 0]


@pytest.mark.parametrize("presses", [(KEY.Key_Return,), (KEY.Key_Return, KEY.Key_A)])
def test_it_counts_on_the_cover_alone(laptop: Laptop, presses: tuple[Qt.Key, ...]) -> None:
    laptop.open_box()
    for key in presses:
        laptop.press(key)
    hold(laptop, 10)
    laptop.ticks(2)
    assert laptop.booth.isVisible()
    assert not laptop.console.isVisible()


def test_the_button_can_be_held_too(laptop: Laptop) -> None:
    laptop.open_box()
    assert isinstance(laptop.screen, Cover)
    out = laptop.screen.out
    at = out.mapTo(laptop.booth, out.rect().center())
    QTest.mousePress(native(laptop.booth), Qt.MouseButton.LeftButton, NO_KEY, at)
    laptop.time.passes(2)
    laptop.booth.held.look()
    assert out._filled > 0.6
    laptop.time.passes(2)
    laptop.booth.held.look()
    settle()
    assert laptop.console.isVisible()


def test_with_a_phrase_only_the_phrase_leads_out(laptop: Laptop, folder: Path) -> None:
    laptop.open_box("Blue Kettle")
    hold(laptop, 5)
    assert isinstance(laptop.screen, AskPhrase)
    assert not laptop.console.isVisible()
    laptop.wait()
    type_words("green kettle")
    laptop.press(KEY.Key_Return)
    assert isinstance(laptop.screen, Cover)
    assert not laptop.console.isVisible()
    laptop.tap(laptop.screen.out)
    assert isinstance(laptop.screen, AskPhrase)
    type_words("blue kettle")
    assert laptop.screen.field.text() == "blue kettle"
    assert not any("kettle" in words for words in heard(laptop.booth))
    laptop.press(KEY.Key_Return)
    assert laptop.console.isVisible()
    laptop.desk.store.empty_wal(laptop.desk._connection.connection.driver_connection)
    assert not any(b"ettle" in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert not any("ettle" in words for words in heard(laptop.console))
    assert laptop.step.before.phrase.text() == ""


def test_a_phrase_is_known_by_its_words_and_shows_none() -> None:
    phrase = Phrase("Blue Kettle")
    assert phrase.fits(" blue kettle ")
    assert not phrase.fits("blue kettl")
    assert not phrase.fits("")
    assert "ettle" not in repr(phrase) + repr(vars(phrase))


def test_a_deactivated_cover_forgets_a_held_key(laptop: Laptop) -> None:
    laptop.open_box()
    hold(laptop, 1)
    QApplication.sendEvent(laptop.booth, QEvent(QEvent.Type.WindowDeactivate))
    laptop.time.walls += 3600
    laptop.ticks(1)
    laptop.time.passes(3)
    laptop.booth.held.look()
    assert laptop.booth.isVisible()


def test_a_second_slow_tap_in_the_same_place_is_no_vote(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    card = laptop.on(Options).cards[2]
    laptop.tap(card, wait=False)
    sure = laptop.on(Sure)
    laptop.wait(0.9)
    laptop.tap(sure.yes, wait=False)
    assert laptop.is_at(Booth.SURE)
    laptop.wait(0.4)
    laptop.tap(sure.yes, wait=False)
    assert laptop.is_at(Booth.THANKS), "the control: a tap that comes later counts"


def test_stray_letters_on_the_page_become_no_phrase(laptop: Laptop) -> None:
    assert laptop.step.before.phrase.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyClicks(laptop.console.window(), "oops")
    assert laptop.step.before.phrase.text() == ""
