"""What has been kept long enough: what goes and what stays until when, and how much longer a group keeps it."""

from __future__ import annotations

from collections.abc import Sequence

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


class LetGo(Forget):
    """Lists what has been kept long enough, and all that stays for a time yet; one deed lets the first go."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, tr("What has been kept long enough"), " ".join(rules()), tr("Let this go"), parent
        )  # fmt: skip
        self.longer: dict[int, QSpinBox] = {}
        for space in desk.home.spaces:
            self._offer_longer(space.id, space.name, space.keep_longer)
        self.goes = Listed(tr("This has been kept long enough, and goes"), self)
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
        found = self.look(tr("Looking"), kept_for_a_time) or []
        today = self.desk.today()
        goes = [one for one in found if one.long_enough(today)]
        self.goes.show_lines(_told(goes))
        self.stays.show_lines(_told([one for one in found if one not in goes]))
        self.do.setEnabled(bool(goes))
        if not goes:
            self.tell(tr("Nothing has been kept too long."))
        self.grow()

    def forget(self) -> None:
        self.desk.change(self.desk.home, let_long_enough_go, self.desk.today())


def _told(found: Sequence[Kept]) -> list[tuple[str, str]]:
    return [kept_words(one) for one in found]
