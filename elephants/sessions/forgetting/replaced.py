"""What a forgotten decision leaves to those before and after it: who takes whose place now, and what stands again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, update

from elephants.sessions.deciding.steps import Ending
from elephants.sessions.forgetting.kept_words import tables
from elephants.sessions.standing import AGENDA, OPEN, STANDING


@dataclass(repr=False)
class Left:
    """Which decisions stay and lose what took their place: some stand again, some are open once more.

    `taken` says by ids which newer one takes the place of which older one, past those that go.
    """

    stands: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    taken: dict[int, int] = field(default_factory=dict)


def left_by(db: Connection, gone: Collection[int]) -> Left:
    """Find what the decisions `gone` would leave to those that stay; changes nothing."""
    decision = tables()["decision"]
    link = select(decision.c.id, decision.c.replaces_id)
    older = {row.id: row.replaces_id for row in db.execute(link.where(decision.c.id.in_(gone)))}
    left = Left()
    for newer, went in db.execute(link.where(decision.c.replaces_id.in_(gone), decision.c.id.not_in(gone))):
        found = older.get(went)
        while found in older:
            found = older[found]
        if found is not None:
            left.taken[newer] = found
    lost = [one for one in older.values() if one is not None and one not in older and one not in left.taken.values()]
    for one in lost:
        _stand_again(db, left, one)
    return left


def _stand_again(db: Connection, left: Left, number: int) -> None:
    """Note that a decision stands again; one that was not decided is open, and the one before it stands again too."""
    decision = tables()["decision"]
    found: int | None = number
    while found is not None:
        row = db.execute(select(decision.c.ending, decision.c.replaces_id).where(decision.c.id == found)).one()
        if row.ending != Ending.NOT_DECIDED:
            left.stands.add(found)
            return
        left.open.add(found)
        found = row.replaces_id


def let_stand(db: Connection, left: Left, items_gone: Collection[int]) -> None:
    """Let those stand again that lose what took their place; on the agenda where an item that stays has them."""
    decision, item = tables()["decision"], tables()["agenda_item"]
    has = select(item.c.again_id).where(item.c.again_id.is_not(None), item.c.closed.is_(None))
    on = set(db.scalars(has.where(item.c.id.not_in(items_gone)))) & left.stands
    for standing, which in ((AGENDA, on), (STANDING, left.stands - on)):
        db.execute(update(decision).where(decision.c.id.in_(which)).values(standing=standing))
    db.execute(update(decision).where(decision.c.id.in_(left.open)).values(standing=OPEN, replaces_id=None))


def take_over(db: Connection, left: Left) -> None:
    """Let each newer decision take the place of the older one; once those between them are gone."""
    decision = tables()["decision"]
    for newer, older in left.taken.items():
        db.execute(update(decision).where(decision.c.id == newer).values(replaces_id=older))
