"""A desk at the Tuesday kitchen, brought by real deeds to each state that the room can see."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QColor, QImage, QPainter

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.agenda import Agenda, AgendaItem
from elephants.sessions.agreement import Agreement
from elephants.sessions.deciding import Deciding
from elephants.sessions.readback import ReadBack
from elephants.sessions.result import Count
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Home, Space
from elephants.store.store import Store
from elephants.ui.style import LIGHT
from elephants.ui.views import VIEWS
from elephants.ui.views.base import View
from elephants.ui.views.stage import Stage

A = TypeVar("A", bound=Activity)
TODAY = date(2026, 11, 24)
NOTES = "Watch the door: Alex and Kim do not get on."
PERSON = "Alexandra"
QUESTION = "Where shall we meet in winter?"
SAID = (
    "It is warm in the church hall",
    "The kitchen feels like ours, we painted it",
    "A church door is not easy for everybody",
    "I just want it to be warm",
)
OPTIONS = ("Stay here at the kitchen", "The church hall", "The library")


class Kitchen:
    """One desk with one open session; `here` people came."""

    def __init__(self, folder: Path, here: int = 14, *, tonight: bool = True) -> None:
        chance = random.Random(5)
        self.desk = Desk(
            Store(folder / "kitchen.elephants"),
            clock=lambda: datetime(2026, 11, 24, 18, 5),  # noqa: DTZ001 - the clock on the wall has no zone either
            chance=chance,
            draw=chance,
        )
        if not self.desk.home.spaces:
            self.desk.change(self.desk.home, Home.new_space, "Tuesday kitchen")
            self._before()
        if not tonight:
            return
        self.desk.change(self.space, Space.plan, TODAY, time(18), 90)
        self._open(1)
        self.desk.change(self.session, Session.note, NOTES)
        self.desk.change(self.session, Session.start, here)

    @property
    def space(self) -> Space:
        return self.desk.home.spaces[0]

    @property
    def session(self) -> Session:
        assert self.desk.session is not None
        return self.desk.session

    def _open(self, at: int) -> None:
        self.desk.open(sorted(self.space.sessions, key=lambda one: one.date)[at].id)

    def _before(self) -> None:
        """Hold a session three weeks before, with two actions and a decision that are due today."""
        change = self.desk.change
        change(self.space, Space.plan, date(2026, 11, 3), time(18), 90)
        self._open(0)
        change(self.session, Session.start, 12)
        change(self.space, Space.person, PERSON)
        agenda = self.go("agenda", Agenda)
        change(agenda, Agenda.add_item, "The side gate")
        item = self.session.items[0]
        change(item, AgendaItem.add_action, "Ask the council for a key", self.desk.today(), name="Jo",
               by=TODAY)  # fmt: skip
        change(item, AgendaItem.add_action, "Find out what the hall costs on Sundays", self.desk.today())
        change(item, AgendaItem.close, "talked")
        change(agenda, Agenda.add_item, "When do we eat?", "decide")
        talk = self.decide(self.session.items[1], short=True)
        for option in ("Before we talk", "After we talk"):
            change(talk, Deciding.add_option, option)
        change(talk, Deciding.go_on)
        change(talk, Deciding.go_on)
        self.choose(talk, 8, 3, 1)
        self.need(talk, "A plate kept for whoever comes late", "added", "We keep a plate for whoever comes late.")
        change(talk, Deciding.go_on)
        change(talk, Deciding.everyone)
        change(talk, Deciding.write_decision, "We eat before we talk", "We eat at six and talk from seven.")
        change(talk, Deciding.look_again_on, TODAY + (date(2026, 11, 25) - TODAY), TODAY)
        talk_poll = talk.poll
        change(talk, Deciding.close, "all", random.Random(1))
        change(talk_poll, lambda poll: setattr(poll, "look_again", TODAY))
        change(self.session, Session.close)

    def go(self, kind: str, of: type[A]) -> A:
        """Go to the first activity of a kind."""
        found = next(one for one in self.session.activities if one.kind == kind)
        if self.session.now is not found:
            self.desk.change(self.session, Session.go, found)
        assert isinstance(found, of)
        return found

    def decide(self, item: AgendaItem, *, short: bool = False) -> Deciding:
        """Open deciding for an item of the agenda."""
        self.desk.change(self.go("agenda", Agenda), Agenda.decide, item, short=short)
        return next(
            one for one in self.session.activities if isinstance(one, Deciding) and one.decision is item.decision
        )

    def choose(self, talk: Deciding, *hands: int) -> None:
        """Count the hands and open the result."""
        count = self.desk.moment(talk)
        assert isinstance(count, Count)
        for place, number in enumerate(hands):
            self.desk.change(count, Count.put, place, number)
        self.desk.change(talk, Deciding.reveal, count.tally())

    def need(self, talk: Deciding, text: str, answer: str = "", words: str = "") -> None:
        """Say a need, and answer it."""
        self.desk.change(talk, Deciding.add_need, text)
        if answer:
            self.desk.change(talk, Deciding.answer_need, talk.poll.needs[-1], answer, words)

    def view(self, activity: Activity) -> View:
        """Make what the room sees of an activity."""
        return VIEWS[activity.kind](self.desk, activity.id)


def kitchen_before(folder: Path) -> Path:
    """Make the store as it was before tonight, for tests to copy."""
    folder.mkdir(parents=True, exist_ok=True)
    desk = Kitchen(folder, tonight=False).desk
    desk.leave()
    desk.close()
    return folder


class Drawn:
    """One page of a view as it was painted, with the words on it and their sizes."""

    def __init__(self, view: View, *, zoom: float = 1.0, page: int = 0, mirrored: bool = False,
                 size: tuple[int, int] = (1920, 1080)) -> None:  # fmt: skip
        width, height = size
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(QColor(LIGHT.paper))
        painter = QPainter(self.image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        scale = height / 1080
        painter.scale(scale, scale)
        self.stage = Stage(painter, width / scale, zoom=zoom, page=page, mirrored=mirrored)
        view.draw(self.stage)
        self.stage.finish()
        self.still = self.image.copy()
        if view.moving() is not None:
            view.draw_moving(self.stage)
        painter.end()

    @property
    def words(self) -> str:
        return " ".join(words for words, _ in self.stage.spoken.words)

    @property
    def smallest(self) -> float:
        return min((size for _, size in self.stage.spoken.words), default=52.0)


def all_pages(view: View, **how: Any) -> list[Drawn]:
    """Paint every page of a view."""
    first = Drawn(view, **how)
    return [first, *(Drawn(view, page=page, **how) for page in range(1, first.stage.pages))]


def told(view: View, **how: Any) -> str:
    """All words of all pages."""
    return " ".join(drawn.words for drawn in all_pages(view, **how))


# -- the states ---------------------------------------------------------------------------------------------------


def _since(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("since", Since))


def _since_answered(kitchen: Kitchen) -> View:
    since = kitchen.go("since", Since)
    action = kitchen.space.actions[0]
    kitchen.desk.moment(since)
    kitchen.desk.change(since, Since.answer_action, action, "on its way", "They said they will ring back.")
    return kitchen.view(since)


def _since_decision(kitchen: Kitchen) -> View:
    since = kitchen.go("since", Since)
    kitchen.desk.change(kitchen.desk.moment(since), lambda finger: finger.point(3))
    return kitchen.view(since)


def _since_decision_answered(kitchen: Kitchen) -> View:
    view = _since_decision(kitchen)
    since, eat = kitchen.go("since", Since), kitchen.space.decisions[0]
    kitchen.desk.change(since, Since.answer_decision, eat, "still right", worry="no", look_again=date(2027, 5, 25))
    return view


def _since_need(kitchen: Kitchen) -> View:
    since = kitchen.go("since", Since)
    kitchen.desk.change(kitchen.desk.moment(since), lambda finger: finger.point(2))
    need = kitchen.space.decisions[0].needs[0]
    kitchen.desk.change(since, Since.answer_need, need, "partly", "Twice there was none left.")
    return kitchen.view(since)


def _agreement_empty(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("agreement", Agreement))


def _agreement(kitchen: Kitchen) -> View:
    agreement = kitchen.go("agreement", Agreement)
    kitchen.desk.change(agreement, Agreement.offer_starters)
    return kitchen.view(agreement)


def _checkin_welcome(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("checkin", Activity))


def _round(kind: str, *questions: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        activity: Any = kitchen.go(kind, Activity)
        for question in questions:
            kitchen.desk.change(activity, type(activity).ask, question)
        chairs = kitchen.desk.moment(activity)
        for _ in range(min(5, chairs.here)):
            kitchen.desk.change(chairs, type(chairs).light)
        return kitchen.view(activity)

    return state


def _stories(*deeds: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        stories = kitchen.go("stories", Activity)
        table: Any = kitchen.desk.moment(stories)
        for deed in deeds:
            if deed == "choose":
                kitchen.desk.change(table, type(table).choose, table.shown[1].id)
            else:
                kitchen.desk.change(table, getattr(type(table), deed))
        return kitchen.view(stories)

    return state


def _agenda_empty(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("agenda", Agenda))


def with_agenda(kitchen: Kitchen) -> Agenda:
    """Put four things on the agenda."""
    agenda = kitchen.go("agenda", Agenda)
    add = Agenda.add_item
    kitchen.desk.change(agenda, add, QUESTION, "decide", "leaning", 35)
    kitchen.desk.change(agenda, add, "The bus pass letter", "put right", None, 10)
    kitchen.desk.change(agenda, add, "The garden on Saturdays", "think", None, 15)
    kitchen.desk.change(agenda, add, "What we tell the council about the survey", "share", None, 10)
    return agenda


def _agenda(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(kitchen.session.items[3], AgendaItem.close, "talked")
    return kitchen.view(agenda)


def _agenda_item(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(agenda, Agenda.settle)
    item = kitchen.session.items[1]
    kitchen.desk.change(item, AgendaItem.add_point, "Nobody knows which form it is.")
    kitchen.desk.change(item, AgendaItem.add_point, "The library helps on Thursdays at ten.")
    kitchen.desk.change(item, AgendaItem.add_action, "Fill in the form together", TODAY, name="Jo",
                        by=date(2026, 12, 3))  # fmt: skip
    kitchen.desk.change(item, AgendaItem.close, "talked")
    kitchen.desk.change(kitchen.desk.moment(agenda), lambda finger: finger.point(1))
    return kitchen.view(agenda)


def _agenda_decide(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(agenda, Agenda.settle)
    return kitchen.view(agenda)


def framed(kitchen: Kitchen, openness: str = "leaning") -> Deciding:
    """Open deciding on the winter's place."""
    agenda = kitchen.go("agenda", Agenda)
    kitchen.desk.change(agenda, Agenda.add_item, QUESTION, "decide", openness, 30)
    return kitchen.decide(kitchen.session.items[0])


