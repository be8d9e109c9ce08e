"""Forgetting a person's name: where it stands, and for each line that holds it whether it goes or stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from elephants.desk import Desk
from elephants.sessions.forgetting.person import Mention, Mentions, forget_person, mentions
from elephants.sessions.text import LIMITS
from elephants.ui.forgetting.asking import Forget
from elephants.ui.parts.buttons import LinkButton, PlainButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Answer, Ask, Line, Lines
from elephants.ui.parts.words import Words
from elephants.words import day_words, tr, trn

YES, NO = "yes", "no"

SOME = 8
"""How many lines are asked about at a time; when they have their answers the next ones come."""


class ForgetPerson(Forget):
    """Asks for a name, looks for it, and asks of each line; it is done when every line has its answer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, tr("Forget a person's name"),
            tr("The name goes from everything to be done, and from the names this app knows. "
               "Of each line that holds it you say if the name goes or stays. It may be a word and no name there."),
            tr("Forget this name"), parent,
        )  # fmt: skip
        self.found: Mentions | None = None
        self.answers: dict[int, bool] = {}
        self.shown = SOME
        self._make()
        self._build()
        self._connect()
        self._show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        self.name = QLineEdit(self)
        self.name.setMaxLength(LIMITS["name"])
        self.name.setAccessibleName(tr("The name"))
        self.name.setPlaceholderText(tr("The name"))
        self.space = choice(tr("In which group?"), {}, self)
        fill(self.space, [(tr("In every group"), 0), *((one.name, one.id) for one in self.desk.home.spaces)], 0)
        self.search = PlainButton(tr("Look for it"), "magnifying-glass", parent=self)
        self.where = Words("", "strong", parent=self)
        self.lines = Lines(tr("Lines that hold the name"), self, folds=False)
        self.more = LinkButton("", "caret-down", parent=self)
        self.rest_goes, self.rest_stays = PlainButton("", parent=self), PlainButton("", parent=self)

    def _build(self) -> None:
        for field in (self.name, self.space):
            self.body.lay.addWidget(field)
        self.body.lay.addWidget(self.search, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.where, self.lines):
            self.body.lay.addWidget(part)
        self.body.lay.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.lay.addWidget(Flow(self.rest_goes, self.rest_stays, parent=self))

    def _connect(self) -> None:
        self.name.returnPressed.connect(self.look_for)
        self.name.textEdited.connect(lambda _text: self._forget_found())
        self.space.activated.connect(lambda _at: self._forget_found())
        self.search.clicked.connect(self.look_for)
        self.lines.acted.connect(self._answer)
        self.more.clicked.connect(self._show_more)
        self.rest_goes.clicked.connect(lambda: self._answer_rest(goes=True))
        self.rest_stays.clicked.connect(lambda: self._answer_rest(goes=False))

    def look_for(self) -> None:
        """Look where the name stands."""
        name, space = self.name.text(), self.space.currentData() or None
        self.answers, self.shown = {}, SOME
        self.found = self.look(tr("Looking for the name"), lambda db: mentions(db, name, space))
        self._show()
        if self.found is not None and self.found.nowhere:
            self.tell(tr("This name stands nowhere here. Look for other ways it may be written too."))

    def forget(self) -> None:
        found = self.found
        if found is None:
            return
        yes = [one.asked for at, one in enumerate(found.lines) if self.answers[at]]
        desk = self.desk
        desk.change(desk.home, forget_person, found.name, yes, desk.today(), self.space.currentData() or None)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _forget_found(self) -> None:
        self.found, self.answers = None, {}
        self.tell("")
        self._show()

    def _show(self) -> None:
        found = self.found
        lines = found.lines if found is not None else ()
        self.where.setText(_where(found) if found is not None else "")
        self.where.setVisible(found is not None and not found.nowhere)
        self.lines.setVisible(bool(lines))
        self.lines.tell([_line(at, one, self.answers.get(at)) for at, one in enumerate(lines[: self.shown])])
        more = len(lines[self.shown :])
        self.more.say(trn("{n} line more: show the next", "{n} lines more: show the next", more))
        self.more.setVisible(more > 0)
        left = len(lines) - len(self.answers)
        self.rest_goes.say(trn("It goes from the {n} left", "It goes from all {n} left", left))
        self.rest_stays.say(trn("The {n} left stays", "All {n} left stay", left))
        for part in (self.rest_goes, self.rest_stays):
            part.setVisible(left > 1)
        goes = found is not None and (bool(found.actions) or any(self.answers.values()))
        self.do.setEnabled(goes and not left)
        self.grow()

    def _answer(self, at: int, action: str) -> None:
        if action in (YES, NO):
            self.answers[at] = action == YES
        else:
            self.answers.pop(at, None)
        lines = self.found.lines if self.found is not None else ()
        if all(one in self.answers for one in range(min(self.shown, len(lines)))):
            self.shown += SOME
        self._show()
        seen = range(min(self.shown, len(lines)))
        left = [other for other in (*seen[at:], *seen[:at]) if other not in self.answers]
        if not left:
            self.do.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lines.choose(left[0])

    def _show_more(self) -> None:
        self.shown += SOME
        self._show()

    def _answer_rest(self, *, goes: bool) -> None:
        for at in range(len(self.found.lines) if self.found is not None else 0):
            self.answers.setdefault(at, goes)
        self._show()
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)


def _where(found: Mentions) -> str:
    actions = trn("It stands on {n} thing to be done, and goes from it.",
                  "It stands on {n} things to be done, and goes from them.", found.actions)  # fmt: skip
    lines = trn("{n} line holds it:", "{n} lines hold it:", len(found.lines))
    said = [words for words, n in ((actions, found.actions), (lines, len(found.lines))) if n]
    return " ".join(said)


def _line(at: int, one: Mention, goes: bool | None) -> Line:
    said = [one.space, day_words(one.day) if one.day is not None else ""]
    said += [tr("in an older version, which goes whole")] if one.older else []
    said += [trn("{n} time", "{n} times", one.times)] if one.times > 1 else []
    under = ", ".join(part for part in said if part)
    if goes is None:
        ask = Ask(tr("Is this the person?"), ((YES, tr("The name goes"), "check"), (NO, tr("It stays"), "x")))
        return Line(at, one.words, under=under, ask=ask)
    answer = Answer(tr("The name goes"), icon="check") if goes else Answer(tr("It stays"), icon="x", colour="slate")
    return Line(at, one.words, under=under, answer=answer, actions=(("again", tr("Answer again")),))
