"""What the proofs of reliability share: one player behind the watched disk, and how its evenings go undisturbed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.rehearsals import shipped
from tests.torture.players import Evening, Players, evening

SHORT = 60


@pytest.fixture(scope="session")
def players(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Players]:
    with Players(tmp_path_factory.mktemp("players")) as made:
        yield made


@pytest.fixture(scope="session")
def undisturbed(players: Players) -> Callable[[str], Evening]:
    """How an evening goes when nothing is in its way, played once for all tests."""
    return cache(lambda name: evening(players, shipped(name)))


@pytest.fixture(scope="session")
def short(players: Players) -> Evening:
    """How the first gestures of an evening go, for the short forms."""
    return evening(players, shipped("tuesday-kitchen"), until=SHORT)
