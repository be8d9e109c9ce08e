"""What is kept of an item: the lines of what was said, and who does what by when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import AgendaItem, Point
from elephants.sessions.decision import Action
from elephants.sessions.text import LIMITS
from elephants.ui.pages.agenda.words import who_and_when
from elephants.ui.pages.reword import reword
from elephants.ui.parts.actionfield import NOTHING, ActionField, Typed
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage


class Kept(QWidget):
    """The points and actions of one item, and the fields for more; the action's field is folded away at first.

    What is half typed belongs to its item: it waits while another item is on the page, and is kept by `keep_typed`
    when the agenda is left.
    """

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self._item_id: int | None = None
        self._waiting: dict[int, tuple[str, Typed]] = {}
        self.lines = Lines(tr("What we keep of this item"), self)
        self.field = AddField(
            tr("What should be kept? One line"), tr("Add a line"), limit=LIMITS["line"], parent=self
        )  # fmt: skip
        self.action = ActionField(page.desk.today(), self)
        self.action.hide()
        self.fold = PlainButton(tr("Who does what?"), "hand", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.lines, 1)
        lay.addStretch(0)
        lay.addWidget(self.field)
        lay.addWidget(self.action)
        self.fold.clicked.connect(lambda: self._unfold(self.action.isHidden()))
        self.field.added.connect(self._add_point)
        self.action.added.connect(self._add_action)
        self.lines.acted.connect(self._act)

    def refresh(self, item: AgendaItem) -> None:
        """Draw what is kept of an item; what was half typed for another one waits for it."""
        if item.id != self._item_id:
            self._turn_to(item.id)
        lines = [*(self._point_line(one) for one in item.points), *(self._action_line(one) for one in item.actions)]
        self.lines.tell(lines)
        self.lines.setVisible(bool(lines))

    def keep_typed(self) -> None:
        """Keep what was typed and not yet added, before the agenda is left."""
        self._store()
        for item in self.page.session.items:
            words, (what, who, named, day) = self._waiting.pop(item.id, ("", NOTHING))
            if words.strip():
                self.page.do(item, AgendaItem.add_point, words.strip())
            if what.strip():
                self.page.do(item, _keep_action, what.strip(), who.strip(), named, day, self.page.desk.today())
        self.field.accept()
        self.action.accept()

    def _turn_to(self, item_id: int) -> None:
        self._store()
        self._item_id = item_id
        words, typed = self._waiting.pop(item_id, ("", NOTHING))
        self.field.accept()
        self.action.accept()
        self.field.field.setText(words)
        self.action.put(typed)
        self._unfold(typed[0].strip() != "", focus=False)

    def _store(self) -> None:
        if self._item_id is not None:
            self._waiting[self._item_id] = (self.field.text(), self.action.typed())

    def _unfold(self, open_it: bool, *, focus: bool = True) -> None:
        self.action.setVisible(open_it)
        self.fold.say(tr("Fold this away") if open_it else tr("Who does what?"), "caret-up" if open_it else "hand")
        if focus:
            (self.action if open_it else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _point_line(point: Point) -> Line:
        return Line(2 * point.id, point.text, actions=_changes())

    @staticmethod
    def _action_line(action: Action) -> Line:
        return Line(2 * action.id + 1, action.text, icon="hand", under=who_and_when(action), actions=_changes())

    def _add_point(self, words: str) -> None:
        item = self.page.item()
        refusal = self.page.tried(item, AgendaItem.add_point, words) if item is not None else ""
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()

    def _add_action(self, what: str, who: str, named: bool, day: date | None) -> None:
        item, today = self.page.item(), self.page.desk.today()
        refusal = self.page.tried(item, _keep_action, what, who, named, day, today) if item is not None else ""
        if refusal:
            self.action.say(refusal)
        else:
            self.action.accept()

    def _act(self, line_id: int, what: str) -> None:
        item = self.page.item()
        if item is None:
            return
        if line_id % 2:
            action = next((one for one in item.actions if one.id == line_id // 2), None)
            if action is not None and what == "words":
                reword(self.page, tr("Change the words"), tr("Change them"), action, Action.reword, action.text)
            elif action is not None:
                self.page.do(item, AgendaItem.drop_action, action)
            return
        point = next((one for one in item.points if one.id == line_id // 2), None)
        if point is not None and what == "words":
            reword(self.page, tr("Change the words"), tr("Change them"), point, Point.reword, point.text)
        elif point is not None:
            self.page.do(item, AgendaItem.take_out, point)


def _changes() -> tuple[tuple[str, str], ...]:
    return (("words", tr("Change the words")), ("out", tr("Take it out")))


def _keep_action(item: AgendaItem, what: str, who: str, named: bool, day: date | None, today: date) -> None:
    """Keep an action as it was typed: a name where somebody wants it written, else who in words."""
    item.add_action(what, today, name=who if named else "", who="" if named else who, by=day)
