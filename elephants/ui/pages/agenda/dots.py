"""A calm round of dots on the agenda: counted, made an order, one place drawn by lot, and then the order kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agenda.dots import MOST_EACH, THE_LOT, Dots
from elephants.sessions.agenda.table import AgendaTable
from elephants.sessions.sensing.templates import Offer
from elephants.ui.pages.sensing.count import MarkRow
from elephants.ui.parts.buttons import LinkButton, PlainButton
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Chip, Line, Lines
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage

P = ParamSpec("P")


class DotsPart(QWidget):
    """Counts the dots item by item, sealed for the room; then shows the order that they make and the draw."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self.covered = False
        self.rows: dict[int, MarkRow] = {}
        self._told: tuple[tuple[int, str], ...] = ()
        self.title = Words("", "title", parent=self)
        self.why = Words("", "say", parent=self)
        self.each = Counter(tr("Dots for each of us"), _each_words, least=1, most=MOST_EACH, parent=self)
        self.gap = Words("", "heading", parent=self)
        self.again = PlainButton(tr("Count again"), "arrows-clockwise", parent=self)
        self.list = Lines(tr("The order that the dots make"), self)
        self.list.setMinimumHeight(px(200))
        self.sealed = Remark(tr("Only the order is kept, never the dots"), "pencil-simple-slash", self)
        self.leave = LinkButton(tr("Leave the order as it is"), "x", parent=self)
        self._build()
        self.each.asked.connect(lambda each: self._do(Dots.give, each))
        self.again.clicked.connect(lambda: self._do(Dots.again))
        self.leave.clicked.connect(lambda: page.do(page.table, AgendaTable.put_dots_away))

    def _build(self) -> None:
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(8))
        self._counts = QVBoxLayout()
        self._counts.setSpacing(px(6))
        for part in (self.title, self.why, Flow(self.each, self.again, parent=self), self.gap):
            scrolled.lay.addWidget(part)
        scrolled.lay.addLayout(self._counts)
        scrolled.lay.addWidget(self.list, 1)
        scrolled.lay.addStretch(0)
        scrolled.lay.addWidget(Flow(self.sealed, self.leave, parent=self))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(scrolled)

    @property
    def dots(self) -> Dots:
        """The dots on the table; asked for only while there are some."""
        found = self.page.table.dots
        if found is None:
            raise LookupError("no dots are on the table")
        return found

    def begin(self) -> None:
        """Put the keyboard on the first item, or on the order."""
        first: QWidget = self.leave
        if not self.dots.opened:
            first = next(iter(self.rows.values())).count
        elif self.list.rows():
            first = self.list.rows()[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Draw the counts, or the order."""
        dots = self.dots
        known = {item.id: item for item in self.page.session.items}
        items = [known[one] for one in dots.order if one in known]
        for part in (self.each, self.again, self.gap):
            part.setVisible(not dots.opened)
        self.list.setVisible(dots.opened)
        self.why.setVisible(bool(dots.few) or not dots.opened)
        self._tell_counts([] if dots.opened else items)
        if dots.opened:
            self._tell_order(dots, items)
            return
        self.title.say(tr("Put dots on what matters to you"))
        self.why.say(tr("Put your dots where you like, all on one or spread. Passing is fine."))
        self.each.show_number(dots.each)
        self.each.setEnabled(dots.counted == 0)
        self.again.setEnabled(dots.counted > 0)
        self.gap.say("" if self.covered else dots.gap())

    def cover(self, *, on: bool) -> None:
        """Say the counts as a sign while the room may see this screen, else as numbers."""
        if on != self.covered:
            self.covered = on
            for row in self.rows.values():
                row.count.say_again()
            if self.page.table.dots is not None:
                self.refresh()

    def step(self, by: int) -> None:
        """Count one more or less for the item the keyboard is on."""
        focused = next((row for row in self.rows.values() if row.count.hasFocus()), None)
        if focused is not None:
            focused.count.step(by)

    def onward(self) -> str:
        """Say what the next press does: make the order, draw, or keep the order."""
        dots = self.dots
        if not dots.opened:
            return tr("Order them by dots")
        return tr("Draw the second place by lot") if dots.waits_for_the_lot else tr("Keep this order")

    def go_on(self) -> bool:
        """Do what `onward` says."""
        dots, page = self.dots, self.page
        if not dots.opened:
            done = self._do(Dots.open)
        elif dots.waits_for_the_lot:
            done = self._do(Dots.draw, page.desk.chance)
        else:
            done = page.do(page.activity, Agenda.put_in_order, dots.order)
            if done:
                page.do(page.table, AgendaTable.put_dots_away)
            return done
        if done:
            self.begin()
        return done

    def _do(self, deed: Callable[Concatenate[Dots, P], object], *words: P.args, **more: P.kwargs) -> bool:
        return self.page.do(self.dots, deed, *words, **more)

    def _tell_counts(self, items: Sequence[AgendaItem]) -> None:
        told = tuple((item.id, item.title) for item in items)
        if told != self._told:
            for row in self.rows.values():
                self._counts.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = {}
            for number, item in enumerate(items, 1):
                self._add_row(number, item)
            self._told = told
        for item_id, row in self.rows.items():
            row.count.show_number(self.dots.so_far(item_id))

    def _add_row(self, number: int, item: AgendaItem) -> None:
        row, item_id = MarkRow(str(number), Offer(item.title, ""), self._count_words, self), item.id
        row.count.asked.connect(lambda n: self._do(Dots.put, item_id, n))
        self._counts.addWidget(row)
        self.rows[item_id] = row

    def _count_words(self, n: int) -> str:
        return "•" if self.covered else str(n)

    def _tell_order(self, dots: Dots, items: Sequence[AgendaItem]) -> None:
        self.title.say(tr("One place by lot") if dots.waits_for_the_lot else tr("Our order, by dots"))
        self.why.say(tr(THE_LOT))
        self.list.tell([_ordered(dots, item, number) for number, item in enumerate(items, 1)])


def _each_words(each: int) -> str:
    return tr("{n} each", n=each)


def _ordered(dots: Dots, item: AgendaItem, number: int) -> Line:
    chips: tuple[Chip, ...] = ()
    if item.id == dots.drawn:
        chips = (Chip(tr("drawn by lot"), "star"),)
    elif dots.waits_for_the_lot and item.id in dots.few:
        chips = (Chip(tr("in the draw"), "", dashed=True),)
    return Line(item.id, item.title, chips, lead=str(number), strong=True)
