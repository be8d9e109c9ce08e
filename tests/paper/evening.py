"""An evening at the Tuesday kitchen, played through the models: a real session for the papers to be made of."""

from __future__ import annotations

import random
from datetime import date, time

from sqlalchemy import create_engine
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import object_session

from elephants.sessions.agenda.agenda import Agenda, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Base
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Tally
from elephants.sessions.decision import Decision
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Home, Space

TODAY = date(2026, 11, 24)
CHANCE = random.Random(7)
_OPEN: list[Database] = []

HALL = "Where do we meet in winter?"
VIEWS = (
    ("The hall is warm and it is free.", False),
    ("It is far for people without a bus pass.", False),
    ("This kitchen is ours, we painted it.", False),
    ("The kitchen has no heating after eight.", False),
    ("A church door is not easy for everybody.", True),
    ("We could change each week.", False),
    ("Changing each week loses people.", False),
    ("I just want it to be warm.", False),
)


def a_space() -> Space:
    """A space with what was said three weeks before."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    home = Home(id=1)
    _OPEN.append(Database(engine, autoflush=False))  # held, or it would be gone with its first rubbish collection
    _OPEN[-1].add(home)
    home.new_space("Tuesday kitchen")
    space = home.spaces[0]
    space.say_contact("the kitchen's front desk")
    space.plan(date(2026, 11, 3), time(18), 90, place="Community kitchen", food="Soup at six")
    kept(space)
    before = space.sessions[0]
    before.start(12)
    _asked(before, "Ask the council for a key to the side gate")
    _asked(before, "Find out what the hall costs on Sundays")
    eat = Decision(question="When do we eat?", openness="wide", title="We eat before we talk", ending="all")
    eat.words, eat.look_again, eat.standing = "We eat before we talk.", TODAY, "standing"
    space.decisions.append(eat)
    before.decisions.append(eat)
    next(one for one in before.activities if isinstance(one, ReadBack)).agree(before.date)
    return space


def kept(thing: Base) -> None:
    """What the desk does after each deed: new rows get what the file gives them."""
    db = object_session(thing)
    assert db is not None
    db.flush()


def _asked(session: Session, text: str) -> None:
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    agenda.add_item(text)
    kept(session)
    item = session.items[-1]
    item.add_action(text, session.date)
    item.close("talked")


def evening(*, agreed: bool = True) -> Session:
    """The whole evening, as it stands in the sample rehearsal."""
    space = a_space()
    ask_for(space, HALL, "decide", "leaning", 35)
    ask_for(space, "The bus pass letter", "put right", None, 10)
    ask_for(space, "The garden on Saturdays", "think", None, 15)
    ask_for(space, "What do we tell the council about the night shelter survey?", "share", None, 10)
    space.plan(TODAY, time(18), 90, place="Community kitchen", food="Soup at six")
    space.plan(date(2026, 12, 1), time(18), 90, place="Community kitchen", food="Soup again")
    kept(space)
    session = next(one for one in space.sessions if one.date == TODAY)
    session.start(14)
    _open_evening(session)
    _items(session)
    _winter(session)
    session.celebrates("We have two keys to the side gate")
    _to(session, "readback")
    kept(session)
    if agreed:
        back = session.now
        assert isinstance(back, ReadBack)
        back.agree(TODAY)
    return session


def _to(session: Session, kind: str) -> None:
    session.go(next(one for one in session.activities if one.kind == kind))


def _open_evening(session: Session) -> None:
    since = session.now
    assert isinstance(since, Since)
    space = session.space
    key, costs = space.actions[:2]
    since.answer_action(key, "done", "We have two keys.")
    since.answer_action(costs, "on its way", "They said they will ring back.")
    eat = space.decisions[0]
    since.answer_decision(eat, "still right", worry="no", look_again=date(2027, 5, 25))
    _to(session, "agreement")
    agreement = session.now
    assert isinstance(agreement, Agreement)
    agreement.add_line("Phones face down while someone tells a story.")
    _to(session, "checkin")
    _to(session, "stories")
    _to(session, "checkout")


def _items(session: Session) -> None:
    _to(session, "agenda")
    agenda = session.now
    assert isinstance(agenda, Agenda)
    agenda.move_item(session.items[1], 0)
    agenda.settle()
    bus, winter, garden, survey = session.items
    form = "Go to the library on Thursday at ten to fill in the form together; whoever wants can come"
    bus.add_action(form, TODAY, name="Jo", by=date(2026, 12, 3))
    bus.close("talked")
    garden.close("carried")
    survey.add_point("What we said, what they wrote, what they left out.")
    survey.add_point("Carried: a reply to write next time.")
    survey.close("talked")
    agenda.decide(winter)
    kept(session)


def _winter(session: Session) -> None:
    talk = session.now
    assert isinstance(talk, Deciding)
    poll = talk.poll
    talk.go_on()
    for text, away in VIEWS:
        talk.add_view(text, away=away)
    talk.go_on()
    talk.add_view("It felt like being sent somewhere else again.", away=True)
    talk.spread(poll.views[-1])
    for option in ("the church hall all winter", "the kitchen, finish by eight", "hall and kitchen in turn"):
        talk.add_option(option)
    kept(talk)
    talk.go_on()
    talk.go_on()
    talk.ready()
    talk.reveal(Tally((8, 3, 2), 1, 14))
    _needs(talk)
    talk.write_decision(
        "Where we meet in winter", "From December to March we meet in the church hall on Tuesdays at six."
    )
    talk.look_again_on(date(2027, 2, 2), TODAY)
    talk.keep_no("I will try it, but if I walk past and go home, notice.", on_papers=True)
    poll.add_action("Ask the hall about the side door", TODAY, by=date(2026, 11, 27))
    kept(poll)
    poll.add_action("A note on the kitchen door with a map", TODAY, name="Sam", by=date(2026, 11, 30))
    talk.close("go ahead", CHANCE)


def _needs(talk: Deciding) -> None:
    asked = (
        ("A way to get there", "added", "We set off together from the kitchen at half past five."),
        ("That the kitchen stays ours", "changed",
         "On the first Tuesday of each month we are in the kitchen and finish by eight."),
        ("A door that is not the church door", "added", "We use the side door by the garden."),
        ("Pay for taxis", "not now", "there is no money for it before April; we ask the fund"),
    )  # fmt: skip
    for text, answer, words in asked:
        talk.add_need(text)
        kept(talk)
        talk.answer_need(talk.poll.needs[-1], answer, words)
    talk.go_on()
    talk.not_yet()
    talk.go_on()
    talk.not_yet()
