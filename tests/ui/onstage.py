"""A written session played through the desk, with console and room looking on: a stop after every line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elephants.app import App
from elephants.rehearsal import read_rehearsal
from elephants.rehearsal.form import Line
from elephants.sessions.deciding.deciding import Deciding
from elephants.settings import Settings
from elephants.ui.views import VIEWS
from elephants.ui.views.base import View
from tests.ui.walking import an_app, settle


@contextmanager
def on_stage(file: Path, folder: Path) -> Iterator[tuple[App, Iterator[Line]]]:
    """Open the console on the session of a file; each line that is asked for was played and drawn."""
    rehearsal = read_rehearsal(file)
    with an_app(folder, Settings(), rehearsal.clock) as app:
        rehearsal.set_up(app.desk)
        session = app.desk.session
        assert session is not None
        app.open_session(session.id)
        app.window.resize(1366, 768)
        settle()

        def played() -> Iterator[Line]:
            last: Line | None = None
            for line in rehearsal.steps(app.desk):
                if last is not None:
                    settle()
                    yield last
                last = line
            settle()
            if last is not None:
                yield last

        yield app, played()


def deciding_now(app: App) -> Deciding | None:
    """Give the decision that the room is in; None anywhere else."""
    assert app.desk.session is not None
    now = app.desk.session.now
    return now if isinstance(now, Deciding) else None


def room_view(app: App) -> View:
    """Give what the room sees now."""
    assert app.desk.session is not None
    now = app.desk.session.now
    assert now is not None
    return VIEWS[now.kind](app.desk, now.id)
