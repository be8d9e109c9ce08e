"""The screens of the booth, each built anew for each person and emptied when it goes: nothing is left of the last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from elephants.ui.booth.cards import Card, Choice, Face, Shown
from elephants.ui.booth.parts import ChairsAndBox, Hold, Press, Said
from elephants.ui.booth.places import Part, mirror, stack
from elephants.ui.booth.plan import Plan
from elephants.words import tr


@dataclass(frozen=True)
class Told:
    """What the booth tells everybody alike."""

    question: str
    learns: str
    choices: tuple[Choice, ...]


class Screen(QWidget):
    """One screen over the whole booth; it asks for things by signals and changes nothing."""

    wished = Signal(object)
    went_on = Signal()
    not_so = Signal()

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.plan = plan

    def first(self) -> QWidget:
        """Give what has the focus when the screen comes: always the same, whatever was chosen."""
        return self

    def key(self, sign: str) -> None:
        """Take a letter or a number that was typed."""

    def arrange(self) -> None:
        """Put all parts in their places."""

    def empty(self) -> None:
        """Take all words off all parts, before the screen is thrown away."""
        for part in self.findChildren(QWidget):
            if isinstance(part, Card | Shown | Press):
                part.empty()
            elif isinstance(part, QLabel | QLineEdit):
                part.clear()
        self.setAccessibleName("")

    @property
    def mirrored(self) -> bool:
        """Whether reading begins at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class Cover(Screen):
    """What lies over everything between two people: chairs and box, the question, and who can learn what."""

    def __init__(self, plan: Plan, told: Told, parent: QWidget, warnings: tuple[str, ...], out: str) -> None:
        super().__init__(plan, parent)
        self.chairs = ChairsAndBox(self)
        self.warnings = [Said(words, 20, self, bold=True) for words in warnings]
        self.question = Said(told.question, 44, self, bold=True)
        self.turn = Said(tr("Turn the screen so that only you can see it. Take your time."), 22, self)
        self.ready = Press(tr("I am ready"), self, size=24, leads_on=True)
        self.learns = Said(told.learns, 18, self, colour="slate")
        self.out = Hold(out, self)
        self.ready.clicked.connect(self.went_on)

    def first(self) -> QWidget:
        return self.ready

    def arrange(self) -> None:
        area, scale = self.plan.area, self.plan.scale
        foot = self.out.tall(area.width(), scale)
        wide = self.out.wide(area.width(), scale)
        low = QRectF(area.x(), area.bottom() - foot, wide, foot)
        self.out.put(mirror(low, area, mirrored=self.mirrored), scale)
        above = area.adjusted(0, 0, 0, -foot - 12)
        left = QRectF(above.x(), above.y(), above.width() * 0.36, above.height())
        right = QRectF(left.right() + area.width() * 0.06, above.y(), above.width() * 0.58, above.height())
        self.chairs.setGeometry(mirror(left, area, mirrored=self.mirrored).toAlignedRect())
        parts: list[Part] = [*self.warnings, self.question, self.turn, self.ready, self.learns]
        place = mirror(right, area, mirrored=self.mirrored)
        stack(parts, place, scale, 22, middle=True, mirrored=self.mirrored)


class Options(Screen):
    """The cards; one tap, a letter or a number wishes for one of them."""

    def __init__(self, plan: Plan, told: Told, parent: QWidget) -> None:
        super().__init__(plan, parent)
        self.told = told
        self.question = Said(told.question, 40, self, bold=True)
        self.question.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        hint = tr("Tap one, or press its letter or its number. We ask “Sure?” before it goes in the box.")
        self.hint = Said(hint, 19, self, colour="slate")
        self.rush = Said(tr("There is no rush."), 17, self, colour="slate")
        self.cards = [Card(face, self) for face in plan.faces]
        for card, choice in zip(self.cards, told.choices, strict=True):
            card.clicked.connect(lambda _checked=False, place=choice.place: self.wished.emit(place))

    def first(self) -> QWidget:
        return self.question

    def key(self, sign: str) -> None:
        numbers = {str(at + 1): one.place for at, one in enumerate(self.told.choices[:-2])}
        places = {**numbers, **{one.sign: one.place for one in self.told.choices}}
        if sign in places:
            self.wished.emit(places[sign])

    def arrange(self) -> None:
        plan = self.plan
        stack([self.question, self.hint], plan.head, plan.scale, 6, middle=False, mirrored=self.mirrored)
        stack([self.rush], plan.foot, plan.scale, 0, middle=False, mirrored=self.mirrored)
        for card, place in zip(self.cards, plan.places, strict=True):
            card.setGeometry(mirror(place, plan.area, mirrored=self.mirrored).toAlignedRect())


