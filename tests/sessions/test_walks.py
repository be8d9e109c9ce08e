"""Thousands of rooms walk the table, and nothing is lost, carried, closed or told that METHOD.md does not allow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from elephants.sessions.deciding import steps
from elephants.sessions.deciding.choosing import ChoosingDeeds
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.needs import NeedDeeds
from elephants.sessions.deciding.result import Tally
from elephants.sessions.deciding.steps import Answer, Ending
from tests.sessions.room import Kitchen
from tests.sessions.walker import Walker


@pytest.fixture(scope="module", autouse=True)
def kitchen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    Walker.kitchen = Kitchen(tmp_path_factory.mktemp("walks"))
    yield
    Walker.kitchen.desk.close()


def walk(times: int, steps: int) -> None:
    run_state_machine_as_test(
        Walker,
        settings=settings(
            max_examples=times, stateful_step_count=steps, deadline=None, database=None, print_blob=False,
            phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_no_walk_leaves_the_method() -> None:
    walk(50, 10)


@pytest.mark.torture
def test_no_walk_of_thousands_leaves_the_method() -> None:
    walk(2000, 20)


def _half_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def winner(tally: Tally) -> int | None:
        return next((at for at, n in enumerate(tally.options) if 2 * n >= tally.voting), None)

    monkeypatch.setattr(Tally, "winner", winner)


def _all_of_us_after_two_noes(monkeypatch: pytest.MonkeyPatch) -> None:
    possible = (Ending.ALL, *steps.ENDINGS_AFTER[Answer.SECOND_NOT_YET])
    monkeypatch.setitem(steps.ENDINGS_AFTER, Answer.SECOND_NOT_YET, possible)


def _add_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Deciding, "_all_answered", lambda _: None)


def _any_number_votes_on_the_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ChoosingDeeds, "_enough_for", lambda *_: None)


def _the_round_before_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Deciding, "_may_choose", lambda _: None)


def _undo_leads_past_the_reveal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elephants.desk.leads_back", lambda _: True)


def _a_late_need_takes_the_others_away(monkeypatch: pytest.MonkeyPatch) -> None:
    add_need = NeedDeeds.add_need

    def forgetful(deciding: Deciding, text: str) -> None:
        add_need(deciding, text)
        del deciding.poll.needs[:-1]

    monkeypatch.setattr(Deciding, "add_need", forgetful)


BREAKS = (
    _all_of_us_after_two_noes, _add_is_not_asked, _any_number_votes_on_the_laptop, _the_round_before_is_told,
    _undo_leads_past_the_reveal, _a_late_need_takes_the_others_away,
)  # fmt: skip


def test_a_walk_finds_a_tie_that_carries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walks must be able to fail."""
    _half_is_enough(monkeypatch)
    with pytest.raises(AssertionError):
        walk(500, 5)


@pytest.mark.torture
@pytest.mark.parametrize("break_a_rule", BREAKS)
def test_walks_find_a_rule_that_is_broken(
    break_a_rule: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_a_rule(monkeypatch)
    with pytest.raises(AssertionError):
        walk(2000, 20)
