"""A scene: all that a view tells, as one value that is drawn, said aloud and compared (SPEED.md, Faces)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QRectF

from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose
from elephants.sessions.activity import Activity
from elephants.ui.views.base import View
from elephants.ui.views.canvas import GAP, QUESTION_LEADING, SMALLEST, TITLE, How
from elephants.ui.views.flow import Line, flow
from elephants.ui.views.stage import Stage
from elephants.words import tr

A = TypeVar("A", bound=Activity)
_LABEL, _LABEL_ZOOM = 60.0, 1.4
_LABEL_SHARE, _HEADING_SHARE = 0.3, 0.42


@dataclass(frozen=True)
class Scene:
    """One screen of words: a quiet label, a heading, lines that may need pages, small words at the bottom."""

    label: str = ""
    heading: str = ""
    size: float = TITLE
    lines: tuple[Line, ...] = ()
    small: str = ""
    picture: str = ""
    """A sentence; the picture that fits it stands where reading begins."""
    chairs: int = 0
    """So many chairs, all lit: the room as a whole."""
    options: tuple[tuple[str, str], ...] = ()
    """Letter and words of what can be chosen; all alike."""
    cards: tuple[tuple[str, str], ...] = ()
    """Picture and prompt of the story cards that can be seen."""
    mist: bool = False
    middle: bool = False
    """One large thing, half way down."""

    def spoken(self) -> str:
        """Say it in words, for screen readers."""
        return self._spoken

    @cached_property
    def _spoken(self) -> str:
        said = (
            self.label,
            self.heading,
            *(line.words for line in self.lines),
            *self._choices(),
            *(words for _, words in self.cards),
            self.small,
        )
        return " ".join(words for words in said if words)

    def like(self, before: Scene) -> Scene:
        """Give the same scene made of the lines of another where they are equal: the same compare at once."""
        pairs = zip(self.lines, before.lines, strict=False)
        kept = (then if now is then or now == then else now for now, then in pairs)
        lines = *kept, *self.lines[len(before.lines) :]
        scene = replace(self, lines=lines)
        return before if scene == before else scene

    def newest(self, before: Scene) -> int:
        """Say where this scene has a line that the scene before had not; 0 under another heading, -1 for none."""
        if (self.label, self.heading) != (before.label, before.heading):
            return 0
        at = len(before.lines)
        if at < len(self.lines) and self.lines[:at] == before.lines:
            return at  # one more at the end, as nearly always
        if not Counter(self.lines) - Counter(before.lines):
            return -1
        pairs = enumerate(zip(self.lines, before.lines, strict=False))
        return next((place for place, (now, then) in pairs if now != then), at)

    def _choices(self) -> tuple[str, ...]:
        """The options in words, with *I'm not sure* as one of them."""
        said = tuple(tr("{letter}: {option}", letter=letter, option=words) for letter, words in self.options)
        return (*said, tr("I'm not sure")) if said else ()


def show(stage: Stage, scene: Scene) -> None:
    """Draw a scene: label and heading stand on each page, the lines between them and the bottom."""
    if scene.mist:
        stage.ground("mist")
    if scene.small:
        stage.small(scene.small)
    if scene.chairs:
        words, beside = stage.columns(0.56)
        stage.circle(scene.chairs, range(scene.chairs), rect=beside)
        stage.area = words
    if scene.label:
        size = _LABEL * min(stage.zoom, _LABEL_ZOOM) / stage.zoom  # a label is never louder than what it is about
        top(stage, scene.label, size, _LABEL_SHARE, colour="slate")
    if scene.heading:
        top(stage, scene.heading, scene.size, _HEADING_SHARE if scene.lines else 1.0, bold=True)
    if scene.picture:
        beside, stage.area = stage.columns(0.25, 88.0)
        stage.picture(option_picture(choose(scene.picture, "decided"), fine=True), _square(beside))
    flow(stage, scene.lines, middle=scene.middle)


def _square(rect: QRectF) -> QRectF:
    """The largest square in a column, a little above its middle."""
    side = min(rect.width(), rect.height())
    return QRectF(rect.center().x() - side / 2, rect.y() + (rect.height() - side) * 0.42, side, side)


def top(
    stage: Stage, words: str, size: float, share: float, *, colour: str = "ink", bold: bool = False
) -> None:  # fmt: skip
    """Put words at the top of what is left, in no more than this share of its height; whole before large."""
    room = QRectF(stage.area)
    room.setHeight(room.height() * share)
    leading = QUESTION_LEADING if bold else 1.2
    used = stage.text(words, size, bold=bold, colour=colour, rect=room, how=How(leading, whole=True))
    under = GAP * 0.4 if size < SMALLEST * 1.2 else GAP
    stage.area.setTop(min(used.bottom() + under, stage.area.bottom()))


class SceneView(View):
    """A view whose still picture is one scene; an activity that is gone leaves a calm empty screen."""

    _kept: tuple[int, Scene] | None = None

    def scene(self) -> Scene:
        """Gather from the live objects all that is told; raises LookupError where the activity is gone."""
        raise NotImplementedError

    def live(self, kind: type[A]) -> A:
        """Give the live activity; raises LookupError where it is gone or of another kind."""
        session = self.desk.session
        activities = session.activities if session is not None else []
        for activity in activities:
            if activity.id == self.activity_id and isinstance(activity, kind):
                return activity
        raise LookupError(self.activity_id)

    def told(self) -> Scene:
        """Give the scene, or an empty one; gathered once for each deed."""
        if self._kept is None or self._kept[0] != self.desk.turn:
            try:
                scene = self.scene()
            except LookupError:
                scene = Scene()
            self._kept = (self.desk.turn, scene.like(self._kept[1]) if self._kept else scene)
        return self._kept[1]

    def key(self) -> Scene:
        return self.told()

    def newest(self, before: Hashable) -> int:
        return self.told().newest(before) if isinstance(before, Scene) else 0

    def words(self) -> str:
        return self.told().spoken()

    def draw(self, stage: Stage) -> None:
        show(stage, self.told())