STEPS = ("frame", "views", "other view", "spread", "ready", "choose")


def walked(kitchen: Kitchen, step: str) -> Deciding:
    """Walk the winter's question to a step, with views and options."""
    talk, change = framed(kitchen), kitchen.desk.change
    for at in STEPS:
        if at == step:
            break
        if at == "views":
            for text in SAID:
                change(talk, Deciding.add_view, text, away=text == SAID[2])
        if at == "other view":
            change(talk, Deciding.spread, talk.poll.views[1])
            for option in OPTIONS:
                change(talk, Deciding.add_option, option)
        change(talk, Deciding.ready if at == "ready" else Deciding.go_on)
    return talk


def _at(step: str) -> Callable[[Kitchen], View]:
    return lambda kitchen: kitchen.view(walked(kitchen, step))


def _views_empty(kitchen: Kitchen) -> View:
    talk = framed(kitchen)
    kitchen.desk.change(talk, Deciding.go_on)
    return kitchen.view(talk)


def _views_said(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "other view")
    kitchen.desk.change(talk, Deciding.go_back)
    return kitchen.view(talk)


def _counting(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "choose")
    count = kitchen.desk.moment(talk)
    kitchen.desk.change(count, Count.put, 1, 6)
    return kitchen.view(talk)


def _nine(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "spread")
    for n in range(6):
        kitchen.desk.change(talk, Deciding.add_option, f"Somewhere warm, number {n}")
    kitchen.desk.change(talk, Deciding.go_on)
    kitchen.desk.change(talk, Deciding.ready)
    return kitchen.view(talk)


