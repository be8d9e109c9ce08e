"""Short questions in the house style: each button says what it does, never only yes or no."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from elephants.ui.parts.buttons import Button, PlainButton, PrimaryButton
from elephants.ui.parts.tabs import tab_on
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class Question(QDialog):
    """Asks one thing with two buttons that say what they do; Escape is the safe one, Enter in a field does it."""

    def __init__(self, title: str, words: str, do: str, leave: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(420))
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(px(28), px(24), px(28), px(24))
        self.lay.setSpacing(px(12))
        self.lay.addWidget(Words(title, "title", parent=self))
        if words:
            self.lay.addWidget(Words(words, parent=self))
        self.do: Button = PrimaryButton(do, parent=self)
        self.leave: Button = PlainButton(leave, parent=self)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addWidget(self.do)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.lay.addSpacing(px(8))
        self.lay.addLayout(buttons)
        self.do.setDefault(True)
        self.do.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)


class OneField(Question):
    """Asks for one line, or for more lines, of words; the do button wakes when something is written."""

    def __init__(
        self,
        title: str,
        words: str,
        do: str,
        *,
        text: str = "",
        long: bool = False,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, words, do, tr("Leave it as it is"), parent)
        self._may_be_empty = may_be_empty
        self.field: QLineEdit | QPlainTextEdit = QPlainTextEdit(self) if long else QLineEdit(self)
        self.field.setAccessibleName(words or title)
        self.lay.insertWidget(self.lay.count() - 2, self.field)
        if isinstance(self.field, QLineEdit):
            self.field.setText(text)
            self.field.selectAll()
            self.field.returnPressed.connect(self._enter)
        else:
            self.field.setPlainText(text)
            self.field.setTabChangesFocus(True)
            self.field.setMinimumHeight(px(120))
        self.field.textChanged.connect(self._wake)
        self.setTabOrder(self.field, self.do)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wake()

    def text(self) -> str:
        """Give what was written, without spaces around it."""
        field = self.field
        return (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()

    def _wake(self) -> None:
        self.do.setEnabled(self._may_be_empty or bool(self.text()))

    def _enter(self) -> None:
        if self.do.isEnabled():
            self.accept()


def ask(parent: QWidget | None, title: str, words: str, do: str, leave: str) -> bool:
    """Ask and wait; True when the person chose to do it."""
    return bool(Question(title, words, do, leave, parent).exec())


def ask_words(parent: QWidget | None, title: str, words: str, do: str, text: str = "", *, long: bool = False) -> str:
    """Ask for words and wait; an empty string when the person left it as it is."""
    question = OneField(title, words, do, text=text, long=long, parent=parent)
    return question.text() if question.exec() else ""
