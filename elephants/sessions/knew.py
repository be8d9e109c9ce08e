"""What the no knew: what the room kept of a no, and the needs that are not met, when a decision is looked at again.

It comes before everything else that is said of the decision (METHOD.md, What happened since), and is about the
decision, never about a person: a no is told in the words the room agreed to keep, and nothing where it kept none.
"""

from __future__ import annotations

from dataclasses import dataclass

from elephants.sessions.decision import Decision, Need
from elephants.words import tr

NO, UNMET, NOT_NOW = "no", "unmet", "not now"


@dataclass(frozen=True, repr=False)
class Known:
    """One thing that was said against going on as before: its kind, its words, and how it stands (or why)."""

    kind: str
    words: str
    more: str = ""

    def told(self) -> str:
        """Say it in one line."""
        if self.kind == NO:
            return tr("A no that remained: {words}", words=self.words)
        if self.kind == NOT_NOW:
            return tr("Not now: {need}, because {reason}", need=self.words.rstrip("."), reason=self.more)
        return tr("{how}: {need}", how=self.more, need=self.words)


def what_the_no_knew(decision: Decision) -> list[Known]:
    """List the remaining no first, as the room agreed to keep it, then the needs not met, then those not added."""
    noes = [Known(NO, decision.remaining_no)] if decision.remaining_no else []
    unmet = [
        Known(UNMET, need.sentence or need.text, tr("Met in part") if need.met == "partly" else tr("Not met yet"))
        for need in decision.needs
        if need.unmet
    ]
    not_now = [Known(NOT_NOW, need.text, need.words) for need in decision.needs if need.answer == "not now"]
    return [*noes, *unmet, *not_now]


def other_needs(decision: Decision) -> list[Need]:
    """Give the needs that were added and of which nobody said that they are not met."""
    return [need for need in decision.needs if need.sentence and need.answer != "not now" and not need.unmet]
