"""How a decision came out, as a rehearsal says beforehand; where it comes out otherwise, the file is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day

from elephants.sessions.decision import Decision
from elephants.words import tr


@dataclass(frozen=True, repr=False)
class CameOut:
    """`[[came_out]]`: the decision on a question as it is read back; what is left out is not looked at."""

    question: str
    ending: str | None = None
    result: str | None = None
    splits: int | None = None
    text: str | None = None
    added: list[str] | None = None
    not_now: list[str] | None = None
    remaining_no: str | None = None
    look_again: Day | None = None

    def otherwise(self, decisions: Iterable[Decision]) -> str:
        """Say what came out otherwise, and how it is; "" where all is as written."""
        decision = next((one for one in decisions if one.question.casefold() == self.question.casefold()), None)
        if decision is None:
            return tr("Nothing was decided on this question.")
        for key, is_now in _as_it_is(decision).items():
            written = getattr(self, key)
            if written is not None and not _same(written, is_now):
                return tr('"{key}" came out otherwise: {words}', key=key, words=is_now)
        return ""


def _as_it_is(decision: Decision) -> dict[str, object]:
    return {
        "ending": decision.ending_words(),
        "result": decision.result_words(),
        "splits": decision.splits,
        "text": decision.full_text(),
        "added": [part.words for part in decision.parts() if part.added],
        "not_now": [f"{need.text}: {need.words}" for need in decision.needs if need.answer == "not now"],
        "remaining_no": decision.remaining_no,
        "look_again": decision.look_again,
    }


def _same(written: object, is_now: object) -> bool:
    """Tell whether it came out so; lists in any order, for slips are shuffled."""
    if isinstance(written, list) and isinstance(is_now, list):
        return sorted(written) == sorted(is_now)
    return written == is_now
