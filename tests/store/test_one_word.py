"""How a decision stands is worked out at three places and said by one word; so are kinds and endings."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from benchmarks._growing import Rows
from elephants.cli import main
from elephants.looking import KINDS
from elephants.sessions.deciding.steps import ENDING_WORDS, Ending
from elephants.sessions.standing import STATES, decision_state
from elephants.store.glance import DueSeen
from elephants.store.history import History
from elephants.store.past import read_decision
from elephants.store.search import Asked, find, index_anew
from elephants.store.searched import SEARCHED
from elephants.ui.history.hits import ICONS
from elephants.ui.history.timeline import ORDER
from elephants.ui.homelists import DUE_ICONS, due_about
from tests.store import play

TODAY = date(2026, 11, 22)
DAYS = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1))
STANDINGS = ("open", "standing", "agenda", "changed", "ended")


def test_model_search_and_months_say_the_same_of_every_decision_there_could_be(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "elephants.store") as desk:
        play.open_session(desk)
        with desk.store.raw() as raw:
            space, session, day = raw.execute("SELECT space_id, id, date FROM session").fetchone()
            every = product(STANDINGS, (None, "most"), DAYS, DAYS)
            for number, (standing, ending, look, again) in enumerate(every, 1):
                Rows(raw).add(
                    "decision", id=number, uid=f"{number:032x}", space_id=space, session_id=session, ending=ending,
                    standing=standing, look_again=look, next_look=again, question="Where?", openness="wide",
                )  # fmt: skip
            index_anew(raw)
            raw.commit()
            searched = {
                hit.id: state
                for state in STATES
                for hit in find(raw, Asked(state=state, today=TODAY), limit=None)
                if hit.kind == "decision"
            }
        modelled = {}
        for one in range(1, number + 1):
            decision = read_decision(desk.store, one)
            assert decision is not None
            modelled[one] = decision_state(decision, TODAY)
        assert searched == modelled
        assert set(modelled.values()) == set(STATES)
        with closing(History(desk.store)) as history:
            [month] = history.months(space, TODAY)
        assert month.first == date.fromisoformat(day).replace(day=1)
        assert month.counts == Counter(modelled.values())


def test_every_state_has_its_place_in_the_picture_and_every_kind_its_word_and_picture() -> None:
    assert sorted(ORDER) == sorted(STATES)
    assert list(ENDING_WORDS) == list(Ending)
    assert set(ICONS) == set(KINDS) == set(SEARCHED)
    for kind in DUE_ICONS:
        assert due_about(DueSeen(kind, "", None), TODAY) != ("", "")


def test_the_command_line_offers_the_states_and_the_endings_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    main(["history", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert ", ".join(STATES) in said
    assert ", ".join(Ending) in said
