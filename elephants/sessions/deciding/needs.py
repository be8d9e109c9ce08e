"""ADD, the wisdom of the minority: what people need to come along, and the room's answers (METHOD.md, ADD)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from uuid import uuid4

from elephants.sessions.base import Refused, in_order, move, optional, words_of
from elephants.sessions.deciding.ending import EndingDeeds
from elephants.sessions.deciding.steps import Step
from elephants.sessions.decision import Need
from elephants.sessions.replacing import give_the_place_back
from elephants.words import tr


def shuffled_slips(slips: Sequence[str], chance: random.Random) -> list[str]:
    """Give the words on paper slips in an order of chance; refuses none at all, and an empty or too long one."""
    drawn = [words_of(text, "view", empty=tr("A slip is empty. Leave it out.")) for text in slips]
    if not drawn:
        raise Refused(tr("Write each slip on a line of its own."))
    chance.shuffle(drawn)
    return drawn


class NeedDeeds(EndingDeeds):
    """The deeds of ADD; a need never has an asker, and may come until the room agrees the record."""

    __mapper_args__ = {"polymorphic_abstract": True}

    def add_need(self, text: str) -> None:
        """Keep what somebody needs to come along, until the record is agreed; never who asked."""
        if self.step not in (Step.ADD, Step.CHECK, Step.READ_BACK, Step.CLOSED):
            raise Refused(tr("Needs come after the choice."))
        if not (self.poll.carried or self.already):
            raise Refused(tr("Nothing was chosen, so there is nothing to add to. Write the next step."))
        text = words_of(text, "view", empty=tr("What do you need to come along? One line."))
        self.poll.needs.append(Need(uid=uuid4(), text=text, place=len(self.poll.needs)))
        self.poll.nothing_came = False
        self.set(fresh=False)
        if self.step == Step.CLOSED:
            self._open_again()
        if self.step != Step.ADD:
            self.set(step=Step.ADD.value)

    def add_need_slips(self, slips: Sequence[str], chance: random.Random) -> None:
        """Keep the needs on paper slips, entered together and shuffled; refuses all where one is refused."""
        for text in shuffled_slips(slips, chance):
            self.add_need(text)

    def answer_need(self, need: Need, answer: str, words: str = "") -> None:
        """Write the room's answer: added, changed to ..., or not now, because ...; refuses a no without its reason."""
        self._at(Step.ADD)
        if answer not in ("added", "changed", "not now"):
            raise Refused(tr("A need is added, changed, or not now with the reason."))
        words = optional(words, "line")
        if not words and answer == "changed":
            raise Refused(tr("What is it changed to?"))
        if not words and answer == "not now":
            raise Refused(tr("Not now, because ... Give the room's reason."))
        need.answer = answer
        need.words = words or need.text
        need.sentence = "" if answer == "not now" else need.words

    def ask_again(self, need: Need) -> None:
        """Take an answer back and ask the room once more."""
        self._at(Step.ADD)
        need.answer, need.words, need.sentence = None, "", ""

    def put_first(self, need: Need) -> None:
        """Put a need of those whose choice it was not first, if they say so."""
        self._not_closed()
        move(self.poll.needs, need, 0)

    def drop_need(self, need: Need) -> None:
        """Take a need out; it is gone. With the last one past ADD the room is asked once more (promise 4)."""
        self._not_closed()
        for action in list(need.actions):
            action.need = None
        self.poll.needs.remove(need)
        in_order(self.poll.needs)
        if not self.poll.needs and self.step in (Step.CHECK, Step.READ_BACK) and (self.poll.carried or self.already):
            self.set(step=Step.ADD.value)

    def nothing_came(self) -> None:
        """Keep that we asked and nothing came; refuses where a need was said."""
        self._at(Step.ADD)
        if self.poll.needs:
            raise Refused(tr("There are needs here. Answer each of them."))
        self.poll.nothing_came = True
        self.set(fresh=False)

    def _open_again(self) -> None:
        """Take the ending back for a need that came later; the room answers it, checks and reads back once more."""
        poll = self.poll
        poll.ending, poll.standing = None, "open"
        if poll.item is not None:
            poll.item.reopen()
        give_the_place_back(poll)
