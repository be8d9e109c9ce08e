"""Same outcome, same bytes: in words nobody can tell 8 to 6 from 13 to 1, wherever they look (METHOD.md).

Played through a real desk by each way to choose; compared is all that is written anywhere, and the room's screen
after the reveal, but for ids, salts and the order of chairs. Another outcome must show in that comparison.
"""

from __future__ import annotations

import json
import logging
import random
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import inspect

from elephants import commands
from elephants.desk import Desk
from elephants.logs import begin_log, log
from elephants.paper import papers
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import NUMBERS, WORDS, Count, Tally
from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import Way
from elephants.sessions.decision import Decision, Option
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.settings import Settings, log_folder, settings_path
from elephants.ui.style import LIGHT, dress
from elephants.ui.views import VIEWS
from tests.paper.reading import words_of
from tests.rehearsals import dump
from tests.store import play
from tests.test_twins import RANDOM, _files
from tests.ui.views.kitchen import Drawn

HERE = 14
CARRIED = ((8, 6, 0), (13, 1, 0), (14, 0, 0), (9, 0, 0), (5, 2, 2), (8, 0, 6))
"""Hands for the hall, for the kitchen and for *I'm not sure*; whoever is missing passed."""
SPLIT = ((7, 7, 0), (6, 5, 3), (0, 0, 14), (4, 4, 0), (7, 0, 7), (1, 1, 1))


TOLD = {"room", "pixels", "console", "revealed", "rows", "papers", "listed"}
"""Where an outcome shows."""


@dataclass(frozen=True)
class Left:
    """All that one vote leaves behind, at the reveal and at the end of the evening."""

    room: str
    pixels: bytes
    console: str
    revealed: dict[str, list[dict[str, object]]]
    wal: tuple[int, int]
    rows: dict[str, list[dict[str, object]]]
    papers: dict[str, bytes]
    listed: tuple[str, ...]
    elsewhere: dict[str, bytes]

    def differs(self, other: Left) -> set[str]:
        """Name what is not the same."""
        return {one.name for one in fields(self) if getattr(self, one.name) != getattr(other, one.name)}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    assert qapp is not None
    dress(qapp, LIGHT, 1.0, motion=False)


def leave(folder: Path, way: Way, hands: tuple[int, ...], monkeypatch: pytest.MonkeyPatch, *, form: str = WORDS,
          draw: int = 1) -> Left:  # fmt: skip
    """Choose on a laptop of its own, bring the evening to its end, and look at what stays there."""
    laptop = folder / "laptop"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(laptop / name))
    noted = begin_log(log_folder())
    settings_path().parent.mkdir(parents=True)
    Settings(zoom=1.5).write(settings_path())
    store = folder / "kept" / "elephants.store"
    desk = play.new_desk(store)
    desk._draw = random.Random(draw)
    monkeypatch.setattr(secrets, "token_bytes", random.Random(1).randbytes)  # papers say the start of the chain
    deciding = choose(desk, way, hands, form)
    seen = Drawn(VIEWS["deciding"](desk, deciding.id))
    wal = store.with_name("elephants.store-wal")
    at_reveal = (seen.words, bytes(seen.image.constBits()), deciding.poll.result_words(), lasting(desk))
    before = wal.stat().st_size
    finish(desk, deciding)
    session = play.session_of(desk)
    made = {kind: papers.build(session, kind) for kind in papers.PAPERS}
    rows, after = lasting(desk), wal.stat().st_size
    desk.close()
    logging.getLogger().removeHandler(noted)
    noted.close()
    listed = (*commands.decisions(store, as_json=True), *commands.decisions(store))
    return Left(*at_reveal, (before, after), rows, made, listed, _files(laptop))


def lasting(desk: Desk) -> dict[str, list[dict[str, object]]]:
    """Read every row, without what is drawn anew for each."""
    return {
        table: [{name: value for name, value in row.items() if name not in RANDOM} for row in rows]
        for table, rows in dump(desk.store).items()
    }


