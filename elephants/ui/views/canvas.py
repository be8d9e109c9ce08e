"""The canvas 1080 high on which a view writes: places, type sizes, pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from elephants.ui.parts.fit import Fitted, Rule, break_lines, fit, splits
from elephants.ui.parts.paint import icon_picture
from elephants.ui.style import LIGHT, Palette, font
from elephants.ui.views.measures import (
    BIG,
    GAP,
    HEIGHT,
    LARGEST,
    LINES,
    MARGIN,
    PLAIN,
    QUESTION,
    QUESTION_LEADING,
    SMALLEST,
    TITLE,
    How,
    Row,
)
from elephants.ui.views.surface import Surface
from elephants.words import tr

__all__ = [  # what a view needs, in one import
    "BIG", "GAP", "HEIGHT", "LARGEST", "LINES", "MARGIN", "QUESTION", "QUESTION_LEADING", "SMALLEST", "TITLE",
    "Canvas", "How",
]  # fmt: skip


def _over(rect: QRectF, across: float) -> QRectF:
    """Mirror a rectangle from left to right; `across` is the sum of the two edges it is mirrored between."""
    return QRectF(across - rect.right(), rect.y(), rect.width(), rect.height())


class Canvas(Surface):
    """Gives a view its places and its type sizes; nothing on it is smaller than 52 of 1080 (LOOK.md, Type).

    Methods put a thing at the top of `area` (small words at its bottom), take that strip away from `area` and
    return the rectangle used. With `rect` a thing goes there and `area` stays. What does not fit is dealt into
    pages: `pages` tells how many there are, `page` which is shown. Draw what stands at the bottom before long lists.
    """

    def __init__(
        self,
        painter: QPainter | None,
        width: float = 1920.0,
        *,
        zoom: float = 1.0,
        page: int = 0,
        palette: Palette = LIGHT,
        mirrored: bool = False,
    ) -> None:
        super().__init__(painter, palette, mirrored=mirrored)
        self.width, self.zoom, self.page = max(width, 640.0), zoom, page
        self.pages = 1
        self.area = QRectF(MARGIN, MARGIN - 8, self.width - 2 * MARGIN, HEIGHT - 2 * MARGIN + 8)
        self.spots: dict[str, QRectF] = {}
        self.page_of_line: dict[int, int] = {}
        self.newest = -1
        """The line the room should see: lines that flow turn to its page, where nothing above them is in pages."""
        self.lit_before: frozenset[int] | None = None
        self.lit_now: frozenset[int] = frozenset()
        self.progress = 1.0
        self.faces_up: list[tuple[str, QRectF]] = []
        """The cards that lie here, by their words: one that comes up turns."""
        self.under = "paper"

    # -- places ---------------------------------------------------------------------------------------------------

    def columns(self, share: float = 0.58, gap: float = 72.0) -> tuple[QRectF, QRectF]:
        """Cut what is left into two columns; the first is where reading begins."""
        first = (self.area.width() - gap) * share
        one = QRectF(self.area.x(), self.area.y(), first, self.area.height())
        other = QRectF(one.right() + gap, one.y(), self.area.width() - gap - first, one.height())
        if not self.mirrored:
            return one, other
        right = self.area.right() + self.area.x()
        return _over(one, right), _over(other, right)

    def keep(self, name: str, rect: QRectF) -> QRectF:
        """Remember a place, so that what moves is drawn there above the still picture (`spots`)."""
        self.spots[name] = QRectF(rect)
        return rect

    def ground(self, colour: str) -> None:
        """Lay another colour under everything: mist for story cards."""
        self.under = colour
        self.fill(QRectF(0, 0, self.width, HEIGHT), colour)

    # -- words ----------------------------------------------------------------------------------------------------

    def question(self, text: str, rect: QRectF | None = None) -> QRectF:
        """The question, as large as the room needs: a ninth of the screen."""
        return self.text(text, QUESTION, bold=True, rect=rect, how=BIG)

    def title(self, text: str, rect: QRectF | None = None) -> QRectF:
        """What this is about, smaller than a question."""
        return self.text(text, TITLE, bold=True, rect=rect, how=BIG)

    def label(self, text: str, rect: QRectF | None = None) -> QRectF:
        """A quiet line above what matters."""
        return self.text(text, 60.0, colour="slate", rect=rect)

    def small(self, text: str, rect: QRectF | None = None, *, centred: bool = False) -> QRectF:
        """Quiet words at the bottom: what is fine, what will happen."""
        where = QRectF(rect) if rect else QRectF(self.area)
        some = QRectF(0, 0, where.width(), where.height() * 0.34)
        fitted = self._fit(text, self.smallest() / self.zoom, some, 1.25, whole=True)
        page = self._page_of(len(fitted.pages))
        where.setTop(max(where.top(), where.bottom() - fitted.height(page)))
        self._write(fitted, where, "slate", centred=centred, page=page)
        if rect is None:
            self.area.setBottom(where.top() - GAP)
        return where

    def text(
        self,
        text: str,
        size: float = LINES,
        *,
        bold: bool = False,
        colour: str = "ink",
        rect: QRectF | None = None,
        how: How = PLAIN,
    ) -> QRectF:
        """Words at one size, made smaller (never under 52) or paged where they do not fit."""
        where = QRectF(rect) if rect else QRectF(self.area)
        fitted = self._fit(text, size, where, how.leading, bold=bold, whole=how.whole)
        page = self._page_of(len(fitted.pages))
        tall = fitted.height(page)
        if how.middle:
            where.setTop(where.center().y() - tall / 2)
        where.setHeight(tall)
        self._write(fitted, where, colour, bold=bold, page=page, centred=how.centred)
        if rect is None:
            self.area.setTop(min(where.bottom() + GAP, self.area.bottom()))
        return where

    def lines(self, texts: Sequence[str], chips: Sequence[Sequence[str]] = (), rect: QRectF | None = None) -> QRectF:
        """Lines one below the other, all at one size; more of them than fit come in pages."""
        remarks = [" · ".join(chips[i]) if i < len(chips) else "" for i in range(len(texts))]
        return self.listed([(text, remark, "") for text, remark in zip(texts, remarks, strict=True)], rect=rect)

    def listed(
        self,
        items: Sequence[tuple[str, str, str]],
        *,
        colour: str = "ink",
        rect: QRectF | None = None,
        size: float = LINES,
    ) -> QRectF:
        """Rows of (words, remark in slate below, icon before them); one size for all, so that none weighs more."""
        where = QRectF(rect) if rect else QRectF(self.area)
        largest, smallest = self._sizes(size)
        while True:
            rows = [self._row(item, where.width(), largest) for item in items]
            gap = largest * 0.3
            whole = sum(row.tall + gap for row in rows) - gap if rows else 0.0
            if (whole <= where.height() and not self._splits(items, where.width(), largest)) or largest <= smallest:
                break
            largest = max(smallest, largest * 0.96)
        y = where.y()
        for row in self._paged(rows, where.height(), gap):
            self._write_row(row, where, y, colour)
            y += row.tall + gap
        used = QRectF(where.x(), where.y(), where.width(), max(0.0, y - gap - where.y()))
        if rect is None:
            self.area.setTop(min(used.bottom() + GAP, self.area.bottom()))
        return used

    def added(self, heading: str, texts: Sequence[str], rect: QRectF | None = None) -> QRectF:
        """What was added so that more of us can come along: a plum bar, each with a sign; not louder than the rest."""
        where = QRectF(rect) if rect else QRectF(self.area)
        inner = where.adjusted(0, 0, -60, 0) if self.mirrored else where.adjusted(60, 0, 0, 0)
        top = self.text(heading, SMALLEST, colour="plum", rect=inner)
        inner.setTop(top.bottom() + 12)
        used = self.listed([(text, "", "plus-circle") for text in texts], colour="plum", rect=inner, size=72.0)
        tall = used.bottom() - where.y()
        x = where.right() - 14 if self.mirrored else where.x()
        self.fill(QRectF(x, where.y(), 14, tall), "plum")
        if rect is None:
            self.area.setTop(min(where.y() + tall + GAP, self.area.bottom()))
        return QRectF(where.x(), where.y(), where.width(), tall)

    # -- how --------------------------------------------------------------------------------------------------------

    def _sizes(self, size: float) -> tuple[float, float]:
        """Give the largest and the smallest size for words meant at `size`, at this zoom."""
        smallest = self.smallest()
        return max(smallest, min(size * self.zoom, max(size, LARGEST))), smallest

    def smallest(self) -> float:
        """Give the smallest size at this zoom; only to keep a word whole may words be smaller, never under 52."""
        return SMALLEST * min(max(1.0, self.zoom), 1.6)

    def _fit(
        self, text: str, size: float, rect: QRectF, leading: float, *, bold: bool = False, whole: bool = False
    ) -> Fitted:
        """Fit words; `whole` lets them shrink to 52 before they come in pages, whatever the zoom."""
        largest, smallest = self._sizes(size)
        least, face = SMALLEST if whole else smallest, font(100, bold=bold)
        return fit(text, face, rect.width(), rect.height(), largest, least, Rule(leading, SMALLEST))

    def _page_of(self, pages: int) -> int:
        """Note how many pages a thing has and tell which of them to show."""
        self.pages = max(self.pages, pages)
        return min(self.page, pages - 1)

    def _write(
        self,
        fitted: Fitted,
        rect: QRectF,
        colour: str,
        *,
        bold: bool = False,
        page: int = 0,
        centred: bool = False,
    ) -> None:
        y, step = rect.y(), fitted.size * fitted.leading
        for line in fitted.pages[page]:
            self.write(line, QRectF(rect.x(), y, rect.width(), step), fitted.size, colour, bold=bold, centred=centred)
            y += step

    @staticmethod
    def _splits(items: Sequence[tuple[str, str, str]], width: float, size: float) -> bool:
        return any(splits(words, font(100), width - (size * 1.25 if icon else 0), size) for words, _, icon in items)

    def _row(self, item: tuple[str, str, str], width: float, size: float) -> Row:
        words, remark, icon = item
        inner = width - (size * 1.25 if icon else 0)
        small = self.smallest()
        lines = break_lines(words, font(100), inner, size)
        below = break_lines(remark, font(100), inner, small) if remark else []
        return Row(lines, below, icon, size, len(lines) * size * 1.2 + len(below) * small * 1.2)

    def _paged(self, rows: list[Row], height: float, gap: float) -> list[Row]:
        """Deal rows into pages that fit the height; a row taller than a page is cut between its lines."""
        pages, used = [list[Row]()], 0.0
        for whole in rows:
            for row in self._cut(whole, height):
                if pages[-1] and used + row.tall > height + 0.5:
                    pages.append([])
                    used = 0.0
                pages[-1].append(row)
                used += row.tall + gap
        return pages[self._page_of(len(pages))]

    def _cut(self, row: Row, height: float) -> list[Row]:
        if row.tall <= height:
            return [row]
        step = row.size * 1.2
        remark = row.tall - len(row.lines) * step
        most = max(1, int((height - remark) / step))
        cuts = [row.lines[i : i + most] for i in range(0, len(row.lines), most)]
        rows = [Row(cut, [], row.icon, row.size, len(cut) * step) for cut in cuts[:-1]]
        return [*rows, Row(cuts[-1], row.remark, row.icon, row.size, len(cuts[-1]) * step + remark)]

    def _write_row(self, row: Row, where: QRectF, y: float, colour: str) -> None:
        inset = row.size * 1.25 if row.icon else 0.0
        x, wide, step = where.x() + (0 if self.mirrored else inset), where.width() - inset, row.size * 1.2
        if row.icon:
            side = row.size * 0.86
            left = where.right() - side if self.mirrored else where.x()
            place = QRectF(left, y + (step - side) / 2, side, side)
            self.picture(icon_picture(row.icon, self.palette.colours()[colour]), place)
        for line in row.lines:
            self.write(line, QRectF(x, y, wide, step), row.size, colour)
            y += step
        small = self.smallest()
        for line in row.remark:
            self.write(line, QRectF(x, y, wide, small * 1.2), small, "slate")
            y += small * 1.2

    def finish(self) -> None:
        """Say which page this is, in the bottom margin, when there are more."""
        if self.pages > 1:
            words = tr("{n} of {all}", n=min(self.page, self.pages - 1) + 1, all=self.pages)
            wide = self.width - 2 * MARGIN
            rect = QRectF(MARGIN, HEIGHT - MARGIN + 20, wide, SMALLEST * 1.2)
            self.mirrored = not self.mirrored
            self.write(words, rect, SMALLEST, "slate")
            self.mirrored = not self.mirrored
