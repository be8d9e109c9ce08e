"""A round of dots as the room sees it: what lies there, the draw, the one that is drawn; never a count."""

from __future__ import annotations

from collections.abc import Sequence

from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.agenda.dots import THE_LOT, Dots
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene
from elephants.words import tr, trn

_LISTED = 64.0


def dots_scene(dots: Dots, items: Sequence[AgendaItem]) -> Scene:
    """Tell the list while dots are put on it, then who is in the draw, who was drawn, or the new order."""
    titles = {item.id: item.title for item in items}
    there = [(n, titles[one]) for n, one in enumerate(dots.order, 1) if one in titles]
    listed = tuple(Line(tr("{n}. {title}", n=n, title=title), _LISTED) for n, title in there)
    if not dots.opened:
        each = trn("{n} dot for each of us.\nPassing is fine.", "{n} dots for each of us.\nPassing is fine.", dots.each)
        return Scene(heading=tr("Put dots on what matters to you"), lines=listed, small=each)
    if dots.waits_for_the_lot:
        few = tuple(Line(titles[one], _LISTED, icon="star") for one in dots.few if one in titles)
        return Scene(heading=tr("One place by lot"), lines=few, small=tr(THE_LOT))
    if dots.drawn is not None:
        return _drawn(titles.get(dots.drawn, ""), listed)
    return Scene(heading=tr("Our order, by dots"), lines=listed)


def _drawn(title: str, listed: tuple[Line, ...]) -> Scene:
    """The drawn one, large, and under it the order in which it stands second."""
    lines = (large(title), quiet(tr("Drawn by lot. It comes second."), "star"), *listed)
    return Scene(label=tr("One place by lot"), lines=lines, small=tr(THE_LOT))
