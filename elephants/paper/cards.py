"""Story cards to cut out: A6, four to an A4 page, cut marks, backs mirrored for duplex (LOOK.md, Paper; PAPER.md).

Nothing of a session is on them: a deck is the same whoever draws from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from elephants.paper import fonts
from elephants.paper.cards_face import draw_back, draw_face, longest_that_fits
from elephants.paper.cutting import corner, cut_marks
from elephants.paper.ink import PAGE_HEIGHT
from elephants.paper.layout import Told, new_canvas, no_matter
from elephants.paper.papers import in_a_file_name
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.sessions.decks.deck import Card, Deck
from elephants.sessions.session import Session
from elephants.sessions.stories.stories import first_deck
from elephants.sessions.text import Refused
from elephants.words import tr

A_PAGE = 4
_GRID = (2, 2)  # columns and rows


def cards_pdf(deck: Deck, language: str = "en", *, backs: bool = True, told: Told = no_matter) -> bytes:
    """Make the whole file in memory: each page of four faces and, with `backs`, the page that goes behind it.

    Backs come in the mirrored order of columns, for a printer that turns on the long edge. The same deck gives the
    same bytes. A deck without a card gives one page that says so.
    """
    out = BytesIO()
    canvas = new_canvas(out, tr("{title}: cards to cut out", title=deck.name(language)), language)
    listed = Element("L", canvas.story)
    sheets = [deck.cards[at : at + A_PAGE] for at in range(0, len(deck.cards), A_PAGE)]
    for number, sheet in enumerate(sheets):
        told(number / len(sheets))
        _fronts(canvas, sheet, language, listed)
        if backs:
            _backs(canvas, sheet)
    if not sheets:
        with canvas.marked(Element("P", canvas.story)):
            canvas.drawString(60, PAGE_HEIGHT - 80, fonts.drawable(tr("There is no card in this deck yet.")))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def cards_too_long(deck: Deck, language: str = "en") -> list[Card]:
    """The cards whose words do not fit on a card even in small letters: the paper says that it goes on."""
    return [card for card in deck.cards if not longest_that_fits(card, language)]


def cards_missing(deck: Deck, language: str = "en") -> list[str]:
    """The letters on these cards that no font here can print."""
    return fonts.missing(card.prompt(language) for card in deck.cards)


def deck_of(session: Session, title: str = "") -> Deck:
    """The deck to print for a session: one of its space by its name, else the first deck. Refuses a name not there."""
    own = {deck.title.casefold(): deck.deck for deck in session.space.decks}
    wanted = title.strip().casefold()
    if not wanted or wanted == first_deck().name().casefold():
        return own.get(wanted) or first_deck()
    if wanted not in own:
        raise Refused(tr('There is no deck "{title}" in this space.', title=title[:60]))
    return own[wanted]


def cards_file_name(deck: Deck) -> str:
    """Name the file by its deck."""
    title = in_a_file_name(deck.name())
    return tr("{title}, cards to cut out", title=title or tr("Our cards")) + ".pdf"


def _fronts(canvas: TaggedCanvas, cards: Sequence[Card], language: str, listed: Element) -> None:
    for place, card in enumerate(cards):
        x, y = corner(place, *_GRID)
        draw_face(canvas, card, language, x, y, Element("LBody", Element("LI", listed)))
    with canvas.marked(None):
        cut_marks(canvas, *_GRID)
    canvas.showPage()


def _backs(canvas: TaggedCanvas, cards: Sequence[Card]) -> None:
    """The backs are all alike and say the name of the game: a reader has nothing to hear there."""
    for place in range(len(cards)):
        mirrored = place + 1 if place % 2 == 0 else place - 1
        with canvas.marked(None):
            draw_back(canvas, *corner(mirrored, *_GRID))
    canvas.showPage()
