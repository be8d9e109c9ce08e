"""CHOOSE: the options, all alike, and a closed box in the circle of chairs (METHOD.md, CHOOSE)."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from elephants.pictures.box import ballot_box
from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.ui.views.canvas import QUESTION, SMALLEST, TITLE, How
from elephants.ui.views.scene import Scene, top
from elephants.ui.views.stage import OptionFace, Stage
from elephants.words import tr

_MOST_BESIDE = 5  # with more options than these the circle gives them its room
_BOX = 0.3  # of the circle, in its free middle


def draw_choice(stage: Stage, scene: Scene) -> None:
    """Draw the question, the options with *I'm not sure* as one of them, and the box that nobody sees into."""
    faces = option_faces(scene.options)
    if len(faces) > _MOST_BESIDE:
        _draw_many(stage, scene, faces)
        return
    top(stage, scene.heading, QUESTION if len(scene.heading) < 40 else TITLE, 0.34, bold=True)
    options, beside = stage.columns(0.65, 48.0)
    stage.options(faces, rect=options)
    caption = stage.small(scene.small, rect=beside, centred=True)
    circle = QRectF(beside.x(), beside.y(), beside.width(), max(0.0, caption.top() - 24 - beside.y()))
    stage.keep("circle", circle)
    side = min(circle.width(), circle.height()) * _BOX
    stage.picture(ballot_box(), QRectF(circle.center().x() - side / 2, circle.center().y() - side / 2, side, side))


def _draw_many(stage: Stage, scene: Scene, faces: list[OptionFace]) -> None:
    """Give many options the whole width, and the bottom's margin too: a vote should stand on one screen."""
    size = TITLE if len(scene.heading) < 40 else 72.0
    top(stage, scene.heading, size / max(1.0, stage.zoom), 0.3, bold=True)
    low = QRectF(stage.area.x(), stage.area.bottom() - 22, stage.area.width(), 66)
    stage.text(scene.small, SMALLEST, colour="slate", rect=low, how=How(1.25, whole=True))
    stage.area.setBottom(low.top() - 16)
    stage.options(faces)


def option_faces(options: tuple[tuple[str, str], ...]) -> list[OptionFace]:
    """Give each option its letter and a picture of its own; being not sure is an option like the others."""
    pictures = choose_apart([words for _, words in options])
    faces = [
        OptionFace(letter, option_picture(name), words)
        for (letter, words), name in zip(options, pictures, strict=True)
    ]  # fmt: skip
    return [*faces, OptionFace("?", option_picture("question"), tr("I'm not sure"))]
