"""What takes the place of a decision: the newer one on the same question, until that is opened once more or struck.

METHOD.md, What happened since, and the table of Deciding together. Of two kinds are those whose place is taken: one
that was looked at again, and those that came to *Not decided yet* while their item was carried from agenda to agenda.
They hang on each other as a chain, the newest first, so that each says what took its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import object_session

from elephants.sessions.again import keep_away, on_the_agenda
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.standing import AGENDA, CHANGED, ENDED, OPEN, STANDING
from elephants.sessions.terms import DECISION_ANSWERS
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.decision import Decision


def take_the_place(new: Decision) -> None:
    """Let a decision take the place of the one it looked at again, and of what was not decided on its item before.

    Those are *changed*. Every ending decides but *Not decided yet*: with that one the older decision goes on standing.
    What was agreed of them stays as it was agreed (METHOD.md, Struck means gone).
    """
    newer = new
    for old in list(_before(new)):
        newer.replaces, old.standing = old, CHANGED
        newer = old


def _before(new: Decision) -> Iterator[Decision]:
    """Give what a decision comes after, the latest first: what stayed open on its item, then what it looks at again."""
    item = new.item
    if item is None:
        return
    for earlier in reversed(item.before()):
        old = earlier.decision
        if old is not None and old.standing == OPEN and old.ending == Ending.NOT_DECIDED:
            yield old
    if item.again is not None and item.again.standing != CHANGED:
        yield item.again


def give_the_place_back(new: Decision) -> None:
    """Let the older decisions stand again, or be open: the newer one was opened once more, or struck."""
    old, new.replaces = new.replaces, None
    while old is not None:
        earlier = None
        if old.ending == Ending.NOT_DECIDED:
            earlier, old.replaces, old.standing = old.replaces, None, OPEN
        else:
            old.standing = AGENDA if on_the_agenda(old) else STANDING
        old = earlier


def let_stand(decision: Decision) -> None:
    """Untie a decision that is struck from what brings it back and from what took its place; it leaves no trace.

    What took its place now takes the place of the one before it.
    """
    newer = in_its_place(decision)
    if newer is None:
        give_the_place_back(decision)
    else:
        older, newer.replaces, decision.replaces = decision.replaces, None, None
        db = object_session(decision)
        if older is not None and db is not None:
            db.flush()  # one decision is replaced by one: the older one is let go before it is taken
        newer.replaces = older
    keep_away(decision)
    for item in decision.space.items:
        if item.again is decision:
            item.again = None


def in_its_place(decision: Decision) -> Decision | None:
    """Give the newer decision that took the place of one, where the desk holds it."""
    return next((one for one in decision.space.decisions if one.replaces_id == decision.id), None)


def decided_before(decision: Decision) -> Decision | None:
    """Give the earlier decision whose place one takes, past those that came to *Not decided yet*; None without."""
    older = decision.replaces
    while older is not None and older.ending == Ending.NOT_DECIDED:
        older = older.replaces
    return older


def decided_since(decision: Decision) -> Decision | None:
    """Give the later decision that took the place of one, past those that came to *Not decided yet*; None without."""
    newer = decision.replaced_by
    while newer is not None and newer.ending == Ending.NOT_DECIDED:
        newer = newer.replaced_by
    return newer


def anew_words(decision: Decision, newer: Decision | None = None) -> str:
    """Say that a newer decision took the place of one, and which where that is known; "" where none did."""
    if decision.standing != CHANGED:
        return ""
    if newer is not None and newer.ending is not None:
        title, day = newer.title or newer.question, day_words(newer.session.date)
        return tr("Decided anew on {day}: {title}", day=day, title=title)
    return tr("Decided anew later")


def past_words(decision: Decision, newer: Decision | None = None) -> str:
    """Say that nobody looks at a decision again: it has ended, or a newer one took its place; "" for any other."""
    return tr(DECISION_ANSWERS["ended"]) if decision.standing == ENDED else anew_words(decision, newer)
