"""Choosing: the options, the way, the box, and the reveal (METHOD.md, CHOOSE)."""

from __future__ import annotations

import random
from collections.abc import Hashable

from elephants.sessions.base import Refused, in_order, no_way_back, words_of
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.debate import Debate
from elephants.sessions.deciding.needs import NeedDeeds
from elephants.sessions.deciding.result import NUMBERS, WORDS, Count, Reveal, Tally
from elephants.sessions.deciding.steps import Answer, Step, after
from elephants.sessions.deciding.ways import KINDS, Way, too_few, who_learns
from elephants.sessions.decision import Option
from elephants.words import tr

MOST_OPTIONS = 9
LEAST_OPTIONS = 2
OPEN_BOX = "open"


class ChoosingDeeds(NeedDeeds):
    """The deeds before and at CHOOSE; the way and the form of the result are settled before it opens."""

    __mapper_args__ = {"polymorphic_abstract": True}

    @property
    def way(self) -> Way:
        """How the room chooses; hands in the open unless it says otherwise."""
        return Way(self.settings.get("way", Way.OPEN.value))

    @property
    def box_open(self) -> bool:
        """Whether the box on the laptop is open, as the store knows it; the box itself is in memory only."""
        return self.settings.get("box") == OPEN_BOX

    def who_learns(self) -> str:
        """Say who can learn what, from the way, the form of the result and how many are here."""
        return who_learns(self.way, self.poll.form, self.session.here or 0)

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
        self._in_order()

    def move_option(self, option: Option, to: int) -> None:
        """Put an option at another letter, before the room chooses."""
        self._open()
        self.poll.options.remove(option)
        self.poll.options.insert(max(0, min(to, len(self.poll.options))), option)
        self._in_order()

    def write_as(self, form: str) -> None:
        """Settle how the result is written, in words or in numbers; refuses it once CHOOSE is open."""
        self._open()
        if form not in (WORDS, NUMBERS):
            raise Refused(tr("A result is written in words or in numbers."))
        self.poll.form = form
        if form == WORDS:
            self.poll.totals = None  # the counts of a round that was split before go with their form

    def choose_by(self, way: str) -> None:
        """Pick the way to choose, before CHOOSE opens; the result is then written as this way begins.

        Hands and secret ways never mix in one vote. Refuses a ballot on the laptop with fewer than six here. The way
        that is picked already changes nothing: what the room settled since stays.
        """
        self._open()
        try:
            picked = Way(way)
        except ValueError:
            raise Refused(tr("Choose by hands in the open, hands with eyes shut, slips, or a secret ballot.")) from None
        self._enough_for(picked)
        if picked is not self.way:
            self.set(way=picked.value)
            self.write_as(KINDS[picked].form)

    @no_way_back
    def open_box(self) -> None:
        """Keep that the box is open, and nothing else about it: no turnout; a lost box is opened again so.

        Refuses other ways, and fewer than six here, however the room came to CHOOSE.
        """
        self._at(Step.CHOOSE)
        if self.way is not Way.BALLOT:
            raise Refused(tr("There is a box only for a secret ballot on the laptop."))
        self._enough_for(self.way)
        self.set(box=OPEN_BOX)

    @no_way_back
    def reveal(self, tally: Tally) -> None:
        """Write the result of the round as it was settled; more than half carries, anything else is a split.

        There is no way back from here to a sealed count: undo forgets what was before (METHOD.md, Secret ballot).
        """
        self._at(Step.CHOOSE)
        if len(tally.options) != len(self.poll.options) or min(*tally.options, tally.not_sure) < 0:
            raise Refused(tr("Give one count for each option, and none below nothing."))
        if self.way is Way.BALLOT and not self.box_open:
            raise Refused(tr("Open the box for votes first."))
        if tally.voting == 0 and self.way is not Way.BALLOT:  # of a box nobody shall learn that all of us passed
            raise Refused(tr("Nothing was counted yet. Count the hands, or go back."))
        self.poll.totals = tally.kept() if self.poll.form == NUMBERS else None
        winner = tally.winner()
        self._write_result(self.poll.options[winner] if winner is not None else None)

    def chosen_on_paper(self, option: Option | None) -> None:
        """Write what most of us chose while the lid was down, or (None) that we were split; in words, and no count.

        Who counts on paper has seen it: there is nothing sealed that undo could lead back to.
        """
        self._at(Step.CHOOSE)
        if option is not None and option not in self.poll.options:
            raise Refused(tr("This option is not there any more."))
        self.poll.form, self.poll.totals = WORDS, None
        self._write_result(option)

    def _write_result(self, winner: Option | None) -> None:
        """Write that an option carries, or that we are split; ADD or SPLIT follows."""
        poll = self.poll
        self._shut_box()
        poll.carried = winner is not None
        if winner is None:
            poll.splits += 1
            poll.short = False
            self._answer(Answer.NO_MAJORITY)
            return
        poll.chosen = winner.text
        poll.title = poll.title or poll.chosen
        poll.words = poll.words or poll.chosen
        self.set(fresh=True)
        self._answer(Answer.MAJORITY)

    def moment_key(self) -> Hashable:
        """Counts and box live only while CHOOSE is open, the debate while DEEPER is, the reveal while ADD is."""
        step = self.step if self.step in (Step.CHOOSE, Step.DEEPER, Step.ADD) else None
        return (self.id, step, self.poll.splits, self.way)

    def new_moment(self, chance: random.Random) -> object | None:
        """Begin to count, with how many are here fixed now; or to debate, or to see what most of us chose."""
        if self.step == Step.CHOOSE:
            options, here = len(self.poll.options), self.session.here or 0
            return Ballot(options, here, chance) if self.way is Way.BALLOT else Count(options, here)
        if self.step == Step.DEEPER:
            return Debate()
        if self.step == Step.ADD:
            return Reveal(over=not self.settings.get("fresh"))  # offers of a choice that is void do not end it
        return None

    # -- within ------------------------------------------------------------------------------------------------

    def _enough_for(self, way: Way) -> None:
        refusal = too_few(self.session.here or 0) if way is Way.BALLOT else ""
        if refusal:
            raise Refused(refusal)

    def _in_order(self) -> None:
        """Number the options anew; the counts of a split in numbers stay with their options, or go with them."""
        poll = self.poll
        if poll.totals is not None:
            counts, places = poll.totals["options"], [one.place for one in poll.options]
            counted = [place for place in places if place < len(counts)]
            follow = places[: len(counted)] == counted  # an option that nobody could choose yet has no count
            poll.totals = {**poll.totals, "options": [counts[at] for at in counted]} if follow else None
        in_order(poll.options)

    def _shut_box(self) -> None:
        self.settings = {name: kept for name, kept in self.settings.items() if name != "box"}

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

    def _may_choose(self) -> None:
        if len(self.poll.options) < LEAST_OPTIONS:
            raise Refused(tr("There must be at least two options to choose from. Add them first."))
        self._enough_for(self.way)
        self.poll.carried, self.poll.totals = None, None

    def _no_double(self, text: str, besides: Option | None = None) -> None:
        for option in self.poll.options:
            if option is not besides and option.text.strip().casefold() == text.strip().casefold():
                raise Refused(tr("This option is there already, in the same words."))
