"""Cuts shapes as scissors do: a soft round one, and a rectangle with edges not quite straight (LOOK.md, Cut paper)."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from elephants.pictures.path import KAPPA, Path, Segment, polyline, smooth_curves

POINTS = 11
JITTER = 0.07  # of the radius
_CORNER = 0.035  # of the shorter side
_WOBBLE = 0.012  # of the shorter side, either way


def cut_shape(seed: str, cx: float = 0.5, cy: float = 0.5, radius: float = 0.5, squash: float = 1.0) -> Path:
    """A smooth closed curve through 11 points round (cx, cy), each 7 % nearer or farther, fixed by the seed.

    The curve never leaves the circle of `radius` (its farthest point lies on it), so nothing is clipped;
    `squash` makes it lower than wide.
    """
    chance = random.Random(seed)
    start = chance.uniform(0, math.tau / POINTS)
    reach = [1 + chance.uniform(-JITTER, JITTER) for _ in range(POINTS)]
    points = [
        (r * math.cos(start + i * math.tau / POINTS), r * math.sin(start + i * math.tau / POINTS))
        for i, r in enumerate(reach)
    ]
    curves = tuple(smooth_curves(points, closed=True))
    raw = Path((Segment("M", points[0]), *curves, Segment("Z")))
    box = raw.bounds()
    fit = radius * 2 / max(box.width, box.height)
    mx, my = box.centre
    return raw.moved(-mx, -my).scaled(fit, fit * squash).moved(cx, cy)


@dataclass(frozen=True)
class CutSheet:
    """An uneven rectangle cut in two along an uneven line: the wall above and the ground below.

    The two share the sheet's outer edges point for point, so no clipping is needed to lay one on the other.
    """

    whole: Path
    wall: Path
    ground: Path


def uneven_rectangle(seed: str, w: float, h: float) -> Path:
    """A rectangle of w by h from the corner 0, 0 whose edges wander a little inside it, fixed by the seed."""
    return cut_sheet(seed, w, h, h * 0.74).whole


def cut_sheet(seed: str, w: float, h: float, ground: float) -> CutSheet:
    """An uneven rectangle with the ground's line at the height `ground`, measured down from the top."""
    chance = random.Random(seed)
    side = min(w, h)
    wobble, corner = side * _WOBBLE, side * _CORNER

    def edge(length: float, *shares: float) -> list[tuple[float, float]]:
        """Points along an edge, kept clear of the corners: how far along, how far in."""
        along = (min(max(length * s, corner), length - corner) for s in shares)
        return [(at, wobble * (1.2 + chance.uniform(-1, 1))) for at in along]

    top = _soft([(x, y) for x, y in edge(w, 0.0, 0.22, 0.5, 0.78, 1.0)])
    right = _soft([(w - x, y) for y, x in edge(h, 0.0, 0.25, 0.5, ground / h, 1.0)])
    bottom = _soft([(x, h - y) for x, y in edge(w, 1.0, 0.8, 0.55, 0.3, 0.0)])
    left = _soft([(x, y) for y, x in edge(h, 1.0, ground / h, 0.55, 0.3, 0.0)])
    right_high, right_low = _split(right, 3)
    left_low, left_high = _split(left, 1)
    (lx, ly), (rx, ry) = left_low.segments[-1].numbers[-2:], right_high.segments[-1].numbers[-2:]
    rise = [wobble * chance.uniform(-1, 1) for _ in range(2)]
    line = _soft([(lx, ly), (w * 0.28, ground + rise[0]), (w * 0.68, ground + rise[1]), (rx, ry)])
    under = polyline([(rx, ry), (w * 0.68, ground + 3 * wobble), (w * 0.28, ground + 3 * wobble), (lx, ly)])
    return CutSheet(
        whole=_joined(top, right, bottom, left),
        wall=_joined(top, right_high, under, left_high),
        ground=_joined(line, right_low, bottom, left_low),
    )


def _soft(points: list[tuple[float, float]]) -> Path:
    return Path((Segment("M", points[0]), *smooth_curves(points, closed=False)))


def _split(edge: Path, steps: int) -> tuple[Path, Path]:
    """An edge in two after so many steps; the second begins where the first ends."""
    first, second = edge.segments[: steps + 1], edge.segments[steps + 1 :]
    return Path(first), Path((Segment("M", first[-1].numbers[-2:]), *second))


def _joined(*edges: Path) -> Path:
    """One closed path along the edges in turn, each gap between two bridged by a round corner."""
    segments = [edges[0].segments[0]]
    for edge, following in zip(edges, (*edges[1:], edges[0]), strict=True):
        segments.extend(edge.segments[1:])
        end, begin = segments[-1].numbers[-2:], following.segments[0].numbers
        if math.dist(end, begin) > 1e-9:
            segments.append(_corner(end, begin, segments[-1]))
    return Path((*segments, Segment("Z")))


def _corner(end: tuple[float, ...], begin: tuple[float, ...], before: Segment) -> Segment:
    """A round corner that leaves `end` the way the step before it was going."""
    handle = before.numbers[-4:-2]
    sideways = abs(end[0] - handle[0]) >= abs(end[1] - handle[1])
    cx, cy = (begin[0], end[1]) if sideways else (end[0], begin[1])
    to, back = KAPPA * (cx - end[0]), KAPPA * (cx - begin[0])
    down, up = KAPPA * (cy - end[1]), KAPPA * (cy - begin[1])
    return Segment("C", (end[0] + to, end[1] + down, begin[0] + back, begin[1] + up, *begin))
