"""The room's picture is painted anew only where it differs, and then looks as if all of it had been painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.parts.still import Shape, Still
from elephants.ui.views.base import View
from elephants.ui.views.flow import Line, quiet
from elephants.ui.views.scene import Scene, show
from elephants.ui.views.stage import Stage

SMALL, LARGE = Shape(480, 270, 1.0, 1920.0), Shape(1920, 1080, 1.0, 1920.0)
SHAPES = (SMALL, Shape(960, 540, 1.25, 1920.0), Shape(480, 270, 2.0, 1920.0), Shape(640, 512, 1.5, 1350.0))
SOFT = 8
"""So far apart (of 255) the soft edge of a letter may be, where Qt paints it through a strip."""
WORDS = ("The hall is warm.", "We could change each week, and nobody stands outside in the rain.", "Warm, please.")
HIGH = "Z\u0351\u0352\u0357\u035b\u0363alg\u0351\u0352\u0357\u035b\u0363o"
FIRST = Scene(label="Where?", heading="What do you think?", lines=tuple(Line(words) for words in WORDS), small="Slowly")
AFTER = (
    replace(FIRST, lines=(*FIRST.lines, Line("And one more."))),
    replace(FIRST, lines=(FIRST.lines[0], Line("Something else."), FIRST.lines[2])),
    replace(FIRST, lines=FIRST.lines[:2]),
    replace(FIRST, lines=(*FIRST.lines, Line(HIGH), quiet("a sign", "door"))),
    replace(FIRST, lines=(*FIRST.lines, Line("في الشتاء البرد شديد"), Line("Ấy là lạnh"))),
    replace(FIRST, mist=True),
    Scene(heading="Something else altogether", size=60.0),
)


def marks_of(scene: Scene, *, mirrored: bool = False, shape: Shape = LARGE) -> Stage:
    stage = Stage(None, shape.wide, mirrored=mirrored)
    show(stage, scene)
    stage.finish()
    return stage


def whole(scene: Scene, shape: Shape, *, mirrored: bool = False) -> QImage:
    still = Still()
    still.lay(marks_of(scene, mirrored=mirrored, shape=shape).marks, shape)
    return still.pixmap.toImage()


def apart(one: QImage, other: QImage) -> int:
    """How far two pictures are apart: the largest difference of one colour of one dot, 0 to 255."""
    first, second = (bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other))
    assert len(first) == len(second)
    strips = ((first[at : at + 4096], second[at : at + 4096]) for at in range(0, len(first), 4096))
    return max((max(abs(x - y) for x, y in zip(a, b, strict=True)) for a, b in strips if a != b), default=0)


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("after", AFTER, ids=range(len(AFTER)))
@pytest.mark.parametrize("shape", SHAPES, ids=range(len(SHAPES)))
def test_strips_look_as_the_whole_does(shape: Shape, after: Scene, qtbot: QtBot, *, mirrored: bool) -> None:
    still = Still()
    for scene in (FIRST, after, FIRST):
        still.lay(marks_of(scene, mirrored=mirrored, shape=shape).marks, shape)
        assert apart(still.pixmap.toImage(), whole(scene, shape, mirrored=mirrored)) <= SOFT
    assert apart(still.pixmap.toImage(), whole(after, shape, mirrored=mirrored)) > SOFT  # as an old one would not


def test_a_line_more_paints_its_own_strip_and_nothing_else(qtbot: QtBot) -> None:
    still = Still()
    assert still.lay(marks_of(FIRST).marks, LARGE).boundingRect().size() == still.pixmap.size()
    assert still.lay(marks_of(FIRST).marks, LARGE).isEmpty()
    strip = still.lay(marks_of(AFTER[0]).marks, LARGE)
    assert 74 < strip.boundingRect().height() < 160
    painted = marks_of(AFTER[0]).marks
    assert sum(1 for mark in painted if strip.intersects(LARGE.dots(mark))) < len(painted) / 2


def test_what_is_told_as_painted_covers_all_that_differs(qtbot: QtBot) -> None:
    for shape in (LARGE, SHAPES[1]):
        still = Still()
        still.lay(marks_of(FIRST, shape=shape).marks, shape)
        before = still.pixmap.toImage()
        strip = still.lay(marks_of(AFTER[1], shape=shape).marks, shape)
        now = still.pixmap.toImage()
        for x in range(0, now.width(), 9):
            for y in range(0, now.height(), 5):
                inside = strip.contains(QRegion(int(x / shape.ratio), int(y / shape.ratio), 1, 1).boundingRect())
                assert inside or before.pixel(x, y) == now.pixel(x, y)


@pytest.mark.parametrize("shape", SHAPES, ids=range(len(SHAPES)))
def test_what_is_hidden_is_painted_piece_by_piece_and_then_looks_as_the_whole(shape: Shape, qtbot: QtBot) -> None:
    still = Still()
    still.lay(marks_of(FIRST, shape=shape).marks, shape)
    hidden = [
        shape.on(QRectF(100, 200, 700, 900)).toAlignedRect(),
        shape.on(QRectF(850, 200, 380, 500)).toAlignedRect(),
    ]
    still.lay(marks_of(AFTER[1], shape=shape).marks, shape, hidden)
    assert still.owes()
    assert apart(still.pixmap.toImage(), whole(AFTER[1], shape)) > SOFT, "nothing was left for later"
    still.catch_up()
    still.lay(marks_of(AFTER[0], shape=shape).marks, shape, hidden[1:])  # another deed, before all was painted
    while still.owes():
        still.catch_up()
    assert apart(still.pixmap.toImage(), whole(AFTER[0], shape)) <= SOFT


def test_another_order_paints_all_of_it(qtbot: QtBot) -> None:
    """What lies above and what below is told by the order alone."""
    still, marks = Still(), marks_of(FIRST).marks
    still.lay(marks, LARGE)
    assert still.lay([*marks[1:], marks[0]], LARGE).boundingRect().height() > 500


class Told(View):
    """A view of one scene that can be another."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(None, 1)
        self.scene = scene

    def key(self) -> Scene:
        return self.scene

    def words(self) -> str:
        return self.scene.spoken()

    def newest(self, before: object) -> int:
        return self.scene.newest(before) if isinstance(before, Scene) else 0

    def draw(self, stage: Stage) -> None:
        show(stage, self.scene)


