"""How answered needs stand on the console: what was added stays marked, what is not now carries its reason."""

from __future__ import annotations

from collections.abc import Iterable

from elephants.sessions.action import Action
from elephants.sessions.decision import Decision, Need
from elephants.ui.parts.lines import Answer, Line
from elephants.words import day_words, tr

CHANGE, WHO = "edit", "who"


def answered_lines(poll: Decision, *, may_change: bool = False) -> list[Line]:
    """Give what was added or changed, marked, and then what is not now, each with the room's reason."""
    added = [_added(need, may_change=may_change) for need in poll.needs if need.answer in ("added", "changed")]
    return [*added, *(_not_now(need) for need in poll.needs if need.answer == "not now")]


def action_lines(actions: Iterable[Action]) -> list[Line]:
    """Give who does what by when; of an action that is there for a need, for which."""
    return [
        Line(
            one.id, one.text, lead=one.owner(),
            under=tr("For this need: {need}", need=one.need.text) if one.need is not None else "",
            trail=tr("by {day}", day=day_words(one.by, year=False)) if one.by else "",
            actions=(("out", tr("Take it out")),),
        )
        for one in actions
    ]  # fmt: skip


def _added(need: Need, *, may_change: bool) -> Line:
    actions = ((CHANGE, tr("Change the words")), (WHO, tr("Who does something about it?"))) if may_change else ()
    said = tr("Added because some of us need it")
    return Line(need.id, need.sentence, bar="plum", icon="plus-circle", under=said, actions=actions)


def _not_now(need: Need) -> Line:
    return Line(need.id, need.text, bar="line", answer=Answer(tr("Not now, because"), need.words, "clock", "slate"))
