from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from elephants.paper.forms.letters import kept
from elephants.paper.forms.table import to_csv
from elephants.sessions.decision import new_action
from elephants.sessions.session import Session
from tests.paper.evening import evening
from tests.paper.forms.hostile import bad_lines

FORMULA = "=+-@"


@pytest.fixture
def session() -> Session:
    return evening()


def rows_of(session: Session, *, names: bool = False) -> list[dict[str, str]]:
    text = to_csv(session.decisions, session.actions, names=names)
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_decision_and_action_has_its_row(session: Session) -> None:
    rows = rows_of(session)
    assert [row["kind"] for row in rows] == ["decision"] * len(session.decisions) + ["action"] * len(session.actions)
    assert rows[0]["words"] == session.decisions[0].words
    assert rows[0]["look again"] == "2027-02-02"


@pytest.mark.parametrize(("agreed", "says"), [(True, "yes"), (False, "draft, not yet read back")])
def test_the_last_column_says_whether_the_room_has_agreed(agreed: bool, says: str) -> None:
    rows = rows_of(evening(agreed=agreed))
    assert {(list(row)[-1], row["agreed by the room"]) for row in rows} == {("agreed by the room", says)}
    assert {row["kind"] for row in rows} == {"decision", "action"}


def test_a_first_name_is_in_it_only_where_it_was_ticked(session: Session) -> None:
    names = {action.person.name for action in session.actions if action.person is not None}
    assert names
    assert not names & {row["who"] for row in rows_of(session)}
    assert names <= {row["who"] for row in rows_of(session, names=True)}


def test_no_naughty_line_becomes_a_formula_and_every_one_is_there(session: Session) -> None:
    for line in [*bad_lines(), "=1+1", "+1", "-1", "@x", "  =2", "\t=3", "\uff1d1", "|cmd"]:
        text = kept(line).strip()
        session.decisions[0].words = line
        cell = rows_of(session)[0]["words"]
        assert not cell.lstrip().startswith((*FORMULA, "\uff1d", "|")), line
        assert text in cell, line


def test_the_table_opens_in_a_spreadsheet_whatever_stands_in_an_action(session: Session) -> None:
    action = new_action(session.space, 'a "b", c\nd;e', date(2026, 11, 24), who="two, of us")
    action.session, action.state = session, "open"
    row = rows_of(session)[-1]
    assert (row["words"], row["who"]) == (action.text, "two, of us")