def choose(desk: Desk, way: Way, hands: tuple[int, ...], form: str) -> Deciding:
    """Bring a room to the choice, and show what came out."""
    play.open_session(desk, here=HERE)
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.choose_by, way.value)
    desk.change(deciding, Deciding.write_as, form)
    play.to_choose(desk, deciding)
    box = desk.moment(deciding)
    if isinstance(box, Ballot):
        desk.change(deciding, Deciding.open_box)
        by_laptop(desk, box, hands)
    else:
        by_hands(desk, box, hands)
    desk.change(deciding, Deciding.reveal, box.tally())
    return deciding


def by_hands(desk: Desk, count: Count, hands: tuple[int, ...]) -> None:
    """Count each hand, one tap after the other."""
    for place, n in enumerate(hands):
        for _ in range(n):
            desk.change(count, Count.one_more, place)


def by_laptop(desk: Desk, box: Ballot, hands: tuple[int, ...]) -> None:
    """Pass the laptop round in some order; who is missing passes."""
    wishes: list[int | None] = [place for place, n in enumerate(hands) for _ in range(n)]
    wishes += [None] * (HERE - len(wishes))
    random.Random(str(hands)).shuffle(wishes)
    desk.change(box, Ballot.begin)
    for wish in wishes:
        desk.change(box, Ballot.ready)
        desk.change(box, Ballot.wish, wish)
        desk.change(box, Ballot.sure)
        desk.change(box, Ballot.pass_on)


def finish(desk: Desk, deciding: Deciding) -> None:
    """Bring the decision to an ending and the record to its agreement."""
    if deciding.step == Step.SPLIT:
        desk.change(deciding, Deciding.more)
        for _ in range(3):
            desk.change(deciding, Deciding.go_on)
        desk.change(deciding, Deciding.not_today)
        desk.change(deciding, Deciding.say_next_step, "Ask the council")
        desk.change(deciding, Deciding.close, "not decided", desk.chance)
    else:
        desk.change(deciding, Deciding.nothing_came)
        desk.change(deciding, Deciding.go_on)
        desk.change(deciding, Deciding.everyone)
        desk.change(deciding, Deciding.look_again_on, date(2027, 2, 2), desk.today())
        desk.change(deciding, Deciding.close, "all", desk.chance)
    desk.change(play.session_of(desk), Session.close)
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today(), desk.chance)


