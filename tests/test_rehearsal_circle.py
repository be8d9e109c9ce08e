"""What a rehearsal does with the questions of a round, and with what is born in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.sessions.base import Refused
from elephants.sessions.round import Round
from tests.rehearsals import SHORT, play, written

QUESTION = "How are you arriving today?"


def lines(*wanted: str) -> str:
    return SHORT + "".join(f"\n[[line]]\n{one}\n" for one in wanted)


RETIRE = f'do = "questions: retire"\nquestion = "{QUESTION}"'
OFFER = f'do = "questions: offer again"\nquestion = "{QUESTION}"'
THERE = 'do = "go to"\nkind = "checkin"'


@pytest.mark.parametrize(("said", "retired"), [((RETIRE,), [QUESTION]), ((RETIRE, OFFER), [])])
def test_a_question_is_retired_and_offered_again(tmp_path: Path, said: tuple[str, ...], retired: list[str]) -> None:
    played = play(written(tmp_path, lines(THERE, *said)), tmp_path / "store")
    now = played.session.now
    assert isinstance(now, Round)
    assert now.retired_questions() == retired
    played.desk.close()


def test_outside_a_round_no_question_is_retired(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"line 16: The room is not in a check-in or a check-out now\."):
        play(written(tmp_path, lines(RETIRE)), tmp_path / "store")


@pytest.mark.parametrize(("leave_out", "today", "next_time"), [("", 1, 0), ('leave_out = ["agenda"]\n', 0, 1)])
def test_what_is_born_in_a_round_is_on_an_agenda(tmp_path: Path, leave_out: str, today: int, next_time: int) -> None:
    text = SHORT.replace("date = 2026-11-27\n", f"date = 2026-11-27\n{leave_out}")
    played = play(written(tmp_path, text), tmp_path / "store")
    assert (len(played.session.items), len(played.session.space.open_items())) == (today, next_time)
    played.desk.close()
