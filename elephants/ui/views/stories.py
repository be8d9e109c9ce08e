"""More than One Story: three cards face up, then the card that is told, alone (METHOD.md, More than One Story)."""

from __future__ import annotations

from elephants.pictures.cutpaper import OnCard
from elephants.pictures.library import on_card
from elephants.sessions.decks.deck import Card
from elephants.sessions.stories.stories import Stories
from elephants.ui.views.canvas import GAP, QUESTION, How
from elephants.ui.views.flow import Line
from elephants.ui.views.scene import Scene, SceneView
from elephants.ui.views.stage import CardFace, Stage
from elephants.words import tr

_LOW = 36.0  # how far a card reaches beyond the margin of words
_PAD = 44.0  # of white round the picture on a wide card


class StoriesView(SceneView):
    """Shows the cards on the table, and the question at the end of a round; no timer, no log, nobody's name."""

    def scene(self) -> Scene:
        table = self.desk.moment(self.live(Stories))
        if table.telling and table.thanked:
            return Scene(heading=tr("Thank you."), mist=True)
        if table.telling:
            return Scene(
                cards=_faces(table.language, table.telling),
                small=tr("Tell as much or as little as you like."),
                mist=True,
            )
        if table.shown:
            small = tr("Or ask for other cards, or pass")
            if table.tables > 1:
                small = tr("Table {n} of {all}. Ask for other cards, or pass", n=table.table, all=table.tables)
            return Scene(
                heading=tr("Choose one of the three"),
                cards=_faces(table.language, *table.shown),
                small=small,
                mist=True,
            )
        if table.closing:
            return Scene(heading=tr("Leave it here. What was it like to listen?"), mist=True)
        if table.asking:
            return Scene(heading=tr("Shall we go round once more, or leave it here?"), mist=True)
        return Scene(heading=tr("More than One Story"), lines=_rules(), mist=True)

    def draw(self, stage: Stage) -> None:
        scene = self.told()
        if scene.cards:
            _lay(stage, scene)
        elif scene.lines:
            super().draw(stage)
        else:
            stage.ground("mist")
            stage.text(scene.heading, QUESTION * 1.3, bold=True, how=How(middle=True, centred=True))


def _faces(language: str, *cards: Card) -> tuple[tuple[str, str], ...]:
    words = [card.prompt(language) for card in cards]
    return tuple((on_card(card.picture, said, language), said) for card, said in zip(cards, words, strict=True))


def _lay(stage: Stage, scene: Scene) -> None:
    """Lay the cards on the table: one alone lies wide, three stand side by side."""
    stage.ground("mist")
    alone = len(scene.cards) == 1
    if alone and not scene.heading:
        stage.small(scene.small, centred=True)
    else:
        stage.pair(scene.heading, scene.small)
    stage.area = stage.area.adjusted(0, -_LOW, 0, GAP - _LOW)
    wide = min(0.34 * stage.area.width(), 560.0)
    shape = (wide / (stage.area.height() - 2 * _PAD), 1.0) if alone else (1.2, 1.0)
    stage.cards([CardFace(OnCard(picture, *shape), words) for picture, words in scene.cards])


def _rules() -> tuple[Line, ...]:
    return (
        Line(tr("Take a card. Tell as much or as little as you like.")),
        Line(tr("Swap, pass or stay quiet, no reason.")),
        Line(tr("We listen. No advice, no writing down.")),
        Line(tr("The teller says when it is done.")),
        Line(tr("Ask a question only if the teller says yes.")),
    )
