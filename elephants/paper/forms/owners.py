"""Says who does something, for forms that travel: with the first name only where somebody ticked it."""

from __future__ import annotations

from elephants.sessions.decision import Action
from elephants.words import tr


def owner(action: Action, *, names: bool) -> str:
    """Give the name or the words for who does it; without `names` a person is one of us (METHOD.md, promise 7)."""
    return tr("One of us") if action.person is not None and not names else action.owner()
