"""Preparing a session by keys and clicks: four kinds, one like another, undone from home; and the group's own decks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from elephants.app import App
from elephants.sessions.activity import Activity
from elephants.sessions.session import Session
from elephants.sessions.sheets import ABOUT, RUN_SHEETS, TITLES
from elephants.sessions.space import Home, Space
from elephants.ui.style import LIGHT, dress
from tests.byhand import CTRL, Hands, Key, Role, name_of
from tests.ui.walking import an_app, console_of, settle

DAY = date(2026, 11, 24)
WEEK = timedelta(days=7)
KIND = "What kind of session?"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path, clock=lambda: datetime.combine(DAY, time(17, 50))) as app:
        app.window.activateWindow()
        app.desk.change(app.desk.home, Home.new_space, "Tuesday kitchen")
        settle()
        yield app


@pytest.fixture
def hands(app: App) -> Hands:
    return Hands(app.window)


def space_of(app: App) -> Space:
    return app.desk.home.spaces[0]


def held(app: App, day: date) -> Session:
    """A session that was held, with words of the room in it, and a private note of the plan."""
    app.desk.change(space_of(app), Space.plan, day, time(19), 75, place="Hall")
    session = app.desk.open(next(one.id for one in space_of(app).sessions if one.date == day))
    app.desk.change(session, Session.note, "Bring the key.")
    app.desk.change(session.activities[0], Activity.retitle, "Tea")
    app.desk.change(session, Session.start, 8)
    app.desk.change(session, Session.celebrates, "The soup.")
    app.desk.change(session, Session.close)
    app.desk.leave()
    settle()
    return next(one for one in space_of(app).sessions if one.date == day)


def the_session(app: App, day: date) -> Session:
    """The session of a day, with its lines."""
    app.desk.unfold(space_of(app).id)
    return next(one for one in space_of(app).sessions if one.date == day)


def chosen(hands: Hands) -> str:
    """Go to the list of kinds by Tab, and read what is chosen there."""
    kinds = hands.tab_to(KIND)
    assert isinstance(kinds, QComboBox)
    return kinds.currentText()


def prepare(hands: Hands, opener: Callable[[], None], steps: Callable[[], None]) -> None:
    """Open the question by a gesture, answer it, and press Enter."""

    def answer() -> None:
        steps()
        hands.press(Key.Key_Return)

    with hands.answering(answer):
        opener()


@pytest.mark.parametrize("template", list(TITLES))
def test_each_kind_says_what_it_is_where_it_is_chosen(app: App, hands: Hands, template: str) -> None:
    held(app, DAY - 2 * WEEK)

    def choose() -> None:
        assert chosen(hands) == TITLES["working"]
        assert hands.says("Suggested: most sessions are like this.")
        hands.pick(TITLES[template])
        assert hands.says(ABOUT[template])
        assert hands.says("Suggested") == (template == "working")
        assert hands.says("What is to be decided?") == (template == "short")

    prepare(hands, lambda: hands.click("Prepare a session"), choose)
    session = the_session(app, DAY)
    assert session.template == template
    assert [one.kind for one in session.activities] == [kind for kind, _ in RUN_SHEETS[template]]
    assert app.home.about.text().startswith(f"{TITLES[template]}, {session.minutes} minutes.")


def test_a_first_gathering_is_suggested_first_and_a_learning_session_third(app: App, hands: Hands) -> None:
    for before, (title, why) in enumerate(
        (
            ("First gathering", "it is the first session of this group"),
            ("Working session", "most sessions are like this"),
            ("Learning session", "every third one is for learning"),
        )
    ):
        seen = list[bool]()

        def look(title: str = title, why: str = why, seen: list[bool] = seen) -> None:
            seen.append(hands.says(why) and chosen(hands) == title)
            hands.press(Key.Key_Escape)

        with hands.answering(look):
            hands.click("Prepare a session")
        assert seen == [True], title
        held(app, DAY - (3 - before) * WEEK)


def test_a_short_decision_brings_its_question_and_decides_in_the_short_form(app: App, hands: Hands) -> None:
    def short() -> None:
        hands.tab_to(KIND)
        hands.pick(TITLES["short"])
        hands.press(Key.Key_Tab)
        hands.type("Do we paint the wall?")

    prepare(hands, lambda: hands.press(Key.Key_Return), short)
    assert hands.says("Do we paint the wall?")  # on the agenda so far
    hands.click("Start")
    hands.page_down()
    console = console_of(app)
    while console.session.now is None or console.session.now.kind != "agenda":
        hands.page_down()
    hands.page_down()
    assert console.footer.next.words() == "Decide in the short form"
    hands.page_down()
    assert [one.short for one in console.session.decisions] == [True]


def test_one_like_a_past_session_is_prepared_from_home_by_keys_and_undone(app: App, hands: Hands) -> None:
    held(app, DAY - WEEK)
    with hands.answering(lambda: hands.press(Key.Key_Return)):  # the day is a week after that one
        hands.tab_to("Tuesday 17 November 2026")
        hands.choose("Prepare one like it", Key.Key_Menu)
    session = the_session(app, DAY)
    assert (session.starts, session.minutes, session.place, session.notes) == (time(19), 75, "Hall", "Bring the key.")
    assert [one.title for one in session.activities][:2] == ["What happened since", "Tea"]
    assert (session.celebrate, session.here, session.state) == ("", None, "planned")
    assert app.home.undo.isVisible()
    hands.press(Key.Key_Z, CTRL)
    assert [one.date for one in space_of(app).sessions] == [DAY - WEEK]
    assert not app.home.undo.isVisible()


def test_one_more_is_prepared_from_home_while_one_is_to_come(app: App, hands: Hands) -> None:
    app.desk.change(space_of(app), Space.plan, DAY, time(18), 60, food="Soup")
    settle()

    def like_today() -> None:
        hands.tab_to(KIND)
        hands.pick("Like Tuesday 24 November 2026")
        assert hands.says("Nothing that was said there.")
        hands.tab_to("Day")
        hands.type("26112026")

    prepare(hands, lambda: hands.click("Prepare another session"), like_today)
    assert [(one.date.day, one.minutes, one.food) for one in space_of(app).sessions] == [
        (24, 60, "Soup"),
        (26, 60, "Soup"),
    ]
    hands.click("Undo")
    assert len(space_of(app).sessions) == 1
    assert app.home.undo.hasFocus()  # there is more that can be undone


def test_one_like_the_one_that_is_planned_from_its_own_page(app: App, hands: Hands) -> None:
    app.desk.change(space_of(app), Space.plan, DAY, time(18), 60, template="short")
    settle()
    hands.click("Start")
    with hands.answering(lambda: hands.press(Key.Key_Return)):
        hands.click("Prepare one like it")
    assert hands.says("Prepared for Tuesday 1 December 2026.")
    assert the_session(app, DAY + WEEK).template == "short"
    console = console_of(app)
    assert console.session.date == DAY
    hands.tab_to("people here")
    hands.press(Key.Key_Z, CTRL)
    assert len(space_of(app).sessions) == 1


def test_the_decks_of_the_group_are_a_menu_away_from_home(app: App, hands: Hands) -> None:
    begun = list[str]()

    def begin() -> None:
        with hands.answering(lambda: hands.enter("Harbour")):
            hands.click("New deck")
        hands.enter("A boat you like")
        begun.extend(name_of(one) for one in hands.all_of() if "A boat you like" in name_of(one))
        hands.tab_to("Close")
        hands.press(Key.Key_Return)

    hands.tab_to("Tuesday kitchen", Role.Button)
    with hands.answering(begin):
        hands.choose("Story cards of this group")
    assert begun
    app.desk.unfold(space_of(app).id)
    assert [(deck.title, len(deck.deck.cards)) for deck in space_of(app).decks] == [("Harbour", 1)]


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_at_any_zoom_no_name_and_no_field_is_cut(hands: Hands, qapp: QApplication, zoom: float) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    settle()
    cut = list[str]()

    def measure() -> None:
        for one in hands.all_of(Role.StaticText):
            if one.height() + 1 < one.heightForWidth(one.width()) or one.width() < one.minimumSizeHint().width():
                cut.append(name_of(one))
        hands.press(Key.Key_Escape)

    with hands.answering(measure):
        hands.press(Key.Key_Return)
    assert cut == []
