"""How long nobody has touched the laptop, and whether it slept (METHOD.md, Secret ballot on the laptop)."""

from __future__ import annotations

import time
from enum import Enum, auto

LONG, OVER = 180.0, 240.0
"""Seconds without a touch after which we ask whether somebody is there, and after which the cover comes."""
ASLEEP = 20.0
"""Seconds between two looks that are meant to be one apart; with more the laptop slept."""


class Clock:
    """The two clocks of a laptop, in seconds: one that never jumps, and one that goes on while the laptop sleeps."""

    def steady(self) -> float:
        """Give the seconds of the clock that never jumps."""
        return time.monotonic()

    def wall(self) -> float:
        """Give the seconds of the clock that goes on in sleep."""
        return time.time()


class Silence(Enum):
    """What a look at the clocks finds."""

    NONE = auto()
    LONG = auto()
    OVER = auto()
    SLEPT = auto()


class Watch:
    """Holds when the last touch was and when it last looked, in memory and only until the next."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._touched = clock.steady()
        self._looked = (clock.steady(), clock.wall())

    def touch(self) -> None:
        """Somebody touched the laptop."""
        self._touched = self.clock.steady()

    def look(self) -> Silence:
        """Tell what became of the time since the last look; to be asked once a second."""
        now, before = (self.clock.steady(), self.clock.wall()), self._looked
        self._looked = now
        if now[0] - before[0] > ASLEEP or abs(now[1] - before[1]) > ASLEEP:
            self.touch()
            return Silence.SLEPT
        quiet = now[0] - self._touched
        if quiet >= OVER:
            return Silence.OVER
        return Silence.LONG if quiet >= LONG else Silence.NONE
