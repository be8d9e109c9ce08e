"""Papers and ink, one over another: what a painter of any kind lays down to make a picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from elephants.pictures.path import Path
from elephants.pictures.svgpath import svg_data


@dataclass(frozen=True)
class Layer:
    """One paper or one line: a path, filled (even gaps stay gaps: non-zero rule), stroked with round ends, or both."""

    path: Path
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0  # of the stroke, in the picture's own measure


@dataclass(frozen=True)
class Picture:
    """Layers from the back to the front in a box of `width` by `height`; everything lies inside the box."""

    width: float
    height: float
    layers: tuple[Layer, ...]

    def fitted(self, x: float, y: float, w: float, h: float) -> tuple[float, float, float]:
        """Where the picture lies in a box without being stretched: its left, its top, and its scale."""
        scale = min(w / self.width, h / self.height)
        return x + (w - self.width * scale) / 2, y + (h - self.height * scale) / 2, scale


def placed(layers: tuple[Layer, ...], dx: float, dy: float, scale: float = 1.0) -> tuple[Layer, ...]:
    """The same layers scaled round 0, 0 and then moved."""
    return tuple(replace(a, path=a.path.scaled(scale).moved(dx, dy), width=a.width * scale) for a in layers)


def svg_text(picture: Picture, words: str = "") -> str:
    """The picture as one SVG, for pages that are read in a browser; `words` is what a screen reader says."""
    paths = "".join(_svg_path(layer) for layer in picture.layers)
    said = f'role="img" aria-label="{_escaped(words)}"' if words else 'aria-hidden="true"'
    box = f"0 0 {picture.width:g} {picture.height:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {said}>{paths}</svg>'


def _svg_path(layer: Layer) -> str:
    stroke = ""
    if layer.stroke:
        stroke = f' stroke="{layer.stroke}" stroke-width="{layer.width:.4f}" stroke-linecap="round"'
        stroke += ' stroke-linejoin="round"'
    return f'<path d="{svg_data(layer.path)}" fill="{layer.fill or "none"}"{stroke}/>'


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
