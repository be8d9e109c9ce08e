"""Words on a page: plain text only, wrapped, aligned by direction, in one of the sizes of LOOK.md."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

ROLES = (
    "great",
    "big",
    "title",
    "heading",
    "strong",
    "say",
    "text",
    "label",
    "hint",
    "quiet",
    "saved",
    "added",
    "told",
)


class Words(QLabel):
    """Says a sentence. What people typed is never taken for markup. Refuses a role the style does not know."""

    def __init__(
        self, words: str = "", role: str = "text", *, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        if role not in ROLES:
            raise ValueError(role)
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._centred = False
        self._align()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(words)

    def centre(self) -> None:
        """Set the words in the middle, for the few places that are about the middle."""
        self._centred = True
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        # Absolute: Qt would go by the first letter, and a Latin one stays left in a right-to-left window.
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if self._centred else side | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """Change the words; does nothing when they are the same, so that nothing flickers."""
        if words != self.text():
            self.setText(words)
