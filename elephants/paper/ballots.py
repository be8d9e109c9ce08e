"""Ballot slips to cut out and fold: one question, its options with letter and picture, and *I'm not sure*.

A slip holds no name, no day and no number, and all slips of a page are alike (METHOD.md, CHOOSE: paper slips).
"""

from __future__ import annotations

from io import BytesIO

from elephants.paper.ballots_face import Offered, SetSlip, Slip, draw_slip, fits
from elephants.paper.cutting import corner, cut_marks
from elephants.paper.ink import INK
from elephants.paper.layout import new_canvas
from elephants.pictures.library import choose_apart
from elephants.sessions.deciding.result import LETTERS
from elephants.sessions.decision import Decision
from elephants.sessions.session import Session
from elephants.words import tr

BLANK = 3
"""How many options a blank form has: A to C."""
_STEPS = (
    ((2, 2), 16, 40), ((2, 2), 14, 34), ((1, 2), 18, 46), ((1, 2), 16, 38), ((1, 2), 14, 30), ((1, 2), 14, 22),
    ((1, 1), 20, 60), ((1, 1), 18, 50), ((1, 1), 16, 40), ((1, 1), 14, 30), ((1, 1), 12, 24), ((1, 1), 10.5, 20),
    ((1, 1), 9, 18), ((1, 1), 8, 16),
)  # fmt: skip
"""Columns and rows of slips on a page, letters and pictures in points: many slips where large letters allow it."""


def ballots_pdf(decision: Decision | None = None, language: str = "en") -> bytes:
    """Make one page of slips for a decision that has options, else of blank ones: A to C and *I'm not sure*.

    As many to a page as letters of 14 points or more allow, at most four. More slips are more copies of the page.
    """
    out = BytesIO()
    canvas = new_canvas(out, tr("Ballot slips"), language)
    slip, (columns, rows) = _fitted(_slip(decision))
    canvas.setFillColorRGB(*INK)
    for place in range(columns * rows):
        # a reader hears one slip: the others are the same
        draw_slip(canvas, slip, *corner(place, columns, rows), canvas.story if place == 0 else None)
    with canvas.marked(None):
        cut_marks(canvas, columns, rows)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def decision_of(session: Session, key: int = 0) -> Decision | None:
    """The decision to print for a session: the one with this id, else the one in hand, else one still to be made.

    None where no decision has options.
    """
    able = [one for one in session.decisions if one.options]
    now = session.now.decision if session.now is not None else None
    in_turn = [
        *(one for one in able if one.id == key),
        *(one for one in able if one is now),
        *(one for one in able if one.ending is None),
        *reversed(able),
    ]
    return next(iter(in_turn), None)


def too_long(decision: Decision | None) -> bool:
    """Whether the words of a decision are more than a slip as large as a page can hold."""
    return not _fitted(_slip(decision))[0].whole


def _slip(decision: Decision | None) -> Slip:
    if decision is None or not decision.options:
        letters = (Offered(letter) for letter in LETTERS[:BLANK])
        return Slip("", (*letters, _not_sure()))
    texts = [option.text for option in decision.options]
    offered = (
        Offered(letter, words, picture)
        for letter, words, picture in zip(LETTERS, texts, choose_apart(texts), strict=False)
    )
    return Slip(decision.question, (*offered, _not_sure()))


def _not_sure() -> Offered:
    return Offered("?", tr("I'm not sure"), "question")


def _fitted(slip: Slip) -> tuple[SetSlip, tuple[int, int]]:
    for grid, size, picture in _STEPS:
        made = fits(slip, grid, size, picture)
        if made.whole:
            break
    return made, grid
