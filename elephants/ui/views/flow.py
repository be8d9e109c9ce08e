"""Lets words of several sizes flow down a screen and on to further pages, nothing smaller than 52 and nothing cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from PySide6.QtCore import QRectF

from elephants.ui.parts.fit import break_lines, splits
from elephants.ui.parts.paint import icon_picture
from elephants.ui.style import font
from elephants.ui.views.canvas import LARGEST, LINES, QUESTION, SMALLEST
from elephants.ui.views.stage import Stage

_LEADING, _BOLD_LEADING, _STEP = 1.2, 1.14, 0.96
_ICON, _BAR, _INSET = 1.25, 14.0, 60.0
_TURNED = {"arrow-right": "arrow-left"}  # onward is the way we read
_AIR = 0.36  # above a line, of its size
_MIDDLE = 0.42  # what looks like the middle lies a little above it


@dataclass(frozen=True)
class Line:
    """One thing to read: its words, how large they stand when there is room, and a sign before them."""

    words: str
    size: float = LINES
    bold: bool = False
    colour: str = "ink"
    icon: str = ""
    added: bool = False
    """Added because some of us need it: a plum bar runs beside it."""
    close: bool = False
    """Stands close below the line before and on the same page, as an answer does."""
    apart: bool = False
    """Stands a little apart from the line before."""

    @cached_property
    def _hash(self) -> int:
        return hash((self.words, self.size, self.bold, self.colour, self.icon, self.added, self.close, self.apart))

    def __hash__(self) -> int:
        return self._hash  # sixty lines are looked up many times in a frame


def large(words: str) -> Line:
    """Say one thing as large as a question."""
    return Line(words, QUESTION, bold=True)


def quiet(words: str, icon: str = "") -> Line:
    """Say something small in slate below what matters."""
    return Line(words, SMALLEST, colour="slate", icon=icon, close=True)


@dataclass(frozen=True)
class _Set:
    """A line broken at its size."""

    line: Line
    size: float
    rows: tuple[str, ...]
    before: float
    """From the edge to the words: a bar, a sign, or where the line above begins that this one stands close to."""
    place: int
    """Which of the lines it is, from 0."""

    @cached_property
    def step(self) -> float:
        return self.size * (_BOLD_LEADING if self.line.bold else _LEADING)

    @cached_property
    def above(self) -> float:
        air = _AIR * (2.4 if self.line.apart else 1.0)
        return 8.0 if self.line.close else max(20.0, self.size * air)

    @cached_property
    def tall(self) -> float:
        return self.above + self.step * len(self.rows)


def flow(stage: Stage, lines: Sequence[Line], *, whole: bool = False, middle: bool = False) -> None:
    """Write lines into what is left, one below the other, as large as they fit together; else in pages.

    `whole` lets them shrink to 52 before they come in pages, whatever the zoom; `middle` sets them half way down.
    """
    where = QRectF(stage.area)
    least = SMALLEST if whole else stage.smallest()
    pages = _pages(tuple(lines), where.width(), where.height(), stage.zoom, least)
    already = stage.pages > 1  # what stands above is in pages itself: whoever draws has to draw again
    stage.pages = max(stage.pages, len(pages))
    stage.page_of_line = {one.place: number for number in reversed(range(len(pages))) for one in pages[number]}
    if pages:
        if stage.newest >= 0 and not already:
            stage.page = stage.page_of_line.get(stage.newest, 0)
        page = pages[min(stage.page, len(pages) - 1)]
        if middle:
            where.setTop(where.y() + max(0.0, where.height() - _tall(page)) * _MIDDLE)
        _write(stage, page, where)


@lru_cache(maxsize=16)  # a page turned, and the small copy beside the large one, need not be set again
def _pages(
    lines: tuple[Line, ...], width: float, height: float, zoom: float, least: float
) -> tuple[tuple[_Set, ...], ...]:
    return tuple(tuple(page) for page in _dealt(_fitted(lines, width, height, zoom, least), height))


def _fitted(lines: Sequence[Line], width: float, height: float, zoom: float, least: float) -> list[_Set]:
    """Find the largest share of their sizes at which the lines stand together; else all at the smallest."""
    smallest = _set(lines, width, zoom, 0.0, least)
    if _tall(smallest) > height + 0.5:
        return smallest
    share = 1.0
    while share * QUESTION * max(1.0, zoom) > least:
        found = _set(lines, width, zoom, share, least)
        if _tall(found) <= height + 0.5 and not any(_torn(one, width) for one in found):
            return found
        share *= _STEP
    return smallest


def _set(lines: Iterable[Line], width: float, zoom: float, share: float, least: float) -> list[_Set]:
    found = list[_Set]()
    for place, line in enumerate(lines):
        size = max(least, min(line.size * zoom, max(line.size, LARGEST)) * share)
        before = (_INSET if line.added else 0.0) + (size * _ICON if line.icon else 0.0)
        if line.close and found and found[-1].line.icon:
            before = max(before, found[-1].before)
        found.append(_made(line, size, before, width, place))
    return found


@lru_cache(maxsize=4096)  # a line more on the screen leaves all the others as they were
def _made(line: Line, size: float, before: float, width: float, place: int) -> _Set:
    rows = break_lines(line.words, font(100, bold=line.bold), width - before, size)
    return _Set(line, size, tuple(rows), before, place)


def _torn(one: _Set, width: float) -> bool:
    """Whether a word would have to be broken at this size."""
    return splits(one.line.words, font(100, bold=one.line.bold), width - one.before, one.size)


def _tall(sets: Sequence[_Set]) -> float:
    return sum(one.tall for one in sets) - (sets[0].above if sets else 0.0)


def _dealt(sets: Sequence[_Set], height: float) -> Iterator[list[_Set]]:
    """Deal lines to pages: what stands close stays together, what is taller than a page is cut between its rows."""
    page: list[_Set] = []
    used = 0.0
    for group in _groups(sets):
        tall = group[0].tall if len(group) == 1 else sum(one.tall for one in group)
        if page and used + tall > height + 0.5:
            yield page
            page = []
        for one in group:
            if len(group) > 1 and page and used + one.tall > height + 0.5:
                yield page
                page = []
            *before, last = _cut(one, height)
            for piece in before:
                yield [*page, piece]
                page = []
            used = used + last.tall if page else last.tall - last.above  # no air above the first
            page.append(last)
    if page:
        yield page


def _groups(sets: Sequence[_Set]) -> Iterator[list[_Set]]:
    group: list[_Set] = []
    for one in sets:
        if group and not one.line.close:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _cut(one: _Set, height: float) -> list[_Set]:
    if one.tall <= height:
        return [one]  # as nearly always
    most = max(1, int((height + 0.5) / one.step))
    if len(one.rows) <= most:
        return [one]
    return [replace(one, rows=one.rows[at : at + most]) for at in range(0, len(one.rows), most)]


def _write(stage: Stage, page: Sequence[_Set], where: QRectF) -> None:
    y, bar = where.y() - page[0].above, list[tuple[float, float]]()
    for one in page:
        top = y + one.above
        _write_one(stage, one, QRectF(where.x(), top, where.width(), one.tall - one.above))
        y += one.tall
        if one.line.added:
            bar.append((top, y))
    if bar:
        x = where.right() - _BAR if stage.mirrored else where.x()
        top, bottom = bar[0][0], bar[-1][1]
        stage.fill(QRectF(x, top, _BAR, bottom - top), "plum")


def _write_one(stage: Stage, one: _Set, where: QRectF) -> None:
    if one.line.icon:
        side, inset = one.size * 0.86, one.before - one.size * _ICON
        left = where.right() - inset - side if stage.mirrored else where.x() + inset
        colour, icon = stage.palette.colours()[one.line.colour], one.line.icon
        place = QRectF(left, where.y() + (one.step - side) / 2, side, side)
        stage.picture(icon_picture(_TURNED.get(icon, icon) if stage.mirrored else icon, colour), place)
    x = where.x() + (0.0 if stage.mirrored else one.before)
    for number, row in enumerate(one.rows):
        at = QRectF(x, where.y() + number * one.step, where.width() - one.before, one.step)
        stage.write(row, at, one.size, one.line.colour, bold=one.line.bold)
