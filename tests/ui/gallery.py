"""Every page, view, booth screen and dialog in each of its states, opened in a real window to be looked at."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from elephants.app import App
from elephants.sessions.agenda.agenda import ask_for
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.space import Home as Root
from elephants.sessions.space import Space
from elephants.ui.about import About
from elephants.ui.console import Console
from elephants.ui.history.page import HistoryPage
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.plandialog import PlanDialog
from elephants.ui.room import RoomWindow
from elephants.ui.views import VIEWS
from elephants.ui.views.base import View
from elephants.ui.window import SMALLEST
from tests.ui import gallery_deeds as deeds
from tests.ui.gallery_past import a_year
from tests.ui.views.kitchen import QUESTION, TODAY, Kitchen, kitchen_before
from tests.ui.views.states import STATES, with_agenda
from tests.ui.views.states_deciding import DECIDING, framed, walked
from tests.ui.walking import an_app, settle

LAPTOP, LARGE = QSize(1366, 768), QSize(1920, 1080)


@dataclass
class Seen:
    """What is there to be looked at: a window, and what the room sees at the same moment, where it sees anything."""

    window: QWidget
    view: View | None = None
    resizes: bool = True
    """Whether the window takes the size of a screen; a dialog has a size of its own."""
    kind: str = ""
    """The kind of activity whose page and view these are."""

    def picture(self, size: QSize | None = None) -> QImage:
        """Draw the window, as large as a screen, without a cursor that blinks."""
        if size is not None and self.resizes:
            self.window.resize(size)
        settle()
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        settle()
        return _plain(self.window)

    def room_picture(self, size: QSize, zoom: float = 1.0) -> QImage:
        """Draw what the room sees, as large as its screen."""
        room = RoomPicture()
        room.resize(size)
        room.set_zoom(zoom)
        room.show_view(self.view)
        image = _plain(room)
        room.deleteLater()
        return image


def _plain(window: QWidget) -> QImage:
    image = window.grab().toImage()
    image.setDevicePixelRatio(1.0)
    return image


Scene = Callable[[Path], AbstractContextManager[Seen]]
Turn = Callable[[Console], QWidget | None]
"""What hands do in the console then; gives another window, where one opened."""


def _stay(_console: Console) -> None:
    return None


@contextmanager
def _open(kitchen: Kitchen) -> Iterator[Console]:
    room = RoomWindow()
    console = Console(kitchen.desk, room)
    console.setMinimumSize(*SMALLEST)
    console.resize(LAPTOP)
    console.show()
    console.activateWindow()
    settle()
    yield console
    console.close_desk()
    console.close()
    console.deleteLater()
    room.close()
    room.deleteLater()
    settle()
    kitchen.desk.close()


@contextmanager
def _at(reach: deeds.Reach, folder: Path, turn: Turn = _stay, here: int = 14) -> Iterator[Seen]:
    """The console, and the room, on a kitchen that was brought somewhere."""
    kitchen = Kitchen(folder, here)
    reach(kitchen)
    with _open(kitchen) as console:
        other = turn(console)
        settle()
        view, now = console.room.picture.view(), kitchen.session.now
        kind = now.kind if now is not None and other is None and isinstance(view, VIEWS[now.kind]) else ""
        yield Seen(other or console, view if other is None else None, other is None, kind)
        if other is not None:
            other.close()
            other.deleteLater()


@contextmanager
def _planned(folder: Path) -> Iterator[Seen]:
    """The page that prepares a session, with an agenda that is open already."""
    kitchen = Kitchen(folder, tonight=False)
    kitchen.desk.change(kitchen.space, Space.plan, TODAY, time(18), 90, place="Community kitchen", food="Soup")
    kitchen.desk.open(max(kitchen.space.sessions, key=lambda one: one.date).id)
    for words, purpose in ((QUESTION, "decide"), ("The bus pass letter", "put right")):
        kitchen.desk.change(kitchen.space, ask_for, words, purpose, "leaning" if purpose == "decide" else None)
    with _open(kitchen) as console:
        yield Seen(console)


BOOTH = ("cover", "options", "sure", "thanks")


@contextmanager
def _booth(screen: str, folder: Path) -> Iterator[Seen]:
    """The laptop that goes round, at one of its screens."""
    kitchen = Kitchen(folder, 7)
    talk = deeds.by_ballot(kitchen)
    with _open(kitchen) as console:
        console.walk.go_on()
        booth, box = console.balloting.booth, kitchen.desk.moment(talk)
        assert booth is not None
        assert isinstance(box, Ballot)
        booth.setWindowState(Qt.WindowState.WindowNoState)
        at = BOOTH.index(screen)
        if at > 0:
            kitchen.desk.change(box, Ballot.ready)
        if at > 1:
            kitchen.desk.change(box, Ballot.wish, 0)
        if at > 2:
            kitchen.desk.change(box, Ballot.sure)
        settle()
        yield Seen(booth, console.room.picture.view())
        console.balloting.come_out()
        kitchen.desk.change(talk, Deciding.go_back)  # a box that is open is not left without a question


# -- home ----------------------------------------------------------------------------------------------------------


@contextmanager
def _home(turn: Callable[[App], QWidget | None], folder: Path) -> Iterator[Seen]:
    with an_app(folder) as app:
        other = turn(app)
        settle()
        yield Seen(other or app.window, None, other is None)
        if other is not None:
            other.close()


def _empty(_app: App) -> None:
    return None


def _begun(app: App) -> None:
    app.desk.change(app.desk.home, Root.new_space, "Tuesday kitchen")


def _sample(app: App) -> None:
    app.rehearse()


@contextmanager
def _past(at: int, folder: Path) -> Iterator[Seen]:
    """Look back on a year: for words (0), over the months (1), at what is due (2), at a decision's story (3)."""
    with _home(partial(_look_back, at), a_year(folder)) as seen:
        yield seen


