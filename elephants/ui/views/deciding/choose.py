"""CHOOSE: the options, all alike, and a closed box in the circle of chairs (METHOD.md, CHOOSE)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF

from elephants.pictures.box import ballot_box
from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.ui.views.canvas import GAP, QUESTION, SMALLEST, TITLE, How
from elephants.ui.views.scene import Scene, top
from elephants.ui.views.stage import OptionFace, Stage
from elephants.words import tr

_MOST_BESIDE = 5  # with more options than these they stand in two columns, and the circle gives them room
_BOX = 0.3  # of the circle, in its free middle
_CORNER = 228.0
"""How large the circle is beside the heading, where many options need the rest."""
_LOW = 64.0
_DEEP = 36.0  # into the bottom's margin, which is free where there is one page


def draw_choice(stage: Stage, scene: Scene) -> None:
    """Draw the question, the options with *I'm not sure* as one of them, and the box that nobody sees into.

    A vote should stand on one screen, with who can learn what below it all the while, so that nothing jumps when the
    counting begins: the question gives way first. Where it is still too much, the sentence has a page of its own.
    """
    faces = option_faces(scene.options)
    large = QUESTION if len(scene.heading) < 40 else TITLE
    area = QRectF(stage.area)
    for draw in (_draw_beside, _draw_many) if len(faces) > _MOST_BESIDE else (_draw_beside,):
        stage.area = area.adjusted(0, 0, 0, _DEEP) if draw is _draw_beside else QRectF(area)
        for size in (large, TITLE, _LOW):
            if _pages(stage, scene, faces, size, draw) == 1:
                draw(stage, scene, faces, size)
                return
    stage.area = area
    alone = replace(scene, lines=())
    if _pages(stage, alone, faces, large) > 1:
        _draw(stage, scene, faces, large)
    elif stage.page == 0:
        _draw(stage, alone, faces, large)
        stage.pages = 2
    else:
        top(stage, scene.heading, large, 0.34, bold=True)
        for line in scene.lines:
            stage.text(line.words, how=How(middle=True, whole=True))
        stage.pages = 2


def _pages(
    stage: Stage, scene: Scene, faces: list[OptionFace], size: float, draw: Callable[..., None] | None = None
) -> int:
    trial = Stage(None, stage.width, zoom=stage.zoom, mirrored=stage.mirrored)
    trial.area = QRectF(stage.area)
    (draw or _draw)(trial, scene, faces, size)
    return trial.pages


def _draw(stage: Stage, scene: Scene, faces: list[OptionFace], size: float) -> None:
    (_draw_many if len(faces) > _MOST_BESIDE else _draw_beside)(stage, scene, faces, size)


def _draw_beside(stage: Stage, scene: Scene, faces: list[OptionFace], size: float) -> None:
    top(stage, scene.heading, size, 0.34, bold=True)
    _draw_learns(stage, scene)
    options, beside = stage.columns(0.65 if len(faces) <= _MOST_BESIDE else 0.77, 48.0)
    stage.options(faces, rect=options)
    caption = stage.small(scene.small, rect=beside, centred=True)
    line = stage.smallest() * 1.25
    told = stage.keep("sum", QRectF(beside.x(), caption.top() - line, beside.width(), line))
    circle = QRectF(beside.x(), beside.y(), beside.width(), max(0.0, told.top() - 16 - beside.y()))
    draw_box(stage, circle)


def draw_box(stage: Stage, circle: QRectF) -> None:
    """Keep a place for the circle of chairs, with the box that nobody sees into in its middle."""
    stage.keep("circle", circle)
    side = min(circle.width(), circle.height()) * _BOX
    stage.picture(ballot_box(), QRectF(circle.center().x() - side / 2, circle.center().y() - side / 2, side, side))


def head_with_circle(stage: Stage, heading: str, size: float, share: float, under: str = "") -> bool:
    """Write a heading with the circle small beside it, so that a chair is seen to light however many options are.

    Tells whether the words that belong under it had room there, beside the circle.
    """
    area, wide = QRectF(stage.area), _CORNER + 48.0
    left = area.x() if stage.mirrored else area.right() - _CORNER
    stage.area = area.adjusted(wide, 0, 0, 0) if stage.mirrored else area.adjusted(0, 0, -wide, 0)
    top(stage, heading, size, share, bold=True)
    corner = QRectF(left, area.y(), _CORNER, _CORNER)
    draw_box(stage, corner)
    beside = QRectF(stage.area.x(), stage.area.y() - GAP + 8, stage.area.width(), stage.area.height())
    trial = Stage(None, stage.width, zoom=stage.zoom, mirrored=stage.mirrored)
    trial.area = QRectF(beside)
    whole = How(1.2, whole=True)
    has_room = bool(under) and trial.text(under, SMALLEST, how=whole, rect=beside).bottom() <= corner.bottom() + 20
    low = corner.bottom()
    if has_room:
        low = max(low, stage.text(under, SMALLEST, colour="slate", how=whole, rect=beside).bottom())
    elif heading:
        low = max(low, stage.area.y() - GAP)
    stage.area = QRectF(area.x(), low + 8, area.width(), area.bottom() - low - 8)
    return has_room


def _draw_many(stage: Stage, scene: Scene, faces: list[OptionFace], size: float) -> None:
    """Give many options the whole width, and the bottom's margin too."""
    learns = " ".join(line.words for line in scene.lines)
    said = head_with_circle(stage, scene.heading, min(size, TITLE) / max(1.0, stage.zoom), 0.3, learns)
    low = QRectF(stage.area.x(), stage.area.bottom() - 22, stage.area.width(), 66)
    stage.text(scene.small, SMALLEST, colour="slate", rect=low, how=How(1.25, whole=True))
    half = low.width() / 2
    stage.keep("sum", low.adjusted(0, 0, -half, 0) if stage.mirrored else low.adjusted(half, 0, 0, 0))
    stage.area.setBottom(low.top())
    if not said:
        _draw_learns(stage, scene)
    stage.options(faces)


def _draw_learns(stage: Stage, scene: Scene) -> None:
    """Write who can learn what below the options."""
    for line in scene.lines:
        stage.small(line.words)
        stage.area.setBottom(stage.area.bottom() + GAP - 16)


def draw_sum(stage: Stage, said: str) -> None:
    """Write how many were counted, where the room sees the hands, at the place that was left free for it."""
    where = stage.spots.get("sum")
    if said and where is not None:
        stage.text(said, SMALLEST, bold=True, rect=where, how=How(1.25, centred=True, whole=True))


def option_faces(options: tuple[tuple[str, str], ...]) -> list[OptionFace]:
    """Give each option its letter and a picture of its own; being not sure is an option like the others."""
    pictures = choose_apart([words for _, words in options])
    faces = [
        OptionFace(letter, option_picture(name), words)
        for (letter, words), name in zip(options, pictures, strict=True)
    ]  # fmt: skip
    return [*faces, OptionFace("?", option_picture("question"), tr("I'm not sure"))]
