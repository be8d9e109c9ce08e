"""Forgetting a session: which one, what goes with it and what stays, and only then the deed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QWidget

from elephants.desk import Desk
from elephants.sessions.forgetting.whole_session import Held, forget_session, sessions_kept, what_goes
from elephants.sessions.sheets import TITLES
from elephants.store.reading import Looking
from elephants.ui.forgetting.asking import Forget, Listed
from elephants.ui.parts.choice import choice
from elephants.words import day_words, tr

SOME = 100
"""How many sessions are put into the list in one go."""


class ForgetSession(Forget):
    """Lists the sessions, the newest first; of the one that is chosen it shows what goes and what stays."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, tr("Forget a session"), tr("Everything of it goes, and what later sessions answered about it."),
            tr("Forget this session"), parent,
        )  # fmt: skip
        self.session = choice(tr("Which session?"), {}, self)
        self.session.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.session.setMinimumContentsLength(40)
        self.held, self.words = self.look(tr("Looking"), _told) or ({}, [])
        self.session.addItem(tr("Choose a session"), 0)
        self._add_some()
        self.body.lay.addWidget(self.session)
        self.goes, self.stays = Listed(tr("This goes"), self), Listed(tr("This stays"), self)
        self.session.activated.connect(lambda _at: self.show_session())
        self.session.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_some(self) -> None:
        """Put some sessions into the list, and then let the window live before the next: ten years have hundreds."""
        some, self.words = self.words[:SOME], self.words[SOME:]
        for words, number in some:
            self.session.addItem(words, number)
        if self.words:
            QTimer.singleShot(0, self, self._add_some)

    def show_session(self) -> None:
        """Show what goes with the session that is chosen, and what stays."""
        number = int(self.session.currentData())
        found = self.look(tr("Looking"), lambda db: what_goes(db, number)) if number else None
        self.goes.show_lines([(words, "") for words in found.goes] if found is not None else ())
        self.stays.show_lines([(words, "") for words in found.stays] if found is not None else ())
        self.do.setEnabled(found is not None)
        self.grow()

    def forget(self) -> None:
        held, desk = self.held[int(self.session.currentData())], self.desk
        space = next(one for one in desk.home.spaces if one.id == held.space_id)
        desk.change(space, forget_session, held.id, desk.today())


def _told(db: Looking) -> tuple[dict[int, Held], list[tuple[str, int]]]:
    """Give every session, and its words with its number."""
    held = sessions_kept(db)
    words = [
        (tr("{day}, {space}: {kind}", day=day_words(one.day), space=one.space, kind=tr(TITLES[one.template])), one.id)
        for one in held
    ]
    return {one.id: one for one in held}, words
