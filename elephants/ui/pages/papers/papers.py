"""The papers of a session, from any state of it: choose, look at the pages, save, open and print them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from elephants.desk import Desk
from elephants.making import Checked, Made
from elephants.paper.outcome import owners, picture_rows
from elephants.paper.papers import document
from elephants.paper.wanted import Wanted
from elephants.sessions.activity import AGREED, Activity
from elephants.sessions.base import Refused
from elephants.sessions.outcome_sheet import OutcomeSheet
from elephants.sessions.record.readlines import lines
from elephants.sessions.record.record import correct
from elephants.sessions.stories.stories import first_deck
from elephants.sessions.wordcheck.record import reword
from elephants.ui.maker import Maker
from elephants.ui.pages.base import Page
from elephants.ui.pages.papers.choices import PRESETS, Choice, more, named
from elephants.ui.pages.papers.easy import EasyPart
from elephants.ui.pages.papers.files import read_out
from elephants.ui.pages.papers.forms import FormsPart
from elephants.ui.pages.papers.out import OutPart
from elephants.ui.pages.papers.pictures import PicturesPart
from elephants.ui.pages.papers.sides import Sides
from elephants.ui.pages.papers.words import WordsPart
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.pagesview import PagesView
from elephants.ui.parts.pickcard import PickCard
from elephants.ui.parts.tabs import order
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

P = ParamSpec("P")


class PapersPage(Page[Activity]):
    """Shows a paper as it will be printed, beside what can be chosen; the words are looked through before."""

    left = Signal()

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.made: Made | None = None
        self.wanted: tuple[Wanted, ...] = ()
        self.maker = Maker(self)
        self._wished: object = None
        self._looked: object = None
        self.title = Words(tr("Papers"), "big", parent=self)
        self.state = Words("", "quiet", parent=self)
        self.words = WordsPart(self)
        self._more = tuple(more(looking=not desk.store.writing))
        self.choices: dict[str, Choice] = {one.key: one for one in (*PRESETS, *self._more)}
        self.cards = {
            one.key: PickCard(tr(one.name), tr(one.sentence), one.icon, self) for one in self.choices.values()
        }
        self.chosen = self.choices["easy"]
        self.rest = PlainButton(tr("More papers"), "caret-down", parent=self)
        self.forms, self.easy, self.pictures = FormsPart(self), EasyPart(self), PicturesPart(self)
        self.pages = PagesView(self)
        self.sides = Sides(self.pages, self)
        self.out = OutPart(self)
        self.save, self.open, self.print = self.out.save, self.out.open, self.out.print
        self._build()
        for part in () if desk.store.writing else (self.words, self.easy.readers, self.easy.change):
            part.hide()  # who only looks changes nothing
        self._connect()
        order(self.words.button, *(self.cards[one.key] for one in PRESETS), self.forms, self.easy, self.pictures,
              self.rest, *(self.cards[one.key] for one in self._more), self.pages, self.out)  # fmt: skip
        self.setFocusProxy(self.cards["easy"])

    @property
    def outcome(self) -> PickCard:
        """The choice of the outcome sheet."""
        return self.cards["easy"]

    @property
    def minutes(self) -> PickCard:
        """The choice of the minutes."""
        return self.cards["shared"]

    @property
    def pdf(self) -> bytes:
        """The pages that are shown; empty while they are made, and for a file without pages."""
        made = self.made is not None and self.wanted[0].form == "pdf"
        return self.made.files[0] if self.made is not None and made else b""

    # -- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        lay = self.sides.lay
        lay.setSpacing(px(8))
        lay.setContentsMargins(0, 0, px(8), 0)
        parts = (self.title, self.state, self.words, *(self.cards[one.key] for one in PRESETS), self.forms, self.easy,
                 self.pictures, Flow(self.rest, parent=self), *(self.cards[one.key] for one in self._more))  # fmt: skip
        for place, part in enumerate(parts):
            lay.insertWidget(place, part)
        lay.insertStretch(len(parts), 0)
        for one in self._more:
            self.cards[one.key].hide()
        self.rest.setVisible(bool(self._more))
        self.rest.setCheckable(True)
        self.pictures.hide()
        self.lay.setSpacing(px(8))
        self.lay.addWidget(self.sides, 1)
        self.lay.addWidget(self.out)

    def _connect(self) -> None:
        for key, card in self.cards.items():
            card.clicked.connect(lambda _on=False, key=key: self.choose(key))
        self.rest.clicked.connect(lambda: self.show_more(on=self.rest.isChecked()))
        self.out.said.connect(self.said)
        for asked in (self.easy.asked, self.forms.asked):
            asked.connect(lambda: self.choose(self.chosen.key))
        self.easy.checked.connect(lambda on: self._ready(OutcomeSheet.check, on))
        self.easy.pictures.connect(lambda: self._change_pictures(on=True))
        self.pictures.left.connect(lambda: self._change_pictures(on=False))
        self.pictures.chosen.connect(lambda line, name: self._ready(OutcomeSheet.choose_picture, line, name))
        self.words.changed.connect(self._reword)
        self.maker.made.connect(self._show)
        self.maker.checked.connect(self._tell_words)
        self.maker.told.connect(self.pages.tell)
        self.maker.refused.connect(self._not_made)
        self.pages.stopped.connect(self._stop)
        self.pages.again.connect(lambda: self._make(anew=True))

    # -- choosing ----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        agreed = self.session.state == AGREED
        self.state.say(
            tr("The room has agreed this record. Thank you.")
            if agreed
            else tr("Every page says: Draft, not yet read back.")
        )
        self.choose(self.chosen.key)

    def go_back(self) -> bool:
        self.left.emit()
        return True

    def choose(self, key: str) -> None:
        """Show another of the choices, with what can be asked of it; the same wish again does nothing."""
        self.chosen = self.choices[key]
        for other, card in self.cards.items():
            card.setChecked(other == key)
        self._put_below(self.cards[key if self.chosen not in PRESETS else PRESETS[-1].key], self.forms)
        self.forms.tell(self.chosen, self._decks())
        self.easy.setVisible(key == "easy")
        if key == "easy":
            self._tell_easy()
        else:
            self._change_pictures(on=False, land=False)
        self.wanted = self.forms.wanted(self.chosen, size=self.easy.size_of_letters, name=self.easy.name)
        self._make()

    def show_more(self, *, on: bool) -> None:
        """Show every other paper, or put them away; the one that is chosen stays."""
        self.rest.setChecked(on)
        self.rest.say(tr("Fewer papers") if on else tr("More papers"), "caret-up" if on else "caret-down")
        for one in self._more:
            self.cards[one.key].setVisible(on or one is self.chosen)

    def _put_below(self, above: QWidget, part: QWidget) -> None:
        """Put what can be asked of a paper below it; of the three ways, below all three."""
        lay = self.sides.lay
        if lay.indexOf(part) != lay.indexOf(above) + 1:
            lay.removeWidget(part)
            lay.insertWidget(lay.indexOf(above) + 1, part)

    def _decks(self) -> list[str]:
        return [first_deck().name(), *(deck.title for deck in self.session.space.decks)]

    def _tell_easy(self) -> None:
        sheet = self.session.outcome_sheet
        self.easy.tell(owners(self.session), checked=sheet is not None and sheet.checked)
        if not self.pictures.isHidden():
            self.pictures.tell(picture_rows(document(self.session, "outcome", name=self.easy.name)))

    def _change_pictures(self, *, on: bool, land: bool = True) -> None:
        """Show the lines with their pictures above the pages, or put them away."""
        self.pictures.setVisible(on)
        self.easy.change.setEnabled(not on)
        if on:
            self._tell_easy()
        if land:
            onto = self.pictures.rows[0] if on and self.pictures.rows else self.easy.change
            onto.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ready(self, deed: Callable[Concatenate[OutcomeSheet, P], None], *words: P.args, **more: P.kwargs) -> None:
        """Keep how the sheet is made ready; the page draws itself again by the news."""
        sheet = self.session.outcome_sheet
        if sheet is not None:
            self.do(sheet, deed, *words, **more)
        self._tell_easy()

    def _reword(self, key: object, words: str) -> None:
        """Write a line in other words: in the draft, or as a correction of what the room has agreed."""
        session, row = self.session, self.words.row(key)
        line = next((one for one in lines(session) if one.key == key), None)
        if line is None or row is None:
            return
        if session.state == AGREED:
            why = self.tried(session.space, correct, session, line, words, self.desk.today())
        else:
            why = self.tried(session, reword, line, words)
        row.say(why)

    # -- making ------------------------------------------------------------------------------------------------

    def _make(self, *, anew: bool = False) -> None:
        turn = (self.session.id, self.desk.turn)
        if not anew and (self.wanted, turn) == self._wished:
            return
        look = anew or turn != self._looked
        self._wished = (self.wanted, turn)
        self.made = None
        self._wake()
        try:
            self.maker.wish(self.desk, self.session, self.wanted, look=look)
        except Refused as refusal:
            self._not_made(str(refusal))
            return
        if self.maker.long or not self.pages.pdf:
            self.pages.wait(tr("Making the pages"))

    def _show(self, made: Made) -> None:
        self.made = made
        form = self.wanted[0].form
        if form == "pdf":
            self.pages.show_pdf(made.files[0])
        else:
            self.pages.show_words(read_out(made.files[0], form))
        self._wake()
        self.said.emit(" ".join(made.said))

    def _tell_words(self, checked: Checked) -> None:
        self._looked = (self.session.id, self.desk.turn)
        self.words.tell(checked)

    def _stop(self) -> None:
        self.maker.stop()
        self._looked = None
        self._not_made(tr("Stopped. The pages are not made."))

    def _not_made(self, why: str) -> None:
        self.pages.stop(why)
        self.pages.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wake(self) -> None:
        """Let a paper be saved and printed once it is made."""
        names = [named(self.session, one) for one in self.wanted]
        self.out.tell(self.made, names, self.wanted[0].form)