def chosen(kitchen: Kitchen, form: str = "words") -> Deciding:
    """Most of us chose the church hall."""
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.write_as, form)
    kitchen.desk.change(talk, Deciding.ready)
    kitchen.choose(talk, 3, 9, 1, 1)
    return talk


def _split(form: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = walked(kitchen, "ready")
        kitchen.desk.change(talk, Deciding.write_as, form)
        kitchen.desk.change(talk, Deciding.ready)
        kitchen.choose(talk, 5, 6, 2, 1)
        return kitchen.view(talk)

    return state


def needed(kitchen: Kitchen) -> Deciding:
    """Needs with each of the three answers."""
    talk = chosen(kitchen)
    kitchen.need(talk, "A way to get there", "added", "We set off together from the kitchen at half past five.")
    kitchen.need(talk, "That the kitchen stays ours", "changed", "On the first Tuesday we are in the kitchen.")
    kitchen.need(talk, "Pay for taxis", "not now", "there is no money for it before April")
    return talk


def _adding(kitchen: Kitchen) -> View:
    talk = needed(kitchen)
    kitchen.need(talk, "A door that is not the church door")
    return kitchen.view(talk)


def _nothing(kitchen: Kitchen) -> View:
    talk = chosen(kitchen)
    kitchen.desk.change(talk, Deciding.nothing_came)
    return kitchen.view(talk)


def _already(kitchen: Kitchen) -> View:
    talk = framed(kitchen, "decided")
    kitchen.desk.change(talk, Deciding.go_on)
    return kitchen.view(talk)


def checked(kitchen: Kitchen) -> Deciding:
    """At CHECK."""
    talk = needed(kitchen)
    kitchen.desk.change(talk, Deciding.go_on)
    return talk


def _checked_bare(kitchen: Kitchen) -> View:
    view = _nothing(kitchen)
    talk = kitchen.go("deciding", Deciding)
    kitchen.desk.change(talk, Deciding.go_on)
    return view


def written(kitchen: Kitchen) -> Deciding:
    """At READ BACK, with the text, actions and a day to look again."""
    talk, change = checked(kitchen), kitchen.desk.change
    change(talk, Deciding.everyone)
    change(talk, Deciding.write_decision, "We meet in the church hall",
           "Every Tuesday at six. From 1 December to 30 March.")  # fmt: skip
    change(talk.poll, type(talk.poll).add_action, "Ask about the side door", TODAY, name="Jo",
           by=date(2026, 12, 1))  # fmt: skip
    change(talk, Deciding.look_again_on, date(2027, 1, 26), TODAY)
    return talk


def _closed(ending: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = written(kitchen)
        kitchen.desk.change(talk, Deciding.close, ending, random.Random(1))
        return kitchen.view(talk)

    return state


def _not_decided(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.not_today)
    return kitchen.view(talk)


def _next_step(kitchen: Kitchen) -> View:
    view, talk = _not_decided(kitchen), kitchen.go("deciding", Deciding)
    kitchen.desk.change(talk, Deciding.say_next_step, "We go and look at the hall on Thursday.")
    return view


def read(kitchen: Kitchen, at: int = 0) -> View:
    """Read the record back, at one of its lines."""
    _closed("all")(kitchen)
    back = kitchen.go("readback", ReadBack)
    kitchen.desk.change(kitchen.desk.moment(back), lambda finger: finger.point(at))
    return kitchen.view(back)


def _read_action(kitchen: Kitchen) -> View:
    view = read(kitchen)
    back = kitchen.go("readback", ReadBack)
    at = next(n for n, line in enumerate(back.lines()) if line.label == "Jo")
    kitchen.desk.change(kitchen.desk.moment(back), lambda finger: finger.point(at))
    return view


def _agreed(kitchen: Kitchen) -> View:
    view = read(kitchen)
    kitchen.desk.change(kitchen.go("readback", ReadBack), ReadBack.agree, TODAY)
    return view


def _nothing_read(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("readback", ReadBack))


STATES: dict[str, Callable[[Kitchen], View]] = {
    "since-action": _since,
    "since-answered": _since_answered,
    "since-need": _since_need,
    "since-decision": _since_decision,
    "since-decision-answered": _since_decision_answered,
    "agreement-empty": _agreement_empty,
    "agreement": _agreement,
    "checkin-welcome": _checkin_welcome,
    "checkin": _round("checkin", "What is one small thing that went well this week?"),
    "checkout": _round("checkout", "How are you leaving?", "What should next time be like?"),
    "checkout-none": _round("checkout"),
    "stories": _stories(),
    "stories-three": _stories("deal"),
    "stories-telling": _stories("deal", "choose"),
    "stories-thanked": _stories("deal", "choose", "thank"),
    "agenda-empty": _agenda_empty,
    "agenda": _agenda,
    "agenda-item": _agenda_item,
    "agenda-decide": _agenda_decide,
    "frame": _at("frame"),
    "views-empty": _views_empty,
    "views": _views_said,
    "other-view": _at("other view"),
    "spread": _at("spread"),
    "ready": _at("ready"),
    "choose": _at("choose"),
    "choose-counting": _counting,
    "choose-nine": _nine,
    "split-words": _split("words"),
    "split-numbers": _split("numbers"),
    "add-words": lambda kitchen: kitchen.view(chosen(kitchen)),
    "add-numbers": lambda kitchen: kitchen.view(chosen(kitchen, "numbers")),
    "add-needs": _adding,
    "add-nothing": _nothing,
    "add-already": _already,
    "check": lambda kitchen: kitchen.view(checked(kitchen)),
    "check-nothing": _checked_bare,
    "not-decided": _not_decided,
    "next-step": _next_step,
    "read-back": lambda kitchen: kitchen.view(written(kitchen)),
    "closed-all": _closed("all"),
    "closed-go-ahead": _closed("go ahead"),
    "readback-nothing": _nothing_read,
    "readback-line": read,
    "readback-action": _read_action,
    "readback-agreed": _agreed,
}
