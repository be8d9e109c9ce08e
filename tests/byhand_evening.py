"""Plays the lines of a written session by hand: what a facilitator presses and clicks for each of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from elephants.rehearsal import Rehearsal
from elephants.rehearsal.form import Planned
from elephants.sessions.since import ACTION_ANSWERS, DECISION_ANSWERS, WORRY_ANSWERS
from elephants.sessions.steps import ENDING_WORDS, Ending
from elephants.sessions.terms import OPENNESS, PURPOSES
from elephants.ui.parts.row import Row
from tests.byhand import ALT, CTRL, Hands, Key, Role, name_of

STEP = 5
"""How many minutes one press of a key gives an item more, or takes."""


class ByHand:
    """Reads each line of a rehearsal and does it with two hands; the words are those of the file."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal) -> None:
        self.hands, self.rehearsal = hands, rehearsal
        self.born: dict[str, tuple[str, int]] = {}
        self.in_the_text: dict[str, str] = {}
        self.wishes: list[tuple[str, str, int]] = []

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

    # -- the session -------------------------------------------------------------------------------------------

    def open_the_session(self, here: int) -> None:
        self.hands.press(Key.Key_Return)  # home begins at Start
        self._count_to("people here", here)
        self.hands.press(Key.Key_PageDown)

    def how_many_are_here(self, here: int) -> None:
        was = next(int(name_of(one).split()[0]) for one in self.hands.all_of(Role.Client) if _is_head_count(one))
        for _ in range(abs(was - here)):
            self.hands.click("One more: people here" if here > was else "One fewer: people here")

    def walk_on(self) -> None:
        self.hands.press(Key.Key_PageDown)

    def pause(self) -> None:
        self.hands.press(Key.Key_F6)

    def _count_to(self, what: str, number: int) -> None:
        counter = self.hands.focus()
        assert name_of(counter).startswith(what)
        was = int("".join(sign for sign in name_of(counter).removeprefix(what) if sign.isdigit()))
        self.hands.press(Key.Key_Down if number > was else Key.Key_Up, times=abs(number - was))

    # -- what happened since, agreement, rounds, stories -------------------------------------------------------

    def since_action(self, action: str, answer: str, words: str = "") -> None:
        self._turn_to(action)
        if words:
            self.hands.tab_to("In a few words, if wanted")
            self.hands.type(words)
        self.hands.click(ACTION_ANSWERS[answer])

    def since_decision(self, decision: str, answer: str, worry: str, look_again: date, words: str = "") -> None:
        assert not words
        self._turn_to(decision)
        self.hands.tab_to(WORRY_ANSWERS[worry])
        self.hands.press(Key.Key_Return)
        self.hands.tab_to("When do we look again?")
        self._day(look_again)
        self.hands.click(DECISION_ANSWERS[answer])

    def _turn_to(self, words: str) -> None:
        """Page Down through what is listed, until this one is the large one."""
        while not any(name_of(one) == words for one in self.hands.all_of(Role.StaticText)):
            self.hands.press(Key.Key_PageDown)

    def _day(self, day: date) -> None:
        self.hands.type(f"{day:%d%m%Y}")

    def agreement_add(self, text: str) -> None:
        self.hands.enter(text)

    def check_in_ask(self, question: str) -> None:
        if not self.hands.says("What do we ask?"):
            self.hands.click("Another question")
        self.hands.down_to(question)
        self.hands.press(Key.Key_Return)

    check_out_ask = check_in_ask

    def check_in_go_round(self, spoke: int = 0, passed: int = 0) -> None:
        self.hands.press(Key.Key_Down, times=spoke + passed)

    check_out_go_round = check_in_go_round

    def check_in_born_here(self, text: str, purpose: str = "think", minutes: int = 10) -> None:
        self.hands.click("Add to the agenda")
        self.hands.enter(text)
        self.born[text] = (purpose, minutes)

    def stories_tell(self, told: int = 1, swap: int = 0, passed: int = 0) -> None:
        for turn in range(told + passed):
            self.hands.press(Key.Key_N)
            self.hands.press(Key.Key_O, times=swap)
            if turn < told:
                self.hands.press(Key.Key_1)
                self.hands.press(Key.Key_T)

    def next_time_ask_for(self, text: str, purpose: str = "think", minutes: int = 10) -> None:
        self.wishes.append((text, purpose, minutes))  # the room is asked in the check-out

    def _wish(self, text: str, purpose: str, minutes: int) -> None:
        self.hands.click("Add to the next agenda")
        self.hands.type(text)
        self._what_for(purpose, "", minutes)
        self.hands.press(Key.Key_Return)
        self.hands.press(Key.Key_Escape)

    def next_time_plan(self) -> None:
        for wish in self.wishes:
            self._wish(*wish)
        planned = self.rehearsal.following
        assert planned is not None
        with self.hands.answering(lambda: self._fill_in(planned)):
            self.hands.click("Prepare the next session")

    def _fill_in(self, planned: Planned) -> None:
        self.hands.tab_to("Starts at")
        self.hands.type(f"{planned.starts:%H%M}")
        self.hands.tab_to("Minutes")
        self.hands.press(Key.Key_A, CTRL)
        self.hands.type(str(planned.minutes))
        for name, words in (("Where", planned.place), ("Food", planned.food)):
            self.hands.tab_to(name)
            self.hands.press(Key.Key_A, CTRL)
            self.hands.type(words)
        self.hands.tab_to("Day")
        self._day(planned.date)
        self.hands.press(Key.Key_Return)

    # -- agenda ------------------------------------------------------------------------------------------------

    def agenda_add(self, text: str, purpose: str = "think", openness: str = "", minutes: int = 10) -> None:
        self.hands.tab_to("What do you want to talk about?")
        self.hands.type(text)
        self._what_for(purpose, openness, minutes)
        self.hands.press(Key.Key_Return)

    def _what_for(self, purpose: str, openness: str, minutes: int) -> None:
        self.hands.tab_to("What is it for?")
        self.hands.pick(PURPOSES[purpose])
        if openness:
            self.hands.tab_to("How open is it?")
            self.hands.pick(OPENNESS[openness])
        self.hands.press(Key.Key_Tab)
        counter = self.hands.focus()
        was = int(name_of(counter).split()[0])
        self.hands.press(Key.Key_Down if minutes > was else Key.Key_Up, times=abs(minutes - was) // STEP)

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
        self.hands.press(Key.Key_PageDown)

    def agenda_point(self, item: str, text: str) -> None:
        self._at_item(item)
        self.hands.tab_to("What should be kept? One line")
        self.hands.enter(text)

    def agenda_decide(self, item: str) -> None:
        self._at_item(item)
        self.hands.press(Key.Key_PageDown)

    def _at_item(self, item: str) -> None:
        if not any(name_of(one) == item for one in self.hands.all_of(Role.StaticText)):
            self.hands.press(Key.Key_PageDown)

    def who_does_what(self, text: str, item: str = "", name: str = "", who: str = "", by: date | None = None) -> None:
        if item:
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

    go_on = ready_to_choose = open_the_count = walk_on

    def add_view(self, text: str, away: bool = False) -> None:
        if away:
            self.hands.click("Not in the room", Role.CheckBox)
        self.hands.tab_to("Another view")
        self.hands.enter(text)

    def some_of_us_feel_this_too(self, view: str) -> None:
        self._row_menu(view, "Some of us feel this too")

    def add_option(self, text: str) -> None:
        self.hands.enter(text)

    def count_hands(self, hands: list[int], not_sure: int = 0) -> None:
        keys = [Key.Key_A, Key.Key_B, Key.Key_C, Key.Key_D][: len(hands)]
        for key, number in zip([*keys, Key.Key_0], [*hands, not_sure], strict=True):
            self.hands.press(key)
            self.hands.press(Key.Key_Down, times=number)

    def add_need(self, need: str) -> None:
        self.hands.tab_to("Another need")
        self.hands.enter(need)

    def answer_need(self, need: str, answer: str, words: str, in_the_text: str = "") -> None:
        assert name_of(self._row(need))
        button = {"added": "Add it", "changed": "Change it to ...", "not now": "Not now, because ..."}[answer]
        with self.hands.answering(lambda: self.hands.instead(words)):
            self.hands.click(button)
        if in_the_text:
            self.in_the_text[words] = in_the_text

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
            with self.hands.answering(lambda other=other: self.hands.instead(other)):  # type: ignore[misc]
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
        self.hands.press(Key.Key_PageDown)

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
            self.hands.press(Key.Key_PageDown)
            agrees = self.hands.all_of(Role.Button)
        self.hands.press(Key.Key_PageDown)

    def _read_to(self, line: str) -> None:
        """Page Down through the record until this line is being read."""
        while self._now_read() != line:
            self.hands.press(Key.Key_PageDown)

    def _now_read(self) -> str:
        where = next(name_of(one) for one in self.hands.all_of(Role.StaticText) if name_of(one).startswith("Line "))
        rows = [one for one in self.hands.all_of() if isinstance(one, Row)]
        return sorted(rows, key=lambda row: row.y())[int(where.split()[1]) - 1].line.text

    # -- within ------------------------------------------------------------------------------------------------

    def _row(self, words: str) -> QWidget:
        """The row of a list that tells these words."""
        rows = [one for one in self.hands.all_of() if isinstance(one, Row) and words.rstrip(".") in name_of(one)]
        assert len(rows) == 1, f"{len(rows)} rows tell {words!r}"
        return rows[0]

    def _row_menu(self, words: str, choice: str) -> None:
        self.hands.click_on(self._row(words))
        self.hands.choose(choice)


def _is_head_count(thing: QWidget) -> bool:
    return name_of(thing).endswith(" here")
