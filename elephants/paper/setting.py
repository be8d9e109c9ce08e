"""Breaks words into lines: every run in a font that has its letters, and no word ever wider than its place.

Words are set as they are: there is no markup to escape, so nothing a person types can change a paper (PAPER.md, What
breaks it). Costs grow with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field

from elephants.paper import fonts, shaping
from elephants.paper.document import Run, Tone, Words
from elephants.paper.ink import INK, PLUM, SLATE, Colour, Style
from elephants.paper.shaping_levels import in_sight, levels, runs_backwards
from elephants.paper.tagging import TaggedCanvas

_AS_THEY_ARE = nullcontext()
_IN_A_DATE = re.compile(r"(?<=\d) (?=[A-Z]\w+ \d{4}\b)|(?<=[a-z]) (?=\d{4}\b)")


@dataclass(slots=True)
class Stretch:
    """Words in one face and colour, the unit that is drawn."""

    face: fonts.Face
    colour: Colour
    words: str


@dataclass(slots=True)
class SetLine:
    """One line as it will be read, and how wide it came out, in points.

    `shaped` when some of it is not drawn letter by letter; `backwards` when its paragraph is of right-to-left words.
    """

    stretches: list[Stretch] = field(default_factory=list)
    width: float = 0.0
    broken: bool = False  # it ends inside a word
    shaped: bool = False
    backwards: bool = False

    @property
    def words(self) -> str:
        """All its words, in the order they are read in."""
        return "".join([stretch.words for stretch in self.stretches])

    def add(self, face: fonts.Face, colour: Colour, words: str, width: float) -> None:
        """Put words at the end of the line, in one stretch with what stands there if they look alike."""
        last = self.stretches[-1] if self.stretches else None
        if last is not None and last.face is face and last.colour is colour:
            last.words += words
        else:
            self.stretches.append(Stretch(face, colour, words))
        self.width += width


@dataclass(slots=True)
class _Word:
    """Letters that stay together, in as many faces as they need; `spaced` when a space stands before them."""

    parts: list[tuple[fonts.Face, Colour, str, float]]
    width: float
    spaced: bool


def set_words(words: Words, style: Style, width: float) -> list[SetLine]:
    """Break words into lines of at most `width` points; no words give no line."""
    runs = (Run(words),) if isinstance(words, str) else words
    clean = [Run(_IN_A_DATE.sub("\u00a0", fonts.drawable(run.words)), run.tone) for run in runs]
    if all(fonts.in_first_face(run.words) for run in clean) and all(run.words[:1] == " " for run in clean[1:]):
        lines = _set_quickly(clean, style, width)
        if lines is not None:
            return apart(lines)
    lines = apart(_set_carefully(clean, style, width))
    whole = "".join(run.words for run in clean)
    if shaping.needed(whole):
        backwards = runs_backwards(whole)
        for line in lines:
            line.shaped, line.backwards = True, backwards
    return lines


def apart(lines: list[SetLine]) -> list[SetLine]:
    """Put a space nobody sees at the end of every line but the last: a reader goes on there and hears two words."""
    for line in lines[:-1]:
        last = line.stretches[-1]
        if not line.broken and not last.words.endswith(" ") and 0x20 in last.face.widths:
            last.words += " "
    return lines


def _set_quickly(runs: list[Run], style: Style, width: float) -> list[SetLine] | None:
    """Set words that are all in the first face; gives up where one is wider than the line."""
    lines, line = [], SetLine()
    for run in runs:
        face, colour = _dress(run.tone, style)
        scale = style.size / 1000
        space = face.word_width(" ") * scale
        ready: list[str] = []  # the words of this run on this line
        used = line.width + (space if line.stretches else 0.0)
        for word in filter(None, run.words.split(" ")):
            wide = face.word_width(word) * scale
            if used + wide > width:
                if wide > width:
                    return None
                _close(line, face, colour, ready, used - space)
                if line.stretches:
                    lines.append(line)
                line, ready, used = SetLine(), [], 0.0
            ready.append(word)
            used += wide + space
        _close(line, face, colour, ready, used - space)
    return [*lines, line] if line.stretches else lines


def _close(line: SetLine, face: fonts.Face, colour: Colour, ready: list[str], width: float) -> None:
    if ready:
        lead = " " if line.stretches else ""
        line.add(face, colour, lead + " ".join(ready), 0.0)
        line.width = width


def _set_carefully(runs: list[Run], style: Style, width: float) -> list[SetLine]:
    """Set any words: in the faces that have their letters, broken at a letter where a word is too wide."""
    lines, line = [], SetLine()
    for word in _words(runs, style):
        last = line.stretches[-1].face if line.stretches and word.spaced else None
        gap = last.width(" ", style.size) if last is not None else 0.0
        if line.width + gap + word.width > width and line.stretches:
            lines.append(line)
            line, last, gap = SetLine(), None, 0.0
        if word.width > width:
            *full, line = _chopped(word, style.size, width)
            lines.extend(full)
            continue
        if last is not None:
            line.add(last, line.stretches[-1].colour, " ", gap)
        for part in word.parts:
            line.add(*part)
    return [*lines, line] if line.stretches else lines


def _words(runs: list[Run], style: Style) -> Iterator[_Word]:
    spaced = False
    word: _Word | None = None
    for run in runs:
        bold = style.bold or run.tone == "strong"
        colour = _dress(run.tone, style)[1]
        for number, letters in enumerate(run.words.split(" ")):
            spaced = spaced or bool(number)
            if not letters:
                continue
            if word is not None and spaced:
                yield word
                word = None
            word = word or _Word([], 0.0, spaced)
            for face, part in fonts.faces_of(letters, bold=bold):
                wide = face.shaped_width(part, style.size)
                word.parts.append((face, colour, part, wide))
                word.width += wide
            spaced = False
    if word is not None:
        yield word


def _dress(tone: Tone, style: Style) -> tuple[fonts.Face, Colour]:
    colour = {"plain": style.colour, "strong": INK, "quiet": SLATE, "added": PLUM}[tone]
    return fonts.body(bold=style.bold or tone == "strong"), colour


def _chopped(word: _Word, size: float, width: float) -> list[SetLine]:
    """Cut a word that is wider than its place between any two letters: better broken than off the page."""
    lines = [SetLine()]
    for face, colour, letters, _ in word.parts:
        ready: list[str] = []
        used = lines[-1].width
        for cluster in shaping.clusters(letters) if shaping.needed(letters) else letters:
            wide = face.shaped_width(cluster, size)
            if used + wide > width and used:
                _add_letters(lines[-1], face, colour, "".join(ready), size)
                lines[-1].broken = True
                lines.append(SetLine())
                ready, used = [], 0.0
            ready.append(cluster)
            used += wide
        _add_letters(lines[-1], face, colour, "".join(ready), size)
    return lines


def _add_letters(line: SetLine, face: fonts.Face, colour: Colour, letters: str, size: float) -> None:
    if letters:
        line.add(face, colour, letters, face.shaped_width(letters, size))


def _from_the_left(line: SetLine) -> list[Stretch]:
    """Give what is drawn of a line: its stretches from left to right, in glyphs where their letters need it."""
    words = line.words.rstrip(" ") if line.backwards else line.words
    made: list[Stretch] = []
    for start, end, level in in_sight(levels(words, backwards=line.backwards)):
        parts, at = [], 0
        for stretch in line.stretches:
            part = stretch.words[max(start - at, 0) : max(end - at, 0)]
            at += len(stretch.words)
            if part:
                parts.append(Stretch(stretch.face, stretch.colour, _glyphs(stretch.face, part, level)))
        made.extend(reversed(parts) if level % 2 else parts)
    return made


def _glyphs(face: fonts.Face, words: str, level: int) -> str:
    backwards = bool(level % 2)
    return shaping.glyphs(face.name, words, backwards=backwards).drawn if backwards or shaping.needed(words) else words


def _middle(style: Style) -> float:
    first = fonts.body(bold=style.bold)
    return (first.ascent + first.descent) * style.size


def _edge(lines: list[SetLine], x: float) -> float:
    """Where lines of right-to-left words all begin, beside the longest; 0 where words run to the right."""
    return x + max(line.width for line in lines) if lines and lines[0].backwards else 0.0


def draw_lines(
    canvas: TaggedCanvas, lines: list[SetLine], style: Style, x: float, top: float, right: float = 0.0
) -> None:
    """Draw lines downwards from `top`; with `right` they end there instead of beginning at `x`.

    The page is in ink before and after: to name the colour of every paragraph costs more than to draw its words.
    """
    size, leading, right = style.size, style.leading, right or _edge(lines, x)
    baseline = top - (leading + _middle(style)) / 2
    text = canvas.beginText(x, baseline)
    face, colour = None, INK
    for line in lines:
        if right:
            text.setTextOrigin(right - line.width, baseline)
            baseline -= leading
        stretches = _from_the_left(line) if line.shaped else line.stretches
        last = stretches[-1] if stretches else None
        with canvas.spelled(text, line.words) if line.shaped else _AS_THEY_ARE:
            for stretch in stretches:
                if stretch.face is not face:
                    face = stretch.face
                    text.setFont(face.name, size, leading)
                if stretch.colour is not colour:
                    colour = stretch.colour
                    text.setFillColorRGB(*colour)
                (text.textLine if stretch is last else text.textOut)(stretch.words)
    if colour is not INK:
        text.setFillColorRGB(*INK)
    canvas.drawText(text)
