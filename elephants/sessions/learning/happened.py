"""What happened: the decisions since the last learning session and what became of them; nothing new is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elephants.sessions.decision import Action, Decision
from elephants.sessions.replacing import anew_words, in_its_place
from elephants.sessions.sheets import LEARNING
from elephants.sessions.since import answer_words, needs_words, worry_words
from elephants.sessions.terms import ACTION_ANSWERS
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.session import Session


def decisions_since(session: Session) -> list[Decision]:
    """List what this space decided since its last learning session, the earliest first; all where there was none."""
    held = [one for one in session.space.sessions if one.started and one.date < session.date]
    last = max((one.date for one in held if one.template == LEARNING), default=None)
    return [
        one for one in session.space.decisions
        if one.ending is not None and one.session in held and (last is None or one.session.date >= last)
    ]  # fmt: skip


def became(decision: Decision) -> list[str]:
    """Say what became of a decision: how it ended, what was added, who did what, and what was said of it later.

    Last of one that a newer decision took the place of: that it was decided anew.
    """
    said = [decision.ending_words(), *needs_words(decision), *map(_done, decision.actions)]
    for update in decision.updates[-1:]:
        said += [answer_words(update), update.words, worry_words(update)]
    if not decision.updates and decision.look_on is not None and decision.look_again != decision.look_on:
        said.append(tr("Look again on {day}", day=day_words(decision.look_on)))
    said.append(anew_words(decision, in_its_place(decision)))
    return [words for words in said if words]


def _done(action: Action) -> str:
    answer = tr(ACTION_ANSWERS[action.state]) if action.state in ACTION_ANSWERS else tr("Still open")
    return tr("{action}: {answer}", action=action.text.rstrip("."), answer=answer)
