"""*How is it for us?* before the first mark: a template, then its words made the group's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from elephants.sessions.deciding.result import LETTERS, NUMBERS, WORDS
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import LEAST_OPTIONS, MOST_EACH, Sensing
from elephants.sessions.sensing.templates import TEMPLATES, WAYS, Offer
from elephants.sessions.text import LIMITS
from elephants.ui.pages.reword import reword
from elephants.ui.pages.sensing.part import SensingPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.choice import choice
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.ui.pages.sensing.sensing import SensingPage

FORMS = {WORDS: mark("What came, in words"), NUMBERS: mark("How many, in numbers")}


class TemplatePart(SensingPart):
    """Four ways to ask how it is for us; one press takes one."""

    def __init__(self, page: SensingPage) -> None:
        super().__init__(page)
        self.title = Words(tr("What do we look at?"), "big", parent=self)
        self.about = Remark(tr("This shows where we are. It decides nothing, and nothing of it is kept"), "info", self)
        self.list = Lines(tr("What we can look at"), self)
        for part in (self.title, self.about):
            self.lay.addWidget(part)
        self.lay.addWidget(self.list, 1)
        self.list.tell(
            [
                Line(at, tr(one.name), under=tr(one.about), strong=True, pick="use")
                for at, one in enumerate(TEMPLATES.values())
            ]
        )
        self.list.acted.connect(lambda at, _action: page.take(list(TEMPLATES)[at]))

    def first(self) -> QWidget:
        return self.list.rows()[0]


class ShapePart(SensingPart):
    """The prompt, what can be marked, how marks are made and how what came is shown; all of it in the group's words."""

    def __init__(self, page: SensingPage) -> None:
        super().__init__(page)
        self.prompt = Words("", "big", parent=self)
        self.change = LinkButton(tr("Change the words"), "pencil-simple", parent=self)
        self.other = LinkButton(tr("Look at something else"), "arrows-clockwise", parent=self)
        self.empty = Words(tr("What can we put dots on? Two to nine things, in our own words."), "say", parent=self)
        self.list = Lines(tr("What can be marked"), self)
        self.list.setMinimumHeight(px(140))
        self.add = AddField(tr("One more, in our own words"), tr("Add it"), limit=LIMITS["option"], parent=self)
        self.each = Counter(tr("Dots for each of us"), _each_words, least=1, most=MOST_EACH, parent=self)
        self.way = choice(tr("How we mark"), {key: one.name for key, one in WAYS.items()}, self)
        self.form = choice(tr("What the room is shown"), FORMS, self)
        self.learns = Words("", "label", parent=self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.lay.addWidget(self.prompt)
        self.lay.addWidget(Flow(self.change, self.other))
        self.lay.addWidget(self.empty)
        self.lay.addWidget(self.list, 1)
        self.lay.addWidget(self.add)
        self.lay.addWidget(Flow(self.way, self.form, self.each))
        self.lay.addWidget(self.learns)

    def _connect(self) -> None:
        self.change.clicked.connect(self._ask)
        self.other.clicked.connect(self.page.look_at_another)
        self.list.acted.connect(self._acted)
        self.add.added.connect(self._add)
        self.each.asked.connect(lambda each: self.page.do(self.page.activity, Sensing.give, each))
        self.way.activated.connect(lambda _at: self._do(Sensing.mark_by, self.way))
        self.form.activated.connect(lambda _at: self._do(Sensing.show_as, self.form))

    def refresh(self) -> None:
        sensing = self.page.activity
        options, template = sensing.options, sensing.template
        self.prompt.say(sensing.prompt)
        last = len(options) - 1
        self.list.tell([_told(offer, at, last) for at, offer in enumerate(options)])
        self.list.setVisible(bool(options))
        self.empty.setVisible(not options)
        self.each.setVisible(template is not None and template.each > 1)
        self.each.show_number(sensing.each)
        self.way.setCurrentIndex(self.way.findData(sensing.way))
        self.form.setCurrentIndex(self.form.findData(sensing.form))
        self.learns.say(sensing.who_can_learn())

    def first(self) -> QWidget:
        return self.add

    def onward(self) -> str:
        return tr("Begin") if len(self.page.activity.options) >= LEAST_OPTIONS else ""

    def go_on(self) -> None:
        self.page.do(self.page.marks, Marks.begin)

    def _do(self, deed: Callable[[Sensing, str], None], chosen: QComboBox) -> None:
        self.page.do(self.page.activity, deed, str(chosen.currentData()))

    def _ask(self) -> None:
        sensing = self.page.activity
        reword(self.page, tr("What do we ask?"), tr("Ask this"), sensing, Sensing.ask, sensing.prompt)

    def _add(self, words: str) -> None:
        refused = self.page.tried(self.page.activity, Sensing.add_option, words)
        if not refused:
            self.add.accept()
        self.add.say(refused)

    def _acted(self, place: int, action: str) -> None:
        sensing = self.page.activity
        if action in ("words", "meaning"):
            self._reword(sensing, place, action)
        elif action == "out":
            self.page.do(sensing, Sensing.drop_option, place)
        else:
            self.page.do(sensing, Sensing.move_option, place, place + (-1 if action == "up" else 1))

    def _reword(self, sensing: Sensing, place: int, which: str) -> None:
        offer = sensing.options[place]

        def say(thing: Sensing, text: str) -> None:
            (thing.reword_option if which == "words" else thing.say_meaning)(place, text)

        title = tr("Change the words") if which == "words" else tr("What does it ask of us next?")
        reword(self.page, title, tr("Change it"), sensing, say, offer.words if which == "words" else offer.meaning)


def _each_words(each: int) -> str:
    return tr("{n} each", n=each)


def _told(offer: Offer, at: int, last: int) -> Line:
    actions = [("words", tr("Change the words")), ("meaning", tr("Say what it asks of us"))]
    actions += [("up", tr("Move up"))] if at > 0 else []
    actions += [("down", tr("Move down"))] if at < last else []
    actions += [("out", tr("Take it out"))]
    return Line(at, offer.words, lead=LETTERS[at], under=offer.meaning, actions=tuple(actions), strong=True)
