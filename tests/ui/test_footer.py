"""The line below everything measures itself only when it says another thing, and misses none."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants.ui.footer import Footer
from elephants.ui.style import LIGHT, dress

NEWS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("words", ("Next", "Next: Ready?", "Next: What came of the last time we met in the hall", "Close the session")),
    ("paused", (True, False)),
    ("skip", ("", "Skip", "Skip and close")),
    ("runs", (True, True, False)),
    ("lid", ("", "Lid down", "Catch up")),
    ("page", (0, 1, 2)),
)


def tell(footer: Footer, *, words: str, paused: bool, skip: str, runs: bool, lid: str, page: int) -> None:
    footer.tell_page(page, 3)
    footer.tell_lid(lid)
    footer.tell(next_words=words, short="Next", paused=paused, slow=paused, can_undo=True, skip=skip, runs=runs)


def seen(footer: Footer) -> list[tuple[str, bool]]:
    parts = (footer.pause, footer.slow, footer.lid, footer.undo, footer.back, footer.skip, footer.next)
    return [(part.words(), part.isHidden()) for part in parts]


def made(qtbot: QtBot, width: int) -> Footer:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.setMinimumWidth(1)
    footer.resize(width, 80)
    return footer


def test_after_any_news_it_looks_as_one_that_was_told_nothing_else(qtbot: QtBot, qapp: QApplication) -> None:
    chance, looks = random.Random(4), set[str]()
    for width in (520, 840, 920, 1240):
        footer = made(qtbot, width)
        told: dict[str, Any] = {"words": "Next", "paused": False, "skip": "", "runs": True, "lid": "", "page": 0}
        for turn in range(60):
            thing, choices = chance.choice(NEWS)
            told[thing] = chance.choice(choices)  # one thing at a time: nothing else makes it measure itself
            if turn % 30 == 0:
                dress(qapp, LIGHT, 1.0 if turn else 1.5, motion=False)
            tell(footer, **told)
            fresh = made(qtbot, width)
            tell(fresh, **told)
            assert seen(footer) == seen(fresh), (thing, told)
            looks.add(str(seen(footer)))
            fresh.deleteLater()
    assert len(looks) > 20, "the control: the news does change how it looks"
