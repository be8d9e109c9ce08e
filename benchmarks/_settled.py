"""Answers in a grown store what a room would have answered by now: what is due is of the latest sessions alone.

`_growing` writes decisions that nobody ever came back to. A group that meets answers what is due; what stays are needs
that have no day, of which nobody will ever ask: each twentieth decision has one.
"""

from __future__ import annotations

from datetime import date

from elephants.store.store import Store

LATEST = 320
"""How many of the newest decisions are left as they are: four sessions of each of eight spaces."""
TODAY = date(2026, 11, 24)
DUE = "2026-11-20"

_ANSWERED = (
    "UPDATE need SET met = CASE id % 20 WHEN 0 THEN NULL ELSE 'met' END WHERE decision_id <= :old",
    "UPDATE action SET state = 'done' WHERE decision_id <= :old",
    "UPDATE action SET by = NULL WHERE decision_id <= :old AND decision_id % 20 = 0",
    "UPDATE decision SET standing = 'standing' WHERE standing = 'agenda'",
    "UPDATE decision SET look_again = NULL WHERE id <= :old AND id % 20 = 0",
    "UPDATE decision SET next_look = '2027-03-01' WHERE id <= :old AND look_again IS NOT NULL",
    "UPDATE action SET by = :due WHERE decision_id > :old",
    "UPDATE action SET state = 'open' WHERE decision_id > :old AND decision_id % 10 = 0",
)


def settle(store: Store, latest: int = LATEST) -> None:
    """Answer all but what belongs to so many of the newest decisions."""
    with store.raw() as raw:
        newest = raw.execute("SELECT max(id) FROM decision").fetchone()[0]
        words = {"old": newest - latest, "due": DUE}
        raw.isolation_level = None
        raw.execute("BEGIN IMMEDIATE")
        for sentence in _ANSWERED:
            raw.execute(sentence, {name: value for name, value in words.items() if f":{name}" in sentence})
        raw.execute("DELETE FROM to_find")  # no word changed: the index may stay as it is
        raw.execute("COMMIT")
