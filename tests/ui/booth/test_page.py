"""The ballot's page on the console, and the room's screen: all is said, nothing counted, no box lost unasked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from elephants.app import App
from elephants.nodump import NoDump
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.steps import Step
from elephants.ui.booth.screens import Cover
from elephants.ui.pages.deciding.ballot_slips import SlipsDialog
from tests.ui.booth.laptop import KEY, Laptop, Time, heard
from tests.ui.walking import an_app, settle

Answers = list[tuple[str, bool]]
LOSE, ALL = "A box is open", "Has everybody had the laptop?"


def step_of(laptop: Laptop) -> Step:
    return Step(laptop.talk.settings["step"])


def back_at_the_console(laptop: Laptop, *keys: Qt.Key) -> None:
    laptop.open_box()
    for key in keys:
        laptop.vote(key)
    laptop.come_out()


def test_before_the_first_vote_it_says_who_can_learn_what_and_the_rule_of_slips(laptop: Laptop) -> None:
    part = laptop.step.before
    assert part.learns.text() == laptop.talk.who_learns()
    assert "cannot know whether somebody votes twice" in part.token.words()
    assert "One alone could be recognised" in part.slips.words()
    assert part.projector.isVisible(), "there is one screen here"
    assert not part.lost.isVisible()
    assert laptop.console.footer.next.words() == "Open the box and pass the laptop on"


def test_while_it_is_open_chairs_light_and_no_number_is_said_anywhere(laptop: Laptop) -> None:
    back_at_the_console(laptop, KEY.Key_A, KEY.Key_P)
    part = laptop.step.open
    assert part.circle._lit == laptop.ballot.lit
    assert len(laptop.ballot.lit) == 2
    assert not any(re.search(r"\d", words) for words in heard(laptop.step.open))
    assert part.gap.text() == laptop.ballot.gap()
    assert laptop.console.footer.next.words() == "Open the result"


def test_the_rooms_screen_lights_a_chair_for_each_turn_and_says_nothing_new(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.room.show()
    view = laptop.room.picture.view()
    assert view is not None
    before = laptop.room.accessibleDescription()
    laptop.booth.activateWindow()
    laptop.wait()
    for turn, key in enumerate((KEY.Key_A, KEY.Key_P, KEY.Key_B), 1):
        laptop.vote(key)
        assert view.moving() == (7, laptop.ballot.lit, "")
        assert len(laptop.ballot.lit) == turn
    assert laptop.room.accessibleDescription() == before
    assert "7" not in before


def test_the_result_asks_only_when_turns_and_heads_differ(laptop: Laptop, answers: Answers) -> None:
    back_at_the_console(laptop, KEY.Key_A, KEY.Key_A)
    answers.append((ALL, False))
    laptop.console.walk.go_on()
    assert step_of(laptop) == Step.CHOOSE
    answers.append((ALL, True))
    laptop.console.walk.go_on()
    assert step_of(laptop) == Step.ADD


def test_nobody_had_it_is_said_and_nothing_happens(laptop: Laptop, answers: Answers) -> None:
    back_at_the_console(laptop)
    answers.append((ALL, True))
    laptop.console.walk.go_on()
    assert step_of(laptop) == Step.CHOOSE
    assert "Nobody has had the laptop yet" in laptop.console.note.words.text()


def test_a_lost_box_is_said_and_all_vote_again(laptop: Laptop, folder: Path, time: Time) -> None:
    laptop.open_box()
    laptop.vote(KEY.Key_A)
    store = shutil.copytree(folder, folder.with_name("after a crash"))
    laptop.console.balloting.away()
    after = Laptop(store, time)
    assert after.talk.box_open
    part = after.step.before
    assert part.lost.text() == "The box was lost. Nothing of it was kept. Please vote again."
    assert part.lost.isVisible()
    assert after.console.footer.next.words() == "Open a new box and pass the laptop on"
    after.open_box()
    assert after.ballot._totals == [0, 0, 0, 0]
    after.vote(KEY.Key_B)
    assert len(after.ballot.lit) == 1
    after.put_away()


def test_slips_join_three_or_more_at_a_time_and_once(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    back_at_the_console(laptop, KEY.Key_A)
    counts = [(0, 1, 1, 0, 0), (0, 1, 1, 0, 1)]
    said = []

    def count(dialog: SlipsDialog) -> int:
        said.append(dialog.told.text())
        for counter, wanted in zip(dialog.counters, counts.pop(0), strict=True):
            while counter.number() < wanted:
                QTest.keyClick(counter, KEY.Key_Down)
        return 1

    monkeypatch.setattr(SlipsDialog, "exec", count)
    QTest.mouseClick(laptop.step.open.slips, Qt.MouseButton.LeftButton)
    assert "One alone could be recognised" in said[1], "two are refused in a sentence, and asked for again"
    assert laptop.ballot._totals == [1, 1, 1, 0]
    assert len(laptop.ballot.lit) == 4
    assert not laptop.step.open.slips.isVisible()
    assert laptop.step.open.joined.isVisible()


def test_going_back_asks_first(laptop: Laptop, answers: Answers) -> None:
    back_at_the_console(laptop, KEY.Key_A)
    answers.append((LOSE, False))
    laptop.console.walk.go_back()
    assert step_of(laptop) == Step.CHOOSE
    assert laptop.ballot._totals == [1, 0, 0, 0]
    answers.append((LOSE, True))
    laptop.console.walk.go_back()
    assert step_of(laptop) != Step.CHOOSE
    assert not laptop.talk.box_open


def test_before_the_box_is_open_nothing_is_asked(laptop: Laptop) -> None:
    laptop.console.walk.go_back()
    assert step_of(laptop) != Step.CHOOSE


def test_skip_is_not_offered_and_undo_leads_nowhere(laptop: Laptop) -> None:
    back_at_the_console(laptop, KEY.Key_A)
    assert not laptop.console.footer.skip.isVisible()
    assert not laptop.desk.can_undo
    QTest.keyClick(laptop.console, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert step_of(laptop) == Step.CHOOSE
    assert laptop.ballot._totals == [1, 0, 0, 0]


def test_going_home_asks_first(laptop: Laptop, answers: Answers) -> None:
    gone: list[bool] = []
    laptop.console.left.connect(lambda: gone.append(True))
    back_at_the_console(laptop, KEY.Key_A)
    answers.append((LOSE, False))
    laptop.console.go_home()
    assert gone == []
    answers.append((LOSE, True))
    laptop.console.go_home()
    assert gone == [True]


@pytest.fixture
def app(folder: Path, time: Time, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    (folder / "kitchen.elephants").rename(folder / "elephants.store")
    for key in (folder / "key").glob("kitchen*"):
        key.rename(key.with_name(key.name.replace("kitchen.elephants", "elephants.store")))
    with an_app(folder) as app:
        yield app


def test_closing_the_window_asks_first(app: App, answers: Answers) -> None:
    app.open_session(max(app.desk.home.spaces[0].sessions, key=lambda one: one.date).id)
    settle()
    assert app.console is not None
    app.console.walk.go_on()
    balloting = app.console.balloting
    assert balloting.booth is not None
    balloting.booth.out.emit()
    settle()
    assert balloting.begun
    answers.append((LOSE, False))
    assert not app.window.close()
    assert app.window.isVisible()
    answers.append((LOSE, True))
    assert app.window.close()


def test_where_the_room_may_see_this_screen_it_asks_before_the_box_is_open(laptop: Laptop, answers: Answers) -> None:
    laptop.room.show()
    laptop.console.activateWindow()
    settle()
    answers.append(("The room may see this screen", False))
    laptop.console.walk.go_on()
    assert "box" not in laptop.talk.settings
    answers.append(("The room may see this screen", True))
    laptop.console.walk.go_on()
    assert laptop.talk.settings["box"] == "open", "said, never blocked: one laptop is enough"
    assert [one.text() for one in laptop.on(Cover).warnings] == [
        "The room may see this screen. Switch the projector off first."
    ]


def test_a_screen_reader_is_told_of_headphones_and_slips_first(laptop: Laptop) -> None:
    QAccessible.setActive(True)
    try:
        laptop.open_box()
        words = [one for one in heard(laptop.on(Cover)) if not one.startswith("A circle")]
        assert words[0] == "With a screen reader: use headphones, or take a paper slip."
    finally:
        QAccessible.setActive(False)


def test_core_dumps_are_off_while_the_box_is_open_and_not_longer(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch, answers: Answers
) -> None:
    done: list[str] = []
    monkeypatch.setattr(NoDump, "off", lambda _one: done.append("off"))
    monkeypatch.setattr(NoDump, "on", lambda _one: done.append("on"))
    monkeypatch.setattr(NoDump, "is_off", property(lambda _one: done[-1:] == ["off"]))
    laptop.desk.change(laptop.desk.breather, type(laptop.desk.breather).pause)
    assert done == []
    back_at_the_console(laptop, KEY.Key_A)
    assert set(done) == {"off"}
    answers.append((ALL, True))
    laptop.console.walk.go_on()
    assert done[-1] == "on"


def test_the_box_is_said_to_be_open_and_nothing_else_of_it_is_kept(laptop: Laptop) -> None:
    before = dict(laptop.talk.settings)
    laptop.open_box()
    for key in (KEY.Key_A, KEY.Key_B, KEY.Key_P):
        laptop.vote(key)
    assert dict(laptop.talk.settings) == {**before, "box": "open"}
    assert repr(laptop.ballot) == "<Ballot>"
    assert isinstance(laptop.ballot, Ballot)


def test_the_page_has_names_for_all_that_takes_the_focus(laptop: Laptop) -> None:
    back_at_the_console(laptop, KEY.Key_A)
    for part in (laptop.step.open.booth, laptop.step.open.slips):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
