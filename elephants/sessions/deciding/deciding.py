"""Deciding together, step by step: the minority-voice poll, the heart of the app (METHOD.md, Deciding together)."""

from __future__ import annotations

import random
from collections.abc import Sequence

from elephants.sessions.base import Refused, in_order, words_of
from elephants.sessions.deciding.choosing import LEAST_OPTIONS as LEAST_OPTIONS
from elephants.sessions.deciding.choosing import MOST_OPTIONS as MOST_OPTIONS
from elephants.sessions.deciding.choosing import ChoosingDeeds
from elephants.sessions.deciding.ending import LAST_SPLIT as LAST_SPLIT
from elephants.sessions.deciding.needs import shuffled_slips
from elephants.sessions.deciding.steps import (
    A_NO_REMAINS,
    AGAIN_SAY,
    ALREADY_SAY,
    LAST_SPLIT_SAY,
    LATER_SAY,
    ONCE_MORE_SAY,
    PATH,
    ROWS,
    SHORT_PATH,
    Answer,
    Step,
)
from elephants.sessions.deciding.ways import KINDS
from elephants.sessions.decision import View
from elephants.sessions.terms import OPENNESS
from elephants.words import mark, tr


class Deciding(ChoosingDeeds):
    """Walks a decision through the table of steps; what it may not do it refuses in a sentence."""

    __mapper_args__ = {"polymorphic_identity": "deciding"}
    name = mark("Deciding together")

    @property
    def path(self) -> tuple[Step, ...]:
        """The steps of the whole form or of the short one."""
        return SHORT_PATH if self.poll.short else PATH

    def say(self) -> str:
        """Give the words of the step."""
        if self.step == Step.ADD and self.already:
            return tr(ALREADY_SAY)
        if self.once_more:
            return tr(ONCE_MORE_SAY)
        if self.step == Step.FRAME and self.asks_worry:
            return tr(AGAIN_SAY)
        if self.step == Step.CHOOSE:
            return tr(KINDS[self.way].say)
        if self.step == Step.SPLIT and self.poll.splits >= LAST_SPLIT:
            return tr(LAST_SPLIT_SAY) if self.may_deepen else tr(LATER_SAY)
        return tr(ROWS[self.step].say)

    def hint(self) -> str:
        """Give one line for the facilitator at this step."""
        if self.step == Step.READ_BACK and self.came_by == Answer.SECOND_NOT_YET:
            return tr(A_NO_REMAINS)
        said = KINDS[self.way].hint if self.step == Step.CHOOSE else ROWS[self.step].hint
        return tr(said) if said else ""

    # -- the question ------------------------------------------------------------------------------------------

    def frame(self, question: str, openness: str | None = None, *, short: bool | None = None) -> None:
        """Say the question in one plain sentence, and how open it is; refuses this once the room has chosen."""
        self._at(Step.FRAME)
        self.poll.question = words_of(question, "question", empty=tr("What is the question? One plain sentence."))
        self.title = self.poll.question
        if openness is not None and openness not in OPENNESS:
            raise Refused(tr("Choose how open it is: wide open, leaning, a plan, or already decided."))
        self.poll.openness = openness or self.poll.openness
        self.poll.short = self.poll.short if short is None else short

    def go_on(self) -> None:
        """Go to the step that follows when the room simply goes on; refuses where the step asks for an answer."""
        if self.step == Step.FRAME and self.poll.openness == "decided":
            self._answer(Answer.ALREADY)
        elif self.step == Step.ADD:
            self._leave_add()
        else:
            self._answer(Answer.ON)

    def more(self) -> None:
        """Hear more: back to the views, from other views, spread, ready or the first two splits."""
        if self.step == Step.SPLIT and self.poll.splits >= LAST_SPLIT:
            raise Refused(tr("We were split three times. Go deeper, or leave it for later with a next step."))
        self._answer(Answer.MORE)

    def ready(self) -> None:
        """The room is ready to choose."""
        self._answer(Answer.CHOOSE)

    def not_today(self) -> None:
        """The room does not decide today."""
        self._answer(Answer.NOT_TODAY)

    def later(self) -> None:
        """After the third split, or one more after going deeper: not today, with a day and a next step."""
        if self.poll.splits < LAST_SPLIT:
            raise Refused(tr("Hear more first. After the third split we can leave it for later."))
        self._answer(Answer.LATER)
        self.set(left=True)

    @property
    def may_deepen(self) -> bool:
        """Whether a light debate can be offered: at the third split, and only once."""
        return self.step == Step.SPLIT and self.poll.splits == LAST_SPLIT

    def deepen(self) -> None:
        """Go deeper, if the group says yes; only at the third split (METHOD.md, Deeper)."""
        if self.step == Step.SPLIT and not self.may_deepen:
            raise Refused(tr("Going deeper comes at the third split, and once. Hear more, or leave it for later."))
        self._answer(Answer.DEEPER)

    # -- views and options -------------------------------------------------------------------------------------

    def add_view(self, text: str, *, away: bool = False) -> None:
        """Keep a view, unsigned, in the words it was said; `away` marks what somebody not in the room would say."""
        self._open()
        text = words_of(text, "view", empty=tr("Write the view in the words it was said."))
        self.poll.views.append(View(text=text, away=away, place=len(self.poll.views)))

    def add_slips(self, slips: Sequence[str], chance: random.Random) -> None:
        """Keep the views on paper slips, entered together and shuffled; refuses all where one is refused."""
        self._open()
        for text in shuffled_slips(slips, chance):
            self.add_view(text)

    def take_out(self, view: View) -> None:
        """Take a view out; it is gone."""
        self._not_closed()
        self.poll.views.remove(view)
        in_order(self.poll.views)

    def mark_away(self, view: View) -> None:
        """Mark a view as not in the room, or take the mark back."""
        self._not_closed()
        view.away = not view.away

    def spread(self, view: View) -> None:
        """Note that some of us feel this too, or take it back; it is never counted."""
        self._not_closed()
        view.shared = not view.shared

    # -- can everyone come along? ------------------------------------------------------------------------------

    @property
    def once_more(self) -> bool:
        """Whether ADD is asked once more, because not everyone could come along yet."""
        return self.step == Step.ADD and bool(self.settings.get("not_yets"))

    def everyone(self) -> None:
        """With these added, everyone can come along."""
        self._answer(Answer.EVERYONE)

    def not_yet(self) -> None:
        """Not everyone can come along: ask once more what is needed; a second time the room reads back."""
        self._answer(Answer.SECOND_NOT_YET if self.settings.get("not_yets") else Answer.NOT_YET)

    # -- going back --------------------------------------------------------------------------------------------

    def go_back(self) -> None:
        """Go one step back; before CHOOSE after a choice the choice is void and needs are kept as offers.

        Nothing else is lost: the room saw that it was split, and so it counts as split, whoever goes back.
        """
        self._not_closed()
        to = self._before()
        if self.step == Step.NOT_DECIDED:
            self.poll.next_step = ""
            self.set(left=False, came_by=None)  # a split stays a split: nothing before CHOOSE was touched
        elif to in (Step.CHOOSE, Step.READY, Step.FRAME):
            self._void()
        if self.step == Step.CHOOSE:
            self._shut_box()
        if self.step == Step.ADD and to == Step.CHECK:
            self.set(not_yets=0)
        self.set(step=to.value)

    def _before(self) -> Step:
        """Say which step lies before this one, by the way the room came; past the third split only one way leads."""
        if self.step == Step.SPLIT and self.poll.splits >= LAST_SPLIT:
            raise Refused(tr("We were split three times. Go deeper, or leave it for later with a next step."))
        if self.step == Step.DEEPER or (self.step == Step.NOT_DECIDED and self.settings.get("left")):
            return Step.SPLIT
        if self.step in (Step.SPLIT, Step.NOT_DECIDED):
            return Step.READY
        if self.step == Step.READ_BACK and self.came_by == Answer.NEXT_STEP:
            return Step.NOT_DECIDED
        if self.step == Step.ADD and self.settings.get("not_yets"):
            return Step.CHECK
        if self.already and self.step in (Step.ADD, Step.READ_BACK):
            return Step.FRAME if self.step == Step.ADD else Step.ADD
        at = self.path.index(self.step)
        if at == 0:
            raise Refused(tr("This is the first step."))
        return self.path[at - 1]

    # -- within ------------------------------------------------------------------------------------------------

    def _leave_add(self) -> None:
        self._all_answered()
        self._answer(Answer.ALREADY if self.already else Answer.ALL_ANSWERED)

    def _void(self) -> None:
        poll = self.poll
        if poll.words == poll.chosen:  # only our own suggestion; what the room wrote is not lost
            poll.words = ""
        if poll.title == poll.chosen:
            poll.title = ""
        poll.carried, poll.chosen, poll.totals, poll.nothing_came = None, "", None, False
        for need in poll.needs:  # an offer again; the words of the answer stay as a suggestion
            need.answer, need.sentence = None, ""
        self.set(not_yets=0, came_by=None, fresh=False)
