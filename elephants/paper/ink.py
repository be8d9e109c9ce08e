"""The colours and sizes of paper (LOOK.md, Colour, Type, Paper): printable in black and white, clear in grey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


INK = _colour("#1F2A32")
SLATE = _colour("#4A5A66")
CLAY = _colour("#A8481F")
PLUM = _colour("#6B3F73")
SUN = _colour("#F2B632")
HAIR = _colour("#DDD5C8")
WHITE = _colour("#FFFFFF")

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
MARGIN = 51.0


@dataclass(frozen=True, slots=True)
class Style:
    """How words look in one place: size and line height in points, weight, colour, the space around in points."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = INK
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """Every measure of one kind of paper, in points."""

    title: Style
    subtitle: Style
    part: Style
    thing: Style
    detail: Style
    text: Style
    lead: Style
    row: Style
    tag: Style
    words_at: float
    picture: float
    big_picture: float
    row_gap: float
    top: float = 84.0
    bottom: float = 62.0
    turn_over: bool = False

    def smaller(self, share: float) -> Look:
        """The same look with smaller pictures and less space; letters keep their size."""
        leading = self.text.leading if share > 0.75 else self.text.size * 1.3
        return replace(
            self,
            part=replace(self.part, before=self.part.before * share, after=self.part.after * share),
            tag=replace(self.tag, after=self.tag.after * share),
            text=replace(self.text, leading=leading),
            words_at=self.words_at - self.big_picture * (1 - share),
            picture=self.picture * share,
            big_picture=self.big_picture * share,
            row_gap=self.row_gap * share,
        )

    def heading(self, level: Literal[1, 2, 3]) -> Style:
        """The style of a heading of this level."""
        return (self.part, self.thing, self.detail)[level - 1]


MINUTES = Look(
    title=Style(21, 26, bold=True, after=4),
    subtitle=Style(11, 16, colour=SLATE, after=4),
    part=Style(14, 19, bold=True, before=20, after=6),
    thing=Style(16.5, 21, bold=True, before=24, after=3),
    detail=Style(11, 16, bold=True, before=11, after=3),
    text=Style(11, 16, after=4),
    lead=Style(12.5, 18, before=4, after=5),
    row=Style(11, 16, after=3.2),
    tag=Style(11, 16, bold=True, colour=PLUM, after=3),
    words_at=155.0,
    picture=60.0,
    big_picture=60.0,
    row_gap=6.0,
)

OUTCOME = Look(
    title=Style(27, 31, bold=True, after=6),
    subtitle=Style(16, 22.5, colour=SLATE, after=6),
    part=Style(18, 23, bold=True, before=20, after=9),
    thing=Style(18, 23, bold=True, before=14, after=6),
    detail=Style(16, 22.5, bold=True, before=8, after=4),
    text=Style(16, 22.5, after=6),
    lead=Style(16, 22.5, after=6),
    row=Style(16, 22.5, after=4),
    tag=Style(18, 23, bold=True, colour=PLUM, after=9),
    words_at=155.0,
    picture=84.0,
    big_picture=108.0,
    row_gap=9.0,
    turn_over=True,
)


def sized(look: Look, size: float) -> Look:
    """The same look with letters of `size` points; 0 leaves it. Pictures never grow: the words need the room."""
    share = size / look.text.size if size else 1.0
    if share == 1.0:
        return look
    room = min(share, 1.0)
    return replace(
        look,
        subtitle=_grown(look.subtitle, share),
        part=_grown(look.part, share),
        thing=_grown(look.thing, share),
        detail=_grown(look.detail, share),
        text=_grown(look.text, share),
        lead=_grown(look.lead, share),
        row=_grown(look.row, share),
        tag=_grown(look.tag, share),
        title=_grown(look.title, (1 + share) / 2),
        words_at=look.words_at - look.big_picture * (1 - room),
        picture=look.picture * room,
        big_picture=look.big_picture * room,
        row_gap=look.row_gap * room,
    )


def _grown(style: Style, share: float) -> Style:
    room = min(share, 1.0)
    return replace(
        style,
        size=style.size * share,
        leading=style.leading * share,
        before=style.before * room,
        after=style.after * room,
    )
