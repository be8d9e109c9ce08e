"""What the no knew, on the console: before everything else that is said of a decision that is looked at again."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.decision import Decision
from elephants.sessions.knew import NO, UNMET, what_the_no_knew
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

_SIGNS = {NO: "hand-palm", UNMET: "hand-heart"}


class WhatTheNoKnew(QWidget):
    """Tells the no that remained and the needs that are not met; nothing is shown where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, px(4), 0, px(4))
        self.lay.setSpacing(0)
        self.lay.addWidget(Words(tr("What the no knew"), "label", parent=self))
        self.lines: list[Remark] = []
        self.hide()

    def tell(self, decision: Decision | None) -> None:
        """Tell what is known of a decision, or nothing."""
        known = what_the_no_knew(decision) if decision is not None else []
        while len(self.lines) < len(known):
            self.lines.append(Remark("", "clock", self))
            self.lay.addWidget(self.lines[-1])
        for line, one in zip(self.lines, known, strict=False):
            line.say(one.told(), _SIGNS.get(one.kind, "clock"))
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(known))
        self.setVisible(bool(known))

    def told(self) -> list[str]:
        """Give the lines that are shown."""
        return [line.words() for line in self.lines if not line.isHidden()] if not self.isHidden() else []
