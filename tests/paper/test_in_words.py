"""The papers that are drawn, told in words for a browser and an editor: what stands on them stands there too."""

from __future__ import annotations

import pytest

from elephants.paper.wanted import DRAWN, Wanted, make
from elephants.sessions.deciding.result import LETTERS
from tests.paper.evening import evening

SAID = {
    "cards": ("Easy", "A bit more"),
    "badges": ("Jo", "Sam"),
    "ballots": ("Where do we meet in winter?", "A: the church hall all winter", "I'm not sure"),
    "signals": ("Go on", "Slow down", "Stop"),
}


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("paper", DRAWN)
def test_what_stands_on_a_drawn_paper_is_told(paper: str, form: str) -> None:
    made = make(evening(), Wanted(paper, "html" if form == "html" else "md", names=True)).decode("utf-8")
    assert [words for words in SAID[paper] if words not in made.replace("&#x27;", "'")] == []


def test_without_what_it_is_for_each_is_a_blank_form() -> None:
    session = evening()
    session.decisions.clear()
    assert "Jo" not in make(session, Wanted("badges", "md")).decode()
    assert "Please call me" in make(session, Wanted("badges", "md")).decode()
    blank = make(session, Wanted("ballots", "md")).decode()
    assert [f"- {letter}: …" in blank for letter in LETTERS[:4]] == [True, True, True, False]
