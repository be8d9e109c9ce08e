"""An app on a store of its own, and a walk through every page of the sample session in its real windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.desk import Desk
from elephants.rehearsal import Rehearsal
from elephants.sandbox import Sandbox
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.round import Round
from elephants.sessions.stories.table import CardTable
from elephants.settings import Settings
from elephants.ui.console import Console

BEFORE = datetime(2026, 11, 24, 17, 50)  # noqa: DTZ001  (a clock on a wall has no zone)


def settle() -> None:
    """Let Qt draw and throw away what is to be thrown away."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@contextmanager
def an_app(
    folder: Path, settings: Settings | None = None, clock: Callable[[], datetime] = lambda: BEFORE
) -> Iterator[App]:
    """Open the app on the store of a folder, as the program does, and put it away afterwards."""
    app = App(folder / "elephants.store", settings or Settings(), clock=clock)
    app.window.show()
    app.load()
    settle()
    yield app
    app.window.close()
    settle()


def open_sample(app: App) -> Console:
    """Rehearse, and open the console on the planned session of the sample."""
    app.rehearse()
    planned = next(one for one in app.desk.home.spaces[0].sessions if one.state == "planned")
    app.open_session(planned.id)
    settle()
    return console_of(app)


def console_of(app: App) -> Console:
    """Give the console that is open."""
    assert app.console is not None
    return app.console


def walk(app: App) -> Iterator[str]:
    """Go through the sample session line by line, each page drawn; gives the name of what stands on the page.

    The same name comes again while a step lasts; the last time it is fullest.
    """
    open_sample(app)
    assert app._rehearsing is not None
    yield from _names(app.desk, app._rehearsing.sandbox.rehearsal, settle)


def walk_fullest(app: App) -> Iterator[str]:
    """Go through the session, stopping once at each page, the last time, where most stands on it."""
    with_words = fullest()
    for at, name in enumerate(walk(app)):
        if at in with_words:
            yield name


@cache
def fullest() -> frozenset[int]:
    """Say at which stops of the walk each page is fullest; played once, without any window."""
    away = Sandbox()
    try:
        planned = next(one for one in away.desk.home.spaces[0].sessions if one.state == "planned")
        away.desk.open(planned.id)
        last = {name: at for at, name in enumerate(_names(away.desk, away.rehearsal, lambda: None))}
    finally:
        away.away()
    return frozenset(last.values())


def _names(desk: Desk, rehearsal: Rehearsal, ready: Callable[[], None]) -> Iterator[str]:
    for _line in rehearsal.steps(desk):
        ready()
        yield page_name(desk)
    ready()
    yield page_name(desk)


def page_name(desk: Desk) -> str:
    """Name what stands on the page: the activity, and where it has steps the step."""
    session = desk.session
    assert session is not None
    now = session.now
    if now is None:
        return session.state
    if isinstance(now, Deciding):
        return f"deciding-{now.step.name.lower().replace('_', '-')}"
    if isinstance(now, Agenda):
        return "agenda-items" if now.settled else "agenda"
    if isinstance(now, Round):
        return f"{now.kind}-circle" if now.questions else now.kind
    table = desk.moment(now)
    if isinstance(table, CardTable):
        return "stories-telling" if table.telling else "stories-cards" if table.shown else "stories"
    return now.kind