class Strips(QObject):
    """Looks at what a window paints."""

    def __init__(self, picture: RoomPicture) -> None:
        super().__init__(picture)
        self.heights: list[int] = []
        picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return super().eventFilter(watched, event)


def shown(qtbot: QtBot, scenes: Sequence[Scene]) -> tuple[RoomPicture, Told]:
    view, picture = Told(scenes[0]), RoomPicture()
    qtbot.addWidget(picture)
    picture.resize(1920, 1080)
    picture.show_view(view)
    with qtbot.waitExposed(picture):
        picture.show()
    for scene in scenes[1:]:
        view.scene = scene
        picture.refresh()
    return picture, view


def test_the_window_paints_the_strip_that_differs(qtbot: QtBot) -> None:
    picture, view = shown(qtbot, [FIRST])
    strips = Strips(picture)
    view.scene = AFTER[0]
    picture.refresh()
    qtbot.waitUntil(lambda: bool(strips.heights))
    assert max(strips.heights) < 160
    fresh, _ = shown(qtbot, [AFTER[0]])
    assert apart(picture.grab().toImage(), fresh.grab().toImage()) <= SOFT
    picture.set_zoom(1.3)
    qtbot.waitUntil(lambda: max(strips.heights) == 1080)


def test_pages_looked_for_meanwhile_leave_nothing_unpainted(qtbot: QtBot) -> None:
    """Who asks how many pages there are has the picture drawn before the window hears of it."""
    picture, view = shown(qtbot, [FIRST])
    strips = Strips(picture)
    view.scene = AFTER[1]
    assert picture.pages() == 1
    qtbot.waitUntil(lambda: bool(strips.heights))


def test_the_copy_takes_the_words_as_the_room_has_set_them(qtbot: QtBot) -> None:
    picture, view = shown(qtbot, [FIRST])
    copy = RoomPicture()
    qtbot.addWidget(copy)
    copy.follow(picture)
    copy.resize(238, 133)
    copy.show_view(view)
    with qtbot.waitExposed(copy):
        copy.show()
    assert copy.kept is None
    view.scene = AFTER[0]
    for each in (picture, copy):
        each.refresh()
    assert apart(copy.grab().toImage(), whole(AFTER[0], Shape(238, 133, 1.0, 1920.0))) <= SOFT


def test_the_copy_stays_on_the_rooms_page_when_a_line_comes_and_another_goes(qtbot: QtBot) -> None:
    long = replace(FIRST, lines=tuple(Line(f"{number}. {WORDS[1]} {WORDS[0]}") for number in range(20)))
    picture, view = shown(qtbot, [long])
    copy = RoomPicture()
    qtbot.addWidget(copy)
    copy.follow(picture)
    copy.resize(238, 133)
    copy.show_view(view)
    picture.paged.connect(lambda page, _pages: copy.show_page(page))
    with qtbot.waitExposed(copy):
        copy.show()
    draws = picture.still_draws
    for lines in ((*long.lines, Line("At the end.")), (*long.lines[1:], Line("At the end.")), long.lines[2:]):
        view.scene = replace(long, lines=lines)
        for each in (picture, copy):
            each.refresh()
        last = picture.pages() - 1
        assert copy.page() == picture.page() == last > 2
    assert picture.still_draws == draws + 3
