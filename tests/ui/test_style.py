"""The look: contrast, fonts, zoom."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from elephants.ui.parts.words import Words
from elephants.ui.style import (
    DARK,
    FAMILY,
    LEAST_CONTRAST,
    LIGHT,
    TEXT_PAIRS,
    Palette,
    contrast,
    dress,
    moves,
    palette_of,
    px,
    zoom,
)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-".join)
def test_text_can_be_read_on_its_ground(palette: Palette, pair: tuple[str, str]) -> None:
    colours = palette.colours()
    assert contrast(colours[pair[0]], colours[pair[1]]) >= LEAST_CONTRAST


def test_contrast_measures_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast(LIGHT.ink, LIGHT.paper) == pytest.approx(13.8, abs=0.1)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_outlines_of_controls_are_seen(palette: Palette) -> None:
    assert contrast(palette.line, palette.card) >= 3
    assert contrast(palette.clay, palette.paper) >= 3


def test_our_typeface_is_the_one_shown(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FAMILY


@pytest.mark.parametrize(("asked", "got"), [(0.8, 0.8), (1.0, 1.0), (2.0, 2.0), (0.1, 0.8), (9.0, 2.0)])
def test_sizes_follow_the_zoom_within_its_limits(qapp: QApplication, asked: float, got: float) -> None:
    dress(qapp, LIGHT, asked)
    assert zoom() == pytest.approx(got)
    assert px(44) == round(44 * got)
    label, field = Words("Where shall we meet?", "title"), QLineEdit()
    label.ensurePolished()
    assert label.font().pixelSize() == round(24 * got)
    assert field.sizeHint().height() >= px(44) - 1


def test_parts_know_which_colours_to_paint_with(qapp: QApplication) -> None:
    assert palette_of() is LIGHT
    dress(qapp, DARK)
    assert palette_of() is DARK
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name().upper() == DARK.ink


def test_motion_is_only_where_it_is_welcome(qapp: QApplication) -> None:
    dress(qapp, motion=True)
    assert moves()
    dress(qapp, motion=False)
    assert not moves()


def test_words_are_never_taken_for_markup_and_refuse_unknown_roles() -> None:
    assert Words("<b>not bold</b>").text() == "<b>not bold</b>"
    assert Words("x").textFormat().name == "PlainText"
    with pytest.raises(ValueError, match="shouting"):
        Words("x", "shouting")
