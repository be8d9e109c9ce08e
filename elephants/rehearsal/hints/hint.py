"""What a hint is made of: what happens in the room, and by which key or click the facilitator keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Hint:
    """The hint of one verb; `{word}` places are filled in with the words of the line.

    `more` is said only where the line gives that word, or says true to it. `choices` turns a word of
    the file into the words a person reads.
    """

    says: str
    by: str
    more: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
