"""A walker through the table of steps: its moves come from the table itself, its bounds from the method on paper."""

from __future__ import annotations

import random

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import TABLE, Answer, Ending
from tests.sessions import on_paper
from tests.sessions.room import Room
from tests.store import play

SAYS = {
    Answer.ON: "go_on", Answer.ALREADY: "go_on", Answer.ALL_ANSWERED: "go_on", Answer.CHOOSE: "ready",
    Answer.MORE: "more", Answer.NOT_TODAY: "not_today", Answer.DEEPER: "deepen", Answer.LATER: "later",
    Answer.EVERYONE: "everyone", Answer.NOT_YET: "not_yet", Answer.SECOND_NOT_YET: "not_yet",
    Answer.MAJORITY: "count", Answer.NO_MAJORITY: "count", Answer.NEXT_STEP: "next", Answer.CHANGED: "write",
    Answer.RIGHT: "end",
}  # fmt: skip
"""What the room does to give an answer of the table."""

MOVES = frozenset(("go_on", "ready", "more", "not_today", "deepen", "later", "everyone", "not_yet"))
ALWAYS = ("come_and_go", "begins_again", "wanders", "takes_a_view_out", "looks_again", "keeps_a_no")
BEFORE = ("thinks", "writes_slips", "offers", "moves_or_drops", "picks", "settles", "asks", *ALWAYS)
ADDING = ("needs", "answers_one", "answers_one", "thinks_again_of_a_need", "hears_nothing", *ALWAYS)
ENDING = ("needs", "thinks_again_of_a_need", *ALWAYS)
EVERY_ANSWER = sorted({answer for row in TABLE for answer, _ in (*row.follows, *row.short)})
OURS = ("View ", "Slip ", "Option ", "Need ")


def answers_at(step: str) -> list[Answer]:
    """Give the answers that the table has at a step; at the last one any."""
    return [answer for row in TABLE if row.step == step for answer, _ in (*row.follows, *row.short)] or EVERY_ANSWER


