"""How is it for us? What can be marked, a closed box, and then what came (METHOD.md, Sensing, not deciding)."""

from __future__ import annotations

import random
from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.sessions.deciding.result import LETTERS, NUMBERS
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.sensing.templates import Offer, Template
from elephants.ui.views.canvas import QUESTION, TITLE
from elephants.ui.views.deciding.choose import draw_box, head_with_circle
from elephants.ui.views.flow import Line, flow, large, quiet
from elephants.ui.views.scene import Scene, SceneView, top
from elephants.ui.views.stage import OptionFace, Stage
from elephants.words import tr

_MOST_BESIDE = 5  # with more than these the circle gives them its room
_MOST_TOLD, _MOST_ROWS, _ACROSS = 3, 6, 60  # of what came, with what it asks of us: so much has room on one page
_OPTION, _LABEL, _SHORT = 76.0, 60.0, 40


@dataclass(frozen=True)
class Came(Scene):
    """What came, with the letters it had when it was marked."""

    letters: str = ""


class SensingView(SceneView):
    """Shows what is asked, then the closed box, then what came: all of it alike, in the order it stood in before."""

    def scene(self) -> Scene:
        activity = self.live(Sensing)
        template, marks = activity.template, self.desk.moment(activity)
        if template is None or not isinstance(marks, Marks):
            return Scene(lines=(large(tr(activity.name)),), small=tr("This decides nothing.\nYou can always pass."))
        if marks.opened:
            return _came(activity, template, marks)
        return _closed(activity) if marks.begun else _asked(activity)

    def draw(self, stage: Stage) -> None:
        scene = self.told()
        if scene.cards:
            _draw_options(stage, scene)
        elif isinstance(scene, Came):
            _draw_came(stage, scene)
        else:
            super().draw(stage)

    def moving(self) -> Hashable:
        try:
            activity = self.live(Sensing)
        except LookupError:
            return None
        marks = self.desk.moment(activity)
        if not isinstance(marks, Marks) or not marks.begun:
            return None
        return marks.here, self._leaning(activity, marks)

    def draw_moving(self, stage: Stage) -> None:
        told, where = self.moving(), stage.spots.get("circle")
        if isinstance(told, tuple) and where is not None:
            here, lit = told
            stage.circle(here, lit, leaning=lit, rect=where)

    def _leaning(self, activity: Sensing, marks: Marks) -> frozenset[int]:
        """Chairs for the marks counted so far, in an order of chance.

        Only where the room sees the hands and settled on numbers: else the chairs would tell how many marked what.
        """
        if activity.how.secret or activity.form != NUMBERS:
            return frozenset()
        order = list(range(marks.here))
        random.Random(self.activity_id).shuffle(order)
        return frozenset(order[: marks.counted // marks.each])


def _asked(activity: Sensing) -> Scene:
    """Read it all out, each with what it asks of us."""
    lines = tuple(
        line
        for letter, offer in zip(LETTERS, activity.options, strict=False)
        for line in _told(tr("{letter}: {option}", letter=letter, option=offer.words), offer.meaning)
    )
    if not lines:
        return Scene(lines=(large(activity.prompt),), small=tr("What shall we put here? Nine things at the most."))
    return Scene(heading=activity.prompt, size=_size(activity.prompt), lines=lines)


def _closed(activity: Sensing) -> Scene:
    words = [offer.words for offer in activity.options]
    return Scene(
        heading=activity.prompt,
        cards=tuple(zip(choose_apart(words), words, strict=True)),
        small=tr("Closed until we open it.\nPassing is fine."),
    )


def _came(activity: Sensing, template: Template, marks: Marks) -> Scene:
    """In words only what came, in numbers all of it; one size for all, never in an order of how many.

    All of it stands on one page wherever it can: what asks us to stop must not wait behind what asks us to go on. So
    where much came, what it asks of us is left to the facilitator's voice.
    """
    options, pictures = activity.options, choose_apart([offer.words for offer in activity.options])
    numbers = marks.numbers
    shown = range(len(options)) if numbers is not None else marks.came or ()
    words = [
        tr("{option}: {n}", option=options[at].words, n=numbers[at]) if numbers is not None else options[at].words
        for at in shown
    ]
    heading = tr(template.tells if numbers is None else template.counts)
    some = tr("“Some of us” can be one of us, or all of us.")
    if not _fits([options[at] for at in shown]):
        cards = tuple((pictures[at], said) for at, said in zip(shown, words, strict=True))
        letters = "".join(LETTERS[at] for at in shown)
        small = f"{heading}.\n{some}" if numbers is None else marks.gap()
        return Came(heading=activity.prompt, cards=cards, letters=letters, chairs=marks.here, small=small)
    lines = (
        line
        for at, said in zip(shown, words, strict=True)
        for line in _told(said, options[at].meaning if numbers is None or numbers[at] else "")
    )
    return Came(label=activity.prompt, heading=heading, lines=tuple(lines), small=marks.gap() or some)


def _fits(offers: list[Offer]) -> bool:
    """Tell, by what came alone, whether it has room on one page with what it asks of us; without that it needs none."""
    rows = sum(-(-len(words) // _ACROSS) for one in offers for words in (one.words, one.meaning))
    return any(one.meaning for one in offers) and len(offers) <= _MOST_TOLD and rows <= _MOST_ROWS


def _told(words: str, meaning: str) -> tuple[Line, ...]:
    return (Line(words, _OPTION, bold=True), *((quiet(meaning),) if meaning else ()))


def _faces(scene: Scene, letters: str) -> list[OptionFace]:
    return [
        OptionFace(letter, option_picture(picture), words)
        for letter, (picture, words) in zip(letters, scene.cards, strict=False)
    ]


def _draw_came(stage: Stage, scene: Scene) -> None:
    """Draw all that came together, however large the words are wanted: nothing of it waits on another page."""
    stage.small(scene.small)
    top(stage, scene.label, _LABEL / max(1.0, stage.zoom), 0.2, colour="slate")
    top(stage, scene.heading, TITLE / max(1.0, stage.zoom), 0.3, bold=True)
    flow(stage, scene.lines, whole=True)


def _size(prompt: str) -> float:
    return QUESTION if len(prompt) < _SHORT else TITLE


def _draw_options(stage: Stage, scene: Scene) -> None:
    """Draw the prompt, the options, and the circle: round the box that nobody sees into, or all lit once it is open."""
    came = isinstance(scene, Came)
    faces = _faces(scene, scene.letters if isinstance(scene, Came) else LETTERS)
    if len(faces) > _MOST_BESIDE:
        if came:
            top(stage, scene.heading, _size(scene.heading), 0.34, bold=True)
        else:
            head_with_circle(stage, scene.heading, min(_size(scene.heading), TITLE), 0.3)
        stage.small(scene.small)
        stage.options(faces)
        return
    top(stage, scene.heading, _size(scene.heading), 0.34, bold=True)
    options, beside = stage.columns(0.65, 48.0)
    stage.options(faces, rect=options)
    caption = stage.small(scene.small, rect=beside, centred=True)
    circle = QRectF(beside.x(), beside.y(), beside.width(), max(0.0, caption.top() - 24 - beside.y()))
    if came:
        stage.circle(scene.chairs, range(scene.chairs), rect=circle)
        return
    draw_box(stage, circle)
