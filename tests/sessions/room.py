"""A room that decides, on a real desk and store: what people may do in it, noted by the method on paper beside."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from elephants.sessions.base import Refused
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count, Tally
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.store.search import index_anew
from tests.sessions import on_paper
from tests.sessions.on_paper import Paper
from tests.store import play

LATER_DAY = date(2027, 2, 2)
SMALL = st.integers(0, 3)


class Kitchen:
    """One desk for many walks, with a room about to decide; `again` puts every row back as it was."""

    def __init__(self, folder: Path) -> None:
        self.desk = play.new_desk(folder / "a.elephants")
        play.open_session(self.desk)
        play.a_deciding(self.desk)
        self._rows = play.dump(self.desk.store)

    def again(self) -> None:
        """Begin anew, behind the desk's back as another program would, and open the session."""
        with self.desk.store.raw() as raw:
            raw.execute("PRAGMA foreign_keys=OFF")
            for table, rows in self._rows.items():
                raw.execute(f'DELETE FROM "{table}"')  # noqa: S608
                for row in rows:
                    raw.execute(f'INSERT INTO "{table}" VALUES ({",".join("?" * len(row))})', row)  # noqa: S608
            index_anew(raw)
            raw.commit()
        self.open()

    def open(self) -> None:
        """Open the session from the store, as after a new start: what was of the moment is gone."""
        self.desk.leave()
        self.desk.open(play.space_of(self.desk).sessions[0].id)


