"""Forensics: twelve secret votes, and somebody with the key, the files and the memory who wants to know who chose what.

Promise 6: no ballot, no order and no person is written anywhere; in words nobody can tell 11 to 1 from 7 to 5. Each
attack is tried on a box that leaks as well: there it must find what leaked.
"""

from __future__ import annotations

import gc
import pickle
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import FunctionType, MethodType, ModuleType

import pytest

from elephants.desk import Desk
from elephants.logs import log
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from tests.rehearsals import dump
from tests.store import play
from tests.test_twins import RANDOM
from tests.voting import AGREED, OPEN, REVEALED, VOTERS, evening, evidence, tables

ROOT = Path(__file__).parents[1]
SAME = ("AAAAAAABBBBB", "BBBBBAAAAAAA", "AAAAAAAAAAAB", "AAAAAAAAAAAA", "A-----------", "?AB?AAAAAAA-")
"""Twelve choices in the order they were made, each with more than half for A; "-" passes."""


class Logging(Ballot):
    """Leaks: writes each vote into the log."""

    def sure(self) -> None:
        log.warning("a vote: %s", -1 if self._wish is None else self._wish)
        super().sure()


class Remembering(Ballot):
    """Leaks: remembers the order, in memory only."""

    def sure(self) -> None:
        vars(self).setdefault("_order", []).append(self._wish)
        super().sure()


class Lasting(Ballot):
    """Leaks: forgets to take the last wish away."""

    def sure(self) -> None:
        last = self._wish
        super().sure()
        self._wish = last


