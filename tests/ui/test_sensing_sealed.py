"""How is it for us? in the console with the room's screen on the same display: nothing sealed is seen there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from elephants.sessions.deciding.ways import Way
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.session import Session
from elephants.ui.pages.sensing.sensing import SensingPage
from tests.ui.stage_of import TwoWindows, two_windows

KEY = Qt.Key


def counting(windows: TwoWindows) -> SensingPage:
    """Add the activity while the session runs, go there, and count twelve, none and one by keys."""
    desk = windows.kitchen.desk
    desk.change(windows.kitchen.session, Session.add_activity, "sensing")
    found = windows.kitchen.go("sensing", Sensing)
    desk.change(found, Sensing.use, "temperature")
    desk.change(found, Sensing.mark_by, Way.SHUT.value)
    page = windows.console.page
    assert isinstance(page, SensingPage)
    windows.press(KEY.Key_PageDown)
    for letter, times in ((KEY.Key_A, 12), (KEY.Key_C, 1)):
        windows.press(letter)
        for _ in range(times):
            windows.press(KEY.Key_Down)
    assert page.marks.so_far == (12, 0, 1)
    return page


def numbers_on(page: SensingPage) -> list[str]:
    """Everything with a digit that a part of the page says or shows."""
    rows = [row.count for row in page.counting.rows]
    said = [page.counting.gap.text(), *(row.words.text() for row in rows), *(row.accessibleName() for row in rows)]
    return [words for words in said if any(sign.isdigit() for sign in words)]


def test_sealed_counts_are_covered_while_the_room_may_see_this_screen(tmp_path: Path) -> None:
    with two_windows(tmp_path) as windows:
        page = counting(windows)
        assert len(numbers_on(page)) == 7  # the control: alone, the facilitator sees them
        windows.open_room()
        assert numbers_on(page) == []
        assert "Closed until we open it." in windows.room_words()
        windows.press(KEY.Key_PageDown)
        assert "Some of us say this Go on Let us keep going like this. Stop" in windows.room_words()
        assert not any(sign.isdigit() for sign in windows.room_words())


def test_page_up_puts_the_marks_away_and_the_room_sees_what_is_asked_again(tmp_path: Path) -> None:
    with two_windows(tmp_path) as windows:
        page = counting(windows)
        windows.open_room()
        windows.press(KEY.Key_PageDown)
        windows.press(KEY.Key_PageUp)
        assert page.marks.so_far == ()
        assert "Some of us" not in windows.room_words()
        assert "B: Slow down" in windows.room_words()
