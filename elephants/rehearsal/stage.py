"""The stage of a rehearsal: finds the live things that a line speaks of, by their own words, and does the deed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Concatenate, ParamSpec, TypeVar

from elephants.desk import Desk
from elephants.rehearsal.form import Planned
from elephants.sessions.activity import TO_COME, Activity
from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.words import tr

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")
A = TypeVar("A", bound=Activity)


class Stage:
    """The desk with the open session, as the lines of a rehearsal see it; `following` is the written next session."""

    def __init__(self, desk: Desk, following: Planned | None = None) -> None:
        self.desk = desk
        self.following = following

    def change(self, thing: T, deed: Callable[Concatenate[T, P], R], *words: P.args, **more: P.kwargs) -> R:
        """Do one deed through the one door."""
        return self.desk.change(thing, deed, *words, **more)

    @property
    def session(self) -> Session:
        """The session that is open."""
        if self.desk.session is None:
            raise Refused(tr("No session is open."))
        return self.desk.session

    @property
    def space(self) -> Space:
        """The space of the session that is open."""
        return self.session.space

    def now(self, kind: type[A]) -> A:
        """Give the activity the room is in, or what is caught up after paper; refuses where it is another kind."""
        activity: Activity | None = self.session.now
        if self.desk.breather.lid and not isinstance(activity, kind):
            on_paper = [one for one in self.session.activities if isinstance(one, kind)]
            activity = next((one for one in on_paper if not one.finished), next(iter(on_paper), None))
        if not isinstance(activity, kind):
            raise Refused(tr("The room is not in this activity now: {name}.", name=tr(kind.name)))
        return activity

    def of(self, kind: type[A]) -> A:
        """Give the activity of a kind: the one the room is in, else the next to come, else the first."""
        having = [activity for activity in self.session.activities if isinstance(activity, kind)]
        if not having:
            raise Refused(tr("There is no such activity on the run sheet: {name}.", name=tr(kind.name)))
        if isinstance(self.session.now, kind):
            return self.session.now
        return next((one for one in having if one.state == TO_COME), having[0])

    def item(self, title: str) -> AgendaItem:
        """Give the item of today's agenda with this title."""
        return named(self.session.items, title, lambda item: item.title)

    def moment(self, activity: Activity, kind: type[T]) -> T:
        """Give the thing of the moment of an activity; refuses where it is another."""
        moment: Any = self.desk.moment(activity)
        if not isinstance(moment, kind):
            raise Refused(tr("This is not the moment for that."))
        return moment


def named(things: Iterable[T], words: str, words_of: Callable[[T], str]) -> T:
    """Find one thing by its words, large or small letters alike; refuses, with the words, where there is none."""
    for thing in things:
        if words_of(thing).strip().casefold() == words.strip().casefold():
            return thing
    raise Refused(tr('"{words}" is not there.', words=words))