class Room(RuleBasedStateMachine):
    """Does to the desk what a room might do, also what it must not; the paper says what must be refused."""

    kitchen: ClassVar[Kitchen]

    def __init__(self) -> None:
        super().__init__()
        self.paper = Paper()
        self.before: list[Paper] = []
        self.said = 0
        self.desk = self.kitchen.desk
        self.kitchen.again()

    @property
    def deciding(self) -> Deciding:
        """The live decision."""
        found = play.activity_of(self.desk, "deciding")
        assert isinstance(found, Deciding)
        return found

    def do(self, allowed: object, deed: Callable[..., object], *words: Any, **more: Any) -> bool:
        """Do a deed; it must be refused exactly where the method on paper does not allow it."""
        note = deepcopy(self.paper)
        deeds = len(self.desk._undo)
        thing = more.pop("thing", self.deciding)
        try:
            self.desk.change(thing, deed, *words, **more)
        except Refused:
            done = False
        else:
            done = True
        assert done == bool(allowed), f"{deed.__name__} at {self.paper.step}: {'done' if done else 'refused'}"
        if not done:
            return False
        if len(self.desk._undo) > deeds:
            self.before.append(note)
        elif not self.desk.can_undo:
            self.before.clear()
        return True

    def new(self, kind: str) -> str:
        """Give words that were not said before."""
        self.said += 1
        return f"{kind} {self.said}"

    def asks(self, data: st.DataObject, *, short: bool | None = None, openness: str = "") -> None:
        """Say the question again, and how open it is."""
        short = data.draw(st.booleans()) if short is None else short
        openness = openness or data.draw(st.sampled_from(["wide", "wide", "decided", "ajar"]))
        if self.do(self.paper.step == on_paper.FRAME and openness != "ajar", Deciding.frame, "Where?", openness,
                   short=short):  # fmt: skip
            self.paper.short, self.paper.decided = short, openness == "decided"

    # -- views and options -------------------------------------------------------------------------------------

    def thinks(self, data: st.DataObject) -> None:
        away = data.draw(st.booleans())
        words = self.new("View")
        if self.do(self.paper.step in on_paper.BEFORE_CHOICE, Deciding.add_view, words, away=away):
            self.paper.views.append(words)

    def writes_slips(self, _data: st.DataObject) -> None:
        slips = [self.new("Slip") for _ in range(3)]
        if self.do(self.paper.step in on_paper.BEFORE_CHOICE, Deciding.add_slips, slips, random.Random(1)):
            self.paper.views += slips

    def takes_a_view_out(self, data: st.DataObject) -> None:
        if not self.paper.views:
            return
        view = data.draw(st.sampled_from(self.deciding.poll.views))
        words = view.text
        if self.do(self.paper.step != on_paper.CLOSED, Deciding.take_out, view):
            self.paper.views.remove(words)

    def offers(self, _data: st.DataObject | None = None) -> None:
        words = self.new("Option")
        free = self.paper.step in on_paper.BEFORE_CHOICE and len(self.paper.options) < 9
        if self.do(free, Deciding.add_option, words):
            self.paper.options.append(words)

    def moves_or_drops(self, data: st.DataObject) -> None:
        if not self.paper.options:
            return
        at, to = data.draw(SMALL) % len(self.paper.options), data.draw(st.integers(-1, 9))
        option, free = self.deciding.poll.options[at], self.paper.step in on_paper.BEFORE_CHOICE
        if to < 0 and self.do(free, Deciding.drop_option, option):
            del self.paper.options[at]
        elif to >= 0 and self.do(free, Deciding.move_option, option, to):
            self.paper.options.insert(to, self.paper.options.pop(at))

    # -- choosing ----------------------------------------------------------------------------------------------

    def picks(self, data: st.DataObject, way: str = "") -> None:
        way = way or data.draw(st.sampled_from(on_paper.WAYS))
        if self.do(self.paper.may_pick(way), Deciding.choose_by, way) and self.paper.way != way:
            self.paper.way, self.paper.form = way, "numbers" if way == on_paper.HANDS else "words"

    def settles(self, data: st.DataObject) -> None:
        form = data.draw(st.sampled_from(["words", "numbers"]))
        if self.do(self.paper.step in on_paper.BEFORE_CHOICE, Deciding.write_as, form):
            self.paper.form = form

    def come_and_go(self, data: st.DataObject, here: int = 0) -> None:
        here = here or data.draw(st.sampled_from([4, 6, 14]))
        self.do(True, Session.count_here, here, thing=play.session_of(self.desk))
        self.paper.here = here

    def opens_the_box(self, _data: st.DataObject | None = None) -> None:
        ready = self.paper.step == on_paper.CHOOSE and self.paper.way == on_paper.BALLOT and self.paper.here >= 6
        if self.do(ready, Deciding.open_box):
            self.paper.box = True
            assert not self.desk.can_undo

    def count(self, data: st.DataObject, *, carries: bool) -> None:
        """Count something by the way that was picked, and show it."""
        options = len(self.paper.options) or 1
        hands = data.draw(st.lists(st.integers(0, 4), min_size=options + 1, max_size=options + 1))
        if carries:
            hands[data.draw(st.integers(0, options - 1))] = sum(hands) + data.draw(st.integers(0, 1))
        choosing = self.paper.step == on_paper.CHOOSE
        if choosing and self.paper.way == on_paper.BALLOT:
            self.opens_the_box()
        tally = self._by_box(hands) if choosing and self.paper.box else self._by_hands(hands, counted=choosing)
        seen = choosing and (self.paper.box if self.paper.way == on_paper.BALLOT else sum(hands) > 0)
        if self.do(seen, Deciding.reveal, tally):
            self.paper.counted(hands)
            assert not self.desk.can_undo, "there is no way back to a sealed count"

    def _by_hands(self, hands: list[int], *, counted: bool) -> Tally:
        moment = self.desk.moment(self.deciding) if counted else None
        if not isinstance(moment, Count):
            return Tally(tuple(hands[:-1]), hands[-1], 14)
        for place, n in enumerate(hands):
            self.desk.change(moment, Count.put, place, n)
        return moment.tally()

    def _by_box(self, hands: list[int]) -> Tally:
        box = self.desk.moment(self.deciding)
        assert isinstance(box, Ballot)
        if not box.begun:
            self.desk.change(box, Ballot.begin)
        for wish in [None, *(place for place, n in enumerate(hands) for _ in range(n))]:
            for deed, words in ((Ballot.ready, ()), (Ballot.wish, (wish,)), (Ballot.sure, ()), (Ballot.pass_on, ())):
                self.desk.change(box, deed, *words)
        return box.tally()

    # -- needs -------------------------------------------------------------------------------------------------

    def needs(self, _data: st.DataObject) -> None:
        words = self.new("Need")
        if self.do(self.paper.may_need(), Deciding.add_need, words):
            self.paper.needed(words)

    def answers_one(self, data: st.DataObject) -> None:
        if self.paper.needs:
            answer = data.draw(st.sampled_from(["added", "changed", "not now", "yes"]))
            self.answers(
                data.draw(st.sampled_from(list(self.paper.needs))), answer, data.draw(st.sampled_from(["", "So"]))
            )

    def answers(self, text: str, answer: str, words: str) -> None:
        need = next(one for one in self.deciding.poll.needs if one.text == text)
        fits = answer == "added" or (answer in ("changed", "not now") and words)
        if self.do(self.paper.step == on_paper.ADD and fits, Deciding.answer_need, need, answer, words):
            self.paper.needs[text] = answer

    def thinks_again_of_a_need(self, data: st.DataObject) -> None:
        if not self.paper.needs:
            return
        need = data.draw(st.sampled_from(self.deciding.poll.needs))
        deed = data.draw(st.sampled_from(["ask_again", "drop_need", "put_first", "strike"]))
        text = need.text
        if deed == "strike":
            self._strikes(text)
        elif deed == "ask_again":
            if self.do(self.paper.step == on_paper.ADD, Deciding.ask_again, need):
                self.paper.needs[text] = ""
        elif self.do(self.paper.step != on_paper.CLOSED, getattr(Deciding, deed), need) and deed == "drop_need":
            self.paper.unneeded(text)

    def _strikes(self, text: str) -> None:
        """The room strikes the need as the record is read back: gone, whatever the step."""
        readback = play.activity_of(self.desk, "readback")
        mine = [one for one in readback.lines() if getattr(one.thing, "text", "") == text]
        if mine and mine[0].part == "text" and self.do(True, ReadBack.strike, mine[0], thing=readback):
            del self.paper.needs[text]

    def hears_nothing(self, _data: st.DataObject | None = None) -> None:
        if self.do(self.paper.step == on_paper.ADD and not self.paper.needs, Deciding.nothing_came):
            self.paper.nothing = True

    # -- the end -----------------------------------------------------------------------------------------------

    def looks_again(self, data: st.DataObject | None = None) -> None:
        day = data is None or data.draw(st.booleans())
        free = self.paper.step != on_paper.CLOSED
        if day and self.do(free, Deciding.look_again_on, LATER_DAY, self.desk.today()):
            self.paper.day, self.paper.reason = True, False
        elif not day and self.do(free, Deciding.no_look_again, "Only for now"):
            self.paper.day, self.paper.reason = False, True

    def keeps_a_no(self, data: st.DataObject) -> None:
        words = data.draw(st.sampled_from(["", "Some of us would rather not"]))
        if self.do(self.paper.step != on_paper.CLOSED, Deciding.keep_no, words, on_papers=True):
            self.paper.no = bool(words)

    # -- coming and going ---

    def begins_again(self, _data: st.DataObject) -> None:
        """The session is read from the store anew; whatever was of the moment is gone, and nothing else."""
        self.kitchen.open()
        self.before.clear()

    def wanders(self, _data: st.DataObject) -> None:
        """The run sheet goes elsewhere and comes back; not from a choice before ADD and CHECK."""
        session, deciding = play.session_of(self.desk), self.deciding
        stays = self.paper.carried and self.paper.step != on_paper.CLOSED
        if self.do(not stays, Session.go, session.activities[0], thing=session):
            self.do(True, Session.go, deciding, thing=session)
