"""From READY? to ADD by keys alone: the options, the way, seven turns on the laptop, the way out, and the result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from elephants.app import App
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from tests.byhand import Hands, Key
from tests.byhand_app import alone
from tests.ui.booth.laptop import Time, native
from tests.ui.views.kitchen import OPTIONS, QUESTION, Kitchen
from tests.ui.walking import an_app, settle


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    alone(tmp_path, monkeypatch)
    kitchen = Kitchen(tmp_path, 7)
    desk = kitchen.desk
    desk.change(kitchen.go("agenda", Agenda), Agenda.add_item, QUESTION, "decide", "wide")
    talk = kitchen.decide(kitchen.session.items[-1])
    while talk.step != Step.READY:
        desk.change(talk, Deciding.go_on)
    session = kitchen.session.id
    desk.leave()
    desk.close()
    (tmp_path / "kitchen.elephants").rename(tmp_path / "elephants.store")
    for key in (tmp_path / "key").glob("kitchen*"):
        key.rename(key.with_name(key.name.replace("kitchen.elephants", "elephants.store")))
    with an_app(tmp_path) as app:
        app.window.resize(1366, 768)
        app.window.activateWindow()
        app.open_session(session)
        settle()
        yield app


def talk_of(app: App) -> Deciding:
    assert app.desk.session is not None
    assert isinstance(app.desk.session.now, Deciding)
    return app.desk.session.now


def vote(hands: Hands, time: Time, key: Key) -> None:
    for each in (Key.Key_Return, key, Key.Key_Return, Key.Key_Return):
        hands.press(each)
        time.passes(0.5)


def test_seven_people_from_ready_to_add_by_keys_alone(app: App, time: Time) -> None:
    hands = Hands(app.window)
    hands.tab_to("An option, in our own words")
    for option in OPTIONS:
        hands.enter(option)
    hands.tab_to("How we choose")
    hands.pick("Secret ballot on this laptop")
    hands.page_down()
    assert hands.says("Nobody can learn what you chose")
    before = hands.keys
    hands.page_down()
    assert app.console is not None
    booth = app.console.balloting.booth
    assert booth is not None
    hands.window = booth
    time.passes(0.5)
    for key in (Key.Key_B, Key.Key_A, Key.Key_2, Key.Key_0, Key.Key_P, Key.Key_B, Key.Key_B):
        vote(hands, time, key)
    QTest.keyPress(native(booth), Key.Key_F12)
    time.passes(3.1)
    booth.held.look()
    settle()
    hands.window = app.window
    assert app.window.isVisible()
    ballot = app.desk.moment(talk_of(app))
    assert isinstance(ballot, Ballot)
    assert (ballot._totals, len(ballot.lit)) == ([1, 4, 0, 1], 7)
    hands.page_down()
    assert talk_of(app).step == Step.ADD
    assert talk_of(app).poll.result_words() == "Most of us chose “The church hall”."
    assert hands.clicks == 0
    print(f"A ballot of seven: {hands.keys - before} keys and one that is held; the result is open.")
