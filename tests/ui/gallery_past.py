"""A group that has met for a year, written into a store by plain rows: what pictures of the history look back on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks._growing import Rows
from elephants.desk import Desk
from elephants.sessions.space import Home
from elephants.store.search import index_anew
from elephants.store.store import Store

NEWEST = date(2026, 11, 17)
SAID = (
    ("Who opens the hall?", "The hall opens at five", "Whoever has the key that week opens it at five."),
    ("How do we keep the heating on in winter?", "The heating is mended before winter",
     "We ask the council to mend the heating before 1 November. Until then there are blankets and hot drinks."),
    ("When do we clean the kitchen?", "We clean together", "We clean together after each evening."),
    ("Do we buy a second kettle?", "A second kettle", "We buy one and keep the old one."),
    ("Where do bikes stand?", "Bikes in the yard", "Bikes stand in the yard behind the house."),
)  # fmt: skip
NEED, SENTENCE = "A warm corner for those who come early", "The small heating is on from four o'clock."
ACTION = "Ring the council about the heating"
STOOD = ("standing", "standing", "standing", "changed", "standing", "ended", "agenda")
ENDED = ("all", "go ahead", "most", "not decided", "all", "go ahead")


def a_year(folder: Path) -> Path:
    """Write a store into a folder: seventeen sessions, and what each decided; gives the folder."""
    with_space = Desk(Store(folder / "elephants.store"))
    with_space.change(with_space.home, Home.new_space, "Tuesday kitchen")
    with_space.close()
    store = Store(folder / "elephants.store")
    with store.raw() as raw:
        number = 0
        for session in range(17):
            day = NEWEST - timedelta(days=21 * session)
            Rows(raw).add(
                "session", id=session + 1, uid=_uid(session), space_id=1, template="working", date=f"{day}",
                starts="18:00:00", minutes=90, state="agreed", here=12,
            )  # fmt: skip
            for _ in range(1 + session % 3):
                number += 1
                _decided(Rows(raw), number, session + 1, day)
        index_anew(raw)
        raw.commit()
    store.close()
    return folder


def _decided(rows: Rows, number: int, session: int, day: date) -> None:
    question, title, words = SAID[number % len(SAID)]
    ending = ENDED[number % len(ENDED)]
    whole: dict[str, Any] = {"question": question, "title": title, "words": words, "openness": "wide", "form": "words"}
    again = f"{day + timedelta(days=84)}" if ending == "go ahead" else None
    stood = "open" if ending == "not decided" else STOOD[number % len(STOOD)]
    rows.add(
        "decision", id=number, uid=_uid(number), space_id=1, session_id=session, ending=ending, standing=stood,
        look_again=again, **whole,
    )  # fmt: skip
    if number % 5 == 1:
        rows.add(
            "need", id=number, uid=_uid(number), decision_id=number, text=NEED, sentence=SENTENCE, answer="added",
            met=(None, "met", "partly")[number % 3],
        )  # fmt: skip
        rows.add(
            "action", id=number, uid=_uid(number), space_id=1, session_id=session, decision_id=number, text=ACTION,
            who="Two of us", by=f"{day + timedelta(days=28)}", state="done" if number % 2 else "open",
        )  # fmt: skip


def _uid(number: int) -> str:
    return f"{number:032x}"
