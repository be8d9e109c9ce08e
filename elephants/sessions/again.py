"""A decision that comes back: on the next agenda by itself; what then takes its place is in `replacing`.

METHOD.md, What happened since. It comes back when its day to look again has come, or when the room says that a need of
it is not met. It never stands on the agenda twice, and goes from it again when the room says that it is still right or
has ended and nothing was written for it yet.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from elephants.sessions.action import Action, Update
from elephants.sessions.agenda.item import USUAL_MINUTES, AgendaItem
from elephants.sessions.base import Refused, in_order, optional
from elephants.sessions.decision import Decision, Need
from elephants.sessions.sheets import SHORT
from elephants.sessions.terms import MOST_BACK, WORRY_ANSWERS
from elephants.words import day_words, tr, trn

if TYPE_CHECKING:
    from elephants.sessions.session import Session
    from elephants.sessions.space import Space

# -- on the agenda by itself -----------------------------------------------------------------------------------


def coming_back(session: Session) -> list[Decision]:
    """Give the decisions that come back to a session by themselves and stand on no agenda yet, as many as fit.

    Where not all of them do, those that wait longest. None where the run sheet has no agenda, and none to a short
    decision: it is there for one thing.
    """
    return _come_and_wait(session)[0]


def _come_and_wait(session: Session) -> tuple[list[Decision], list[Decision]]:
    """Give what comes back to a session by itself, and what has no place there yet."""
    room = max(0, MOST_BACK - sum(item.again is not None for item in taken_along(session)))
    due = _due(session)
    if len(due) > room:
        due = _longest_waiting(session.space, due)
    return due[:room], due[room:]


def taken_along(session: Session) -> list[AgendaItem]:
    """Give what waits for the next agenda and comes to this one: all that people asked for and carried over.

    And of what came there by itself, for a need that is not met, as much as fits.
    """
    waits = session.space.open_items()
    room = MOST_BACK - sum(item.again is not None and not _by_itself(item) for item in waits)
    fits = [item for item in waits if _by_itself(item)][: max(0, room)]
    return [item for item in waits if not _by_itself(item) or item in fits]


def waiting(session: Session) -> list[Decision]:
    """Give the decisions that are due and wait for a later agenda, because as many as fit stand on this one.

    None where all of them fit. They come to the next agendas by themselves; nothing is lost.
    """
    waits = [item.again for item in session.space.open_items() if _by_itself(item) and item.again is not None]
    if not session.started:
        taken = [item.again for item in taken_along(session)]
        return [*(one for one in waits if one not in taken), *_come_and_wait(session)[1]]
    here = {item.again for item in session.items if item.again is not None}
    here |= {one.decision for one in session.updates if one.decision is not None}
    due = _longest_waiting(session.space, _due(session))
    later = [one for one in (*waits, *due) if one not in here]
    return later if len(here) + len(later) > MOST_BACK else []


def _due(session: Session) -> list[Decision]:
    """Give the decisions whose day to look again has come and that stand on no agenda, as they were made."""
    if session.template == SHORT or not any(one.kind == "agenda" for one in session.activities):
        return []
    there = {item.again for item in session.space.items if item.closed is None}
    return [
        one for one in session.space.decisions
        if one.standing == "standing" and one.ending is not None and one.look_due(session.date)
        and one.session is not session and one not in there
    ]  # fmt: skip


def _longest_waiting(space: Space, due: list[Decision]) -> list[Decision]:
    """Put first what stood on no agenda lately, then the earliest day to look again: so each has its turn."""
    stood: dict[Decision, date] = {}
    for item in space.items:
        if item.again is not None and item.session is not None:
            stood[item.again] = max(item.session.date, stood.get(item.again, date.min))
    return sorted(due, key=lambda one: (stood.get(one, date.min), one.look_on or date.max, one.id))


def _by_itself(item: AgendaItem) -> bool:
    """Whether an item is on the next agenda by itself; neither the room put it there, nor was it carried over."""
    return item.again is not None and item.carried_from is None and item.again.standing != "agenda"


def come_back(session: Session) -> list[AgendaItem]:
    """Put on the next agenda what comes back to a session by itself, as it opens; gives all that it takes along."""
    for place, decision in enumerate(coming_back(session), start=_next_place(session.space)):
        _put(session.space, decision, place)
    return taken_along(session)


def has_room(session: Session) -> bool:
    """Tell whether one more decision can come back to the agenda of a session by itself."""
    return sum(item.again is not None and item.closed is None for item in session.items) < MOST_BACK


def waiting_words(session: Session) -> str:
    """Say how many decisions wait for a later agenda; "" where none does."""
    if not (number := len(waiting(session))):
        return ""
    return trn(
        "{n} more decision waits to be looked at again. It comes by itself at one of the next sessions.",
        "{n} more decisions wait to be looked at again. They come by themselves at the next sessions.",
        number,
    )


def bring_back(decision: Decision) -> AgendaItem:
    """Put a decision on the next agenda, once: what brings it back already is given."""
    for item in on_the_agenda(decision):
        return item
    return put_on(decision.space, decision)


def put_on(space: Space, decision: Decision) -> AgendaItem:
    """Put a decision of a space on the next agenda, behind what is there; that it is on none yet is known."""
    return _put(space, decision, _next_place(space))


def _put(space: Space, decision: Decision, place: int) -> AgendaItem:
    item = AgendaItem(uid=uuid4(), title=decision.title or decision.question, purpose="decide", openness="wide",
                      minutes=USUAL_MINUTES)  # fmt: skip
    item.again, item.place = decision, place
    space.items.append(item)
    return item


def _next_place(space: Space) -> int:
    return max((item.place for item in space.items), default=-1) + 1


def on_the_agenda(decision: Decision) -> list[AgendaItem]:
    """Give the open items that bring a decision back."""
    return [item for item in decision.space.items if item.again is decision and item.closed is None]


def keep_away(decision: Decision) -> None:
    """Take a decision off the agenda again, where nothing was written for its item."""
    for item in on_the_agenda(decision):
        title = decision.title or decision.question
        untouched = (item.title, item.purpose, item.openness) == (title, "decide", "wide")
        if untouched and not item.reached:
            remove(item)


def remove(item: AgendaItem) -> None:
    """Take an item out of every list it stands in; a decision the room put there is one that stands again."""
    again, session = item.again, item.session
    item.space.items.remove(item)
    if session is not None:
        session.items.remove(item)
        in_order(session.items)
    if again is not None and again.standing == "agenda" and not on_the_agenda(again):
        again.standing = "standing"


def still_wanted(decision: Decision, day: date) -> bool:
    """Tell whether a decision belongs on the agenda: the room put it there, its day has come, or a need is not met."""
    if decision.standing in ("changed", "ended"):
        return False
    return decision.standing == "agenda" or decision.look_due(day) or any(need.unmet for need in decision.needs)


def why_again(decision: Decision, day: date) -> str:
    """Say in one plain sentence why a decision is on the agenda again."""
    if any(need.unmet for need in decision.needs):
        return tr("Here again: a need is not met yet.")
    look_on = decision.look_on
    if look_on is not None and look_on <= day:
        return tr("Here again: its look-again day was {day}.", day=day_words(look_on))
    return tr("Here again: we decided on it on {day}.", day=day_words(decision.session.date))


def why_here(item: AgendaItem) -> str:
    """Say why an item of a session is there again; "" where it brings nothing back."""
    if item.again is None or item.session is None:
        return ""
    return why_again(item.again, item.session.date)


# -- what the no knew ------------------------------------------------------------------------------------------


def update_of(session: Session, thing: Action | Need | Decision) -> Update | None:
    """Give what the room of a session said of a thing, if it did."""
    return next((one for one in session.updates if one.about is thing), None)


def keep_update(
    session: Session, thing: Action | Need | Decision, answer: str, words: str = "", worry: str = "",
    look_again: date | None = None,
) -> None:  # fmt: skip
    """Keep what the room says of a thing, in the place of what it said before in the same session."""
    update = update_of(session, thing)
    if update is None:
        update = Update()
        if isinstance(thing, Action):
            update.action = thing
        elif isinstance(thing, Need):
            update.need = thing
        else:
            update.decision = thing
        session.updates.append(update)
    update.answer, update.words, update.worry = answer, optional(words, "line"), worry
    update.look_again = look_again


def say_worry(session: Session, decision: Decision, worry: str) -> None:
    """Keep whether the worry came true, of a decision that is looked at again on today's agenda; never of a person."""
    if worry not in WORRY_ANSWERS:
        raise Refused(tr("Did the worry come true? Choose: yes, partly, no, or too early to say."))
    update = update_of(session, decision)
    if update is not None:
        update.worry = worry
        return
    keep_update(session, decision, "agenda", worry=worry)
    if decision.standing == "standing":
        decision.standing = "agenda"
