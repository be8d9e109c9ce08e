"""What every page of the console shares: it reads the desk, does deeds through it, and says what was refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.base import NotSaved, Refused
from elephants.sessions.session import Session

T = TypeVar("T")
P = ParamSpec("P")
A = TypeVar("A", bound=Activity)


class Page(QWidget, Generic[A]):
    """The facilitator's page of one activity: what the step needs and nothing else.

    It keeps an id, never a row, and draws itself by `refresh` first and ever after. `said(sentence)` carries a
    refusal to the console's note, `stuck(bool)` that a deed could not be saved, `turned` that the page took a step of
    its own that the desk knows nothing of, so that buttons may have other words.
    """

    said = Signal(str)
    stuck = Signal(bool)
    turned = Signal()

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.activity_id = desk, activity_id
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)

    @property
    def activity(self) -> A:
        """The live activity of this page."""
        found: Any = self.desk.activity(self.activity_id)
        live: A = found
        return live

    @property
    def session(self) -> Session:
        """The open session."""
        if self.desk.session is None:
            raise LookupError("no session is open")
        return self.desk.session

    def refresh(self) -> None:
        """Draw what the desk says now; does nothing where it would tell the same."""

    def words_to_say(self) -> str:
        """Give the words the facilitator may say now, where the thing of the moment asks for others than the model."""
        return self.activity.say()

    def onward(self) -> str:
        """Give the word for the primary button while there is a step left on this page; "" when there is none."""
        return ""

    def go_on(self) -> bool:
        """Take the next step on this page; False when there is none, so that the run sheet walks on."""
        return False

    def go_back(self) -> bool:
        """Take a step back on this page; False when there is none."""
        return False

    def leave(self) -> bool:
        """Do what belongs to the end of the activity before the room leaves it, by whatever way.

        True where the room should have a moment to see it, such as all chairs lit.
        """
        return False

    def may_skip(self) -> bool:
        """Tell whether *Skip* is offered: not where a carried option waits for ADD and CHECK (promise 4)."""
        return True

    def more(self) -> None:
        """Light or count one more: the Down key."""

    def fewer(self) -> None:
        """Light or count one less: the Up key."""

    def do(self, thing: T, deed: Callable[Concatenate[T, P], Any], *words: P.args, **more: P.kwargs) -> bool:
        """Do a deed through the desk; says a refusal on the page and gives False, with nothing lost."""
        sentence = self.tried(thing, deed, *words, **more)
        self.said.emit(sentence)
        return not sentence

    def tried(self, thing: T, deed: Callable[Concatenate[T, P], Any], *words: P.args, **more: P.kwargs) -> str:
        """Do a deed through the desk; gives "" when it is done, else the sentence of the refusal."""
        try:
            self.desk.change(thing, deed, *words, **more)
        except Refused as refusal:
            if isinstance(refusal, NotSaved):
                self.stuck.emit(True)
            return str(refusal)
        self.stuck.emit(False)
        return ""
