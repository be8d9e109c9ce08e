"""Changing the run sheet by hand: go, move, rename, skip, repeat, take out, add; and going to anything by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.sessions.templates import ADDABLE, KINDS
from elephants.ui.parts.dialogs import ask_words
from elephants.words import tr

T = TypeVar("T")
P = ParamSpec("P")


class RunSheet(QObject):
    """Does what the rail asks for; says a refusal by `said`, and by `going` which line somebody wants to go to."""

    said = Signal(str)
    going = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self._window = desk, parent

    def act(self, activity_id: int, action: str) -> None:
        """Do one thing with one line of the run sheet."""
        activity = self.desk.activity(activity_id)
        acts: dict[str, Callable[[Activity], None]] = {
            "go": lambda one: self.going.emit(one.id),
            "up": lambda one: self._move(one, -1),
            "down": lambda one: self._move(one, +1),
            "leave out": lambda one: self._do(self._session, Session.leave_out, one),
            "take up": lambda one: self._do(self._session, Session.take_up, one),
            "repeat": lambda one: self._do(self._session, Session.repeat, one),
            "remove": lambda one: self._do(self._session, Session.remove_activity, one),
            "rename": self._rename,
            "minutes": self._minutes,
        }
        acts[action](activity)

    def move(self, activity_id: int, to: int) -> None:
        """Put a line at another place, as it was dragged."""
        self._do(self._session, Session.move_activity, self.desk.activity(activity_id), to)

    def add_menu(self, under: QWidget) -> None:
        """Offer the activities that can be added, below a button."""
        menu = self.menu_of_kinds()
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))
        menu.setActiveAction(menu.actions()[0])

    def menu_of_kinds(self) -> QMenu:
        """Make the menu of activities that can be added."""
        menu = QMenu(self._window)
        for kind in ADDABLE:
            menu.addAction(tr(KINDS[kind].name)).triggered.connect(
                lambda _checked=False, kind=kind: self._do(self._session, Session.add_activity, kind)
            )
        return menu

    def go_anywhere(self) -> None:
        """Go to any line of the run sheet by its name."""
        names = [f"{at + 1}. {one.title}" for at, one in enumerate(self._session.activities)]
        name, chosen = QInputDialog.getItem(
            self._window, tr("Go to"), tr("Where do you want to go?"), names, 0, editable=False
        )
        if chosen:
            self.going.emit(self._session.activities[names.index(name)].id)

    @property
    def _session(self) -> Session:
        if self.desk.session is None:
            raise LookupError("no session is open")
        return self.desk.session

    def _move(self, activity: Activity, by: int) -> None:
        at = self._session.activities.index(activity)
        self._do(self._session, Session.move_activity, activity, at + by)

    def _rename(self, activity: Activity) -> None:
        words = ask_words(self._window, tr("Change the name"), "", tr("Change it"), activity.title)
        if words:
            self._do(activity, Activity.retitle, words)

    def _minutes(self, activity: Activity) -> None:
        minutes, chosen = QInputDialog.getInt(
            self._window, tr("Change the minutes"), activity.title, activity.minutes, 1, 240
        )
        if chosen:
            self._do(activity, Activity.last, minutes)

    def _do(self, thing: T, deed: Callable[Concatenate[T, P], Any], *words: P.args, **more: P.kwargs) -> None:
        try:
            self.desk.change(thing, deed, *words, **more)
        except Refused as refusal:
            self.said.emit(str(refusal))