def the_same(way: Way, hands: tuple[tuple[int, ...], ...], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Left:
    """Vote once for each of these hands; all of it must leave the same."""
    left = [leave(folder / str(one), way, one, monkeypatch, draw=n) for n, one in enumerate(hands)]
    for one, counted in zip(left, hands, strict=True):
        assert one.differs(left[0]) == set(), counted
    assert len(left[0].elsewhere) == 2, "the log and the settings are among what is compared"
    return left[0]


@pytest.mark.parametrize("way", Way)
def test_the_same_outcome_in_words_leaves_the_same(way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = 3 if way is Way.BALLOT else 2
    carried = the_same(way, CARRIED[:some], tmp_path, monkeypatch)
    split = the_same(way, SPLIT[: some - 1], tmp_path, monkeypatch)
    assert carried.differs(split) >= TOLD, "another outcome must show"


@pytest.mark.torture
@pytest.mark.parametrize("outcome", [CARRIED, SPLIT])
@pytest.mark.parametrize("way", Way)
def test_every_chosen_tally_in_words_leaves_the_same(
    way: Way, outcome: tuple[tuple[int, ...], ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    the_same(way, outcome, tmp_path, monkeypatch)


def test_a_box_in_which_all_passed_leaves_the_same_as_a_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = leave(tmp_path / "one", Way.BALLOT, (7, 7, 0), monkeypatch)
    none = leave(tmp_path / "none", Way.BALLOT, (0, 0, 0), monkeypatch, draw=2)
    assert one.differs(none) == set()


@pytest.mark.parametrize("way", [Way.OPEN, Way.BALLOT])
def test_in_numbers_nothing_but_the_totals_differs(way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (
        leave(tmp_path / str(n), way, hands, monkeypatch, form=NUMBERS) for n, hands in enumerate(CARRIED[:2])
    )
    assert one.differs(other) == {"console", "room", "pixels", "revealed", "rows", "papers"}
    assert _without(one.console, "8", "6") == _without(other.console, "13", "1")
    assert _without(one.room, "8", "6") == _without(other.room, "13", "1")
    mine, yours = (_uncoded(words_of(left.papers["outcome"])) for left in (one, other))
    assert mine == yours, "the outcome sheet uses words always"
    for kept, twins in ((one.revealed, other.revealed), (one.rows, other.rows)):
        for table, rows in kept.items():
            for row, twin in zip(rows, twins[table], strict=True):
                mine_row, twin_row = _but_totals(table, row), _but_totals(table, twin)
                assert {name for name in mine_row if mine_row[name] != twin_row[name]} <= {"totals"}


def _but_totals(table: str, row: dict[str, object]) -> dict[str, object]:
    """The same row; the facts of a decision, as the record holds them, without its totals."""
    if table != "revision" or (row["thing"], row["part"]) != ("decision", "facts"):
        return row
    facts = json.loads(str(row["words"]))
    assert facts.pop("totals")
    return {**row, "words": facts}


def _uncoded(said: str) -> str:
    """Leave out the check code, which speaks for the whole record and is salted."""
    coded = re.compile(r"\b[0-9A-Z]{4}[ -][0-9A-Z]{4}\b")
    assert coded.search(said)
    return coded.sub("-", said)


def _without(said: str, *numbers: str) -> str:
    for n in numbers:
        said = said.replace(n, "-")
    return said


def test_what_is_compared_is_all_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A vote that is logged, or kept anywhere else beside the store, must show."""
    one = leave(tmp_path / "one", Way.BALLOT, (8, 6, 0), monkeypatch)
    tally = Ballot.tally

    def leaky(box: Ballot) -> Tally:
        log.error("%s", tally(box).options[0])
        return tally(box)

    monkeypatch.setattr(Ballot, "tally", leaky)
    other = leave(tmp_path / "other", Way.BALLOT, (13, 1, 0), monkeypatch)
    assert one.differs(other) == {"elsewhere"}
    caplog.clear()


# -- every two tallies, without a store --------------------------------------------------------------------------


def revealed(hands: tuple[int, ...], here: int, form: str) -> dict[str, object]:
    """Give every column that the reveal of a tally leaves behind, and what is said of it."""
    poll = Decision(question="Where?", openness="wide", form=form, splits=0, title="", words="", short=False)
    poll.options = [Option(text=text, place=place) for place, text in enumerate(("The hall", "The kitchen"))]
    deciding = Deciding(title="Where?", minutes=5, decision=poll, settings={"step": "choose"})
    deciding.reveal(Tally(hands[:-1], hands[-1], here))
    columns = {one.key: getattr(poll, one.key) for one in inspect(Decision).column_attrs}
    return {**columns, **deciding.settings, "said": poll.result_words(), "always": poll.result_in_words()}


def tallies(here: int) -> Iterator[tuple[int, int, int]]:
    """Give the ways in which so many people can choose between two options, not be sure, or pass."""
    for one in range(here + 1):
        for other in range(here + 1 - one):
            for not_sure in {0, (here - one - other) // 2, here - one - other}:
                if one + other + not_sure:
                    yield one, other, not_sure


def outcome_of(hands: tuple[int, ...]) -> int | None:
    """Say by our own arithmetic which option has more than half of those voting."""
    return next((place for place, n in enumerate(hands[:-1]) if n > sum(hands) - n), None)


def compare(here: int) -> None:
    """Compare every tally with every other of the same outcome."""
    first: dict[tuple[str, int | None], dict[str, object]] = {}
    for hands in tallies(here):
        for form in (WORDS, NUMBERS):
            left = revealed(hands, here, form)
            totals, said = left.pop("totals"), left.pop("said")
            assert (totals is None) == (form == WORDS)
            if form == WORDS:
                left["said"] = said
            kept = first.setdefault((form, outcome_of(hands)), left)
            assert left == kept, hands
    assert len(first) == 6, "all three outcomes were there, in both forms"
    assert len({str(sorted(one.items(), key=str)) for one in first.values()}) == 6


@pytest.mark.parametrize("here", [3, 6, 7, 14])
def test_every_two_tallies_of_the_same_outcome_leave_the_same(here: int) -> None:
    compare(here)


@pytest.mark.torture
@pytest.mark.parametrize("here", range(3, 41))
def test_every_two_tallies_of_any_room_leave_the_same(here: int) -> None:
    compare(here)
