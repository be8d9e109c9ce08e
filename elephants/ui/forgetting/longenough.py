"""What has been kept long enough: what goes and what stays until when, and how much longer a group keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from elephants.desk import Desk
from elephants.sessions.forgetting.long_enough import (
    MOST_LONGER,
    Kept,
    keep_longer,
    kept_for_a_time,
    let_long_enough_go,
)
from elephants.sessions.forgetting.telling import kept_words, rules
from elephants.ui.forgetting.asking import Forget, Listed
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

Said = tuple[str, str]
"""A line, and what stands quietly below it."""


class LetGo(Forget):
    """Lists what has been kept long enough, and all that stays for a time yet; one deed lets the first go."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, tr("What has been kept long enough"), " ".join(rules()), tr("Let this go"), parent
        )  # fmt: skip
        self.goes = Listed(tr("This has been kept long enough, and goes"), self)
        self.longer: dict[int, QSpinBox] = {}
        for space in desk.home.spaces:
            self._offer_longer(space.id, space.name, space.keep_longer)
        self.stays = Listed(tr("This stays until its day"), self)
        self.show_kept()

    def _offer_longer(self, space_id: int, name: str, months: int) -> None:
        field = QSpinBox(self)
        field.setRange(0, MOST_LONGER)
        field.setValue(months)
        field.setKeyboardTracking(False)
        field.setAccessibleName(tr("Months longer for {space}", space=name))
        field.lineEdit().setTextMargins(px(12), 0, 0, 0)
        field.valueChanged.connect(lambda months, key=space_id: self._keep_longer(key, months))
        row = QHBoxLayout()
        row.addWidget(Words(tr("Months that {space} keeps its views and points longer:", space=name)), 1)
        row.addWidget(field)
        self.body.lay.addLayout(row)
        self.longer[space_id] = field

    def _keep_longer(self, space_id: int, months: int) -> None:
        space = next(one for one in self.desk.home.spaces if one.id == space_id)
        self.desk.change(space, keep_longer, months)
        self.show_kept()

    def show_kept(self) -> None:
        """Look again at what goes and what stays."""
        today = self.desk.today()
        goes, stays = self.look(tr("Looking"), lambda db: _told(kept_for_a_time(db), today)) or ([], [])
        self.goes.show_lines(goes)
        self.stays.show_lines(stays)
        self.do.setEnabled(bool(goes))
        if not goes:
            self.tell(tr("Nothing has been kept too long."))
        self.grow()

    def forget(self) -> None:
        self.desk.change(self.desk.home, let_long_enough_go, self.desk.today())


def _told(found: Sequence[Kept], today: date) -> tuple[list[Said], list[Said]]:
    """Say what goes and what stays; there may be thousands of them, so that it is said aside too."""
    goes, stays = list[Said](), list[Said]()
    for one in found:
        (goes if one.long_enough(today) else stays).append(kept_words(one))
    return goes, stays
