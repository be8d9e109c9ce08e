"""Makes the store of schema 1 that lies beside this file, with its key; run once when schema 1 was released.

A released store is never made again: it stands for the stores that people have.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from pathlib import Path

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import Store


def make(path: Path) -> None:
    """Write one space with one open session, an item, a point and an action."""
    evening = datetime.combine(date(2026, 11, 24), time(18))
    desk = Desk(Store(path), clock=lambda: evening)
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    space = desk.home.spaces[0]
    desk.change(space, Space.plan, date(2026, 11, 24), time(18), 90)
    session = desk.open(space.sessions[0].id)
    desk.change(session, Session.start, 14)
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    desk.change(agenda, Agenda.add_item, "The bus pass", "put right")
    desk.change(session.items[0], AgendaItem.add_point, "It runs out in May")
    desk.change(session.items[0], AgendaItem.add_action, "Ask the council", desk.today(), who="two of us")
    desk.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
