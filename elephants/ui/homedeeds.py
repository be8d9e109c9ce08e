"""What is done from home: a space begins, somebody asks for an item, a session is prepared, decks are looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from elephants.sessions.text import Refused
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.sessions.space import Space
    from elephants.ui.home import Home


class HomeDeeds(QObject):
    """Does what home asks for, through the desk; what is refused is said in the note of home.

    `desk` gives the desk, which is built when it is first needed; `show_space` shows another space.
    """

    def __init__(self, home: Home, desk: Callable[[], Desk], show_space: Callable[[int], None]) -> None:
        super().__init__(home)
        self.home, self._desk, self._show_space = home, desk, show_space
        home.new_space.connect(self.new_space)
        home.item_added.connect(self.add_item)
        home.add.slip_wanted.connect(self.add_slip)
        home.plan_wanted.connect(self.plan)
        home.decks_wanted.connect(self.show_decks)
        home.rail.past_wanted.connect(self.bring_past)
        home.rail.history_wanted.connect(self.show_history)
        home.undo_wanted.connect(self.undo)

    def tried(self, act: Callable[[], object]) -> bool:
        """Do something; says why it is refused, and gives False."""
        try:
            act()
        except Refused as refusal:
            self.home.note.say(str(refusal))
            return False
        self.home.note.say("")
        return True

    def new_space(self, name: str) -> None:
        """Begin a space and show it."""
        from elephants.sessions.space import Home as Root

        if self.tried(lambda: self._desk().change(self._desk().home, Root.new_space, name)):
            self.home.begin.accept()
            self._show_space(self._desk().home.spaces[-1].id)

    def add_item(self, title: str, purpose: str, openness: str | None) -> None:
        """Put what somebody wants to talk about on the next agenda."""
        from elephants.sessions.agenda.agenda import ask_for

        space = self._space()
        if space is not None and self.tried(lambda: self._desk().change(space, ask_for, title, purpose, openness)):
            self.home.add.accept()

    def add_slip(self) -> None:
        """Ask for a learning slip and keep it, unsigned, for the next learning session; "" says it was left."""
        from elephants.sessions.learning.learned import add_slip
        from elephants.ui.parts.dialogs import ask_words

        space, text, why = self._space(), "", tr("One line for the next learning session. No name is kept.")
        while space is not None:
            text = ask_words(self.home, tr("A learning slip"), why, tr("Keep it"), text)
            if not text:
                return
            try:
                self._desk().change(space, add_slip, text, self._desk().chance)
            except Refused as refusal:
                why, space = str(refusal), self._space()
            else:
                self.home.note.say(tr("Kept for the next learning session. Nobody can see whose it is."))
                return

    def plan(self, like: int = 0) -> None:
        """Ask for day and time, and prepare a session; `like` is the id of one that it is to be like."""
        from elephants.ui.plandialog import PlanDialog

        space = self._space()
        if space is not None:
            PlanDialog(self._desk().today(), self.home.window()).plan(self._desk(), space.id, like)

    def show_decks(self) -> None:
        """Open the story cards that the group made its own."""
        from elephants.ui.pages.stories.editor import DeckEditor

        space = self._space()
        if space is not None:
            self._desk().unfold(space.id)
            editor = DeckEditor(self._desk(), space.id, self.home.window())
            editor.exec()
            editor.deleteLater()

    def bring_past(self) -> None:
        """Open what brings old minutes in, and takes them away again."""
        from elephants.ui.bringing import BringingDialog

        space = self._space()
        if space is not None:
            self._desk().unfold(space.id)
            dialog = BringingDialog(self._desk(), space.id, self.home.window())
            dialog.exec()
            dialog.deleteLater()

    def show_history(self) -> None:
        """Show the history in the place of home, until it is left."""
        from elephants.ui.history.showing import Showing
        from elephants.ui.parts.tabs import land
        from elephants.ui.window import Window

        window, space = self.home.window(), self._space()
        if isinstance(window, Window) and space is not None:
            showing = Showing(window, self._desk, space.id, self._desk().today())
            showing.left.connect(lambda: window.show_page(self.home))
            showing.left.connect(lambda: land(self.home, self.home.start))
            showing.session_wanted.connect(self.home.open_wanted)

    def undo(self) -> None:
        """Take back the last thing that was done from home."""
        self.tried(self._desk().undo)

    def _space(self) -> Space | None:
        seen = self.home.seen
        if seen is None or seen.space is None:
            return None
        return next((one for one in self._desk().home.spaces if one.id == seen.space.id), None)
