"""The lock: a page over everything that asks for the passphrase, and lets nothing of the session be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from elephants.pictures.chairs import logo
from elephants.sessions.text import Refused
from elephants.ui.parts.buttons import PrimaryButton, QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

LONGEST = 30
"""Seconds to wait at the most before another try; the first wrong one costs one second, each further one twice that."""


class LockPage(QWidget):
    """Asks for the passphrase; `check` gets it in a thread of its own and refuses a wrong one. Tells by `opened`.

    `open_session` says that a session goes on behind it, and the room has a breather. Where it `may_leave` there is a
    way out that opens nothing, also by Escape: `left`.
    """

    opened = Signal()
    left = Signal()

    def __init__(
        self, check: Callable[[str], object], *, open_session: bool = False, may_leave: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Locked"))
        self._check, self._tries, self._left, self._trying = check, 0, 0, False
        self.field = PassField(tr("Passphrase"), self)
        self.show_it = Toggle(tr("Show what I type"), self)
        self.unlock = PrimaryButton(tr("Unlock"), "key", parent=self)
        self.leave = QuietButton(tr("Close"), "x", tr("Esc"), parent=self)
        self.leave.setVisible(may_leave)
        self.leave.clicked.connect(self.left)
        self.said = Words("", "text", parent=self)
        about = tr("Type the passphrase to open your file.")
        if open_session:
            about = tr("Type the passphrase to go on. All is as you left it. The room has a breather.")
        self._build(about)
        self._wait = QTimer(self, interval=1000)
        self._wait.timeout.connect(self._tick)
        self.unlock.clicked.connect(self.attempt)
        self.field.returnPressed.connect(self.attempt)
        self.show_it.toggled.connect(self.field.show_words)
        self.setFocusProxy(self.field)

    def _build(self, about: str) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        mark = Pictured(56, card)
        mark.show_picture("logo", lambda ink: logo(ink=ink))
        mark.setAccessibleName(tr("Elephants"))
        forgotten = tr("Forgotten? Type the code of your recovery sheet here instead.")
        lay = QVBoxLayout(card)
        lay.setContentsMargins(px(32), px(28), px(32), px(28))
        lay.setSpacing(px(12))
        lay.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (Words(tr("Locked"), "big"), Words(about), self.field, self.said):
            lay.addWidget(part)
        lay.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignLeft)
        lay.addWidget(Flow(self.unlock, self.leave, parent=card))
        lay.addWidget(Words(forgotten, "label"))
        self.said.hide()
        card.setMaximumWidth(px(560))
        self._place(card)

    def _place(self, card: QFrame) -> None:
        """Set the card in the middle; where all is large it scrolls."""
        across = QHBoxLayout()
        across.setContentsMargins(px(24), px(24), px(24), px(24))
        across.addStretch(1)
        across.addWidget(card, 8)
        across.addStretch(1)
        scroll = Scrolled(self)
        scroll.lay.addStretch(2)
        scroll.lay.addLayout(across)
        scroll.lay.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def attempt(self) -> None:
        """Try what is typed; a wrong one is said, and the next may be tried after a pause that grows."""
        typed = self.field.text()
        if not typed or self._left or not self.unlock.isEnabled():
            return
        self.unlock.setEnabled(False)
        self._trying = True
        try:
            with_patience(self, tr("Unlocking"), lambda _told: self._check(typed), stops=False)
        except Refused as refusal:
            self._refused(str(refusal))
            return
        finally:
            self._trying = False
        self.unlock.setEnabled(True)
        self.field.clear()
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.leave.isHidden():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def let_in(self) -> None:
        """Open without a passphrase: the keyring of the computer knew it. One that is being tried goes first."""
        if not self._trying:
            self.field.clear()
            self.opened.emit()

    def say(self, sentence: str) -> None:
        """Say what else there is to know, where nothing is said of a try."""
        if not self._tries:
            self.said.setText(sentence)
            self.said.show()

    def _refused(self, sentence: str) -> None:
        self._tries += 1
        self._left = min(LONGEST, 2 ** (self._tries - 1))
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sentence = sentence
        self._say()
        self._wait.start()

    def _tick(self) -> None:
        self._left -= 1
        self._say()
        if not self._left:
            self._wait.stop()
            self.unlock.setEnabled(True)

    def _say(self) -> None:
        wait = trn("One more try in {n} second.", "One more try in {n} seconds.", self._left) if self._left else ""
        self.said.setText(f"{self._sentence} {wait}".strip())
        self.said.show()


class PassField(QLineEdit):
    """A field for a passphrase: hidden as it is typed, and kept out of undo, the clipboard and suggestions."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaxLength(1000)
        self.show_words(False)

    def show_words(self, on: bool) -> None:
        """Show what is typed, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase
        )  # fmt: skip
