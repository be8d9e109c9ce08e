"""Plays a written session through the desk, with no hands: for practice, demos and tests (docs/rehearsals.md)."""

from elephants.rehearsal.clock import Clock
from elephants.rehearsal.form import Line
from elephants.rehearsal.rehearsal import Rehearsal, read_rehearsal

__all__ = ["Clock", "Line", "Rehearsal", "read_rehearsal"]
