"""Forgetting a session: which one, what goes with it and what stays, and only then the deed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from elephants.desk import Desk
from elephants.sessions.forgetting.whole_session import forget_session, what_goes
from elephants.ui.forgetting.asking import Forget, Listed
from elephants.ui.parts.choice import choice, fill
from elephants.words import day_words, tr


class ForgetSession(Forget):
    """Lists the sessions, the newest first; of the one that is chosen it shows what goes and what stays."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, tr("Forget a session"), tr("Everything of it goes, and what later sessions answered about it."),
            tr("Forget this session"), parent,
        )  # fmt: skip
        self.session = choice(tr("Which session?"), {}, self)
        listed = [(one, space) for space in desk.home.spaces for one in space.sessions]
        listed.sort(key=lambda pair: pair[0].date, reverse=True)
        words = [
            (tr("{day}, {space}: {kind}", day=day_words(one.date), space=space.name, kind=one.title), one.id)
            for one, space in listed
        ]
        fill(self.session, [(tr("Choose a session"), 0), *words], 0)
        self.body.lay.addWidget(self.session)
        self.goes, self.stays = Listed(tr("This goes"), self), Listed(tr("This stays"), self)
        self.session.activated.connect(lambda _at: self.show_session())
        self.session.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_session(self) -> None:
        """Show what goes with the session that is chosen, and what stays."""
        number = int(self.session.currentData())
        found = self.look(tr("Looking"), lambda db: what_goes(db, number)) if number else None
        self.goes.show_lines([(words, "") for words in found.goes] if found is not None else ())
        self.stays.show_lines([(words, "") for words in found.stays] if found is not None else ())
        self.do.setEnabled(found is not None)
        self.grow()

    def forget(self) -> None:
        number, desk = self.session.currentData(), self.desk
        for space in desk.home.spaces:
            for session in space.sessions:
                if session.id == number:
                    desk.change(space, forget_session, session, desk.today())
                    return
