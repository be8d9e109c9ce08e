"""The working agreement, to be read together in a minute (METHOD.md, Working agreement)."""

from __future__ import annotations

from elephants.sessions.agreement import Agreement
from elephants.ui.views.canvas import QUESTION, SMALLEST
from elephants.ui.views.flow import Line
from elephants.ui.views.scene import Scene, SceneView
from elephants.words import tr


class AgreementView(SceneView):
    """Asks the question as long as there is no line; then shows the lines, with the limit of privacy below."""

    def scene(self) -> Scene:
        agreement = self.live(Agreement)
        privacy = agreement.session.space.privacy_line
        limit = (Line(privacy, SMALLEST, colour="slate", apart=True),) if privacy else ()
        if not agreement.lines:
            asked = tr("What do we need so that everyone can be themselves here?")
            return Scene(heading=asked, size=QUESTION, lines=limit)
        return Scene(heading=tr("What we agreed"), lines=(*(Line(line.text) for line in agreement.lines), *limit))
