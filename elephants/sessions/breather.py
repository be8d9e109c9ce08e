"""Pause, Slow down and Lid down: one tap, no reason is asked, nothing is kept (METHOD.md, The session)."""

from __future__ import annotations


class Breather:
    """Whether the room is having a breather, takes its time, or goes on with paper; lives in memory only."""

    def __init__(self) -> None:
        self.paused = False
        self.slow = False
        self.lid = False

    def pause(self) -> None:
        """Begin or end a breather."""
        self.paused = not self.paused

    def slow_down(self) -> None:
        """Begin or end taking our time."""
        self.slow = not self.slow

    def put_lid_down(self) -> None:
        """Go on with paper; what was paused or slow is over, the room has no screen for it now."""
        self.paused, self.slow, self.lid = False, False, True

    def lift_lid(self) -> None:
        """Come back from the paper: the room's screen shows again where the room is."""
        self.lid = False