@pytest.fixture(scope="module", autouse=True)
def the_library_drew_its_names(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Play one evening before the others: SQLAlchemy draws names by the same chance, once in a process."""
    left_by(tmp_path_factory.mktemp("first"), SAME[0], OPEN)


# -- on the disk ---------------------------------------------------------------------------------------------------


def left_by(folder: Path, choices: str, stop: str, *, seed: int = 1, box: type[Ballot] = Ballot) -> dict[str, bytes]:
    """Vote, and read every byte that is there: with the app still open, what it can undo, and after it was closed."""
    desk = evening(folder, choices, seed=seed, stop=stop, box=box)
    left = {f"open {name}": content for name, content in evidence(folder).items()}
    deeds = [(one.came, one.went, one.changed) for one in desk._undo._deeds]
    lit = sorted(desk.moment(play.activity_of(desk, "deciding")).lit) if stop == OPEN else []
    left["memory"] = repr((deeds, lit)).encode()
    desk.close()
    return {**left, **evidence(folder)}


@pytest.mark.torture
@pytest.mark.parametrize("stop", [OPEN, REVEALED, AGREED])
def test_whatever_else_was_chosen_every_byte_is_the_same(stop: str, tmp_path: Path) -> None:
    first, *others = (left_by(tmp_path / str(n), choices, stop) for n, choices in enumerate(SAME))
    assert all(other == first for other in others)


@pytest.mark.parametrize("stop", [OPEN, REVEALED, AGREED])
def test_whoever_chose_what_every_byte_is_the_same(stop: str, tmp_path: Path) -> None:
    first = left_by(tmp_path / "0", SAME[0], stop)
    there = {"elephants.store", "open elephants.store-wal", "open elephants.store-shm", "log/elephants.log", "memory"}
    assert set(first) >= there
    for n, choices in enumerate(SAME[1:3], 1):
        left = left_by(tmp_path / str(n), choices, stop)
        assert [name for name in first if left[name] != first[name]] == [], choices


def test_the_bytes_are_really_read(tmp_path: Path) -> None:
    """Controls: words that are kept can be found, with the store open; another outcome and another chance show."""
    left = left_by(tmp_path / "one", SAME[0], REVEALED)
    assert b"I just want it to be warm" in left["open elephants.store"] + left["open elephants.store-wal"]
    for n, (choices, seed) in enumerate([("AAAAAABBBBBB", 1), (SAME[0], 2)]):
        assert left_by(tmp_path / str(n), choices, REVEALED, seed=seed) != left


def test_a_vote_that_is_logged_is_found(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    one, other = (left_by(tmp_path / str(n), choices, OPEN, box=Logging) for n, choices in enumerate(SAME[:2]))
    assert {name for name in one if one[name] != other[name]} == {"log/elephants.log", "open log/elephants.log"}
    caplog.clear()


@pytest.mark.parametrize("stop", [OPEN, pytest.param(REVEALED, marks=pytest.mark.torture)])
def test_after_a_kill_every_byte_is_the_same_and_the_box_is_lost(stop: str, tmp_path: Path) -> None:
    left = []
    for n, choices in enumerate(SAME[:2]):
        killed(tmp_path / str(n), choices, stop)
        left.append(evidence(tmp_path / str(n)))
    assert left[0] == left[1]
    assert any(name.endswith("-wal") and content for name, content in left[0].items()), "nobody cleaned up"
    deciding, desk = reopened(tmp_path / "0")
    lost = deciding.box_open and not getattr(desk.moment(deciding), "begun", True)
    assert (deciding.step, lost) == ((Step.CHOOSE, True) if stop == OPEN else (Step.ADD, False))
    desk.close()


# -- a statistical attack --------------------------------------------------------------------------------------


def attack(evenings: list[tuple[str, bytes]]) -> float:
    """Learn on one half of the evenings which byte tells each voter's choice best; say how often it does on the other.

    Each voter alone, each byte alone, each threshold: enough to find an order, a person or a log of votes.
    """
    half = len(evenings) // 2
    learn, test = evenings[:half], evenings[half:]
    long = min(len(content) for _, content in evenings)
    varying = [at for at in range(long) if len({content[at] for _, content in learn}) > 1]
    hits = 0
    for voter in range(VOTERS):
        at, least, turned = max(
            ((at, least, turned) for at in varying for least in {content[at] for _, content in learn}
             for turned in (False, True)),
            key=lambda rule: _hits(learn, voter, *rule), default=(0, 0, False),
        )  # fmt: skip
        hits += _hits(test, voter, at, least, turned)
    return hits / (VOTERS * len(test))


def _hits(evenings: list[tuple[str, bytes]], voter: int, at: int, least: int, turned: bool) -> int:
    return sum(((content[at] >= least) != turned) == (choices[voter] == "A") for choices, content in evenings)


def many(folder: Path, box: type[Ballot], times: int) -> list[tuple[str, bytes]]:
    """Hold many ballots with real chance, seven for A and five for B in whatever order."""
    draw, found = random.Random(7), []
    for n in range(times):
        choices = "".join(draw.sample("AAAAAAABBBBB", VOTERS))
        left = left_by(folder / str(n), choices, AGREED, seed=1000 + n, box=box)
        found.append((choices, b"".join(left[name] for name in sorted(left))))
    return found


@pytest.mark.torture
def test_a_statistical_attack_does_no_better_than_chance(tmp_path: Path) -> None:
    """By chance 7 of 12 are right for who says A each time, a little less for who guesses: 4 deviations above."""
    times = 40
    right = attack(many(tmp_path, Ballot, times))
    tries = VOTERS * times // 2
    assert right < 7 / 12 + 4 * (0.25 / tries) ** 0.5, right


@pytest.mark.torture
def test_the_attack_finds_a_ballot_that_leaks(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert attack(many(tmp_path, Logging, 40)) > 0.95
    caplog.clear()


# -- in memory -------------------------------------------------------------------------------------------------


def remembered(choices: str, box: type[Ballot]) -> tuple[Counter[str], bytes]:
    """Vote, and read all that can be reached from the box, and the whole of it as it would be written down."""
    made = box(2, VOTERS, random.Random(3))
    made.begin()
    for choice in choices:
        made.ready()
        made.wish({"A": 0, "B": 1, "?": 2, "-": None}[choice])
        made.sure()
        made.pass_on()
    found: Counter[str] = Counter()
    seen: set[int] = set()
    waiting: list[object] = [made]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type | ModuleType | FunctionType | MethodType):
            continue
        seen.add(id(thing))
        found[f"{type(thing).__name__} {thing!r}" if isinstance(thing, str | int | list | tuple | set) else ""] += 1
        waiting += gc.get_referents(thing)
    return found, pickle.dumps(vars(made))


ORDERS = ("AAAAAAABBB?-", "-?BBBAAAAAAA", "BAB-AAA?AABA")


@pytest.mark.parametrize("other", ORDERS[1:])
def test_in_memory_nothing_tells_the_last_wish_or_an_order(other: str) -> None:
    assert Counter(other) == Counter(ORDERS[0])
    assert remembered(ORDERS[0], Ballot) == remembered(other, Ballot)


@pytest.mark.parametrize("leaking", [Remembering, Lasting])
def test_in_memory_an_order_and_a_last_wish_are_found(leaking: type[Ballot]) -> None:
    assert remembered(ORDERS[0], leaking) != remembered(ORDERS[1], leaking)


# -- a kill at any moment --------------------------------------------------------------------------------------


def killed(folder: Path, choices: str, stop: str) -> int:
    """Vote in a process of its own that is killed on the way; gives how it ended."""
    line = [sys.executable, "-m", "tests.voting", str(folder), choices, "1", stop]
    done = subprocess.run(line, cwd=ROOT, check=False, capture_output=True)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode


def reopened(folder: Path) -> tuple[Deciding, Desk]:
    """Open what a kill left."""
    desk = tables(folder)
    desk.open(play.space_of(desk).sessions[0].id)
    deciding = play.activity_of(desk, "deciding")
    assert isinstance(deciding, Deciding)
    return deciding, desk


@pytest.mark.parametrize(("when", "step"), [("before_commit", Step.CHOOSE), ("after_commit", Step.ADD)])
def test_a_kill_in_the_middle_of_the_reveal(when: str, step: Step, tmp_path: Path) -> None:
    """Either the result is whole or the box is lost, and then nothing of it is there."""
    assert killed(tmp_path, SAME[0], when) == -signal.SIGKILL
    deciding, desk = reopened(tmp_path)
    assert deciding.step == step
    if step == Step.CHOOSE:
        assert (deciding.box_open, deciding.poll.result_words()) == (True, "")
        assert not desk.moment(deciding).begun
        desk.change(deciding, Deciding.open_box)
        desk.change(desk.moment(deciding), Ballot.begin)
    else:
        assert (deciding.box_open, deciding.poll.result_words()) == (False, "Most of us chose “The hall”.")
    assert [view.text for view in deciding.poll.views] == ["I just want it to be warm"]
    desk.close()


def states(folder: Path) -> list[str]:
    """Give all that is kept after each deed of an evening that nobody killed."""
    found: list[str] = []

    def watch(desk: Desk) -> None:
        found.append(kept(desk))
        desk.changed.append(lambda: found.append(kept(desk)))

    evening(folder, SAME[0], watch=watch).close()
    return found


def kept(desk: Desk) -> str:
    """Give every row but for what is drawn by chance."""
    rows = dump(desk.store)
    return repr({name: [{k: v for k, v in row.items() if k not in RANDOM} for row in rows[name]] for name in rows})


@pytest.mark.torture
def test_a_kill_before_any_statement_leaves_a_deed_whole_or_not_at_all(tmp_path: Path) -> None:
    whole = states(tmp_path / "whole")
    reached, number, done = set(), 8, -signal.SIGKILL
    while done == -signal.SIGKILL:
        folder = tmp_path / str(number)
        done = killed(folder, SAME[0], str(number))
        desk = tables(folder)
        state = kept(desk)
        assert state in whole, number
        reached.add(whole.index(state))
        desk.close()
        number += 7
    assert len(reached) > 10, "it was killed in many places"
