"""How is it for us? on the console: take a template, make it ours, count, show what came; nothing is decided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from elephants.desk import Desk
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from elephants.ui.pages.base import Page
from elephants.ui.pages.sensing.count import CamePart, CountPart
from elephants.ui.pages.sensing.part import SensingPart
from elephants.ui.pages.sensing.shape import ShapePart, TemplatePart
from elephants.ui.parts.scrolled import Scrolled


class SensingPage(Page[Sensing]):
    """One part after the other; which one is up follows from the marks, which live in memory only."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.covered = False
        self._another = False
        self.stack = QStackedWidget(self)
        self.templates, self.shape = TemplatePart(self), ShapePart(self)
        self.counting, self.came = CountPart(self), CamePart(self)
        self.part: SensingPart | None = None
        self._scrolled: dict[SensingPart, Scrolled] = {}
        for part in (self.templates, self.shape, self.counting, self.came):
            scrolled = Scrolled(self.stack)
            scrolled.lay.addWidget(part)
            self.stack.addWidget(scrolled)
            self._scrolled[part] = scrolled
        self.lay.addWidget(self.stack)

    @property
    def marks(self) -> Marks:
        """The marks of the moment."""
        made: Marks = self.desk.moment(self.activity)
        return made

    def refresh(self) -> None:
        part = self._right_part()
        part.refresh()
        if part is not self.part:
            within = self._holds_focus()
            self.part = part
            self.stack.setCurrentWidget(self._scrolled[part])
            if within:
                part.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _right_part(self) -> SensingPart:
        marks = self.marks
        if marks.opened:
            return self.came
        if marks.begun:
            return self.counting
        return self.templates if self._another or self.activity.template is None else self.shape

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        if self.part is not None:
            self.part.first().setFocus(Qt.FocusReason.OtherFocusReason)

    # -- templates ---------------------------------------------------------------------------------------------

    def take(self, template: str) -> None:
        """Begin with a template."""
        self._another = False
        self.do(self.activity, Sensing.use, template)
        self.turned.emit()

    def look_at_another(self) -> None:
        """Show the templates again; what stands stays until one is taken."""
        self._another = True
        self.refresh()
        self.turned.emit()

    # -- what the console asks ---------------------------------------------------------------------------------

    def cover(self, *, on: bool) -> None:
        """Show dots for counts that are sealed, where the room may see this screen; or the counts again."""
        if on != self.covered:
            self.covered = on
            self.counting.cover()

    def onward(self) -> str:
        return self.part.onward() if self.part is not None else ""

    def go_on(self) -> bool:
        if self.part is None or not self.part.onward():
            return False
        self.part.go_on()
        return True

    def go_back(self) -> bool:
        marks = self.marks
        if marks.begun or marks.opened:
            return self.do(marks, Marks.put_away)
        if self._another and self.activity.template is not None:
            self._another = False
            self.refresh()
            self.turned.emit()
            return True
        return False

    def more(self) -> None:
        if self.part is not None:
            self.part.more()

    def fewer(self) -> None:
        if self.part is not None:
            self.part.fewer()
