"""The one window of the facilitator: it holds home or the console, and remembers its place and its zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from elephants.settings import Settings
from elephants.ui.parts.tabs import tab_on
from elephants.ui.style import LARGEST_ZOOM, SMALLEST_ZOOM, dress, moves, palette_for
from elephants.words import tr

USUAL = (1366, 768)
SMALLEST = (900, 600)
ZOOM_STEP = 0.1


class Window(QMainWindow):
    """Holds one page at a time; `may_close` is asked and `leaving` told before it closes."""

    leaving = Signal()

    def __init__(self, home: QWidget, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle(tr("Elephants"))
        self.settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self.stack = QStackedWidget(self)
        self.setCentralWidget(self.stack)
        self.setMinimumSize(*SMALLEST)
        self.show_page(home)
        self._place()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.dress)
        hints.accessibility().contrastPreferenceChanged.connect(self.dress)
        for keys, by in (("Ctrl++", ZOOM_STEP), ("Ctrl+=", ZOOM_STEP), ("Ctrl+-", -ZOOM_STEP), ("Ctrl+0", 0.0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.zoom_by(by))

    def show_page(self, page: QWidget) -> None:
        """Show home or the console."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_home(self, home: QWidget) -> None:
        """Show home, where another page stands in its place; where it is shown the keyboard stays where it is."""
        if self.stack.currentWidget() is not home:
            self.show_page(home)

    def zoom_by(self, by: float) -> None:
        """Make everything larger or smaller, 80 to 200 %; 0 is the usual size."""
        wanted = 1.0 if by == 0 else round(self.settings.zoom + by, 2)
        self.settings.zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, wanted))
        self.dress()

    def choose_colours(self, choice: str) -> None:
        """Show other colours: "light", "dark", "contrast", or with nothing what the computer is set to."""
        self.settings.colours = choice
        self.dress()

    def dress(self) -> None:
        """Give everything the colours and the zoom of the settings."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, palette_for(self.settings.colours), self.settings.zoom, motion=moves())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)

    def _place(self) -> None:
        self.resize(*USUAL)
        place, screen = self.settings.window, QGuiApplication.primaryScreen()
        if place is not None and screen.virtualGeometry().contains(place[0] + 40, place[1] + 40):
            self.setGeometry(*place)
        if self.settings.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.settings.maximised = self.isMaximized()
        if not self.isMaximized():
            shape = self.geometry()
            self.settings.window = (shape.x(), shape.y(), shape.width(), shape.height())
        self.leaving.emit()
        QGuiApplication.setQuitOnLastWindowClosed(True)
        super().closeEvent(event)
