"""The look: contrast, fonts, zoom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from elephants.ui.palette import STRONG_CONTRAST
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.parts.words import Words
from elephants.ui.style import (
    CONTRAST,
    DARK,
    FAMILY,
    LEAST_CONTRAST,
    LIGHT,
    PALETTES,
    TEXT_PAIRS,
    Palette,
    contrast,
    dress,
    moves,
    palette_for,
    palette_of,
    px,
    shared,
    zoom,
)
from elephants.ui.views.base import Sentence

every_palette = pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "contrast"])


@every_palette
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-".join)
def test_text_can_be_read_on_its_ground(palette: Palette, pair: tuple[str, str]) -> None:
    colours = palette.colours()
    assert contrast(colours[pair[0]], colours[pair[1]]) >= (STRONG_CONTRAST if palette.strong else LEAST_CONTRAST)


def test_in_high_contrast_what_is_read_most_is_black_on_white_and_edges_are_drawn_thicker() -> None:
    for name in ("ink", "slate", "clay", "moss", "plum", "sky"):
        assert contrast(CONTRAST.colours()[name], CONTRAST.paper) >= 12
    for name in ("line", "hair"):
        assert contrast(CONTRAST.colours()[name], CONTRAST.card) >= LEAST_CONTRAST
    assert CONTRAST.paper == CONTRAST.card == CONTRAST.mist == CONTRAST.rail
    assert (CONTRAST.edge, CONTRAST.ring) > (LIGHT.edge, LIGHT.ring) == (DARK.edge, DARK.ring)


def test_contrast_measures_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast(LIGHT.ink, LIGHT.paper) == pytest.approx(13.8, abs=0.1)


@every_palette
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


def test_somebody_chooses_the_colours_or_the_computer_does(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [palette_for(choice) for choice in ("light", "dark", "contrast")] == [LIGHT, DARK, CONTRAST]
    assert palette_for("") is palette_for("no such colours") is LIGHT
    hints, wanted = qapp.styleHints(), Qt.ColorScheme.Dark
    monkeypatch.setattr(type(hints), "colorScheme", lambda _hints: wanted)
    assert palette_for("") is DARK
    assert palette_for("light") is LIGHT
    monkeypatch.setattr(
        QAccessibilityHints, "contrastPreference", lambda _hints: Qt.ContrastPreference.HighContrast
    )  # fmt: skip
    assert palette_for("") is CONTRAST


def test_what_the_room_sees_is_never_dark_and_has_high_contrast_too(qapp: QApplication) -> None:
    seen = []
    picture = RoomPicture()
    picture.resize(480, 270)
    picture.show_view(Sentence("We meet."))
    for palette in PALETTES:
        dress(qapp, palette, motion=False)
        seen.append(picture.grab().toImage())
    assert seen[0] == seen[1] != seen[2]
    assert seen[2].pixelColor(0, 0).name().upper() == CONTRAST.paper == shared().paper


def test_pictures_beside_words_are_drawn_in_the_colours_of_now(qapp: QApplication) -> None:
    sign = Pictured(22)
    sign.show_icon("key")
    inks = []
    for palette in PALETTES:
        dress(qapp, palette, motion=False)
        sign.ensurePolished()
        image = sign.pixmap().toImage()
        solid = [image.pixelColor(x, y) for x in range(22) for y in range(22) if image.pixelColor(x, y).alpha() == 255]
        inks.append(max({one.name().upper() for one in solid}, key=[one.name().upper() for one in solid].count))
    assert inks == [palette.ink for palette in PALETTES]


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
