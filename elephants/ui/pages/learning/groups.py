"""What we see: the points in no order first, grouped together by hand while the room looks on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from elephants.sessions.learning.learned import GROUP, Learned, arranged, group_of
from elephants.sessions.learning.learning import Learning
from elephants.sessions.text import LIMITS
from elephants.ui.pages.learning.lines import Menu, StepPart, changes
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.drag import Dragging
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.words import Words
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.ui.pages.learning.learning import LearningPage

_INTO = "into "


class GroupsPart(StepPart):
    """One list: what lies below the name of a group belongs to it. Rows are dragged, or moved by keys and the menu."""

    def __init__(self, page: LearningPage) -> None:
        super().__init__(page)
        self.how = Words(
            tr("Name a group. Then drag each point below its name, or press Alt with Up or Down."), "label", parent=self
        )
        self.lines = Lines(tr("What we see"), self)
        self.drag = Dragging(self.lines, lambda: {row.line.id: row for row in self.lines.rows()})
        self.field = AddField(tr("The name of a group, in our words"), tr("Add a group"), limit=LIMITS["title"],
                              parent=self)  # fmt: skip
        self.lay.addWidget(self.how)
        self.lay.addWidget(self.lines, 1)
        self.lay.addStretch(0)
        self.lay.addWidget(self.field)
        self.field.added.connect(lambda _words: self.add_from(self.field, GROUP))
        self.lines.acted.connect(self._acted)
        self.drag.moved.connect(self._drop)

    def begin(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, learning: Learning) -> None:
        rows = arranged(learning.session)
        groups = learning.lines(GROUP)
        held = {point.id: group_of(point) for point in rows if point.is_point}
        self.lines.tell([_name(one, held) if one.kind == GROUP else _point(one, held[one.id], groups) for one in rows])
        self.lines.setVisible(bool(rows))
        self.drag.watch()

    def keep(self) -> bool:
        return self.add_from(self.field, GROUP)

    def _acted(self, line_id: int, what: str) -> None:
        line, learning = self.line(line_id), self.page.activity
        if line is None:
            return
        if what in ("up", "down"):
            self.page.do(learning, Learning.move, line, -1 if what == "up" else 1)
        elif what == "alone":
            self.page.do(learning, Learning.put_into, line, None)
        elif what.startswith(_INTO):
            self.page.do(learning, Learning.put_into, line, self.line(int(what.removeprefix(_INTO))))
        else:
            self.change(line, what)
        self.lines.choose(line_id)

    def _drop(self, line_id: int, to: int) -> None:
        """Put a row where it was dropped, among the rows that the list shows."""
        line, hidden = self.line(line_id), len(arranged(self.page.session)) - len(self.lines.rows())
        if line is not None:
            self.page.do(self.page.activity, Learning.put, line, hidden + to)
            self.lines.choose(line_id)


def _name(group: Learned, held: dict[int, Learned | None]) -> Line:
    points = sum(one is group for one in held.values())
    return Line(
        group.id, group.text, icon="list-checks", strong=True, bar="ink",
        trail=trn("{n} point", "{n} points", points), actions=(*_moves(), *changes()),
    )  # fmt: skip


def _point(point: Learned, group: Learned | None, groups: list[Learned]) -> Line:
    others = [one for one in groups if one is not group]
    into = tuple((f"{_INTO}{one.id}", tr("Put it into: {group}", group=one.text)) for one in others)
    alone: Menu = (("alone", tr("Out of its group")),) if group is not None else ()
    return Line(
        point.id, point.text, icon="arrow-bend-down-right" if group is not None else "",
        trail=point.asked(), actions=(*into, *alone, *_moves(), *changes()),
    )  # fmt: skip


def _moves() -> Menu:
    return ("up", tr("Move up")), ("down", tr("Move down"))
