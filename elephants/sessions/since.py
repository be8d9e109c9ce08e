"""What happened since: you said, we did; each open action, need and decision that is due (METHOD.md)."""

from __future__ import annotations

import random
from datetime import date

from elephants.sessions.activity import Activity, Finger
from elephants.sessions.again import bring_back, has_room, keep_away, keep_update, still_wanted, update_of
from elephants.sessions.agenda.agenda import open_agenda
from elephants.sessions.base import Refused, in_order
from elephants.sessions.decision import Action, Decision, Need, Update
from elephants.sessions.terms import ACTION_ANSWERS, DECISION_ANSWERS, NEED_ANSWERS, WORRY_ANSWERS
from elephants.words import day_words, mark, tr

EVENING = 12
"""So many things a room can be asked of in one evening; of more it is told that the rest waits for next time."""


class Since(Activity):
    """Shows, one at a time, what is open and due; kept is the answer with one line of words."""

    __mapper_args__ = {"polymorphic_identity": "since"}
    name = mark("What happened since")

    def due(self) -> list[Action | Need | Decision]:
        """List what was said and is not finished; what was answered today stays in its place.

        Of more than a room can answer in an evening what waits longest since it was last asked comes first: wherever
        the room stops, the rest comes first next time.
        """
        due = self._due()
        if len(due) <= EVENING:
            return due
        return sorted(due, key=lambda thing: (self._last_asked(thing), _since_when(thing)))

    def _due(self) -> list[Action | Need | Decision]:
        """List actions, needs and decisions, each in the order they were said."""
        space, session, day = self.session.space, self.session, self.session.date
        said = {one.about for one in session.updates}
        actions = [one for one in space.actions if (one.open or one in said) and one.session is not session]
        decisions = [one for one in space.decisions if one.session is not session]
        needs = [
            need for one in decisions for need in one.needs
            if need in said or ((one in said or one.standing not in ("changed", "ended")) and need.due(day))
        ]  # fmt: skip
        again = [one for one in decisions if one in said or (one.look_due(day) and one.due(day))]
        return [*actions, *needs, *again]

    def _last_asked(self, thing: Action | Need | Decision) -> date:
        """Say when the room was asked last of a thing, before today."""
        return max((one.session.date for one in thing.updates if one.session is not self.session), default=date.min)

    def update_of(self, thing: Action | Need | Decision) -> Update | None:
        """Give today's answer to a thing, if there is one."""
        return update_of(self.session, thing)

    def say(self) -> str:
        """Ask what became of it."""
        return tr("This is what we said we would do. What became of it?")

    def hint(self) -> str:
        """Remind that nobody is to blame."""
        return tr("It is about the thing, never about a person. Stuck is fine.")

    def answer_action(self, action: Action, state: str, words: str = "") -> None:
        """Write what became of an action: done, on its way, stuck, or we let it go."""
        if state not in ACTION_ANSWERS:
            raise Refused(tr("Choose: done, on its way, stuck, or we let it go."))
        action.state = state
        keep_update(self.session, action, state, words)

    def answer_need(self, need: Need, met: str, words: str = "") -> None:
        """Write whether a need was met: met, partly, not met, or no longer needed.

        What is not met puts the decision on the agenda by itself.
        """
        if met not in NEED_ANSWERS:
            raise Refused(tr("Choose: met, partly, not met, or no longer needed."))
        need.met = met
        keep_update(self.session, need, met, words)
        decision = need.decision
        if need.unmet:
            self._bring_back(decision, by_hand=False)
        elif not still_wanted(decision, self.session.date):
            keep_away(decision)

    def answer_decision(
        self, decision: Decision, answer: str, *, worry: str = "", look_again: date | None = None, words: str = ""
    ) -> None:
        """Write what the room says of a decision now; *still right* needs the next day to look again."""
        if answer not in DECISION_ANSWERS or (worry and worry not in WORRY_ANSWERS):
            raise Refused(tr("Choose: still right, put it on the agenda, or it has ended."))
        if answer == "still right":
            if look_again is None or look_again <= self.session.date:
                raise Refused(tr("When do we look again? Choose a day after today."))
            decision.next_look, decision.standing = look_again, "standing"
            keep_away(decision)
        elif answer == "agenda":
            decision.standing = "agenda"
            self._bring_back(decision, by_hand=True)
        elif answer == "ended":
            decision.standing = "ended"
            keep_away(decision)
        keep_update(self.session, decision, answer, words, worry, look_again if answer == "still right" else None)

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first thing that has no answer yet."""
        del chance
        unanswered = (at for at, thing in enumerate(self.due()) if self.update_of(thing) is None)
        return Finger(next(unanswered, 0))

    def _bring_back(self, decision: Decision, *, by_hand: bool) -> None:
        """Put a decision on today's agenda where that is still to come, else on the next one; never twice.

        What comes by itself waits for the next one too where many came back today.
        """
        item, session = bring_back(decision), self.session
        if item.session is None and open_agenda(session) is not None and (by_hand or has_room(session)):
            session.items.append(item)
            in_order(session.items)


def _since_when(thing: Action | Need | Decision) -> date:
    """Say since when a thing waits: its day, else the day it was said."""
    if isinstance(thing, Action):
        return thing.by or thing.session.date
    return (thing.by() if isinstance(thing, Need) else thing.look_on) or date.max


def about_words(update: Update) -> str:
    """Say what an update is about, in the words it was kept in."""
    about = update.about
    if isinstance(about, Action):
        return about.text
    if isinstance(about, Need):
        return about.sentence or about.text
    return "" if about is None else about.title or about.question


def answer_words(update: Update) -> str:
    """Say an answer as people do, with the next day where a decision is looked at again."""
    if update.decision is not None:
        if update.look_again is not None:
            return tr("Still right, look again on {day}", day=day_words(update.look_again))
        return tr(DECISION_ANSWERS[update.answer])
    return tr((ACTION_ANSWERS if update.action is not None else NEED_ANSWERS)[update.answer])


def met_words(need: Need) -> str:
    """Say whether a need was met, as the room answered it last; "" before it was asked, or where it was not added."""
    return tr(NEED_ANSWERS[need.met]) if need.met is not None and need.answer != "not now" else ""


def needs_words(decision: Decision) -> list[str]:
    """Say each need of a decision: what was added, and whether it was met; what is not now, and why."""
    return [words for words in map(need_words, decision.needs) if words]


def need_words(need: Need) -> str:
    """Say one need: what was added, and whether it was met, or why not now; "" where it was not answered."""
    if need.answer == "not now":
        return tr("Not now: {need}, because {reason}", need=need.text.rstrip("."), reason=need.words)
    if not need.sentence:
        return ""
    words, met = need.sentence, met_words(need)
    if met:
        return tr("Added because some of us need it: {words}. {met}", words=words.rstrip("."), met=met)
    return tr("Added because some of us need it: {words}", words=words)


def worry_words(update: Update) -> str:
    """Say whether the worry came true; "" where it was not asked."""
    words = {
        "yes": tr("The worry came true."),
        "partly": tr("The worry came true in part."),
        "no": tr("No worry came true."),
        "too early": tr("It is too early to say if a worry came true."),
    }
    return words.get(update.worry, "")
