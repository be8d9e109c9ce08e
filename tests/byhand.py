"""Two hands on the real windows: keys and clicks only; what cannot be seen or reached cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QRadioButton, QScrollArea, QWidget

from elephants.ui.parts.patience import Waiting

Key = Qt.Key
Role = QAccessible.Role
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FAR = 90
"""More presses of one key than this to get somewhere is as good as never."""


class Hands:
    """Presses keys and clicks, and counts both; after each, what has the focus must be in sight.

    Widgets are found as a screen reader finds them: by name and role. A dialog is answered while it waits.
    """

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.keys = self.clicks = 0
        self.trail: list[str] = []

    # -- seeing ------------------------------------------------------------------------------------------------

    def front(self) -> QWidget:
        """The window that takes keys and clicks now."""
        return QApplication.activeModalWidget() or self.window

    def focus(self) -> QWidget:
        """What has the focus; fails where nothing has it, or where it cannot be seen."""
        focus = QApplication.focusWidget()
        assert focus is not None, f"nothing has the focus after {self.trail[-4:]}"
        assert focus.window() is self.front(), f"{told(focus)} has the focus behind a window, after {self.trail[-4:]}"
        assert focus.focusPolicy() != Qt.FocusPolicy.NoFocus, f"{told(focus)} cannot show it, after {self.trail[-4:]}"
        assert in_sight(focus), f"{told(focus)} has the focus and is out of sight, after {self.trail[-4:]}"
        return focus

    def all_of(self, role: QAccessible.Role | None = None) -> list[QWidget]:
        """Everything in front that is shown, of one role."""
        shown = [one for one in self.front().findChildren(QWidget) if one.isVisible()]
        return [one for one in shown if role is None or role_of(one) == role]

    def find(self, name: str, role: QAccessible.Role = Role.Button) -> QWidget:
        """The one thing of this name and role that is shown."""
        found = [one for one in self.all_of(role) if name_of(one) == name]
        assert len(found) == 1, f"{len(found)} of {name!r} among {sorted({told(one) for one in self.all_of(role)})}"
        return found[0]

    def says(self, words: str) -> bool:
        """Whether these words can be read somewhere in front."""
        return any(words in name_of(one) for one in self.all_of() if not one.visibleRegion().isEmpty())

    # -- keys --------------------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        """Press a key, as the window system brings it: to a menu, a shortcut, or what has the focus."""
        for _ in range(times):
            self.keys += 1
            self.trail.append(f"{modifier.name if modifier else ''} {key.name}".strip())
            front = self.front()
            QTest.keyClick(self._native(), key, modifier)
            settle()
            if self.front() is front:
                self._look()
            else:  # with no window manager here, nobody gives the keys back to the window behind a dialog
                self.front().activateWindow()

    def page_down(self) -> None:
        """Press Page Down; where the room's screen has more pages it turns those first, as the side says."""
        while any("Page Down shows the next" in name_of(one) for one in self.all_of(Role.StaticText)):
            self.press(Key.Key_PageDown)
        self.press(Key.Key_PageDown)

    def type(self, words: str) -> None:
        """Type words, key by key, into what has the focus."""
        self.trail.append(words)
        for letter in words:
            self.keys += 1
            QTest.keyClicks(self.focus(), letter)

    def enter(self, words: str) -> None:
        """Type words and press Enter."""
        self.type(words)
        self.press(Key.Key_Return)

    def instead(self, words: str) -> None:
        """Type words in the place of all that stands in the field, and press Enter."""
        self.press(Key.Key_A, CTRL)
        self.enter(words)

    def tab_to(self, name: str, role: QAccessible.Role | None = None, *, back: bool = False) -> QWidget:
        """Press Tab until something of this name has the focus."""
        return self._travel(Key.Key_Backtab if back else Key.Key_Tab, SHIFT if back else NO_KEY, name, role)

    def down_to(self, name: str) -> QWidget:
        """Press Down until the row of a list that begins with these words has the focus."""
        return self._travel(Key.Key_Down, NO_KEY, name, None)

    def up_to(self, name: str) -> QWidget:
        """Press Up until the row of a list that begins with these words has the focus."""
        return self._travel(Key.Key_Up, NO_KEY, name, None)

    def _travel(self, key: Qt.Key, modifier: Qt.KeyboardModifier, name: str, role: QAccessible.Role | None) -> QWidget:
        seen: list[str] = []
        for _ in range(FAR):
            focus = self.focus()
            if name_of(focus).startswith(name) and role in (None, role_of(focus)):
                return focus
            seen.append(told(focus))
            self.press(key, modifier)
        raise AssertionError(f"no way to {name!r}: {list(dict.fromkeys(seen))}")

    def choose(self, words: str, opener: Qt.Key = Key.Key_Return) -> None:
        """Open the menu of what has the focus by a key, and choose from it by keys."""
        self.press(opener)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"no menu at {told(self.focus())}"
        wanted = [one for one in menu.actions() if one.text() == words]
        assert len(wanted) == 1, f"{words!r} is not in {[one.text() for one in menu.actions()]}"
        for _ in menu.actions():
            if menu.activeAction() == wanted[0]:
                break
            self.press(Key.Key_Down)
        self.press(Key.Key_Return)

    def pick(self, words: str) -> None:
        """Choose from the list to choose from that has the focus, by Up and Down."""
        box = self.focus()
        assert isinstance(box, QComboBox)
        wanted = box.findText(words)
        assert wanted >= 0, words
        step = wanted - box.currentIndex()
        self.press(Key.Key_Down if step > 0 else Key.Key_Up, times=abs(step))
        assert box.currentText() == words

    # -- clicks ------------------------------------------------------------------------------------------------

    def click(self, name: str, role: QAccessible.Role = Role.Button) -> None:
        """Click in the middle of a thing, through the window: whatever lies on top takes it."""
        self.click_on(self.find(name, role))

    def click_on(self, thing: QWidget) -> None:
        """Click on a thing that was found; rolls the wheel where it is out of sight."""
        self._roll_to(thing)
        at = thing.mapTo(self.front(), _handle(thing))
        top = self.front().childAt(at)
        assert top is not None, f"{told(thing)} is covered"
        assert top is thing or thing.isAncestorOf(top), f"{told(thing)} is covered"
        self.clicks += 1
        self.trail.append(f"click {told(thing)}")
        QTest.mouseClick(self._native(), Qt.MouseButton.LeftButton, NO_KEY, at)
        settle()
        self._look()

    def _roll_to(self, thing: QWidget) -> None:
        for _ in range(FAR):
            if in_sight(thing):
                return
            areas = [one for one in ancestors(thing) if isinstance(one, QScrollArea)]
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            area = next(one for one in areas if one.verticalScrollBarPolicy() != never)
            middle = thing.mapTo(area.viewport(), thing.rect().center())
            turn = QPoint(0, -120 if middle.y() > 0 else 120)
            at = area.viewport().mapTo(self.front(), area.viewport().rect().center())
            QTest.wheelEvent(self._native(), QPointF(at), turn)
            QApplication.processEvents()
        raise AssertionError(f"{told(thing)} cannot be brought into sight")

    # -- dialogs -----------------------------------------------------------------------------------------------

    @contextmanager
    def answering(self, steps: Callable[[], None]) -> Iterator[None]:
        """Answer the dialog that the next gesture opens; it must be closed when the steps are done."""
        trouble: list[BaseException] = []
        asked: list[str] = []
        behind = QApplication.activeModalWidget()  # a dialog may ask too

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog in (None, behind) or not dialog.isActiveWindow() or busy.isSingleShot():
                return
            if isinstance(dialog, Waiting):  # it asks nothing, and goes by itself
                return
            busy.setSingleShot(True)
            try:
                _answer(dialog, steps, asked)
            except BaseException as wrong:  # noqa: BLE001  (a dialog left open would wait for ever)
                trouble.append(wrong)
                dialog.close()
            finally:
                busy.setSingleShot(False)
                busy.start()

        busy = QTimer()
        busy.timeout.connect(look)
        busy.start(0)
        try:
            yield
        finally:
            busy.stop()
            if trouble:
                raise trouble[0]
        assert asked, "nothing was asked"

    # -- within ------------------------------------------------------------------------------------------------

    def _native(self) -> QWindow:
        window = self.front().windowHandle()
        assert window is not None
        return window

    def _look(self) -> None:
        if QApplication.activePopupWidget() is None and self.front().isVisible():
            self.focus()