class Walker(Room):
    """Does to the desk what a room might do, also what it must not, and compares with the method on paper."""

    def teardown(self) -> None:
        """Look at last whether the store itself holds what the room kept, and nothing else of it."""
        kept = play.dump(self.desk.store)
        for table, lines in (("view", self.paper.views), ("option", self.paper.options), ("need", self.paper.needs)):
            said = {one for row in kept[table] for one in row if str(one).startswith(OURS)}
            assert said == set(lines)

    # -- walking --------------------------------------------------------------------------------------------

    @initialize(
        data=st.data(), short=st.booleans(), openness=st.sampled_from(["wide", "leaning", "plan", "wide", "decided"]),
        way=st.sampled_from(on_paper.WAYS), here=st.sampled_from([14, 14, 14, 4]), far=st.integers(4, 26),
        splits=st.sampled_from([0, 0, 0, 1, 2, 3, 4]),
    )  # fmt: skip
    def begins(
        self, data: st.DataObject, short: bool, openness: str, way: str, here: int, far: int, splits: int
    ) -> None:
        """Frame the question and go straight on for a while, over some splits, so that walks come far."""
        self.asks(data, short=short, openness=openness)
        self.picks(data, way)
        self.come_and_go(data, here)
        for _ in range(far if splits else far // 2):
            self._goes_straight_on(data, splits)

    def _goes_straight_on(self, data: st.DataObject, splits: int) -> None:
        step = self.paper.step
        if step == on_paper.CLOSED:
            return
        self._prepare()
        if step == on_paper.CHOOSE:
            answers = [Answer.NO_MAJORITY if self.paper.splits < splits else Answer.MAJORITY]
        elif step == on_paper.READY:
            answers = [Answer.CHOOSE]
        else:
            back = (Answer.MORE,) if step in (on_paper.OTHER, on_paper.SPREAD) else ()
            answers = [one for one in answers_at(step) if self._fits(one) and one not in back]
        if answers:
            self._say(data.draw(st.sampled_from(answers)), data)

    def _fits(self, answer: Answer) -> bool:
        return SAYS[answer] not in MOVES or self.paper.after(SAYS[answer]) is not None

    @rule(data=st.data(), ready=st.integers(0, 4))
    def walks(self, data: st.DataObject, ready: int) -> None:
        """Give an answer of the table at this step; mostly with what it needs, and one that fits."""
        if ready:
            self._prepare()
        answers = answers_at(self.paper.step)
        fitting = list(filter(self._fits, answers))
        self._say(data.draw(st.sampled_from(fitting if ready and fitting else answers)), data)

    @rule(data=st.data())
    def walks_on(self, data: st.DataObject) -> None:
        """Walk more often than anything else, or no walk comes far."""
        self.walks(data, ready=1)

    @rule(data=st.data())
    def walks_further(self, data: st.DataObject) -> None:
        """Walk more often than anything else, or no walk comes far."""
        self.walks(data, ready=1)

    @rule(data=st.data(), answer=st.sampled_from(EVERY_ANSWER))
    def says_anything(self, data: st.DataObject, answer: Answer) -> None:
        """Give any answer of the table, at whatever step."""
        self._say(answer, data)

    @rule(data=st.data())
    def does(self, data: st.DataObject) -> None:
        """Do one of the things that fit where the room is."""
        before, after = self.paper.step in on_paper.BEFORE_CHOICE, self.paper.step == on_paper.ADD
        fitting = BEFORE if before else ADDING if after else ENDING
        getattr(self, data.draw(st.sampled_from(fitting)))(data)

    @rule(data=st.data())
    def does_anything(self, data: st.DataObject) -> None:
        """Do anything, also what does not fit."""
        getattr(self, data.draw(st.sampled_from((*BEFORE, *ADDING, *ENDING, "opens_the_box"))))(data)

    def _prepare(self) -> None:
        while self.paper.step in on_paper.BEFORE_CHOICE and len(self.paper.options) < 2:
            self.offers()
        if self.paper.step == on_paper.ADD:
            for need in self.deciding.poll.needs:
                self.answers(need.text, "added", "")
            if not self.paper.needs:
                self.hears_nothing()
        if self.paper.step == on_paper.READ_BACK:
            self.looks_again()

    def _say(self, answer: Answer, data: st.DataObject) -> None:
        said = SAYS[answer]
        if said == "count":
            self.count(data, carries=answer == Answer.MAJORITY)
        elif said == "next":
            if self.do(self.paper.step != on_paper.CLOSED, Deciding.say_next_step, "Ask the council"):
                self.paper.next()
        elif said == "write":
            if self.do(self.paper.step == on_paper.READ_BACK, Deciding.write_decision, "Title", "Our words."):
                self.paper.wrote = True
        elif said == "end":
            ending = data.draw(st.sampled_from(Ending))
            if self.do(self.paper.may_end(ending), Deciding.close, ending.value, random.Random(1)):
                self.paper.closed(ending)
        elif self.do(self.paper.after(said), getattr(Deciding, said)):
            self.paper.went(said)

    @rule()
    def goes_back(self) -> None:
        if self.do(self.paper.back(), Deciding.go_back):
            self.paper.went_back()

    # -- what may happen ---------------------------------------------------------------------------------------

    @rule()
    def takes_back(self) -> None:
        if self.before:
            self.desk.undo()
            self.paper = self.before.pop()
        else:
            assert not self.desk.can_undo

    # -- what always holds -------------------------------------------------------------------------------------

    @invariant()
    def it_stands_where_the_method_says(self) -> None:
        poll = self.deciding.poll
        assert self.deciding.step == self.paper.step
        assert (poll.splits, bool(poll.carried)) == (self.paper.splits, bool(self.paper.carried))
        assert (self.deciding.way, poll.form) == (self.paper.way, self.paper.form)
        assert (poll.chosen if poll.carried else "") == self.paper.chosen
        assert (self.deciding.box_open, poll.short) == (self.paper.box, self.paper.short)

    @invariant()
    def all_is_kept(self) -> None:
        poll = self.deciding.poll
        assert sorted(view.text for view in poll.views) == sorted(self.paper.views)
        assert [option.text for option in poll.options] == self.paper.options
        assert {need.text: need.answer or "" for need in poll.needs} == self.paper.needs

    @invariant()
    def it_ends_as_the_method_says(self) -> None:
        poll = self.deciding.poll
        assert poll.ending == self.paper.ending
        assert (poll.ending is None) == (self.paper.step != on_paper.CLOSED)
        if poll.ending is not None and poll.carried:
            assert self.paper.asked
            assert self.paper.came in (on_paper.EVERYONE, on_paper.TWICE), "it went through CHECK"

    @invariant()
    def nothing_sealed_is_told(self) -> None:
        poll = self.deciding.poll
        if self.paper.step == on_paper.CHOOSE:
            assert (poll.totals, poll.result_words(), poll.result_in_words()) == (None, "", "")
        if poll.form == "words":
            assert poll.totals is None
