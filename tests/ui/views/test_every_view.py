"""What holds for every view in every state: legible, whole, quiet about what is private, drawn only when it changed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from elephants.sessions.activity import AGREED
from elephants.sessions.breather import Breather
from elephants.sessions.session import Session
from elephants.sessions.templates import KINDS
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.views import VIEWS
from elephants.ui.views.base import View
from elephants.ui.views.scene import SceneView
from tests.ui.views.kitchen import NOTES, PERSON, Drawn, Kitchen, all_pages
from tests.ui.views.states import STATES

every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())
GONE = (
    "since-action",
    "agreement",
    "checkin",
    "stories-three",
    "agenda-item",
    "choose-counting",
    "sensing-closed",
    "readback-line",
)
State = Callable[[Kitchen], View]


def letters(text: str) -> str:
    """Words without the gaps: where a line was broken does not matter."""
    return re.sub(r"\s+", "", text)


def test_every_kind_of_activity_has_a_view() -> None:
    assert VIEWS.keys() == KINDS.keys()


@every_state
def test_it_is_large_whole_and_within_the_screen(state: State, kitchen: Kitchen) -> None:
    """At every zoom and mirrored: nothing under 52, all pages tell every word, nothing private, nothing cut."""
    view = state(kitchen)
    assert isinstance(view, SceneView)
    scene = view.told()
    pieces = [scene.label, scene.heading, scene.small, *(line.words for line in scene.lines)]
    pieces += [words for _, words in (*scene.options, *scene.cards)]
    for zoom, mirrored in ((1.0, False), (1.0, True), (2.0, False), (0.8, False)):
        pages = all_pages(view, zoom=zoom, mirrored=mirrored, size=(480, 270))
        on_screen = letters(" ".join(drawn.words for drawn in pages))
        assert all(letters(piece) in on_screen for piece in pieces)
        assert min(drawn.smallest for drawn in pages) >= 52
        assert all(_untouched_edges(drawn) for drawn in pages)
        assert len(pages) < 6
        assert NOTES.split(":", maxsplit=1)[0] not in view.words()
        assert letters(NOTES)[:14] not in on_screen
        assert PERSON not in on_screen
    assert all(piece.split()[0] in view.words() for piece in pieces if piece)


def _untouched_edges(drawn: Drawn) -> bool:
    """Nothing was written over the edge: the outermost pixels are all of one colour."""
    image = drawn.image
    across = {image.pixel(x, y) for x in range(image.width()) for y in (0, image.height() - 1)}
    down = {image.pixel(x, y) for y in range(image.height()) for x in (0, image.width() - 1)}
    return len(across | down) == 1


@every_state
def test_equal_things_are_not_drawn_again(state: State, kitchen: Kitchen, qtbot: QtBot) -> None:
    view = state(kitchen)
    picture = RoomPicture()
    qtbot.addWidget(picture)
    picture.resize(240, 135)
    picture.show_view(view)
    picture.show()
    picture.grab()
    drawn, key = picture.still_draws, view.key()
    kitchen.desk.change(kitchen.desk.breather, Breather.slow_down)
    if kitchen.session.state != AGREED:
        kitchen.desk.change(kitchen.session, Session.note, "Another private note")
    picture.refresh()
    picture.grab()
    assert view.key() == key
    assert hash(view.key()) == hash(key)
    assert picture.still_draws == drawn


@pytest.mark.parametrize("state", [STATES[name] for name in GONE], ids=GONE)
def test_an_activity_that_is_gone_leaves_a_calm_screen(state: State, kitchen: Kitchen) -> None:
    view = state(kitchen)
    kitchen.desk.leave()
    assert view.words() == ""
    assert view.moving() is None
    assert Drawn(view).words == ""


@every_state
@pytest.mark.shots
@pytest.mark.skipif("ELEPHANTS_SHOTS" not in os.environ, reason="only make shots wants the pictures")
def test_shots(state: State, kitchen: Kitchen, request: pytest.FixtureRequest) -> None:
    folder = Path(os.environ["ELEPHANTS_SHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    name = request.node.callspec.id
    view = state(kitchen)
    assert Drawn(view).image.save(str(folder / f"room-{name}.png"))
    assert Drawn(view, size=(240, 135)).image.save(str(folder / f"room-{name}-small.png"))
