from __future__ import annotations

import pytest

from elephants.pictures import papers
from elephants.pictures.box import ballot_box
from elephants.pictures.chairs import CONSOLE, ROOM, chair_picture, circle_of_chairs, logo, logo_tile
from elephants.pictures.cutpaper import card_picture, option_picture
from elephants.pictures.drawing import icon_drawing, picture_drawing
from elephants.pictures.layers import Layer, Picture, svg_text
from elephants.pictures.library import named, names
from elephants.places import asset


def assert_nothing_clipped(picture: Picture) -> None:
    for layer in picture.layers:
        box, pen = layer.path.bounds(), layer.width / 2 if layer.stroke else 0
        assert box.left - pen >= -1e-6
        assert box.top - pen >= -1e-6
        assert box.right + pen <= picture.width + 1e-6
        assert box.bottom + pen <= picture.height + 1e-6


@pytest.mark.parametrize("name", names())
def test_every_picture_of_the_library_is_whole_and_on_butter(name: str) -> None:
    for fine in (False, True):
        picture = option_picture(name, fine=fine)
        assert [layer.fill for layer in picture.layers] == [papers.BUTTER, papers.BODY, papers.BODY, papers.INK]
        assert all(layer.path for layer in picture.layers)
        assert_nothing_clipped(picture)
        middle = picture.layers[-1].path.bounds().centre
        assert middle == pytest.approx((0.5, 0.5))


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("width", [0.73, 1.2, 2.0])
def test_every_card_stands_on_its_ground_or_hangs_in_its_light(name: str, width: float) -> None:
    picture = card_picture(name, width, 1.0)
    wall, light, ground, *_, ink = picture.layers
    assert_nothing_clipped(picture)
    assert light.fill == papers.CREAM
    paper = {colour: word for word, colour in papers.PAPERS.items()}
    assert papers.go_together(paper[wall.fill or ""], paper[ground.fill or ""])
    low = ink.path.bounds().bottom
    assert low == pytest.approx(0.83, abs=0.001) if named(name).stands else low < 0.93
    assert ink.path.bounds().centre[0] == pytest.approx(width / 2)
    if name != "boat" and width == 1.2:
        assert ink.path.bounds().top > 0.05


def test_lines_are_as_thick_in_every_picture_and_lighter_when_large() -> None:
    scales = {round(option_picture(n).layers[1].width, 9) for n in names()}
    assert len(scales) == 1
    coarse, fine = picture_drawing("bus"), picture_drawing("bus", fine=True)
    assert coarse.lines != fine.lines


def test_openings_stay_open_only_where_the_table_says_so() -> None:
    shut, opened = picture_drawing("church"), picture_drawing("church", gaps=True)
    assert shut.body != opened.body
    assert named("church").gaps
    assert option_picture("church").layers[2].path.bounds().height == pytest.approx(0.66 * opened.body.bounds().height)


def test_the_same_name_gives_the_same_picture() -> None:
    option_picture.cache_clear()
    first = option_picture("bus")
    option_picture.cache_clear()
    assert option_picture("bus") == first
    assert option_picture("bus").layers[0] != option_picture("door").layers[0]


def test_every_shipped_drawing_is_named_and_every_name_is_shipped() -> None:
    shipped = {f.name for f in asset("pictures").glob("*.svg")}
    wanted = {f"{named(n).icon}-{style}.svg" for n in names() for style in ("duotone", "light")}
    assert shipped == wanted


def test_every_shipped_icon_reads_and_fills_its_box() -> None:
    files = sorted(asset("icons").glob("*.svg"))
    assert len(files) > 45
    for file in files:
        box = icon_drawing(file.stem).lines.bounds()
        assert -0.01 <= box.left < box.right <= 1.01
        assert max(box.width, box.height) > 0.1
    with pytest.raises(KeyError):
        icon_drawing("no-such-icon")


def test_a_chair_lights_in_sun_with_a_thicker_edge() -> None:
    (back_on, seat_on), (back_off, seat_off) = chair_picture(on=True).layers, chair_picture(on=False).layers
    assert (seat_on.fill, seat_on.stroke) == (papers.SUN, papers.INK)
    assert (seat_off.fill, seat_off.stroke) == (papers.WHITE, papers.LINE)
    assert seat_on.width == pytest.approx(1.5 * seat_off.width)
    assert back_on.width == pytest.approx(1.9 * seat_on.width)
    assert back_off.fill is None
    assert chair_picture(on=False, colours=ROOM).layers[1].stroke == papers.SLATE
    assert_nothing_clipped(chair_picture(on=True))


@pytest.mark.parametrize("count", [1, 2, 5, 14, 30, 60])
def test_everyone_sits_at_the_same_distance(count: int) -> None:
    picture = circle_of_chairs(count, {0}, CONSOLE)
    seats = picture.layers[1::2]
    assert len(seats) == count
    away = [((x - 0.5) ** 2 + (y - 0.5) ** 2) ** 0.5 for x, y in (s.path.bounds().centre for s in seats)]
    assert max(away) - min(away) < 1e-9
    assert [s.fill for s in seats].count(papers.SUN) == 1
    assert_nothing_clipped(picture)


def test_a_leaning_chair_comes_in_by_half_a_chair_and_nobody_is_no_chair() -> None:
    assert circle_of_chairs(0).layers == ()
    still, lean = (circle_of_chairs(14, leaning=who).layers[1].path.bounds() for who in ((), (0,)))
    assert lean.centre[1] - still.centre[1] == pytest.approx(still.height / 2 / 0.86, rel=0.1)


@pytest.mark.parametrize("size", [200, 64, 32, 16])
def test_the_logo_is_seven_chairs_and_one_gap(size: int) -> None:
    layers = logo(size).layers
    assert len(layers) % 7 == 0
    assert_nothing_clipped(logo(size))
    assert_nothing_clipped(logo_tile(size))
    ink_only = {layer.fill or layer.stroke for layer in logo(size, "#000000", "#000000").layers}
    assert ink_only == {"#000000"}
    gap = [layer.path.bounds().centre for layer in layers if layer.path.bounds().centre > (0.6, 0)]
    assert not [c for c in gap if c[1] < 0.4]


def test_the_box_is_closed_and_shows_nothing_of_what_is_in_it() -> None:
    assert_nothing_clipped(ballot_box())
    assert ballot_box() == ballot_box()


def test_a_picture_goes_into_a_page_as_svg_with_words_for_a_reader() -> None:
    said = svg_text(option_picture("bus"), 'A "bus" & <door>')
    assert 'aria-label="A &quot;bus&quot; &amp; &lt;door>"' in said
    assert said.count("<path ") == 4
    assert 'viewBox="0 0 1.4 1"' in svg_text(ballot_box())
    assert 'aria-hidden="true"' in svg_text(ballot_box())


def test_a_picture_is_fitted_and_never_stretched() -> None:
    picture = Picture(2, 1, (Layer(option_picture("bus").layers[0].path, papers.INK),))
    assert picture.fitted(10, 20, 100, 100) == (10, 45, 50)
