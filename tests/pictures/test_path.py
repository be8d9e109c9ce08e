from __future__ import annotations

import math

import pytest

from elephants.pictures.path import Box, Path, Segment, circle, polyline, rounded_box
from elephants.pictures.svgpath import BadPath, read_path, svg_data


def ends(text: str) -> list[tuple[float, float]]:
    return [(round(s.numbers[-2], 6), round(s.numbers[-1], 6)) for s in read_path(text).segments if s.numbers]


def kinds(text: str) -> str:
    return "".join(s.kind for s in read_path(text).segments)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("m10 10 l5 0 0 5 z", "M10 10 L15 10 L15 15 Z"),
        ("M1,2H7V9h-1v-1", "M1 2 L7 2 L7 9 L6 9 L6 8"),
        ("M0 0 1 1 2 0", "M0 0 L1 1 L2 0"),
        ("M1 1c1 0 2 1 2 2s1 2 2 2", "M1 1 C2 1 3 2 3 3 C3 4 4 5 5 5"),
        ("M0 0S1 1 2 0", "M0 0 C0 0 1 1 2 0"),
        ("M.5.5-1-1", "M0.5 0.5 L-1 -1"),
        ("M0 0l1e1 0", "M0 0 L10 0"),
    ],
)
def test_each_way_to_write_a_path_is_read_alike(text: str, same: str) -> None:
    assert svg_data(read_path(text)) == svg_data(read_path(same))


def test_a_quadratic_and_its_smooth_follower_become_cubics() -> None:
    curve = read_path("M0 0 Q3 6 6 0 t6 0")
    assert kinds("M0 0 Q3 6 6 0 t6 0") == "MCC"
    assert curve.segments[1].numbers == pytest.approx((2, 4, 4, 4, 6, 0))
    assert curve.segments[2].numbers == pytest.approx((8, -4, 10, -4, 12, 0))


def test_a_smooth_curve_leans_only_on_a_curve_of_its_own_kind() -> None:
    assert svg_data(read_path("M0 0 C0 3 3 3 3 0 T6 0")) == "M 0 0 C 0 3 3 3 3 0 C 3 0 4 0 6 0"


def test_closing_brings_the_pen_back_for_what_follows() -> None:
    assert ends("M2 2 l4 0 0 4 z l1 1")[-1] == (3, 3)


def test_a_half_circle_is_two_quarter_cubics_that_keep_to_the_circle() -> None:
    arc = read_path("M-1 0A1 1 0 0 1 1 0")
    assert [s.kind for s in arc.segments] == ["M", "C", "C"]
    assert arc.segments[1].numbers[-2:] == pytest.approx((0, -1), abs=1e-9)
    assert arc.bounds() == pytest.approx((-1, -1, 1, 0), abs=1e-9)


@pytest.mark.parametrize(
    ("flags", "leaves_along", "box"),
    [
        ("0 0", (0, 1), (0, 0, 1, 1)),
        ("0 1", (1, 0), (0, 0, 1, 1)),
        ("1 0", (-1, 0), (-1, 0, 1, 2)),
        ("1 1", (0, -1), (0, -1, 2, 1)),
    ],
)
def test_the_two_flags_choose_one_of_four_arcs(
    flags: str, leaves_along: tuple[float, float], box: tuple[float, float, float, float]
) -> None:
    arc = read_path(f"M0 0A1 1 0 {flags} 1 1")
    handle = arc.segments[1].numbers[:2]
    assert (handle[0] / math.hypot(*handle), handle[1] / math.hypot(*handle)) == pytest.approx(leaves_along, abs=1e-6)
    assert arc.bounds() == pytest.approx(box, abs=1e-3)


def test_flags_may_stand_glued_to_the_numbers() -> None:
    assert svg_data(read_path("M0 0a8 8 0 01.5 16")) == svg_data(read_path("M0 0 a8 8 0 0 1 0.5 16"))


def test_radii_too_small_grow_until_the_arc_reaches() -> None:
    assert read_path("M0 0A1 1 0 0 1 10 0").bounds() == pytest.approx((0, -5, 10, 0), abs=1e-6)


def test_a_tilted_ellipse_ends_where_it_must_and_a_flat_one_is_a_line() -> None:
    assert ends("M0 0A4 2 30 1 0 3 3")[-1] == (3, 3)
    assert read_path("M0 0A0 2 0 0 0 3 3").bounds() == Box(0, 0, 3, 3)
    assert kinds("M1 1A2 2 0 0 0 1 1") == "M"


@pytest.mark.parametrize("text", ["L1 1", "M1", "M0 0 K3", "M0 0 L1 x", "M0 0 z 3 4", "M0 0a1 1 0 2 0 1 1"])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(BadPath):
        read_path(text)


def test_what_is_written_reads_back_the_same() -> None:
    first = read_path("M12.5 3c1.25 2 3 4 5.125 6a4 3 20 1 1 2 2z")
    assert svg_data(read_path(svg_data(first))) == svg_data(first)


def test_bounds_go_round_the_curve_and_not_round_its_handles() -> None:
    arch = Path((Segment("M", (0, 0)), Segment("C", (0, 4, 3, 4, 3, 0))))
    assert arch.bounds() == pytest.approx((0, 0, 3, 3))
    assert circle(2, 3, 1).bounds() == pytest.approx((1, 2, 3, 4))
    assert Path().bounds() == Box(0, 0, 0, 0)


def test_turning_is_clockwise_on_a_screen() -> None:
    up = polyline([(0, 0), (0, -1)]).turned(90)
    assert up.segments[1].numbers == pytest.approx((1, 0))
    round_a_point = polyline([(1, 1), (2, 1)]).turned(180, 1, 1)
    assert round_a_point.segments[1].numbers == pytest.approx((0, 1))


def test_area_tells_which_way_round_and_pieces_come_apart() -> None:
    box = rounded_box(0, 0, 2, 1, 0)
    back = polyline([(0, 0), (0, 1), (2, 1), (2, 0)], close=True)
    assert box.area() == pytest.approx(2)
    assert back.area() == pytest.approx(-2)
    assert (box + back).pieces() == (box, back)
    assert math.isclose(box.scaled(2).area(), 8)
