"""The recovery sheet: the code that opens a store when its passphrase is forgotten, for a drawer that locks.

Without a QR code: none of the packages we use draws one. The code is short enough to be typed, and a slip is found.
"""

from __future__ import annotations

from datetime import date

from elephants.paper.document import Boxed, Document, Heading, Line, Lines, Text, strong
from elephants.paper.layout import to_pdf
from elephants.words import day_words, tr

_A_LINE = 4
"""Groups of four signs on a line: as many as an eye takes in at once."""
_GAP = "\N{NO-BREAK SPACE}" * 3
_SIZE = 18
"""Points: it is read by somebody who cannot get at what they need."""


def recovery_sheet(code: str, day: date) -> bytes:
    """Make the sheet; it says nothing of the group, so that whoever finds it does not know what it opens."""
    groups = code.split()
    lines = tuple(strong(_GAP.join(groups[at : at + _A_LINE])) for at in range(0, len(groups), _A_LINE))
    blocks = (
        Text(tr("With this code the store opens when the passphrase is forgotten."), lead=True),
        Boxed(tr("The code"), lines),
        Heading(tr("What to do with it"), 2),
        Lines(
            (
                Line(tr("Keep this sheet where you keep keys, and not beside the laptop.")),
                Line(tr("To use it, type the code where the passphrase is asked for.")),
                Line(tr("Small letters will do, and spaces do not matter.")),
                Line(tr("0 is a nought and 1 is a one: no letter O, I, L or U is in it.")),
                Line(tr("A newer sheet makes this one useless. Then tear it up.")),
                Line(tr("Who has this sheet and the laptop can read all that the store keeps.")),
            )
        ),
    )
    return to_pdf(
        Document(
            title=tr("Recovery sheet"), space=tr("Elephants"), kind=tr("recovery sheet"),
            footer=tr("Made on {day}", day=day_words(day)), blocks=blocks, size=_SIZE,
        )
    )  # fmt: skip
