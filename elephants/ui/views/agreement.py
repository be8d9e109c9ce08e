"""The working agreement, to be read together in a minute (METHOD.md, Working agreement)."""

from __future__ import annotations

from elephants.sessions.agreement import Agreement
from elephants.ui.views.canvas import SMALLEST
from elephants.ui.views.flow import Line, large
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
            return Scene(lines=(large(asked), *limit), middle=True)
        return Scene(heading=tr("What we agreed"), lines=(*(Line(line.text) for line in agreement.lines), *limit))
