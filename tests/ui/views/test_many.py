"""However many options and people there are, the room sees a chair light; nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.ways import Way
from elephants.sessions.round import Chairs, CheckIn
from elephants.ui.views.base import View
from tests.ui.views.kitchen import Drawn, Kitchen, all_pages
from tests.ui.views.states import STATES
from tests.ui.views.states_deciding import framed

LONG = "Somewhere warm with a kitchen of its own, room for us all, near the bus, no {n}"
SHORT = "The hall no {n}"
SEEN = 12.0
"""So large is a chair at least, of 1080: seen to light from the last row."""


def voting(kitchen: Kitchen, options: int, words: str = SHORT) -> tuple[Deciding, Ballot]:
    """Open a secret ballot between so many options."""
    talk, change = framed(kitchen), kitchen.desk.change
    for deed in (Deciding.go_on, Deciding.go_on, Deciding.go_on, Deciding.go_on):
        change(talk, deed)
    for n in range(options):
        change(talk, Deciding.add_option, words.format(n=n))
    change(talk, Deciding.choose_by, Way.BALLOT.value)
    change(talk, Deciding.ready)
    change(talk, Deciding.open_box)
    box = kitchen.desk.moment(talk)
    assert isinstance(box, Ballot)
    change(box, Ballot.begin)
    return talk, box


def one_turn(kitchen: Kitchen, box: Ballot) -> None:
    for deed in (Ballot.ready, lambda ballot: ballot.wish(0), Ballot.sure, Ballot.pass_on):
        kitchen.desk.change(box, deed)


def changed(before: QImage, after: QImage, where: QRectF, scale: float) -> bool:
    box = QRectF(where.x() * scale, where.y() * scale, where.width() * scale, where.height() * scale).toRect()
    return before.copy(box) != after.copy(box)


FEW = ((5, SHORT, 1.0, False), (9, LONG, 1.0, True), (7, SHORT, 2.0, False))
"""What every run looks at; all of it is looked at with the long tests."""
ALL = tuple(
    (options, words, zoom, mirrored)
    for options in (4, 5, 7, 9)
    for words in (SHORT, LONG)
    for zoom, mirrored in ((1.0, False), (1.0, True), (2.0, False))
)


@pytest.mark.parametrize(
    ("options", "words", "zoom", "mirrored"),
    [*FEW, *(pytest.param(*one, marks=pytest.mark.torture) for one in ALL if one not in FEW)],
)
def test_a_turn_at_the_ballot_lights_a_chair_that_can_be_seen(
    options: int, words: str, zoom: float, mirrored: bool, kitchen: Kitchen
) -> None:
    talk, box = voting(kitchen, options, words)
    view, how = kitchen.view(talk), {"zoom": zoom, "mirrored": mirrored, "size": (480, 270)}
    before = all_pages(view, **how)
    one_turn(kitchen, box)
    after = all_pages(view, **how)
    circle = after[0].stage.spots["circle"]
    assert min(circle.width(), circle.height()) >= 200
    assert changed(before[0].image, after[0].image, circle, 0.25)
    assert [drawn.still for drawn in before] == [drawn.still for drawn in after]
    assert min(drawn.smallest for drawn in after) >= 52
    if words is SHORT and zoom == 1.0:
        assert len(after) == 1


@pytest.mark.parametrize("here", [60, 200])
def test_each_of_two_hundred_chairs_can_be_seen_to_light(here: int, open_kitchen: Callable[[int], Kitchen]) -> None:
    kitchen = open_kitchen(here)
    view: View = STATES["checkin"](kitchen)
    chairs = kitchen.desk.moment(kitchen.go("checkin", CheckIn))
    before = Drawn(view, size=(1920, 1080))
    kitchen.desk.change(chairs, Chairs.light)
    after = Drawn(view, size=(1920, 1080))
    circle = after.stage.spots["circle"]
    lit = [(x, y) for x in range(int(circle.left()), int(circle.right()))
           for y in range(int(circle.top()), int(circle.bottom()))
           if before.image.pixel(x, y) != after.image.pixel(x, y)]  # fmt: skip
    wide = max(x for x, _ in lit) - min(x for x, _ in lit)
    assert wide >= SEEN
