"""How is it for us? Shows where the room is, and decides nothing (METHOD.md, Sensing, not deciding).

No deed here knows a decision: there is no majority, no ending and no option that carries. Kept are the words that were
asked, as they stand on the run sheet; the marks are of the moment (`sensing_marks`), and opening them writes nothing.
What the group wants to keep it says in its own words, as an item of the agenda.
"""

from __future__ import annotations

import random
from collections.abc import Hashable
from typing import Any

from elephants.sessions.activity import Activity
from elephants.sessions.base import Refused, number_of, optional, words_of
from elephants.sessions.deciding.result import NUMBERS, WORDS
from elephants.sessions.deciding.ways import LEAST_FOR_BALLOT, Way
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.templates import TEMPLATES, WAYS, Marking, Offer, Template
from elephants.words import mark, tr

LEAST_OPTIONS, MOST_OPTIONS = 2, 9
MOST_EACH = 9


class Sensing(Activity):
    """One box: a prompt, what can be marked, how marks are made; it never carries."""

    __mapper_args__ = {"polymorphic_identity": "sensing"}
    name = mark("How is it for us?")

    @property
    def template(self) -> Template | None:
        """The template the group began with, or None before it took one."""
        return TEMPLATES.get(str(self.settings.get("template", "")))

    @property
    def prompt(self) -> str:
        """What is asked; "" before a template is taken."""
        return str(self.settings.get("prompt", ""))

    @property
    def options(self) -> list[Offer]:
        """What can be marked, in the order of the letters."""
        return [Offer(str(one["words"]), str(one["meaning"])) for one in self.settings.get("options", [])]

    @property
    def each(self) -> int:
        """How many marks each person has."""
        return int(self.settings.get("each", 1))

    @property
    def way(self) -> str:
        """The key of the way marks are made; in the open where nothing was said."""
        return str(self.settings.get("way", Way.OPEN.value))

    @property
    def form(self) -> str:
        """Whether what came is shown in words or in numbers."""
        return str(self.settings.get("form", self.how.form))

    @property
    def how(self) -> Marking:
        """The way marks are made, with what it says to the room."""
        return WAYS[self.way]

    def say(self) -> str:
        """Say that nothing is decided, and how marks are made."""
        if self.template is None:
            return tr("Let us see where we are. This decides nothing.")
        return " ".join((tr(self.how.how), tr("Passing is fine. This decides nothing.")))

    def hint(self) -> str:
        """Remind of reading all of it aloud, and of what a mark asks of all of us."""
        return tr("Read out each one with what it asks of us. What comes asks it of all of us, never of one.")

    def who_can_learn(self) -> str:
        """Say, before anyone marks, who can learn what; from the way, the form and how many are here."""
        said = [tr(self.how.sees)]
        if self.form == NUMBERS:
            said.append(tr("The screen says how many. If nobody or all but one marked it, everyone knows."))
        else:
            said.append(tr("The screen says what came, never how many. “Some of us” can be one, or all of us."))
            said.append(tr("What nobody marks is not there, and that shows."))
        if self.how.secret and (self.session.here or 0) < LEAST_FOR_BALLOT:
            said.append(tr("We are few: it may be clear whose mark it is. Talking may be kinder."))
        return " ".join(said)

    # -- what is asked -----------------------------------------------------------------------------------------

    def use(self, template: str) -> None:
        """Begin with a template, in place of what stood here; refuses one that does not exist."""
        if template not in TEMPLATES:
            raise Refused(tr("Choose one of these."))
        ours = {tr(self.name), *(tr(one.name) for one in TEMPLATES.values())}
        made = TEMPLATES[template]
        asked = {"template": template, "prompt": tr(made.prompt), "each": made.each}
        self.settings = {**asked, "way": self.way, "form": self.form}
        self._put([Offer(tr(one.words), tr(one.meaning) if one.meaning else "") for one in made.offers])
        if self.title in ours:
            self.title = tr(made.name)

    def ask(self, prompt: str) -> None:
        """Say what is asked in other words; refuses blank and too long."""
        self._begun_with()
        self.set(prompt=words_of(prompt, "question", empty=tr("What do we ask? One plain sentence.")))

    def add_option(self, words: str, meaning: str = "") -> None:
        """Add one thing to mark; refuses the same words twice, and a tenth."""
        self._begun_with()
        options = self.options
        if len(options) >= MOST_OPTIONS:
            raise Refused(tr("Nine are the most. Bring two of them together."))
        self._put([*options, Offer(self._new_words(words), optional(meaning, "question"))])

    def reword_option(self, place: int, words: str) -> None:
        """Say one thing in other words; its meaning stays."""
        options = self.options
        options[place] = Offer(self._new_words(words, besides=options[place]), options[place].meaning)
        self._put(options)

    def say_meaning(self, place: int, meaning: str) -> None:
        """Say what it asks of us next; blank takes it away."""
        options = self.options
        options[place] = Offer(options[place].words, optional(meaning, "question"))
        self._put(options)

    def drop_option(self, place: int) -> None:
        """Take one thing away."""
        options = self.options
        del options[place]
        self._put(options)

    def move_option(self, place: int, to: int) -> None:
        """Put one thing at another letter."""
        options = self.options
        options.insert(max(0, min(to, len(options) - 1)), options.pop(place))
        self._put(options)

    def give(self, each: int) -> None:
        """Give each person so many marks; refuses none and more than nine."""
        self._begun_with()
        self.set(each=number_of(each, 1, MOST_EACH, tr("Each of us has from 1 to 9.")))

    def mark_by(self, way: str) -> None:
        """Choose how marks are made; the form begins as that way begins. Refuses a way that does not exist."""
        if way not in WAYS:
            raise Refused(tr("Choose hands in the open, hands with eyes shut, or slips in a tin."))
        self.set(way=way, form=WAYS[way].form)

    def show_as(self, form: str) -> None:
        """Settle whether what came is shown in words or in numbers, before the first mark."""
        if form not in (WORDS, NUMBERS):
            raise Refused(tr("What came is shown in words or in numbers."))
        self.set(form=form)

    # -- things of the moment ----------------------------------------------------------------------------------

    def moment_key(self) -> Hashable:
        """Marks live as long as the room is here and nothing of what was asked or settled is changed.

        So nobody can look at a count and then settle on numbers, or say an option in other words once it was marked.
        """
        settled = (self.prompt, tuple(self.options), self.each, self.way, self.form)
        return (self.id, self.state, settled)

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay out the box, closed and empty."""
        del chance
        return Marks(len(self.options), self.each, self.form, self.session.here or 0)

    def tend(self, moment: object) -> None:
        """Let a box that nobody has marked yet follow the head count."""
        if isinstance(moment, Marks):
            moment.seat(self.session.here or 0)

    # -- within ------------------------------------------------------------------------------------------------

    def _begun_with(self) -> None:
        if self.template is None:
            raise Refused(tr("Choose first what we look at."))

    def _new_words(self, words: str, besides: Offer | None = None) -> str:
        words = words_of(words, "option", empty=tr("What can we mark? Write it in a few words."))
        if any(one.words.casefold() == words.casefold() for one in self.options if one != besides):
            raise Refused(tr("This one is there already."))
        return words

    def _put(self, options: list[Offer]) -> None:
        kept: list[dict[str, Any]] = [{"words": one.words, "meaning": one.meaning} for one in options]
        self.set(options=kept)
