"""Story cards to cut out: A6, four to an A4 page, cut marks, backs mirrored for duplex (LOOK.md, Paper; PAPER.md).

Nothing of a session is on them: a deck is the same whoever draws from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

from elephants.paper import fonts
from elephants.paper.cards_face import draw_back, draw_face, longest_that_fits
from elephants.paper.ink import INK, PAGE_HEIGHT, PAGE_WIDTH, SLATE
from elephants.paper.layout import Told, new_canvas, no_matter
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.sessions.decks.deck import Card, Deck
from elephants.sessions.session import Session
from elephants.sessions.stories import first_deck
from elephants.sessions.text import Refused
from elephants.words import tr

A_PAGE = 4
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_MARK = 14.0  # points: how long a cut mark is
_EDGE = 11.5  # from the edge of the paper, where most printers reach


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
    title = " ".join(_NOT_IN_A_NAME.sub(" ", deck.name()).split())[:60].strip(" .")
    return tr("{title}, cards to cut out", title=title or tr("Our cards")) + ".pdf"


def _fronts(canvas: TaggedCanvas, cards: Sequence[Card], language: str, listed: Element) -> None:
    for place, card in enumerate(cards):
        x, y = _corner(place)
        draw_face(canvas, card, language, x, y, Element("LBody", Element("LI", listed)))
    with canvas.marked(None):
        _cut_marks(canvas)
    canvas.showPage()


def _backs(canvas: TaggedCanvas, cards: Sequence[Card]) -> None:
    """The backs are all alike and say the name of the game: a reader has nothing to hear there."""
    for place in range(len(cards)):
        mirrored = place + 1 if place % 2 == 0 else place - 1
        with canvas.marked(None):
            draw_back(canvas, *_corner(mirrored))
    canvas.showPage()


def _corner(place: int) -> tuple[float, float]:
    """The lower left corner of a card's place on the page, first the upper row."""
    row, column = divmod(place, 2)
    return column * PAGE_WIDTH / 2, PAGE_HEIGHT / 2 * (1 - row)


def _cut_marks(canvas: TaggedCanvas) -> None:
    """Marks where the two cuts go: at the four edges and a cross in the middle."""
    across, up = PAGE_WIDTH / 2, PAGE_HEIGHT / 2
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(0.7)
    for x, y in ((across, _EDGE), (across, PAGE_HEIGHT - _EDGE - _MARK)):
        canvas.line(x, y, x, y + _MARK)
    for x, y in ((_EDGE, up), (PAGE_WIDTH - _EDGE - _MARK, up)):
        canvas.line(x, y, x + _MARK, y)
    canvas.line(across - _MARK / 2, up, across + _MARK / 2, up)
    canvas.line(across, up - _MARK / 2, across, up + _MARK / 2)
    _scissors(canvas, _EDGE + _MARK + 8, up)


def _scissors(canvas: TaggedCanvas, x: float, y: float) -> None:
    """Small scissors beside the cut, drawn: no font of ours has them."""
    canvas.setStrokeColorRGB(*SLATE)
    canvas.setLineWidth(0.8)
    for side in (1, -1):
        canvas.circle(x + 2, y + 3 * side, 2, stroke=1, fill=0)
        canvas.line(x + 3.6, y + 1.8 * side, x + 12, y - 3 * side)
