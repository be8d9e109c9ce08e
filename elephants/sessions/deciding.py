"""Deciding together, step by step: the minority-voice poll, the heart of the app (METHOD.md, Deciding together)."""

from __future__ import annotations

import random
from collections.abc import Hashable

from elephants.sessions.base import Refused, in_order, move, words_of
from elephants.sessions.decision import Option, View
from elephants.sessions.ending import LAST_SPLIT as LAST_SPLIT
from elephants.sessions.needs import NeedDeeds
from elephants.sessions.result import NUMBERS, WORDS, Count, Tally
from elephants.sessions.steps import ALREADY_SAY, PATH, ROWS, SHORT_PATH, Answer, Step, after
from elephants.sessions.terms import OPENNESS
from elephants.words import mark, tr

MOST_OPTIONS = 9
LEAST_OPTIONS = 2


class Deciding(NeedDeeds):
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
        return tr(ROWS[self.step].say)

    def hint(self) -> str:
        """Give one line for the facilitator at this step."""
        said = ROWS[self.step].hint
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
        """Hear more: back to the views, from other views, spread, ready or a split."""
        if self.step == Step.SPLIT and self.poll.splits >= LAST_SPLIT:
            raise Refused(tr("We were split three times. Leave it for today, with a next step."))
        self._answer(Answer.MORE)

    def ready(self) -> None:
        """The room is ready to choose."""
        self._answer(Answer.CHOOSE)

    def not_today(self) -> None:
        """The room does not decide today."""
        self._answer(Answer.NOT_TODAY)

    def later(self) -> None:
        """After the third split: not today, with a day and a next step."""
        if self.poll.splits < LAST_SPLIT:
            raise Refused(tr("Hear more first. After the third split we can leave it for later."))
        self._answer(Answer.LATER)

    # -- views and options -------------------------------------------------------------------------------------

    def add_view(self, text: str, *, away: bool = False) -> None:
        """Keep a view, unsigned, in the words it was said; `away` marks what somebody not in the room would say."""
        self._open()
        text = words_of(text, "view", empty=tr("Write the view in the words it was said."))
        self.poll.views.append(View(text=text, away=away, place=len(self.poll.views)))

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

    def add_option(self, text: str) -> None:
        """Add one thing to choose; refuses the same words twice, a tenth, and any once the room is choosing."""
        self._open()
        text = words_of(text, "option", empty=tr("What can we choose? Write it in a few words."))
        self._no_double(text)
        if len(self.poll.options) >= MOST_OPTIONS:
            raise Refused(tr("Nine options are the most, beside I'm not sure. Bring two of them together."))
        self.poll.options.append(Option(text=text, place=len(self.poll.options)))

    def reword_option(self, option: Option, text: str) -> None:
        """Say an option in other words, before the room chooses."""
        self._open()
        text = words_of(text, "option", empty=tr("What can we choose? Write it in a few words."))
        self._no_double(text, besides=option)
        option.text = text

    def drop_option(self, option: Option) -> None:
        """Take an option away, before the room chooses."""
        self._open()
        self.poll.options.remove(option)
        in_order(self.poll.options)

    def move_option(self, option: Option, to: int) -> None:
        """Put an option at another letter, before the room chooses."""
        self._open()
        move(self.poll.options, option, to)

    def write_as(self, form: str) -> None:
        """Settle how the result is written, in words or in numbers; refuses it once CHOOSE is open."""
        self._open()
        if form not in (WORDS, NUMBERS):
            raise Refused(tr("A result is written in words or in numbers."))
        self.poll.form = form
        if form == WORDS:
            self.poll.totals = None  # the counts of a round that was split before go with their form

    # -- choosing ----------------------------------------------------------------------------------------------

    def reveal(self, tally: Tally) -> None:
        """Write the result of the round as it was settled; more than half carries, anything else is a split."""
        self._at(Step.CHOOSE)
        if len(tally.options) != len(self.poll.options) or min(*tally.options, tally.not_sure) < 0:
            raise Refused(tr("Give one count for each option, and none below nothing."))
        if tally.voting == 0:
            raise Refused(tr("Nothing was counted yet. Count the hands, or go back."))
        poll = self.poll
        winner = tally.winner()
        poll.carried = winner is not None
        poll.totals = tally.kept() if poll.form == NUMBERS else None
        if winner is None:
            poll.splits += 1
            poll.short = False
            self._answer(Answer.NO_MAJORITY)
            return
        poll.chosen = poll.options[winner].text
        poll.title = poll.title or poll.chosen
        poll.words = poll.words or poll.chosen
        self._answer(Answer.MAJORITY)

    # -- can everyone come along? ------------------------------------------------------------------------------

    def everyone(self) -> None:
        """With these added, everyone can come along."""
        self._answer(Answer.EVERYONE)

    def not_yet(self) -> None:
        """Not everyone can come along: ask once more what is needed; a second time the room reads back."""
        self._answer(Answer.SECOND_NOT_YET if self.settings.get("not_yets") else Answer.NOT_YET)

    # -- going back --------------------------------------------------------------------------------------------

    def go_back(self) -> None:
        """Go one step back; before CHOOSE after a choice the choice is void and needs are kept as offers."""
        self._not_closed()
        to = self._before()
        if self.step == Step.SPLIT:
            self.poll.splits -= 1
        if self.step == Step.NOT_DECIDED:
            self.poll.next_step = ""
        if to in (Step.CHOOSE, Step.READY, Step.FRAME):
            self._void()
        if self.step == Step.ADD and to == Step.CHECK:
            self.set(not_yets=0)
        self.set(step=to.value)

    def _before(self) -> Step:
        """Say which step lies before this one, by the way the room came."""
        if self.step == Step.SPLIT and self.poll.splits >= LAST_SPLIT:
            raise Refused(tr("We were split three times. Leave it for today, with a day and a next step."))
        if self.step in (Step.SPLIT, Step.NOT_DECIDED, Step.DEEPER):
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

    def moment_key(self) -> Hashable:
        """Counts live only while CHOOSE is open."""
        return (self.id, self.step == Step.CHOOSE, self.poll.splits)

    def new_moment(self, chance: random.Random) -> object | None:
        """Begin to count, with how many are here fixed now; at other steps there is nothing of the moment."""
        del chance
        if self.step != Step.CHOOSE:
            return None
        return Count(len(self.poll.options), self.session.here or 0)

    # -- within ------------------------------------------------------------------------------------------------

    def _answer(self, answer: Answer) -> None:
        to = after(self.step, answer, short=self.poll.short)
        if to is None:
            raise Refused(tr("This is not the step for that. Go on, or go back."))
        if to == Step.CHOOSE:
            self._may_choose()
        if answer == Answer.NOT_YET:
            self.set(not_yets=1)
            self.poll.nothing_came = False
        if to == Step.READ_BACK and answer != Answer.CHANGED:
            self.set(came_by=answer.value)
        self.set(step=to.value)

    def _leave_add(self) -> None:
        if any(need.answer is None for need in self.poll.needs):
            raise Refused(tr("Answer each need first: added, changed, or not now with the reason."))
        if not self.poll.needs and not self.poll.nothing_came:
            raise Refused(tr("Ask what people need to come along. If nothing comes, say so: we asked; nothing came."))
        self._answer(Answer.ALREADY if self.already else Answer.ALL_ANSWERED)

    def _may_choose(self) -> None:
        if len(self.poll.options) < LEAST_OPTIONS:
            raise Refused(tr("There must be at least two options to choose from. Add them first."))
        self.poll.carried, self.poll.totals = None, None

    def _no_double(self, text: str, besides: Option | None = None) -> None:
        for option in self.poll.options:
            if option is not besides and option.text.strip().casefold() == text.strip().casefold():
                raise Refused(tr("This option is there already, in the same words."))

    def _void(self) -> None:
        poll = self.poll
        if poll.words == poll.chosen:  # only our own suggestion; what the room wrote is not lost
            poll.words = ""
        if poll.title == poll.chosen:
            poll.title = ""
        poll.carried, poll.chosen, poll.totals, poll.nothing_came = None, "", None, False
        for need in poll.needs:  # an offer again; the words of the answer stay as a suggestion
            need.answer, need.sentence = None, ""
        self.set(not_yets=0, came_by=None)
