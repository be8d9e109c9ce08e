"""How a facilitator holds the circle by hand: the session, what happened since, the agreement and rounds."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from elephants.rehearsal import Rehearsal
from elephants.rehearsal.form import Planned
from elephants.sessions.questions import CHECK_IN, CHECK_OUT
from elephants.sessions.sheets import TITLES
from elephants.sessions.templates import KINDS
from elephants.sessions.terms import (
    ACTION_ANSWERS,
    DECISION_ANSWERS,
    NEED_ANSWERS,
    OPENNESS,
    PURPOSES,
    WORRY_ANSWERS,
)
from elephants.ui.parts.row import Row
from tests.byhand import CTRL, FAR, Hands, Key, Role, name_of

STEP = 5
"""How many minutes one press of a key gives an item more, or takes."""
OURS = {question for pack in (CHECK_IN, CHECK_OUT) for kind in pack.values() for question in kind}
"""The questions of ours; a group types any other itself."""


class Circle:
    """What is pressed and clicked for a line of a rehearsal that is not of the agenda; the words are the file's."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal) -> None:
        self.hands, self.rehearsal = hands, rehearsal
        self.born: dict[str, tuple[str, int]] = {}
        self.in_the_text: dict[str, str] = {}
        self.answered: dict[str, str] = {}
        self.wishes: list[tuple[str, str, int]] = []

    # -- the session -------------------------------------------------------------------------------------------

    def open_the_session(self, here: int) -> None:
        self.hands.press(Key.Key_Return)  # home begins at Start
        self._count_to("people here", here)
        self.hands.page_down()

    def how_many_are_here(self, here: int) -> None:
        was = next(int(name_of(one).split()[0]) for one in self.hands.all_of(Role.Client) if _is_head_count(one))
        for _ in range(abs(was - here)):
            self.hands.click("One more: people here" if here > was else "One fewer: people here")

    def walk_on(self) -> None:
        self.hands.page_down()

    def go_to(self, kind: str) -> None:
        begins = f"{KINDS[kind].name}, "
        if not any(name_of(one).startswith(f"{begins}now") for one in self.hands.all_of(Role.Button)):
            self.hands.click_on(next(one for one in self.hands.all_of(Role.Button) if name_of(one).startswith(begins)))

    def skip(self) -> None:
        self.hands.click("Skip")

    def close_the_session(self) -> None:
        """On the way to the end of the run sheet; what was not read back waits for next time."""
        while not any(name_of(one) == "Skip and close" for one in self.hands.all_of(Role.Button)):
            self.hands.press(Key.Key_PageDown)
        self.hands.click("Skip and close")

    def pause(self) -> None:
        self.hands.press(Key.Key_F6)

    def slow_down(self) -> None:
        slow = any(name_of(one) == "Enough time taken" for one in self.hands.all_of(Role.Button))
        self.hands.click("Enough time taken" if slow else "Slow down")

    def celebrate(self, text: str) -> None:
        self.hands.tab_to("Something to celebrate")
        self.hands.enter(text)

    def _count_to(self, what: str, number: int) -> None:
        counter = self.hands.focus()
        assert name_of(counter).startswith(what)
        was = int("".join(sign for sign in name_of(counter).removeprefix(what) if sign.isdigit()))
        self.hands.press(Key.Key_Down if number > was else Key.Key_Up, times=abs(number - was))

    # -- what happened since, agreement, rounds ----------------------------------------------------------------

    def since_action(self, action: str, answer: str, words: str = "") -> None:
        self._answer_since(action, ACTION_ANSWERS[answer], words)

    def since_need(self, need: str, answer: str, words: str = "") -> None:
        self._answer_since(need, NEED_ANSWERS[answer], words)

    def since_decision(
        self, decision: str, answer: str, worry: str, look_again: date | None = None, words: str = ""
    ) -> None:
        self._turn_to(decision)
        self.hands.tab_to(WORRY_ANSWERS[worry])
        self.hands.press(Key.Key_Return)
        if look_again is not None:
            self.hands.tab_to("When do we look again?")
            self._day(look_again)
        self._answer_since(decision, DECISION_ANSWERS[answer], words)

    def _answer_since(self, thing: str, answer: str, words: str) -> None:
        self._turn_to(thing)
        if words:
            self.hands.tab_to("In a few words, if wanted")
            self.hands.type(words)
        self.hands.click(answer)

    def _turn_to(self, words: str) -> None:
        """Page Down through what is listed, until this one is the large one."""
        while not any(name_of(one) == words for one in self.hands.all_of(Role.StaticText)):
            self.hands.page_down()

    def _day(self, day: date) -> None:
        self.hands.type(f"{day:%d%m%Y}")

    def agreement_add(self, text: str) -> None:
        self.hands.tab_to("Another line")
        self.hands.enter(text)

    def agreement_starters(self) -> None:
        buttons = self.hands.all_of(Role.Button)
        self.hands.click_on(next(one for one in buttons if name_of(one).startswith("Start with these")))

    def agreement_take_out(self, text: str) -> None:
        self._row_menu(text, "Take it out")

    def agreement_limit_of_privacy(self, text: str) -> None:
        with self.hands.answering(lambda: self.hands.instead(text)):
            self.hands.click("Change the words")

    def check_in_ask(self, question: str) -> None:
        if not self.hands.says("What do we ask?"):
            self.hands.click("Another question")
        if question in OURS:
            self._question(question)
            self.hands.press(Key.Key_Return)
        else:
            self.hands.tab_to("A question of our own")
            self.hands.enter(question)

    check_out_ask = check_in_ask

    def questions_retire(self, question: str) -> None:
        self._question(question)
        self.hands.choose("Retire this one", Key.Key_Menu)

    def questions_offer_again(self, question: str) -> None:
        self._which_questions("Retired")
        self._question(question)
        self.hands.tab_to("Offer it again")
        self.hands.press(Key.Key_Return)
        self._which_questions("All questions")

    def _which_questions(self, words: str) -> None:
        self.hands.tab_to("Which questions")
        self.hands.pick(words)

    def _question(self, words: str) -> None:
        """Go to a question; where it is not among those that are listed, to the others."""
        for _ in range(FAR):
            if any(isinstance(one, Row) and name_of(one).startswith(words) for one in self.hands.all_of()):
                break
            self.hands.tab_to("Other questions")
            self.hands.press(Key.Key_Return)
        while not isinstance(self.hands.focus(), Row):
            self.hands.press(Key.Key_Tab)
        self.hands.press(Key.Key_Home)
        self.hands.down_to(words)

    def check_in_go_round(self, spoke: int = 0, passed: int = 0) -> None:
        self.hands.press(Key.Key_Down, times=spoke + passed)

    check_out_go_round = check_in_go_round

    def check_in_born_here(self, text: str, purpose: str = "think", minutes: int = 10) -> None:
        self.hands.click("Add to the agenda")
        self.hands.enter(text)
        self.born[text] = (purpose, minutes)

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
        self.hands.tab_to("What kind of session?")
        self.hands.pick(TITLES[planned.template])
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

    # -- within ------------------------------------------------------------------------------------------------

    def _row(self, words: str) -> QWidget:
        """The row of a list that tells these words."""
        rows = [one for one in self.hands.all_of() if isinstance(one, Row) and words.rstrip(".") in name_of(one)]
        assert len(rows) == 1, f"{len(rows)} rows tell {words!r}"
        return rows[0]

    def _row_menu(self, words: str, choice: str) -> None:
        self.hands.click_on(self._row(words))
        self.hands.choose(choice)

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


def _is_head_count(thing: QWidget) -> bool:
    return name_of(thing).endswith(" here")
