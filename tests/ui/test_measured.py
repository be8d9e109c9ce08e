"""Every scene is measured: nothing is cut or overlaps, targets are large, words dark; in longer words too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.ui.footer import Footer
from elephants.ui.parts.words import Words
from elephants.ui.style import LEAST_CONTRAST, LIGHT, PALETTES, STRONG_CONTRAST, Palette, dress
from tests.ui.gallery import LAPTOP, SCENES, Seen, opened
from tests.ui.measuring import clipped, longer_words, overlapping, pale_words, small_targets, told
from tests.ui.walking import settle

ZOOMS = (0.8, 1.0, 1.5, 2.0)
CONDITIONS = (*((zoom, False) for zoom in ZOOMS), *((zoom, True) for zoom in (1.0, 2.0)))
"""Zoom, and whether all words are 40 % longer."""
CONSOLE = [name for name in SCENES if not name.startswith("booth")]
EVERY = [(name, *condition) for name in CONSOLE for condition in CONDITIONS]
THIN = [(name, *CONDITIONS[at % len(CONDITIONS)]) for at, name in enumerate(CONSOLE)][::5]
PALE = [(name, PALETTES[at % 3]) for at, name in enumerate(CONSOLE)][::11]


def measure(seen: Seen) -> list[str]:
    """Measure all that can be measured without looking at colours."""
    if seen.resizes:
        seen.window.resize(LAPTOP)
    settle()
    grown = [] if not seen.resizes or seen.window.size() == LAPTOP else [f"grew to {seen.window.size().toTuple()}"]
    return [*grown, *clipped(seen.window), *overlapping(seen.window), *small_targets(seen.window)]


def measured(name: str, zoom: float, longer: bool, before: Path, folder: Path) -> list[str]:
    """Open a scene in the size and the language and measure it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, LIGHT, zoom, motion=False)
    with pytest.MonkeyPatch.context() as patch:
        if longer:
            with longer_words(patch), opened(name, before, folder) as seen:
                return measure(seen)
        with opened(name, before, folder) as seen:
            return measure(seen)


@pytest.mark.parametrize(("name", "zoom", "longer"), THIN)
def test_nothing_is_cut_and_nothing_overlaps(
    name: str, zoom: float, longer: bool, before: Path, tmp_path: Path
) -> None:
    assert measured(name, zoom, longer, before, tmp_path) == []


@pytest.mark.torture
@pytest.mark.parametrize(("name", "zoom", "longer"), EVERY)
def test_nothing_is_cut_anywhere(name: str, zoom: float, longer: bool, before: Path, tmp_path: Path) -> None:
    assert measured(name, zoom, longer, before, tmp_path) == []


def pale(name: str, palette: Palette, before: Path, folder: Path) -> list[str]:
    """Open a scene in some colours and list the words that are too pale there."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app, palette, 1.0, motion=False)
    with opened(name, before, folder) as seen:
        picture = seen.picture(LAPTOP)
        return pale_words(seen.window, picture, STRONG_CONTRAST if palette.strong else LEAST_CONTRAST)


@pytest.mark.parametrize(("name", "palette"), PALE, ids=[name for name, _ in PALE])
def test_words_are_dark_enough_where_they_are_painted(
    name: str, palette: Palette, before: Path, tmp_path: Path
) -> None:
    assert pale(name, palette, before, tmp_path) == []


@pytest.mark.torture
@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("name", CONSOLE)
def test_words_are_dark_enough_everywhere(name: str, palette: Palette, before: Path, tmp_path: Path) -> None:
    assert pale(name, palette, before, tmp_path) == []


def test_what_is_cut_lies_on_another_is_small_or_pale_is_found(before: Path, tmp_path: Path) -> None:
    with opened("views", before, tmp_path) as seen:
        assert measure(seen) == []
        shown = [one for one in seen.window.findChildren(Words) if one.isVisible() and one.text()]
        words = next(one for one in shown if one.property("role") == "label")
        words.setFixedWidth(8)
        foot = next(iter(seen.window.findChildren(Footer)))
        button, other = foot.pause, foot.slow
        button.setFixedHeight(12)
        settle()
        assert any(told(words) in one for one in clipped(seen.window))
        assert any(told(button) in one for one in small_targets(seen.window))
        assert overlapping(seen.window) == []
        button.move(other.pos())
        assert overlapping(seen.window)
        words.setFixedWidth(100)
        words.setStyleSheet("color: #B0A898")
        settle()
        assert any(told(words) in one for one in pale_words(seen.window, seen.picture(), LEAST_CONTRAST))