def _look_back(at: int, app: App) -> None:
    app.deeds.show_history()
    page = app.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    page.turn_to(at % 3)
    if at == 0:
        page.words.setText("heating")
    if at == 3:
        page.decision_wanted.emit(1)


def _colours(app: App) -> QWidget:
    menu = app.home.rail.menu_of_colours()
    menu.show()
    return menu


def _about(app: App) -> QWidget:
    made = About(app.window)
    made.show()
    return made


def _prepare(app: App) -> QWidget:
    made = PlanDialog(date(2026, 11, 24), app.window)
    made.show()
    return made


SCENES: dict[str, Scene] = {
    "home-empty": partial(_home, _empty),
    "home-begun": partial(_home, _begun),
    "home": partial(_home, _sample),
    "home-history": partial(_past, 0),
    "home-history-months": partial(_past, 1),
    "home-history-due": partial(_past, 2),
    "home-history-decision": partial(_past, 3),
    "home-colours": partial(_home, _colours),
    "home-about": partial(_home, _about),
    "home-prepare": partial(_home, _prepare),
    "plan": _planned,
    **{name: partial(_at, state) for name, state in STATES.items()},
    "agenda-dots-before": partial(_at, with_agenda, turn=deeds.dots_before),
    "agenda-roles-offered": partial(_at, deeds.roles_offered),
    "agenda-parked": partial(_at, deeds.parked),
    "agenda-closing": partial(_at, STATES["agenda-item"], turn=deeds.closing),
    "agenda-anywhere": partial(_at, STATES["checkin"], turn=deeds.anywhere),
    "stories-decks": partial(_at, deeds.harbour),
    "stories-asking": partial(_at, deeds.cards("deal", "choose", "thank", "end_round")),
    "stories-closing": partial(_at, deeds.cards("deal", "choose", "thank", "end_round", "leave_it_here")),
    "stories-editor": partial(_at, deeds.harbour, turn=deeds.editor),
    "stories-on-paper": partial(_at, deeds.harbour, turn=deeds.cards_on_paper),
    "choose-ballot": partial(_at, deeds.by_ballot),
    **{f"booth-{name}": partial(_booth, name) for name in BOOTH},
    "papers": partial(_at, STATES["closed-all"], turn=deeds.papers),
    "help": partial(_at, lambda kitchen: walked(kitchen, "views"), turn=deeds.read_help),
    "trouble": partial(_at, framed, turn=deeds.trouble),
    "breather": partial(_at, deeds.breather("pause")),
    "slow": partial(_at, deeds.breather("slow_down")),
}


def kind_of(name: str) -> str:
    """Say whose page and view a scene shows, by its name; the kind of a test is that of what it opens."""
    if name in DECIDING or name in ("choose-ballot", "trouble", "papers", "help"):
        return "deciding"
    first = name.split("-", maxsplit=1)[0]
    if name == "agenda-anywhere":
        return "checkin"  # the agenda is written on during another activity
    other = name in ("stories-editor", "stories-on-paper", "readback-agreed")
    return first if first in VIEWS and not other else ""


@contextmanager
def opened(name: str, before: Path, folder: Path) -> Iterator[Seen]:
    """Open a scene in a folder of its own; `before` is the store of the weeks before (`kitchen_before`)."""
    own = folder / name
    if name.startswith("home"):
        own.mkdir()
    else:
        shutil.copytree(before, own)
    with SCENES[name](own) as seen:
        settle()
        yield seen


__all__ = ["BOOTH", "LAPTOP", "LARGE", "SCENES", "Seen", "kind_of", "kitchen_before", "opened"]
