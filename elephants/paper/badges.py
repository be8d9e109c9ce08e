"""Name badges to cut out: eight to a page, blank or with what people want to be called (METHOD.md, The session).

Names are optional and chosen; nothing else stands on a badge: no group, no day, no role (METHOD.md, Ten promises 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from elephants.paper.cutting import SAFE, corner, cut_marks
from elephants.paper.fitting import largest
from elephants.paper.ink import INK, PAGE_HEIGHT, PAGE_WIDTH, SLATE, Style
from elephants.paper.layout import Told, new_canvas, no_matter
from elephants.paper.marks import draw_logo
from elephants.paper.setting import draw_lines, set_words
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.sessions.session import Session
from elephants.words import tr

A_PAGE = 8
_GRID = (2, 4)  # columns and rows: each badge is an A7
_WIDE, _TALL = PAGE_WIDTH / _GRID[0], PAGE_HEIGHT / _GRID[1]
_INSIDE = _WIDE - 2 * SAFE
_SIZES = (58, 52, 46, 41, 36, 32, 28, 25, 22, 19, 16.5, 14, 12, 10.5, 9)
_HEAD = 30.0  # the height of the line above the name
_CALL = Style(13, 17, colour=SLATE)


def badges_pdf(names: Sequence[str] = (), language: str = "en", *, told: Told = no_matter) -> bytes:
    """Make the whole file in memory: a badge for each name, and blank ones to the end of the page.

    Without names it is one page of blank badges. The same names give the same bytes.
    """
    out = BytesIO()
    canvas = new_canvas(out, tr("Name badges"), language)
    listed = Element("L", canvas.story)
    shown = [name for name in names if name.strip()]
    pages = max(1, -(-len(shown) // A_PAGE))
    for page in range(pages):
        told(page / pages)
        canvas.setFillColorRGB(*INK)
        for place in range(A_PAGE):
            number = page * A_PAGE + place
            within = Element("LBody", Element("LI", listed))
            _badge(canvas, shown[number] if number < len(shown) else "", *corner(place, *_GRID), within)
        with canvas.marked(None):
            cut_marks(canvas, *_GRID)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def names_of(session: Session) -> list[str]:
    """The names people of this space want to be called, by the alphabet: their order tells nothing."""
    return sorted({person.name for person in session.space.people}, key=str.casefold)


def _badge(canvas: TaggedCanvas, name: str, x: float, y: float, within: Element) -> None:
    """Draw one badge with its lower left corner at `x`, `y`; a blank one has a line to write on."""
    top, left = y + _TALL - SAFE, x + SAFE
    with canvas.marked(None):
        draw_logo(canvas, left + 11, top - 11, 22)
    words = set_words(tr("Please call me"), _CALL, _INSIDE - 32)
    with canvas.marked(Element("P", within)):
        draw_lines(canvas, words, _CALL, left + 32, top - 11 + _CALL.leading / 2)
    free = _TALL - 2 * SAFE - _HEAD
    if not name:
        with canvas.marked(None):
            canvas.setLineWidth(1)
            canvas.setStrokeColorRGB(*SLATE)
            canvas.line(left, y + SAFE + 22, left + _INSIDE, y + SAFE + 22)
        return
    style, lines = largest(name, _SIZES, _INSIDE, free, leading=1.15)
    with canvas.marked(Element("P", within)):
        draw_lines(canvas, lines, style, left, y + SAFE + (free + len(lines) * style.leading) / 2)
