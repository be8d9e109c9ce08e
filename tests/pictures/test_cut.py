from __future__ import annotations

import math

import pytest

from elephants.pictures import papers
from elephants.pictures.cut import JITTER, POINTS, cut_shape, cut_sheet, uneven_rectangle


def test_a_shape_is_cut_through_eleven_points_and_the_same_for_the_same_name() -> None:
    shape = cut_shape("bus")
    assert [s.kind for s in shape.segments] == ["M", *"C" * POINTS, "Z"]
    assert shape == cut_shape("bus")
    assert shape != cut_shape("door")


@pytest.mark.parametrize("seed", ["bus", "door", "a", "church", "Zebra"])
def test_a_shape_is_round_but_not_quite_and_stays_in_its_box(seed: str) -> None:
    shape = cut_shape(seed, 1, 2, 0.5)
    box = shape.bounds()
    assert box.left >= 0.5 - 1e-9
    assert box.bottom <= 2.5 + 1e-9
    assert max(box.width, box.height) == pytest.approx(1)
    reach = [math.dist((1, 2), s.numbers[-2:]) for s in shape.segments if s.kind == "C"]
    assert max(reach) / min(reach) < (1 + JITTER) / (1 - JITTER) * 1.1
    assert max(reach) - min(reach) > 0.01


def test_a_rectangle_is_uneven_inside_its_measure() -> None:
    box = uneven_rectangle("pot", 1.2, 1.0).bounds()
    assert 0 <= box.left < 0.03
    assert 1.17 < box.right <= 1.2
    assert 0 <= box.top < 0.03
    assert 0.97 < box.bottom <= 1.0
    assert uneven_rectangle("pot", 1.2, 1.0) != uneven_rectangle("bus", 1.2, 1.0)


def test_wall_and_ground_lie_within_the_sheet_and_leave_no_gap() -> None:
    sheet = cut_sheet("pot", 1.2, 1.0, 0.735)
    whole, wall, ground = (p.bounds() for p in (sheet.whole, sheet.wall, sheet.ground))
    assert wall.top == whole.top
    assert ground.bottom == whole.bottom
    assert ground.top < 0.735 + 0.02
    assert wall.bottom > ground.top
    for part in (wall, ground):
        assert part.left >= whole.left - 1e-9
        assert part.right <= whole.right + 1e-9


def test_ink_can_be_read_on_every_paper() -> None:
    for colour in (*papers.PAPERS.values(), papers.BODY, papers.SUN):
        assert papers.contrast(papers.INK, colour) >= 6.6


def test_wall_and_ground_never_bring_sage_and_brick_together() -> None:
    assert not papers.go_together("sage", "brick")
    assert not papers.go_together("brick", "sage")
    assert not papers.go_together("lake", "lake")
    assert not papers.go_together("cream", "lake")
    assert papers.go_together("lake", "brick")
    assert len(papers.PAIRS) == 10
