"""The space's own decks: bring one in, begin one, change its cards, strike it (METHOD.md, More than One Story)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.base import LIMITS, Refused
from elephants.sessions.decks.deck import LONGEST_PROMPT, MORE, Card
from elephants.sessions.decks.file import FORMS, read_deck
from elephants.sessions.space import Space
from elephants.sessions.stories.decks import OwnDeck, begin_deck, bring_in, remove_deck
from elephants.ui.pages.stories.before import language_words
from elephants.ui.pages.stories.picture import ask_picture
from elephants.ui.parts import dialogs
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.linefield import LineField
from elephants.ui.parts.lines import FOLD, Chip, Line, Lines
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.tabs import tab_on
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


class DeckEditor(QDialog):
    """Lists the decks a group made its own, and the cards of one; each change is kept at once, and can be undone."""

    def __init__(self, desk: Desk, space_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.space_id = desk, space_id
        self.shown: UUID | None = None
        self._numbers: dict[str, int] = {}
        self.setWindowTitle(tr("Your own decks"))
        self._make()
        self._build()
        self._connect()
        self.refresh()

    def _make(self) -> None:
        self.deck = choice(tr("Which deck?"), {}, self)
        self.language = choice(tr("In which language?"), {}, self)
        self.bring = PlainButton(tr("Bring in a file"), "folder-open", parent=self)
        self.new = PlainButton(tr("New deck"), "plus", parent=self)
        self.rename = QuietButton(tr("Rename the deck"), "pencil-simple", parent=self)
        self.remove = QuietButton(tr("Remove the deck"), "trash", parent=self)
        self.about = Words("", "quiet", parent=self)
        self.told = Words("", "told", parent=self)
        self.search = LineField(tr("Find a card by its words"), parent=self)
        self.list = Lines(tr("The cards of this deck"), self)
        self.rest = QWidget(self)
        self.add = AddField(tr("Another card, in the group's words"), tr("Add card"), limit=LONGEST_PROMPT, parent=self)
        self.close_it = PlainButton(tr("Close"), "check", parent=self)

    def _build(self) -> None:
        for box in (self.deck, self.language):
            box.setMinimumContentsLength(14)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setToolTip("")  # a name that a group gave must not be taken for markup
        self.list.setMinimumHeight(px(150))
        body = Scrolled(self)
        body.lay.setSpacing(px(10))
        body.lay.addWidget(Words(tr("Your own decks"), "title", parent=self))
        body.lay.addWidget(Flow(self.deck, self.language, self.bring, self.new))
        body.lay.addWidget(self.about)
        body.lay.addWidget(self.told)
        body.lay.addWidget(self.search)
        body.lay.addWidget(self.list, 1)
        body.lay.addWidget(self.rest, 1)
        body.lay.addWidget(self.add)
        body.lay.addWidget(Flow(self.rename, self.remove, self.close_it, ends=1))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(24), px(20), px(24), px(20))
        lay.addWidget(body)
        self.resize(min(px(860), 1300), min(px(640), 700))

    def _connect(self) -> None:
        self.deck.activated.connect(self._choose)
        self.language.activated.connect(lambda _at: self.refresh())
        self.bring.clicked.connect(self.bring_in)
        self.new.clicked.connect(self._begin)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        self.search.textChanged.connect(lambda _words: self.refresh())
        self.list.acted.connect(self._acted)
        self.add.added.connect(self._add)
        self.close_it.clicked.connect(self.accept)
        for button in (self.bring, self.new, self.rename, self.remove, self.close_it, self.add.button):
            button.setAutoDefault(False)
        self.desk.changed.append(self.refresh)
        self.finished.connect(self._leave)

    def _leave(self) -> None:
        if self.refresh in self.desk.changed:
            self.desk.changed.remove(self.refresh)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)

    # -- what is there -----------------------------------------------------------------------------------------

    @property
    def space(self) -> Space:
        """The live space the decks are of."""
        return next(one for one in self.desk.home.spaces if one.id == self.space_id)

    @property
    def own(self) -> OwnDeck | None:
        """The deck that is shown; the first one where none was chosen or it is gone."""
        decks = self.space.decks
        return next((one for one in decks if one.uid == self.shown), decks[0] if decks else None)

    def refresh(self) -> None:
        """Show the decks of the space and the cards of one."""
        own = self.own
        self.shown = own.uid if own else None
        fill(self.deck, [(one.title, one.uid) for one in self.space.decks], self.shown)
        for part in (self.deck, self.search, self.list, self.add, self.rename, self.remove):
            part.setVisible(own is not None)
        self.rest.setVisible(own is None)
        self.language.setVisible(own is not None and len(own.deck.languages()) > 1)
        if own is None:
            self.about.say(tr("No deck of your own yet. Bring in a file (TOML, CSV or JSON), or begin a new one."))
            return
        languages = own.deck.languages() or ("en",)
        fill(self.language, [(language_words(one), one) for one in languages], self._speaks())
        cards = self._found(own)
        self.about.say(_about(own, len(cards)))
        self.list.tell([self._line(card) for card in cards[-FOLD:]])

    def _speaks(self) -> str:
        """The language the cards are shown and changed in."""
        own = self.own
        languages = own.deck.languages() if own else ()
        chosen = str(self.language.currentData())
        return chosen if chosen in languages else next(iter(languages), "en")

    def _found(self, own: OwnDeck) -> list[Card]:
        wanted = self.search.text().casefold().strip()
        return [card for card in own.deck.cards if wanted in " ".join(card.text.values()).casefold()]

    def _line(self, card: Card) -> Line:
        shelf = tr("Put on the shelf easy") if card.shelf == MORE else tr("Put on the shelf a bit more")
        actions = (
            ("reword", tr("Change the words")), ("shelf", shelf), ("picture", tr("Another picture")),
            ("out", tr("Take it out")),
        )  # fmt: skip
        chips = (Chip(tr("a bit more")),) if card.shelf == MORE else ()
        return Line(self._number(card.id), card.prompt(self._speaks()), chips, actions=actions)

    def _number(self, card_id: str) -> int:
        return self._numbers.setdefault(card_id, len(self._numbers))

    # -- what is done ------------------------------------------------------------------------------------------

    def do(self, thing: T, deed: Callable[Concatenate[T, P], R], *words: P.args, **more: P.kwargs) -> R | None:
        """Do a deed through the desk; says a refusal here and gives None, with nothing lost."""
        try:
            done = self.desk.change(thing, deed, *words, **more)
        except Refused as refusal:
            self.told.say(str(refusal))
            return None
        self.told.say("")
        return done

    def _choose(self, at: int) -> None:
        self.shown = self.deck.itemData(at)
        self.search.setText("")
        self.refresh()

    def bring_in(self) -> None:
        """Ask for a file and bring it in; says how many cards were new and how many were there already."""
        ends = " ".join(f"*{end}" for end in FORMS)
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Bring in a file"), str(Path.home()), tr("Decks of cards ({ends})", ends=ends)
        )
        if not chosen:
            return
        try:
            deck = with_patience(self, tr("Reading the cards"), lambda _told: read_deck(Path(chosen)))
        except Refused as refusal:
            self.told.say(str(refusal))
            return
        if deck is None:
            self.told.say(tr("Stopped. Nothing was brought in."))
        elif done := self.do(self.space, bring_in, deck):
            self.shown, new, there = done
            self.refresh()
            self.told.say(brought_words(new, there))

    def _begin(self) -> None:
        title = dialogs.ask_words(self, tr("New deck"), tr("What is the deck called?"), tr("Begin it"))
        begun = self.do(self.space, begin_deck, title) if title else None
        if begun is not None:
            self.shown = begun
            self.refresh()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self) -> None:
        own = self.own
        if own is not None:
            title = dialogs.ask_words(self, tr("Rename the deck"), "", tr("Rename it"), own.title)
            if title[: LIMITS["space"] + 1]:
                self.do(own, OwnDeck.rename, title)

    def _remove(self) -> None:
        own = self.own
        words = tr("All its cards go from the store. You can undo it until you close the session.")
        if own is not None and dialogs.ask(self, tr("Remove the deck?"), words, tr("Remove it"), tr("Keep it")):
            self.do(self.space, remove_deck, own)
            self.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str) -> None:
        own = self.own
        if own is not None and self.do(own, OwnDeck.add_card, words, self._speaks()) is not None:
            self.add.accept()
            self.search.setText("")

    def _acted(self, number: int, action: str) -> None:
        own = self.own
        card_id = next((key for key, at in self._numbers.items() if at == number), "")
        card = next((one for one in own.deck.cards if one.id == card_id), None) if own else None
        if own is None or card is None:
            return
        if action == "reword":
            self._reword(own, card)
        elif action == "shelf":
            self.do(own, OwnDeck.put_on, card.id, "easy" if card.shelf == MORE else MORE)
        elif action == "picture":
            name = ask_picture(self, card.picture)
            if name:
                self.do(own, OwnDeck.picture, card.id, name)
        else:
            self.do(own, OwnDeck.take_out, card.id)

    def _reword(self, own: OwnDeck, card: Card) -> None:
        """Ask until the words are taken or left as they are."""
        language = self._speaks()
        words, why = card.prompt(language), ""
        while words := dialogs.ask_words(self, tr("Change the words"), why, tr("Change it"), words):
            if self.do(own, _reworded, card.id, words, language):
                break
            why = self.told.text()


def _reworded(own: OwnDeck, card_id: str, words: str, language: str) -> bool:
    own.reword(card_id, words, language)
    return True


def brought_words(new: int, there: int) -> str:
    """Say what came of a file that was brought in."""
    fresh = trn("{n} new card.", "{n} new cards.", new)
    known = trn("{n} was there already.", "{n} were there already.", there)
    return " ".join([fresh, known] if there else [fresh])


def _about(own: OwnDeck, found: int) -> str:
    """Say how many cards there are, how many of them are listed, and the licence they came under."""
    cards = own.deck.cards
    if not cards:
        return tr("There is no card in this deck yet. Write the first one below.")
    said = [trn("{n} card.", "{n} cards.", len(cards))]
    if found < len(cards):
        said.append(trn("{n} has these words.", "{n} have these words.", found))
    if found > FOLD:
        said.append(tr("The last {n} are listed. Find others by their words.", n=FOLD))
    if own.licence:
        said.append(tr("Licence: {licence}.", licence=own.licence))
    return " ".join(said)
