"""Plays the lines of a written session by hand: what a facilitator presses and clicks for each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from elephants.sessions.deciding.steps import ENDING_WORDS, Ending
from elephants.sessions.terms import OPENNESS, WORRY_ANSWERS
from elephants.ui.parts.row import Row
from tests.byhand import ALT, CTRL, Key, Role, name_of
from tests.byhand_cards import Cards
from tests.byhand_circle import Circle


class ByHand(Cards):
    """Reads each line of a rehearsal and does it with two hands."""

    def play(self, until: str = "") -> None:
        """Play the lines, each in its minute; stop before the first one that does `until`."""
        for line in self.rehearsal.lines:
            if line.do == until:
                return
            gestures: Callable[..., None] = getattr(self, line.do.replace(":", "").replace(" ", "_"))
            try:
                gestures(**line.words)
            except AssertionError as missed:
                missed.add_note(f"line {line.number}, {line.do!r}, after {self.hands.trail[-6:]}")
                raise
            self.rehearsal.clock.tick()

    # -- agenda ------------------------------------------------------------------------------------------------

    def agenda_add(self, text: str, purpose: str = "think", openness: str = "", minutes: int = 10) -> None:
        if not self.hands.says("What people asked for"):
            self.hands.click("The whole list")
        self.hands.tab_to("What do you want to talk about?")
        self.hands.type(text)
        self._what_for(purpose, openness, minutes)
        self.hands.press(Key.Key_Return)

    def agenda_reword(self, item: str, text: str) -> None:
        self._row_menu(item, "Change the words")
        self.hands.press(Key.Key_A, CTRL)
        self.hands.type(text)
        purpose, minutes = self.born.pop(item, ("think", 10))
        self._what_for(purpose, "", minutes)
        self.hands.press(Key.Key_Return)

    def agenda_move(self, item: str, to: int) -> None:
        self.hands.click_on(self._row(item))
        place = int(name_of(self.hands.focus()).split(".")[0])
        self.hands.press(Key.Key_Up if to < place else Key.Key_Down, ALT, times=abs(to - place))

    def agenda_close(self, item: str, how: str) -> None:
        if any(name_of(one).startswith("Next: the first item") for one in self.hands.all_of(Role.Button)):
            assert how == "carried"
            self._row_menu(item, "Carry over to next time")
            return
        self._at_item(item)
        self.hands.click({"talked": "Talked through", "carried": "Carry over", "let go": "Let it go"}[how])

    def agenda_settle(self) -> None:
        self.hands.page_down()

    def agenda_point(self, item: str, text: str) -> None:
        self._at_item(item)
        self.hands.tab_to("What should be kept? One line")
        self.hands.enter(text)

    def agenda_decide(self, item: str, short: bool = False) -> None:
        self._at_item(item)
        if short:
            self.hands.click("Decide, the short form")
        else:
            self.hands.page_down()

    def _at_item(self, item: str) -> None:
        """Go to an item by its circle, from the list by Page Down first."""
        if self.hands.says("What people asked for"):
            self.hands.page_down()
        if not any(name_of(one) == item for one in self.hands.all_of(Role.StaticText)):
            circles = [one for one in self.hands.all_of(Role.Button) if name_of(one).startswith("Item ")]
            wanted = [one for one in circles if f": {item}" in name_of(one)]
            assert len(wanted) == 1, f"no way to {item!r}: {[name_of(one) for one in circles]}"
            self.hands.click_on(wanted[0])

    def who_does_what(
        self, text: str, item: str = "", need: str = "", name: str = "", who: str = "", by: date | None = None
    ) -> None:
        if need:
            self._row_menu(self.answered[need], "Who does something about it?")
        if item:
            self._at_item(item)
        if item and any(name_of(one) == "Who does what?" for one in self.hands.all_of(Role.Button)):
            self.hands.click("Who does what?")
        self.hands.tab_to("What will be done?")
        self.hands.type(text)
        self.hands.tab_to("Who? Such as")
        self.hands.type(name or who)
        if name:
            self.hands.tab_to("This is somebody's name")
            self.hands.press(Key.Key_Space)
        if by is not None:
            self.hands.tab_to("By when?")
            self._day(by)
        self.hands.press(Key.Key_Return)

    # -- deciding together -------------------------------------------------------------------------------------

    go_on = ready_to_choose = open_the_count = Circle.walk_on

    def more_to_say(self) -> None:
        if any(name_of(one) == "There is more to say" for one in self.hands.all_of(Role.Button)):
            self.hands.click("There is more to say")
        else:  # after a split it is the way on
            self.hands.page_down()

    def not_today(self) -> None:
        self.hands.click("Not today")

    def leave_for_later(self) -> None:
        self.hands.click("Leave it for later")

    def next_step(self, text: str) -> None:
        self.hands.enter(text)

    def add_view(self, text: str, away: bool = False, shared: bool = False) -> None:
        if away:
            self.hands.click("Not in the room", Role.CheckBox)
        self.hands.tab_to("Another view")
        self.hands.enter(text)
        if shared:
            self.some_of_us_feel_this_too(text)

    def some_of_us_feel_this_too(self, view: str) -> None:
        self._row_menu(view, "Some of us feel this too")

    def did_the_worry_come_true(self, worry: str) -> None:
        self.hands.tab_to(WORRY_ANSWERS[worry])
        self.hands.press(Key.Key_Return)

    def frame(self, question: str, openness: str = "") -> None:
        self.hands.tab_to("The question, in one plain sentence")
        self.hands.press(Key.Key_A, CTRL)
        self.hands.type(question)
        if openness:
            self.hands.tab_to("How open is it?")
            self.hands.pick(OPENNESS[openness])

    def add_option(self, text: str) -> None:
        self.hands.tab_to("An option, in our own words")
        self.hands.enter(text)

    def write_result_in(self, form: str) -> None:
        self.hands.tab_to("How the result is written down")
        self.hands.pick({"words": "In words", "numbers": "In numbers"}[form])

    def ask_for_needs(self) -> None:
        """After the calm moment with the result; a written session may leave that out."""
        if any(name_of(one) == "Ask what people need" for one in self.hands.all_of(Role.Button)):
            self.hands.page_down()

    def nothing_came(self) -> None:
        self.ask_for_needs()
        self.hands.click("We asked; nothing came")

    def no_need_to_look_again(self, reason: str) -> None:
        self.hands.tab_to("No need to look again, because")
        self.hands.type(reason)

    def count_hands(self, hands: list[int], not_sure: int = 0) -> None:
        keys = [Key.Key_A, Key.Key_B, Key.Key_C, Key.Key_D][: len(hands)]
        for key, number in zip([*keys, Key.Key_0], [*hands, not_sure], strict=True):
            self.hands.press(key)
            self.hands.press(Key.Key_Down, times=number)

    def add_need(self, need: str) -> None:
        self.ask_for_needs()
        self.hands.tab_to("Another need")
        self.hands.enter(need)

    def answer_need(self, need: str, answer: str, words: str, in_the_text: str = "") -> None:
        with self.hands.answering(lambda: self.hands.instead(words)):
            self.hands.click_on(self._button_of(need, answer))
        self.answered[need] = in_the_text or words
        if in_the_text:
            self.in_the_text[words] = in_the_text

    def _button_of(self, need: str, answer: str) -> QWidget:
        assert name_of(self._row(need))
        return self.hands.find(
            {"added": "Add it", "changed": "Change it to ...", "not now": "Not now, because ..."}[answer]
        )

    def everyone_can_come_along(self) -> None:
        self.hands.click("Everyone can come along")

    def not_yet(self) -> None:
        self.hands.click("Not yet")

    def write_the_decision(self, title: str, text: str) -> None:
        for name, words in (("The title of the decision", title), ("What we decided", text)):
            self.hands.tab_to(name)
            self.hands.press(Key.Key_A, CTRL)
            self.hands.type(words)
        for words, other in self.in_the_text.items():
            with self.hands.answering(partial(self.hands.instead, other)):
                self._row_menu(words, "Change the words")

    def keep_the_no(self, text: str, on_papers: bool = False) -> None:
        self.hands.tab_to("A no that remains")
        self.hands.type(text)
        self.hands.click("Yes, keep these words in our record", Role.CheckBox)
        if on_papers:
            self.hands.click("Yes, print these words on papers too", Role.CheckBox)

    def look_again(self, day: date) -> None:
        self.hands.tab_to("When we look again", back=True)
        self._day(day)

    def close_the_decision(self, ending: str) -> None:
        self.hands.click(ENDING_WORDS[Ending(ending)], Role.RadioButton)
        self.hands.page_down()

    # -- read-back ---------------------------------------------------------------------------------------------

    def read_back_change(self, line: str, to: str) -> None:
        self._read_to(line)
        with self.hands.answering(lambda: self.hands.instead(to)):
            self.hands.click("Change the words")

    def read_back_strike(self, line: str) -> None:
        self._read_to(line)
        self.hands.click("Strike it")

    def read_back_agree(self) -> None:
        agrees = self.hands.all_of(Role.Button)
        while not any(name_of(one) == "The room agrees" for one in agrees):
            self.hands.page_down()
            agrees = self.hands.all_of(Role.Button)
        self.hands.page_down()

    def record_correct(self, line: str, to: str) -> None:
        self._in_the_record(line)
        with self.hands.answering(lambda: self.hands.instead(to)):
            self.hands.click("Correct this line")

    def record_take_out(self, line: str) -> None:
        self._in_the_record(line)
        with self.hands.answering(self._for_good):
            self.hands.click("Take this line out")

    def _for_good(self) -> None:
        self.hands.tab_to("Take it out for good")
        self.hands.press(Key.Key_Return)

    def _in_the_record(self, line: str) -> None:
        if not any(name_of(one) == "Correct this line" for one in self.hands.all_of(Role.Button)):
            self.hands.click("The record")
        self.hands.click_on(self._row(line))

    def _read_to(self, line: str) -> None:
        """Page Down through the record until this line is being read."""
        while self._now_read() != line:
            self.hands.page_down()

    def _now_read(self) -> str:
        where = next(name_of(one) for one in self.hands.all_of(Role.StaticText) if name_of(one).startswith("Line "))
        rows = [one for one in self.hands.all_of() if isinstance(one, Row)]
        return sorted(rows, key=lambda row: row.y())[int(where.split()[1]) - 1].line.text
