"""The result in one calm moment: what most of us chose, large; the other options quiet below, all alike (LOOK.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.sessions.deciding.deciding import LAST_SPLIT, Deciding
from elephants.sessions.deciding.result import NUMBERS
from elephants.sessions.decision import Decision
from elephants.ui.parts.fit import break_lines
from elephants.ui.style import font
from elephants.ui.views.canvas import GAP, LARGEST, QUESTION, QUESTION_LEADING, SMALLEST, How
from elephants.ui.views.scene import Scene, top
from elephants.ui.views.stage import Stage
from elephants.words import tr

_BELOW = 0.4  # of the height is the most that the quiet options may take beside what matters
_HEADING, _BESIDE = 76.0, 36.0
_RING, _NEAR, _FAR, _LEADING = 1.3, 20.0, 64.0, 1.2


@dataclass(frozen=True)
class Quiet:
    """One option of those that stand below: its letter and its words, with its total where that is told."""

    letter: str
    words: str


@dataclass(frozen=True)
class Result(Scene):
    """What came of choosing: said large, with letter and picture where something was chosen."""

    said: str = ""
    letter: str = ""
    drawing: str = ""
    below: tuple[Quiet, ...] = ()

    def spoken(self) -> str:
        below = (tr("{letter}: {option}", letter=one.letter, option=one.words) for one in self.below)
        said = (self.label, self.heading, self.said.replace("\n", " "), *below, self.small)
        return " ".join(words for words in said if words)


def revealed(activity: Deciding) -> Result:
    """Tell what most of us chose: in words the same for every tally, in numbers with the totals."""
    poll = activity.poll
    texts = [option.text for option in poll.options]
    at = texts.index(poll.chosen)
    below = _totals(poll) or tuple(one for one in _options(poll) if one.words != poll.chosen)
    return Result(
        label=poll.question,
        heading=tr("Most of us chose"),
        small="" if _totals(poll) else tr("No numbers here, so that nobody is singled out."),
        said=poll.chosen,
        letter=poll.options[at].letter,
        drawing=choose_apart(texts)[at],
        below=below,
    )


def split(activity: Deciding) -> Result:
    """Tell that we are split, and what comes now."""
    poll = activity.poll
    said, small = tr("We are split.\nLet us hear more."), ""
    if activity.may_deepen:
        said, small = tr("We are split."), tr("Shall we go deeper, or leave it for later?")
    elif poll.splits >= LAST_SPLIT:
        said, small = tr("We are split."), tr("We leave it for later, with a day and a next step.")
    return Result(label=poll.question, said=said, small=small, below=_totals(poll))


def _options(poll: Decision) -> tuple[Quiet, ...]:
    named = (Quiet(option.letter, option.text) for option in poll.options)
    return (*named, Quiet("?", tr("I'm not sure")))


def _totals(poll: Decision) -> tuple[Quiet, ...]:
    """Each option with its total, where the room settled before that the result is written in numbers."""
    if poll.form != NUMBERS or poll.totals is None:
        return ()
    numbers = [*poll.totals["options"], poll.totals["not_sure"]]
    told = zip(_options(poll), numbers, strict=False)
    return tuple(Quiet(one.letter, tr("{option}: {n}", option=one.words, n=n)) for one, n in told)


def draw_result(stage: Stage, scene: Result) -> None:
    """Draw the result; options that leave it too little room come on pages of their own."""
    if scene.small:
        stage.small(scene.small)
    if scene.label:
        top(stage, scene.label, SMALLEST * 1.15 / max(1.0, stage.zoom / 1.4), 0.3, colour="slate")
    rows = _rows(scene.below, stage)
    tall = sum(row.tall for row in rows)
    if tall <= stage.area.height() * _BELOW:
        area = QRectF(stage.area)
        stage.area.setTop(area.bottom() - tall)
        _write_rows(stage, rows)
        stage.area = area.adjusted(0, 0, 0, -tall - (GAP if rows else 0))
        _draw_said(stage, scene)
        return
    pages = _dealt(rows, stage.area.height())
    stage.pages = max(stage.pages, 1 + len(pages))
    if stage.page == 0:
        _draw_said(stage, scene)
    else:
        _write_rows(stage, pages[min(stage.page, len(pages)) - 1])


def _draw_said(stage: Stage, scene: Result) -> None:
    """Draw what was chosen half way down, its picture where reading begins; or what is said where nothing was."""
    if not scene.drawing:
        stage.text(scene.said, QUESTION, bold=True, how=How(QUESTION_LEADING, middle=True, whole=True))
        return
    beside, words = stage.columns(0.25, 88.0)
    side = min(beside.width(), beside.height())
    face = QRectF(beside.center().x() - side / 2, beside.center().y() - side / 2, side, side)
    stage.picture(option_picture(scene.drawing, fine=True), face)
    size = min(_HEADING * stage.zoom, LARGEST) if stage.zoom > 1 else _HEADING
    lines, step = break_lines(scene.heading, font(100), words.width(), size), size * _LEADING
    ring = min(QUESTION, words.height() * 0.3)
    inset = ring + _BESIDE
    named = words.adjusted(0 if stage.mirrored else inset, len(lines) * step, -inset if stage.mirrored else 0, 0)
    used = stage.text(scene.said, QUESTION, bold=True, rect=named, how=How(QUESTION_LEADING, middle=True, whole=True))
    stage.letter(scene.letter, QRectF(words.right() - ring if stage.mirrored else words.x(), used.y(), ring, ring))
    for number, line in enumerate(lines):
        above = used.y() - (len(lines) - number) * step - 8
        stage.write(line, QRectF(words.x(), above, words.width(), step), size)


@dataclass(frozen=True)
class _Row:
    """Options side by side: where each begins, and its words broken into lines."""

    items: tuple[tuple[Quiet, float, tuple[str, ...]], ...]
    size: float
    tall: float


def _rows(below: Sequence[Quiet], stage: Stage) -> list[_Row]:
    """Set the options side by side from where reading begins, as many in a row as it holds."""
    size, face = stage.smallest(), font(100)
    ring, wide = size * _RING + _NEAR, stage.area.width()
    rows, row, x = list[_Row](), list[tuple[Quiet, float, tuple[str, ...]]](), 0.0
    for one in below:
        lines = tuple(break_lines(one.words, face, wide - ring, size))
        needs = ring + max(QFontMetricsF(font(size)).horizontalAdvance(line) for line in lines)
        if row and x + needs > wide:
            rows.append(_row(row, size))
            row, x = [], 0.0
        row.append((one, x, lines))
        x += needs + _FAR
    return [*rows, _row(row, size)] if row else rows


def _row(items: Sequence[tuple[Quiet, float, tuple[str, ...]]], size: float) -> _Row:
    most = max(len(lines) for _, _, lines in items)
    return _Row(tuple(items), size, max(size * _RING, most * size * _LEADING) + 16)


def _dealt(rows: Sequence[_Row], height: float) -> list[list[_Row]]:
    pages, used = [list[_Row]()], 0.0
    for row in rows:
        if pages[-1] and used + row.tall > height + 0.5:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.tall
    return pages


def _write_rows(stage: Stage, rows: Sequence[_Row]) -> None:
    area, y = stage.area, stage.area.y()
    for row in rows:
        ring = row.size * _RING
        for one, x, lines in row.items:
            at = area.right() - x - ring if stage.mirrored else area.x() + x
            stage.letter(one.letter, QRectF(at, y, ring, ring))
            inset = x + ring + _NEAR
            left, step = area.x() if stage.mirrored else area.x() + inset, row.size * _LEADING
            first = y + max(0.0, (ring - step) / 2)
            for number, line in enumerate(lines):
                where = QRectF(left, first + number * step, area.width() - inset, step)
                stage.write(line, where, row.size)
        y += row.tall
