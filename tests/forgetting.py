"""Two evenings of one group with a name, views, points, an answer of a later session and an item that was carried over.

What is asked about, what goes and what stays is made of words that stand nowhere else, so that each can be looked for.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.forgetting.person import Mentions, mentions
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.record.readlines import ReadLine, lines
from elephants.sessions.record.record import correct
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.store.reading import looking
from tests.store import play

LATER = date(2026, 12, 8)
LOOK = date(2027, 2, 2)
NAME = "Änne"
POINT, OTHER, WORD = "Xylophone, says ANNE", "Zeppelin of Änne's friend", "Annex stays open"
VIEW, TITLE, CARRIED, DONE, KEPT = "QuincunxView", "RhubarbHall", "VellumCarried", "JuniperDone", "MarigoldKept"
LATER_POINT = "Anne is named later too"


def two_evenings(desk: Desk) -> Desk:
    """Hold both, each agreed; the clock of the desk stands on the first day."""
    play.open_session(desk)
    _talk(desk)
    _decide(desk)
    _agree(desk)
    session = play.session_of(desk)
    desk.change(session.space, correct, session, line_of(desk, "Zeppelin"), "Zeppelin of a friend", desk.today())
    desk.leave()
    desk.clock = lambda: datetime.combine(LATER, time(18))
    play.open_session(desk, here=9, day=LATER)
    since = play.activity_of(desk, "since")
    action = next(one for one in play.space_of(desk).actions if one.text == DONE)
    desk.change(since, Since.answer_action, action, "done", "SaffronAnswer")
    item = next(one for one in play.session_of(desk).items if one.title == CARRIED)
    desk.change(item, AgendaItem.add_point, LATER_POINT)
    desk.change(item, AgendaItem.close, "talked")
    _agree(desk)
    desk.leave()
    return desk


def _talk(desk: Desk) -> None:
    agenda = play.activity_of(desk, "agenda")
    for title in ("The bus pass", CARRIED):
        desk.change(agenda, Agenda.add_item, title, "think")
    item, carried = play.session_of(desk).items
    for text in (POINT, OTHER, WORD, KEPT):
        desk.change(item, AgendaItem.add_point, text)
    desk.change(item, AgendaItem.add_action, DONE, desk.today(), name=NAME)
    desk.change(item, AgendaItem.close, "talked")
    desk.change(carried, AgendaItem.close, "carried")
    desk.change(play.session_of(desk), Session.note, "For me\nAsk ANNE first")


def _decide(desk: Desk) -> None:
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, VIEW)
    play.to_read_back(desk, deciding)
    desk.change(deciding.poll, type(deciding.poll).retitle, TITLE)
    desk.change(deciding, Deciding.look_again_on, LOOK, desk.today())
    desk.change(deciding, Deciding.close, "all", desk.chance)


def _agree(desk: Desk) -> None:
    desk.change(play.session_of(desk), Session.close)
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today(), desk.chance)


def line_of(desk: Desk, words: str) -> ReadLine:
    return next(one for one in lines(play.session_of(desk)) if words in one.words)


def asked(desk: Desk, name: str = NAME) -> Mentions:
    with looking(desk.store) as db:
        return mentions(db, name)


def first(desk: Desk) -> Any:
    return play.space_of(desk).sessions[0]
