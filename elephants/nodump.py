"""Keeps the memory of this process out of core dumps while a box is open (METHOD.md, Secret ballot on the laptop)."""

from __future__ import annotations

import ctypes
import importlib
import sys
from contextlib import suppress

_GET_DUMPABLE, _SET_DUMPABLE = 3, 4
"""The two calls of Linux's prctl that tell and settle whether a process may be dumped."""


class NoDump:
    """Switches core dumps off, and later on again as they were; `off` and `on` may be called in any order.

    On Linux no other program of the same person can look into this process meanwhile. Where the system has no core
    dumps of this kind (Windows) it does nothing: what such a system keeps of a crash is not ours to say.
    """

    def __init__(self) -> None:
        self._limits: tuple[int, int] | None = None
        self._dumpable: int | None = None

    @property
    def is_off(self) -> bool:
        """Whether core dumps are switched off by this."""
        return self._limits is not None or self._dumpable is not None

    def off(self) -> None:
        """Switch core dumps off; a second time does nothing."""
        if self.is_off:
            return
        with suppress(ImportError, OSError, ValueError):
            resource = importlib.import_module("resource")
            self._limits = resource.getrlimit(resource.RLIMIT_CORE)
            resource.setrlimit(resource.RLIMIT_CORE, (0, self._limits[1]))
        if sys.platform == "linux":
            self._dumpable = _prctl(_GET_DUMPABLE)
            _prctl(_SET_DUMPABLE, 0)

    def on(self) -> None:
        """Let core dumps be as they were before `off`."""
        with suppress(ImportError, OSError, ValueError):
            if self._limits is not None:
                resource = importlib.import_module("resource")
                resource.setrlimit(resource.RLIMIT_CORE, self._limits)
        if self._dumpable == 1:  # 2 is not ours to set
            _prctl(_SET_DUMPABLE, 1)
        self._limits = self._dumpable = None


def _prctl(call: int, value: int = 0) -> int | None:
    """Ask Linux for one thing about this process; None where there is no answer."""
    try:
        said = int(ctypes.CDLL(None, use_errno=True).prctl(call, value, 0, 0, 0))
    except (AttributeError, OSError):
        return None
    return said if said >= 0 else None
