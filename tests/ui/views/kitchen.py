"""A desk at the Tuesday kitchen, brought by real deeds to each state that the room can see."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from PySide6.QtGui import QColor, QImage, QPainter

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import Store
from elephants.store.vault import install_key
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
    """One desk with one open session; `here` people came. The weeks before are played once and then copied."""

    def __init__(self, folder: Path, here: int = 14, *, tonight: bool = True, played: bool = True) -> None:
        chance = random.Random(5)
        store = folder / "kitchen.elephants"
        if played and not store.exists():
            weeks_before().lay(store, chance)
        self.desk = Desk(
            Store(store),
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
        self._not_today()

    def _not_today(self) -> None:
        """Take off the agenda what came back by itself: these evenings talk of other things."""
        agenda = next(one for one in self.session.activities if isinstance(one, Agenda))
        for item in [one for one in self.session.items if one.again is not None]:
            self.desk.change(agenda, Agenda.take_out, item)

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
        readback = next(one for one in self.session.activities if isinstance(one, ReadBack))
        change(readback, ReadBack.agree, TODAY)

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


@dataclass(frozen=True)
class Before:
    """The weeks before as they were played: the store, its key, and chance as they left it."""

    key: str
    rows: bytes
    chance: tuple[Any, ...]

    def lay(self, store: Path, chance: random.Random) -> None:
        """Put a copy of the store in its place."""
        install_key(store, self.key)
        store.write_bytes(self.rows)
        chance.setstate(self.chance)


@cache
def weeks_before() -> Before:
    """Play the weeks before, once for all the tests of a process."""
    with TemporaryDirectory() as folder:
        desk = Kitchen(Path(folder), tonight=False, played=False).desk
        desk.leave()
        key, file, chance = desk.store.key, desk.store.path, desk.chance
        desk.close()
        assert not file.with_name(f"{file.name}-wal").exists()  # all of it is in the file
        assert isinstance(chance, random.Random)
        return Before(key, file.read_bytes(), chance.getstate())


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
