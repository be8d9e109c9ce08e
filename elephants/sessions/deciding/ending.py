"""How deciding together ends: the text, when we look again, a remaining no, and the five endings."""

from __future__ import annotations

import random
from datetime import date

from elephants.sessions.activity import Activity
from elephants.sessions.again import say_worry, update_of
from elephants.sessions.base import Refused, optional, words_of
from elephants.sessions.deciding.steps import ENDINGS_AFTER, Answer, Ending, Step
from elephants.sessions.decision import Decision, View, write_anew
from elephants.sessions.replacing import take_the_place
from elephants.words import day_words, tr

LAST_SPLIT = 3
"""The split after which the room leaves it for later, with a day and a next step (METHOD.md, the table)."""


class EndingDeeds(Activity):
    """The last deeds of a decision: what READ BACK needs before the room says *right* (METHOD.md, CLOSED)."""

    __mapper_args__ = {"polymorphic_abstract": True}

    @property
    def poll(self) -> Decision:
        """The decision that is walked through the steps."""
        if self.decision is None:
            raise Refused(tr("This decision was struck. There is nothing left of it."))
        return self.decision

    @property
    def step(self) -> Step:
        """Where the room is in the table."""
        return Step(self.settings.get("step", Step.FRAME.value))

    @property
    def already(self) -> bool:
        """Whether this was decided elsewhere, and the room only says what it needs."""
        return self.poll.openness == "decided"

    @property
    def came_by(self) -> Answer | None:
        """The answer by which the room came to READ BACK; the endings depend on it."""
        kept = self.settings.get("came_by")
        return Answer(kept) if kept else None

    @property
    def finished(self) -> bool:
        """Whether the decision has its ending."""
        return self.step == Step.CLOSED

    def endings(self) -> tuple[Ending, ...]:
        """The endings that are possible from here; a no that asks to be kept leaves out *All* and *Most of us*."""
        if self.step != Step.READ_BACK or self.came_by is None:
            return ()
        possible = ENDINGS_AFTER[self.came_by]
        said_no = (Ending.ALL, Ending.MOST) if self.poll.remaining_no else ()
        return tuple(one for one in possible if one not in said_no)

    def write_decision(self, title: str, words: str) -> None:
        """Write the decision in the room's words: a short title and one or two sentences."""
        self._at(Step.READ_BACK)
        self.poll.retitle(title)
        self.poll.reword(words)

    def look_again_on(self, day: date, today: date) -> None:
        """Say when we look again; refuses a day that is not after today."""
        self._not_closed()
        if day <= today:
            raise Refused(tr("{day} is not after today. Choose a later day.", day=day_words(day)))
        self.poll.look_again, self.poll.no_look_again = day, ""

    def no_look_again(self, reason: str) -> None:
        """Say why we need not look again."""
        self._not_closed()
        self.poll.no_look_again = words_of(reason, "line", empty=tr("No need to look again, because ...?"))
        self.poll.look_again = None

    def say_next_step(self, words: str) -> None:
        """Say the next step of what is not decided; from NOT DECIDED the room goes on to read back.

        Refuses blank, but where the room came another way: there blank takes the words away.
        """
        self._not_closed()
        if self.came_by not in (None, Answer.NEXT_STEP) and not optional(words, "line"):
            self.poll.next_step = ""
            return
        self.poll.next_step = words_of(words, "line", empty=tr("What is the next step?"))
        if self.step == Step.NOT_DECIDED:
            self.set(step=Step.READ_BACK.value, came_by=Answer.NEXT_STEP.value)
            self.poll.title = self.poll.title or self.poll.question

    def keep_no(self, words: str, *, on_papers: bool = False) -> None:
        """Keep a remaining no in agreed words, with two separate yeses: kept, and printed; blank keeps none."""
        self._not_closed()
        self.poll.remaining_no = optional(words, "line")
        self.poll.print_no = on_papers and bool(self.poll.remaining_no)

    @property
    def again(self) -> Decision | None:
        """The earlier decision that the room looks at again here, if there is one."""
        return self.poll.item.again if self.poll.item is not None else None

    @property
    def asks_worry(self) -> bool:
        """Whether the room is still to be asked if the worry came true about what it looks at again here."""
        old = self.again
        update = update_of(self.session, old) if old is not None else None
        return old is not None and (update is None or not update.worry)

    def worry_came(self, worry: str) -> None:
        """Write whether the worry about the decision that is looked at again came true: yes, partly, no, too early."""
        self._not_closed()
        if self.again is None:
            raise Refused(tr("Nothing is looked at again here."))
        say_worry(self.session, self.again, worry)

    def close(self, ending: str, chance: random.Random) -> None:
        """End with one of the five endings that the table allows; refuses one whose needs are not there.

        The views are written anew in an order drawn by chance, with new ids; the walk itself is forgotten.
        """
        self._at(Step.READ_BACK)
        try:
            chosen = Ending(ending)
        except ValueError:
            raise Refused(tr("There are five endings. Choose one of them.")) from None
        if chosen not in self.endings():
            raise Refused(tr("The room did not come this way. Choose one of the endings that are offered."))
        self._needs_of(chosen)
        poll = self.poll
        poll.ending = chosen.value
        poll.standing = "open" if chosen == Ending.NOT_DECIDED else "standing"
        self._forget_order(chance)
        self.settings = {"step": Step.CLOSED.value}
        if chosen != Ending.NOT_DECIDED:
            take_the_place(poll)
        if poll.item is not None and poll.item.closed in (None, "carried"):
            poll.item.close("carried" if chosen == Ending.NOT_DECIDED else "decided")

    def may_end(self) -> None:
        """Refuse to walk on while an option carries and ADD and CHECK were not gone through (promise 4)."""
        if self.poll.carried and self.step != Step.CLOSED:
            raise Refused(tr("Most of us chose an option. First ask what people need to come along, then check."))

    def _all_answered(self) -> None:
        """Refuse where ADD is not answered: each need, or that we asked and nothing came (METHOD.md, ADD)."""
        if any(need.answer is None for need in self.poll.needs):
            raise Refused(tr("Answer each need first: added, changed, or not now with the reason."))
        if not self.poll.needs and not self.poll.nothing_came:
            raise Refused(tr("Ask what people need to come along. If nothing comes, say so: we asked; nothing came."))

    def _needs_of(self, ending: Ending) -> None:
        poll = self.poll
        if poll.carried or self.already:
            self._all_answered()  # the last need may have been struck since
        if ending == Ending.GO_AHEAD and poll.look_again is None:
            raise Refused(tr("When do we look again? Choose a day first."))
        if ending == Ending.NOT_DECIDED and not poll.next_step:
            raise Refused(tr("What is the next step? Write it first."))
        if ending == Ending.NOT_DECIDED and poll.splits >= LAST_SPLIT and poll.look_again is None:
            raise Refused(tr("We were split three times. When do we take it up again? Choose a day."))
        if ending in (Ending.ALL, Ending.MOST) and poll.look_again is None and not poll.no_look_again:
            raise Refused(tr("When do we look again? Choose a day, or say why there is no need."))
        if ending != Ending.NOT_DECIDED and not poll.full_text():
            raise Refused(tr("What did we decide? Write it in one or two sentences."))

    def _forget_order(self, chance: random.Random) -> None:
        write_anew(self.poll.needs, chance)
        kept = [(view.text, view.away, view.shared) for view in self.poll.views]
        chance.shuffle(kept)
        self.poll.views[:] = [
            View(text=text, away=away, shared=shared, place=place)
            for place, (text, away, shared) in enumerate(kept)
        ]  # fmt: skip

    def _at(self, step: Step) -> None:
        if self.step != step:
            raise Refused(tr("This is not the step for that. Go on, or go back."))

    def _open(self) -> None:
        if self.step in (Step.CHOOSE, Step.ADD, Step.CHECK, Step.READ_BACK, Step.CLOSED):
            raise Refused(tr("The room is choosing or has chosen. Go back first; then the choice is void."))

    def _not_closed(self) -> None:
        if self.step == Step.CLOSED:
            raise Refused(tr("This decision is closed. It can be looked at again at a later session."))
