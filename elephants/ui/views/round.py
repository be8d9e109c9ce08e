"""Check-in and check-out: the question, and a circle of chairs that stand for nobody (METHOD.md, Check-in)."""

from __future__ import annotations

from collections.abc import Hashable

from elephants.sessions.round import CheckOut, Round
from elephants.ui.views.flow import flow, large
from elephants.ui.views.scene import Scene, SceneView
from elephants.ui.views.stage import Stage
from elephants.words import tr


class RoundView(SceneView):
    """Shows one or two questions and the chairs; never how many have spoken, in numbers.

    After a minute of silence it says once that there is still room, until a chair lights.
    """

    def scene(self) -> Scene:
        activity = self.live(Round)
        if activity.questions:
            asked = tuple(large(question) for question in activity.questions)
            if self.desk.moment(activity).still_room:
                return Scene(lines=asked, small=tr("There is still room.\nPassing is fine."))
            return Scene(lines=asked, small=tr("Speak when you are ready.\nPassing is fine."))
        if isinstance(activity, CheckOut):
            return Scene(lines=(large(tr("One last round before we go")),), small=tr("You can always pass."))
        return Scene(lines=(large(tr("Welcome")),), small=tr("We begin with a round.\nYou can always pass."))

    def draw(self, stage: Stage) -> None:
        scene = self.told()
        words, chairs = stage.columns(0.56)
        stage.keep("circle", chairs)
        stage.area = words
        stage.small(scene.small)
        flow(stage, scene.lines, whole=True)

    def moving(self) -> Hashable:
        try:
            chairs = self.desk.moment(self.live(Round))
        except LookupError:
            return None
        return chairs.here, chairs.lit

    def draw_moving(self, stage: Stage) -> None:
        chairs = self.desk.moment(self.live(Round))
        stage.circle(chairs.here, chairs.lit, rect=stage.spots.get("circle"))
