"""Every deed with whatever can be said to it, at any moment: done whole, or refused in a sentence, nothing changed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.space import Home
from tests.rehearsals import shipped
from tests.torture.deeds import Deed, every_deed, in_moment, things, words_for
from tests.torture.rooms import Rooms
from tests.torture.told import rows_told, unlike_the_store

FEW = (shipped("last-time"),)
DEEDS = 50
EVERY = every_deed()


@dataclass
class Walks:
    """Rooms to begin in, and what came of the deeds that were tried there."""

    rooms: Rooms
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def walk(self, seed: int) -> None:
        """Begin somewhere and try fifty deeds."""
        chance = random.Random(seed)
        with closing(self.rooms.enter(chance)) as desk:
            for _ in range(DEEDS):
                self._step(desk, chance)
            assert unlike_the_store(desk) == []

    def _step(self, desk: Desk, chance: random.Random) -> None:
        if chance.random() < 0.05:
            self._tried(desk, "undo", desk.undo)
            return
        thing = self._thing(desk, chance)
        fitting = [(name, deed) for name, (kind, deed) in EVERY.items() if isinstance(thing, kind)]
        if not fitting:
            return
        name, deed = chance.choice(fitting)
        said = words_for(thing, deed, desk, chance)
        if said is not None:
            self._tried(desk, name, lambda: desk.change(thing, deed, **said))

    def _thing(self, desk: Desk, chance: random.Random) -> object:
        """Mostly what the room is in now; else a kind of thing, each as often as another."""
        now = desk.session.now if desk.session is not None else None
        if now is not None and chance.random() < 0.5:
            moment = desk.moment(now)
            return chance.choice([now, now, *(in_moment(moment) if moment else ()), now.decision or now])
        around = things(desk)
        kind = chance.choice(sorted({type(one).__name__ for one in around}))
        return chance.choice([one for one in around if type(one).__name__ == kind])

    def _tried(self, desk: Desk, name: str, act: Callable[[], object]) -> None:
        raw = desk._connection.connection.driver_connection
        assert raw is not None
        before, written = rows_told(raw), raw.total_changes
        try:
            act()
        except Refused as no:
            self.refused[name] += 1
            refused_whole(str(no), name)
            if raw.total_changes != written:  # also what was taken back
                assert (rows_told(raw), unlike_the_store(desk)) == (before, []), f"{name}: half done"
        else:
            self.done[name] += 1
            if self.done.total() % 5 == 0:
                assert unlike_the_store(desk) == [], name


def refused_whole(sentence: str, name: str) -> None:
    """A refusal is a sentence for a person."""
    assert sentence.rstrip('\N{RIGHT DOUBLE QUOTATION MARK}"').endswith((".", "?", "!")), f"{name}: {sentence}"


@pytest.fixture
def walks(tmp_path: Path) -> Walks:
    return Walks(Rooms(tmp_path))


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Rooms:
    return Rooms(tmp_path_factory.mktemp("rooms"))


def many(walks: Walks, times: int) -> None:
    """Walk so often, each time otherwise."""

    @settings(
        max_examples=times, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.integers(0, 2**64))
    def walk(seed: int) -> None:
        walks.walk(seed)

    walk()
    never = sorted(set(EVERY) - set(walks.done))
    print(f"{walks.done.total()} done, {walks.refused.total()} refused; never done: {', '.join(never) or 'none'}")


def test_some_deeds_are_done_whole_or_refused_whole(walks: Walks) -> None:
    walks.rooms.files = FEW
    many(walks, 2)
    assert walks.done.total() > 15
    assert walks.refused.total() > 5


@pytest.mark.torture
@pytest.mark.parametrize("turn", range(20))
def test_a_hundred_thousand_deeds(rooms: Rooms, turn: int) -> None:
    walks = Walks(rooms)
    while walks.done.total() + walks.refused.total() < 5_000:
        many(walks, 20)


def _half(home: Home) -> None:
    home.spaces[0].name = "Half of it"
    raise Refused("No.")


def test_a_deed_that_leaves_half_of_itself_is_found(walks: Walks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were a refused deed kept as far as it came, the walks would find it."""
    half: tuple[type[object], Deed] = (Home, _half)
    monkeypatch.setitem(EVERY, "half", half)
    monkeypatch.setattr(Desk, "_put_back", lambda desk, _: desk._db.commit())
    walks.rooms.files = FEW
    with pytest.raises(AssertionError, match="half done"):
        many(walks, 30)
