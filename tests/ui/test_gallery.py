"""Pictures of all there is: every page, view, booth screen and dialog, in every colour, at two sizes each way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.ui.style import CONTRAST, DARK, LIGHT, dress
from tests.ui.compare import keep
from tests.ui.gallery import LAPTOP, LARGE, SCENES, kind_of, opened

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@pytest.mark.shots
@pytest.mark.skipif("ELEPHANTS_SHOTS" not in os.environ, reason="only make shots wants the pictures")
@pytest.mark.parametrize("zoom", [1.0, 2.0], ids=["100%", "200%"])
@pytest.mark.parametrize("name", SCENES)
def test_draw_the_gallery(name: str, zoom: float, before: Path, tmp_path: Path, dressed: QApplication) -> None:
    folder = Path(os.environ["ELEPHANTS_SHOTS"]) / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    dress(dressed, LIGHT, zoom, motion=False)
    with opened(name, before, tmp_path) as seen:
        assert seen.kind == kind_of(name)
        for colours, palette in PALETTES.items():
            dress(dressed, palette, zoom, motion=False)
            mark = f"{colours}-{zoom:.0%}"
            for size in (LAPTOP, LARGE) if seen.resizes else (LAPTOP,):
                keep(seen.picture(size), folder / f"{name}-{mark}-{size.height()}.png")
            if seen.view is not None and not palette.dark:  # the room's screen is never dark
                keep(seen.room_picture(LARGE, zoom), folder / f"{name}-room-{mark}.png")
