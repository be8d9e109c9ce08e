"""The shape of one page of help: what it is for, what to say, what to do when it is stuck, who answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """Says in plain lines how a step goes; each is marked for translation. Nothing here is about a person."""

    purpose: tuple[str, ...]
    say: tuple[str, ...]
    """Other words to say, beside those of the step itself."""
    stuck: tuple[str, ...]
    who: str = ""
    """Who answers; of a step the table of the method says it, and this stays empty."""
    thanks: tuple[str, ...] = ()
    """Whose work it stands on."""
