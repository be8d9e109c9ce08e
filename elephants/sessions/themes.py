"""Themes: a word or two that people put on a decision, to find it again beside others of its kind.

A theme stands beside the record and is no part of it, so it can be put on what the room has agreed: its deeds are of
the space, and ask the database for the one decision they need. A theme that no decision has is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import object_session, selectinload

from elephants.sessions.base import Refused, words_of
from elephants.sessions.decision import Decision
from elephants.sessions.theme import OnTheme, Theme
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.space import Space

MOST_WORDS = 3


def put_theme(space: Space, decision_id: int, name: str) -> None:
    """Put a theme on a decision of the space, in the letters it has where it is there already.

    Refuses blank, more than three words, and a decision of another space; what is on it already stays as it is.
    """
    name = words_of(name, "theme", empty=tr("Write a theme: a word or two, such as food."))
    if len(name.split()) > MOST_WORDS:
        raise Refused(tr("A theme is a word or two, such as food. Make it shorter."))
    decision = _with_themes(space, decision_id)
    theme = next((one for one in space.themes if _alike(one, name)), None)
    if theme is None:
        theme = Theme(name=name)
        space.themes.append(theme)
    if all(one.theme is not theme for one in decision.themes):
        decision.themes.append(OnTheme(theme=theme))


def drop_theme(space: Space, decision_id: int, name: str) -> None:
    """Take a theme off a decision of the space; with the last decision the theme goes. Refuses one it has not."""
    decision = _with_themes(space, decision_id)
    on = next((one for one in decision.themes if _alike(one.theme, name)), None)
    if on is None:
        raise Refused(tr("This decision has no such theme."))
    _take_off(space, decision, on)


def drop_themes(decision: Decision) -> None:
    """Take every theme off a decision that goes."""
    if decision.themes:
        space = decision.space
        decision = _with_themes(space, decision.id)
        for on in list(decision.themes):
            _take_off(space, decision, on)


def _alike(theme: Theme, name: str) -> bool:
    """Tell whether it is called so, large or small letters alike."""
    return theme.name.casefold() == name.strip().casefold()


def _take_off(space: Space, decision: Decision, on: OnTheme) -> None:
    db, theme = object_session(space), on.theme
    decision.themes.remove(on)
    others = select(func.count()).where(OnTheme.theme_id == theme.id, OnTheme.id != on.id)
    if db is not None and not db.scalar(others):
        space.themes.remove(theme)


def _with_themes(space: Space, decision_id: int) -> Decision:
    """Read a decision with its themes and the names of its space."""
    db = object_session(space)
    if db is None:
        raise LookupError("this space is not on the desk")
    kind = type(space)
    db.scalars(select(kind).where(kind.id == space.id).options(selectinload(kind.themes))).one()
    query = select(Decision).where(Decision.id == decision_id, Decision.space_id == space.id)
    decision = db.scalars(query.options(selectinload(Decision.themes).selectinload(OnTheme.theme))).one_or_none()
    if decision is None:
        raise Refused(tr("This decision is not there any more."))
    return decision
