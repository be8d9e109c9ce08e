"""Breaks words into lines: every run in a font that has its letters, and no word ever wider than its place.

Words are set as they are: there is no markup to escape, so nothing a person types can change a paper (PAPER.md, What
breaks it). Costs grow with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from elephants.paper import fonts
from elephants.paper.document import Run, Tone, Words
from elephants.paper.ink import INK, PLUM, SLATE, Colour, Style

_IN_A_DATE = re.compile(r"(?<=\d) (?=[A-Z]\w+ \d{4}\b)|(?<=[a-z]) (?=\d{4}\b)")


@dataclass(slots=True)
class Stretch:
    """Words in one face and colour, the unit that is drawn."""

    face: fonts.Face
    colour: Colour
    words: str
    width: float


@dataclass(slots=True)
class SetLine:
    """One line as it will be printed, and how wide it came out, in points."""

    stretches: list[Stretch] = field(default_factory=list)
    width: float = 0.0


@dataclass(slots=True)
class _Word:
    """Letters that stay together; `spaced` when a space stands before them."""

    parts: list[Stretch]
    width: float
    spaced: bool


def set_words(words: Words, style: Style, width: float) -> list[SetLine]:
    """Break words into lines of at most `width` points; no words give no line."""
    lines: list[SetLine] = []
    line = SetLine()
    for word in _words(words, style):
        gap = line.stretches[-1].face.width(" ", style.size) if word.spaced and line.stretches else 0.0
        if line.width + gap + word.width > width and line.stretches:
            lines.append(line)
            line, gap = SetLine(), 0.0
        if word.width > width:
            *full, line = _chopped(word, style.size, width)
            lines.extend(full)
        else:
            _add(line, word, gap)
    return [*lines, line] if line.stretches else lines


def _words(words: Words, style: Style) -> Iterator[_Word]:
    spaced = False
    word: _Word | None = None
    for run in (Run(words),) if isinstance(words, str) else words:
        bold = style.bold or run.tone == "strong"
        colour = _colour(run.tone, style.colour)
        for number, letters in enumerate(_IN_A_DATE.sub("\u00a0", fonts.drawable(run.words)).split(" ")):
            spaced = spaced or bool(number)
            if not letters:
                continue
            if word is not None and spaced:
                yield word
                word = None
            parts = [Stretch(f, colour, t, f.width(t, style.size)) for f, t in fonts.faces_of(letters, bold=bold)]
            word = word or _Word([], 0.0, spaced)
            word.parts += parts
            word.width += sum([part.width for part in parts])
            spaced = False
    if word is not None:
        yield word


def _colour(tone: Tone, usual: Colour) -> Colour:
    return {"plain": usual, "strong": INK, "quiet": SLATE, "added": PLUM}[tone]


def _add(line: SetLine, word: _Word, gap: float) -> None:
    lead = " " if gap else ""
    for part in word.parts:
        last = line.stretches[-1] if line.stretches else None
        if last is not None and last.face is part.face and last.colour == part.colour:
            last.words += lead + part.words
            last.width += gap + part.width
        elif last is not None and lead:
            last.words += lead
            last.width += gap
            line.stretches.append(part)
        else:
            line.stretches.append(part)
        line.width += gap + part.width
        lead, gap = "", 0.0


def _chopped(word: _Word, size: float, width: float) -> list[SetLine]:
    """Cut a word that is wider than its place at any letter: better broken than off the page."""
    lines = [SetLine()]
    for part in word.parts:
        start, used = 0, lines[-1].width
        for at, letter in enumerate(part.words):
            wide = part.face.width(letter, size)
            if used + wide > width and used:
                _add_part(lines[-1], part, part.words[start:at], size)
                lines.append(SetLine())
                start, used = at, 0.0
            used += wide
        _add_part(lines[-1], part, part.words[start:], size)
    return lines


def _add_part(line: SetLine, part: Stretch, letters: str, size: float) -> None:
    if letters:
        wide = part.face.width(letters, size)
        line.stretches.append(Stretch(part.face, part.colour, letters, wide))
        line.width += wide


def draw_lines(canvas: Canvas, lines: list[SetLine], style: Style, x: float, top: float, right: float = 0.0) -> None:
    """Draw lines downwards from `top`; with `right` they end there instead of beginning at `x`."""
    text = canvas.beginText()
    size, leading = style.size, style.leading
    first = fonts.body(bold=style.bold)
    baseline = top - (leading + (first.ascent + first.descent) * size) / 2
    face: fonts.Face | None = None
    colour: Colour | None = None
    for line in lines:
        text.setTextOrigin(right - line.width if right else x, baseline)
        baseline -= leading
        for stretch in line.stretches:
            if stretch.face is not face:
                face = stretch.face
                text.setFont(face.name, size, leading)
            if stretch.colour is not colour:
                colour = stretch.colour
                text.setFillColorRGB(*colour)
            text.textOut(stretch.words)
    canvas.drawText(text)