def _answer(dialog: QWidget, steps: Callable[[], None], asked: list[str]) -> None:
    """Answer a dialog once; it must be closed when the steps are done."""
    assert not asked, f"asked again: {dialog.windowTitle()}"
    asked.append(dialog.windowTitle())
    steps()
    assert not dialog.isVisible(), f"still asks: {dialog.windowTitle()}"


def _handle(thing: QWidget) -> QPoint:
    """Where a hand takes hold of a thing: of a box to tick at the box, else in the middle."""
    middle = thing.rect().center()
    return QPoint(12, middle.y()) if isinstance(thing, QCheckBox | QRadioButton) else middle


def name_of(thing: QWidget) -> str:
    """What a screen reader says of a thing."""
    # On Linux Qt gives the chosen words as the name of a list to choose from.
    return thing.accessibleName() or QAccessible.queryAccessibleInterface(thing).text(QAccessible.Text.Name)


def role_of(thing: QWidget) -> QAccessible.Role:
    """What a screen reader takes a thing for."""
    return QAccessible.queryAccessibleInterface(thing).role()


def told(thing: QWidget) -> str:
    """A thing as a failing test names it."""
    return f"{role_of(thing).name} {name_of(thing)!r}"


def in_sight(thing: QWidget) -> bool:
    """Whether the middle of a thing lies within every frame around it."""
    middle = thing.rect().center()
    return thing.isVisible() and all(above.rect().contains(thing.mapTo(above, middle)) for above in ancestors(thing))


def ancestors(thing: QWidget) -> Iterator[QWidget]:
    """Everything a thing stands in, from the inside out."""
    while not thing.isWindow() and (above := thing.parentWidget()) is not None:
        yield above
        thing = above


def settle() -> None:
    """Let everything that was put off for later find its place: a hand is slow."""
    for _ in range(4):
        QApplication.processEvents()
