"""A path: what scissors or a pen follow, in plain numbers, the same for the window, the printer and SVG.

Down is positive y, as on a screen; whoever paints on paper turns it over.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

KAPPA = 0.5522847498307936  # a quarter of a circle as one cubic


class Segment(NamedTuple):
    """One step of a path: `M` move, `L` line, `C` cubic (two handles, then the end), `Z` close."""

    kind: str
    numbers: tuple[float, ...] = ()


class Box(NamedTuple):
    """The smallest upright box round a path."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Path:
    """A drawing of lines and curves that can be moved, turned and put together with others."""

    segments: tuple[Segment, ...] = ()

    def __add__(self, other: Path) -> Path:
        return Path(self.segments + other.segments)

    def __bool__(self) -> bool:
        return bool(self.segments)

    def mapped(self, a: float, b: float, c: float, d: float, e: float, f: float) -> Path:
        """The same path under x' = a x + c y + e, y' = b x + d y + f (the six numbers of SVG's matrix)."""

        def turn(numbers: tuple[float, ...]) -> Iterator[float]:
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                yield a * x + c * y + e
                yield b * x + d * y + f

        return Path(tuple(Segment(s.kind, tuple(turn(s.numbers))) for s in self.segments))

    def moved(self, dx: float, dy: float) -> Path:
        return self.mapped(1, 0, 0, 1, dx, dy)

    def scaled(self, sx: float, sy: float | None = None) -> Path:
        return self.mapped(sx, 0, 0, sx if sy is None else sy, 0, 0)

    def turned(self, degrees: float, cx: float = 0.0, cy: float = 0.0) -> Path:
        """Turned clockwise as seen on a screen, round the point (cx, cy)."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return self.mapped(cos, sin, -sin, cos, cx - cos * cx + sin * cy, cy - sin * cx - cos * cy)

    def pieces(self) -> tuple[Path, ...]:
        """The path taken apart at its moves, each piece with no gaps in it."""
        starts = [i for i, s in enumerate(self.segments) if s.kind == "M"]
        ends = [*starts[1:], len(self.segments)]
        return tuple(Path(self.segments[i:j]) for i, j in zip(starts, ends, strict=True))

    def area(self) -> float:
        """About the area a closed piece goes round, on handles and ends; its sign tells which way round."""
        ends = [p for s in self.segments for p in zip(s.numbers[::2], s.numbers[1::2], strict=True)]
        return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ends, ends[1:] + ends[:1], strict=True)) / 2

    def bounds(self) -> Box:
        """The box round the curve itself, not round its handles; an empty path has the empty box at 0, 0."""
        points = list(self._extremes())
        if not points:
            return Box(0, 0, 0, 0)
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _extremes(self) -> Iterator[tuple[float, float]]:
        here = (0.0, 0.0)
        for kind, n in self.segments:
            if kind == "C":
                steps = [t for axis in (0, 1) for t in _turning_points(here[axis], n[axis], n[axis + 2], n[axis + 4])]
                for t in steps:
                    x, y = (_cubic(t, here[i], n[i], n[i + 2], n[i + 4]) for i in (0, 1))
                    yield x, y
            if n:
                here = (n[-2], n[-1])
                yield here


def _cubic(t: float, p0: float, p1: float, p2: float, p3: float) -> float:
    u = 1 - t
    return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3


def _turning_points(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """Where one coordinate of a cubic stops and turns, as shares of the way strictly between its ends."""
    a, b, c = -p0 + 3 * p1 - 3 * p2 + p3, 2 * (p0 - 2 * p1 + p2), p1 - p0
    if abs(a) < 1e-12:
        roots = [] if abs(b) < 1e-12 else [-c / b]
    else:
        inside = b * b - 4 * a * c
        roots = [] if inside < 0 else [(-b + s * math.sqrt(inside)) / (2 * a) for s in (1, -1)]
    return [t for t in roots if 0 < t < 1]


def polyline(points: Sequence[tuple[float, float]], *, close: bool = False) -> Path:
    """Straight lines from point to point."""
    first, *rest = points
    end = (Segment("Z"),) if close else ()
    return Path((Segment("M", first), *(Segment("L", p) for p in rest), *end))


def smooth_curves(points: Sequence[tuple[float, float]], *, closed: bool) -> Iterable[Segment]:
    """The cubics that run softly through all the points (Catmull-Rom), without the first move."""
    count = len(points)

    def at(i: int) -> tuple[float, float]:
        return points[i % count] if closed else points[min(max(i, 0), count - 1)]

    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        yield Segment("C", (bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy))


def rounded_box(x: float, y: float, w: float, h: float, corner: float) -> Path:
    """A rectangle with round corners; the corner is a length and never more than half a side."""
    r = min(corner, w / 2, h / 2)
    k = r * (1 - KAPPA)
    right, low = x + w, y + h
    return Path(
        (
            Segment("M", (x + r, y)),
            Segment("L", (right - r, y)),
            Segment("C", (right - k, y, right, y + k, right, y + r)),
            Segment("L", (right, low - r)),
            Segment("C", (right, low - k, right - k, low, right - r, low)),
            Segment("L", (x + r, low)),
            Segment("C", (x + k, low, x, low - k, x, low - r)),
            Segment("L", (x, y + r)),
            Segment("C", (x, y + k, x + k, y, x + r, y)),
            Segment("Z"),
        )
    )


def circle(cx: float, cy: float, radius: float) -> Path:
    """A circle."""
    return rounded_box(cx - radius, cy - radius, 2 * radius, 2 * radius, radius)
