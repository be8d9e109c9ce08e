"""Putting on the agenda what came up in another activity: today's, or where there is none the next (METHOD.md)."""

from __future__ import annotations

from typing import Any

from elephants.sessions.agenda.agenda import Agenda, ask_for
from elephants.ui.pages.base import Page


def put_on_agenda(page: Page[Any], words: str) -> str:
    """Add an item; gives "" when it is done, else the sentence of the refusal."""
    agenda = next((one for one in page.session.activities if isinstance(one, Agenda)), None)
    if agenda is not None:
        return page.tried(agenda, Agenda.add_item, words)
    return page.tried(page.session.space, ask_for, words)
