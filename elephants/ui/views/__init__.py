"""What the room sees of each activity: one class a kind, named here (METHOD.md, The session)."""

from __future__ import annotations

from elephants.ui.views.base import View

VIEWS: dict[str, type[View]] = {}
