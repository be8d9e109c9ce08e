"""Pause and Slow down: one tap begins and ends them, no reason is asked, nothing is kept (METHOD.md, The session)."""

from __future__ import annotations


class Breather:
    """Whether the room is having a breather, or takes its time; lives in memory only."""

    def __init__(self) -> None:
        self.paused = False
        self.slow = False

    def pause(self) -> None:
        """Begin or end a breather."""
        self.paused = not self.paused

    def slow_down(self) -> None:
        """Begin or end taking our time."""
        self.slow = not self.slow
