"""Reads the path language of SVG, every command of it, into a `Path`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from elephants.pictures.path import Path, Segment

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_GLUE = re.compile(r"[\s,]*")
_NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


class BadPath(ValueError):
    """A path that is not written as SVG asks; it says where."""


def read_path(text: str) -> Path:
    """Read the `d` of an SVG path; refuses (`BadPath`) what is no command, or has too few numbers."""
    pen = _Pen()
    for command, numbers in _commands(text):
        pen.go(command, numbers)
    return Path(tuple(pen.segments))


def svg_data(path: Path) -> str:
    """Write a path as the `d` of an SVG path, to a thousandth."""
    return " ".join(" ".join([s.kind, *(f"{n:.3f}".rstrip("0").rstrip(".") for n in s.numbers)]) for s in path.segments)


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    reader = _Reader(text)
    command = ""
    while not reader.done():
        letter = reader.letter()
        if letter:
            command = letter
        elif command in ("", "Z", "z"):
            raise BadPath(f"a command is missing at {reader.place}")
        kind = command.upper()
        yield command, [reader.number(flag=kind == "A" and i in (3, 4)) for i in range(_NEEDS[kind])]
        if kind == "M":  # further pairs after a move are lines
            command = "L" if command == "M" else "l"


class _Reader:
    """Takes letters and numbers off the text, one after another."""

    def __init__(self, text: str) -> None:
        self.text, self.place = text, 0
        self._skip()

    def _skip(self) -> None:
        found = _GLUE.match(self.text, self.place)
        self.place = found.end() if found else self.place

    def done(self) -> bool:
        return self.place >= len(self.text)

    def letter(self) -> str:
        here = self.text[self.place]
        if not here.isalpha():
            return ""
        if here.upper() not in _NEEDS:
            raise BadPath(f"{here!r} is no path command, at {self.place}")
        self.place += 1
        self._skip()
        return here

    def number(self, *, flag: bool) -> float:
        """One number; the two flags of an arc are one digit each and may stand glued to what follows."""
        found = re.compile("[01]").match(self.text, self.place) if flag else _TOKEN.match(self.text, self.place)
        if found is None or found.group()[0].isalpha():
            raise BadPath(f"a number is missing at {self.place}")
        self.place = found.end()
        self._skip()
        return float(found.group())


class _Pen:
    """Where the pen is, and what the last curve leaned on (for the smooth commands)."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.x = self.y = self.start_x = self.start_y = 0.0
        self._handle: tuple[str, float, float] | None = None

    def go(self, command: str, n: list[float]) -> None:
        kind = command.upper()
        if command.islower():
            n = self._absolute(kind, n)
        handle, self._handle = self._handle, None
        if not self.segments and kind != "M":
            raise BadPath("a path begins with a move")
        match kind:
            case "Z":
                self.segments.append(Segment("Z"))
                self.x, self.y = self.start_x, self.start_y
            case "M":
                self._step("M", n)
                self.start_x, self.start_y = self.x, self.y
            case "L":
                self._step("L", n)
            case "H":
                self._step("L", [n[0], self.y])
            case "V":
                self._step("L", [self.x, n[0]])
            case "A":
                for piece in arc_cubics(self.x, self.y, n):
                    self._step("C", piece)
            case _:
                self._curve(kind, n, handle)

    def _curve(self, kind: str, n: list[float], handle: tuple[str, float, float] | None) -> None:
        """C and Q, and their smooth forms S and T, whose first handle mirrors the one before."""
        if kind in "ST":
            family = "C" if kind == "S" else "Q"
            mirrored = [self.x, self.y]
            if handle and handle[0] == family:
                mirrored = [2 * self.x - handle[1], 2 * self.y - handle[2]]
            kind, n = family, mirrored + n
        self._handle = (kind, n[-4], n[-3])
        if kind == "Q":
            qx, qy, x, y = n
            n = [self.x + (qx - self.x) * 2 / 3, self.y + (qy - self.y) * 2 / 3]
            n += [x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, x, y]
        self._step("C", n)

    def _absolute(self, kind: str, n: list[float]) -> list[float]:
        if kind == "H":
            return [n[0] + self.x]
        if kind == "V":
            return [n[0] + self.y]
        if kind == "A":
            return [*n[:5], n[5] + self.x, n[6] + self.y]
        return [value + (self.y if i % 2 else self.x) for i, value in enumerate(n)]

    def _step(self, kind: str, numbers: list[float]) -> None:
        self.segments.append(Segment(kind, tuple(numbers)))
        self.x, self.y = numbers[-2:]


def arc_cubics(x0: float, y0: float, n: list[float]) -> list[list[float]]:
    """An elliptical arc as cubics, at most a quarter each (SVG 1.1, F.6: radii too small are grown to fit)."""
    rx, ry, tilt, large, sweep, x1, y1 = n
    rx, ry = abs(rx), abs(ry)
    if (x0, y0) == (x1, y1):
        return []
    if not rx or not ry:
        return [[x0, y0, x1, y1, x1, y1]]
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    mx, my = (x0 - x1) / 2, (y0 - y1) / 2
    px, py = cos * mx + sin * my, -sin * mx + cos * my
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    bottom = (rx * py) ** 2 + (ry * px) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 / bottom - 1)) * (1 if large != sweep else -1)
    ox, oy = factor * rx * py / ry, -factor * ry * px / rx
    cx, cy = cos * ox - sin * oy + (x0 + x1) / 2, sin * ox + cos * oy + (y0 + y1) / 2
    begin = math.atan2((py - oy) / ry, (px - ox) / rx)
    turn = (math.atan2((-py - oy) / ry, (-px - ox) / rx) - begin) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    pieces = _arc_pieces(begin, turn, (cos * rx, sin * rx, -sin * ry, cos * ry, cx, cy))
    pieces[-1][-2:] = [x1, y1]
    return pieces


def _arc_pieces(begin: float, turn: float, to: tuple[float, float, float, float, float, float]) -> list[list[float]]:
    """Cubics along the unit circle from an angle through a turn, laid onto the ellipse by a matrix."""
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    k = 4 / 3 * math.tan(step / 4)
    a, b, c, d, e, f = to
    pieces = []
    for i in range(count):
        t0, t1 = begin + i * step, begin + (i + 1) * step
        unit = (
            (math.cos(t0) - k * math.sin(t0), math.sin(t0) + k * math.cos(t0)),
            (math.cos(t1) + k * math.sin(t1), math.sin(t1) - k * math.cos(t1)),
            (math.cos(t1), math.sin(t1)),
        )
        pieces.append([v for x, y in unit for v in (a * x + c * y + e, b * x + d * y + f)])
    return pieces