class Sure(Screen):
    """Asks once more, with what was chosen before one's eyes."""

    def __init__(self, plan: Plan, face: Face, parent: QWidget) -> None:
        super().__init__(plan, parent)
        passes = face.choice.place is None
        self.asked = Said(tr("Sure?"), 44, self, bold=True)
        self.shown = Shown(face, self)
        words = tr("You pass. Nothing goes in the box.") if passes else tr("You choose this.")
        self.words = Said(words, 22, self)
        self.yes = Press(tr("Yes, I pass") if passes else tr("Yes, put it in the box"), self, size=24, leads_on=True)
        self.no = Press(tr("No, choose again"), self, size=20)
        self.yes.clicked.connect(self.went_on)
        self.no.clicked.connect(self.not_so)

    def first(self) -> QWidget:
        return self.yes

    def arrange(self) -> None:
        plan = self.plan
        self.shown.setGeometry(mirror(plan.sure, plan.area, mirrored=self.mirrored).toAlignedRect())
        beside = QRectF(plan.sure.right() + plan.area.width() * 0.06, plan.area.y(), 0, plan.area.height())
        beside.setRight(plan.area.right())
        parts: list[Part] = [self.asked, self.words, self.yes, self.no]
        place = mirror(beside, plan.area, mirrored=self.mirrored)
        stack(parts, place, plan.scale, 24, middle=True, mirrored=self.mirrored)


class Thanks(Screen):
    """The same for everybody, whether something went in the box or not."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(plan, parent)
        self.chairs = ChairsAndBox(self)
        self.thanks = Said(tr("Thank you."), 44, self, bold=True)
        self.token = Said(tr("Drop your token in the bowl. Please pass the laptop on."), 24, self)
        self.done = Press(tr("Cover the screen"), self, size=24, leads_on=True)
        self.done.clicked.connect(self.went_on)

    def first(self) -> QWidget:
        return self.done

    def key(self, sign: str) -> None:
        del sign
        self.went_on.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.went_on.emit()

    def arrange(self) -> None:
        area = self.plan.area
        left = QRectF(area.x(), area.y(), area.width() * 0.36, area.height())
        right = QRectF(left.right() + area.width() * 0.06, area.y(), area.width() * 0.58, area.height())
        self.chairs.setGeometry(mirror(left, area, mirrored=self.mirrored).toAlignedRect())
        parts: list[Part] = [self.thanks, self.token, self.done]
        place = mirror(right, area, mirrored=self.mirrored)
        stack(parts, place, self.plan.scale, 24, middle=True, mirrored=self.mirrored)


class Still(Screen):
    """Asks whether somebody is there; any key or tap says so, and what was there comes back."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(plan, parent)
        self.asked = Said(tr("Still there?"), 96, self, bold=True)
        self.how = Said(tr("Press any key, or tap."), 30, self)
        self.here = Press(tr("I am here"), self, size=24, leads_on=True)

    def first(self) -> QWidget:
        return self.here

    def arrange(self) -> None:
        parts: list[Part] = [self.asked, self.how, self.here]
        stack(parts, self.plan.area, self.plan.scale, 24, middle=True, mirrored=self.mirrored)


class Field(QLineEdit):
    """The phrase, typed unseen; nothing of it can be copied, undone or dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(tr("The facilitator's phrase"))
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def tall(self, width: float, scale: float) -> float:
        """Tell how tall the field is at a width in pixels."""
        del width
        return max(48.0, 44 * scale)

    def wide(self, room: float, scale: float) -> float:
        """Tell how wide the field is, where there is so much room."""
        return min(room, 420 * scale)

    def put(self, rect: QRectF, scale: float) -> None:
        """Stand in a place."""
        del scale
        self.setGeometry(rect.toAlignedRect())


class AskPhrase(Screen):
    """Asks for the facilitator's phrase; a wrong one leads back to the cover."""

    said = Signal(str)

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(plan, parent)
        self.asked = Said(tr("For the facilitator"), 36, self, bold=True)
        self.words = Said(tr("Type the phrase that was set when the box was opened."), 20, self)
        self.field = Field(self)
        self.go = Press(tr("Leave the voting screen"), self, size=20, leads_on=True)
        self.back = Press(tr("Back to the cover"), self, size=20)
        self.field.returnPressed.connect(self._say)
        self.go.clicked.connect(self._say)
        self.back.clicked.connect(self.not_so)

    def _say(self) -> None:
        words = self.field.text()
        self.field.clear()
        self.said.emit(words)

    def first(self) -> QWidget:
        return self.field

    def arrange(self) -> None:
        parts: list[Part] = [self.asked, self.words, self.field, self.go, self.back]
        stack(parts, self.plan.area, self.plan.scale, 20, middle=True, mirrored=self.mirrored)
