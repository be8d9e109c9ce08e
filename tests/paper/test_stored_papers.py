"""The papers of the sample evening are kept as words, as structure and as pages; each is made anew and has to be equal.

Controls show that each of the three sees what it is for: another word, another level of a heading, a moved picture.
"""

from __future__ import annotations

import os
import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from elephants.paper.cards import A_PAGE, cards_pdf, deck_of
from elephants.paper.document import Heading
from elephants.paper.layout import to_pdf
from elephants.paper.papers import TITLES, document
from elephants.paper.show import draw_picture
from elephants.paper.wanted import Wanted, make
from elephants.sessions.session import Session
from elephants.store.store import Store
from tests.paper.seen import FEW, apart, keep, pages_seen, structure_seen, words_seen
from tests.rehearsals import play, shipped

STORED = Path(__file__).parent / "stored"
AGAIN = (
    "it is otherwise now: look at it, and if it is meant, make shots and copy out/shots/stored-papers to "
    "tests/paper/stored"
)
HEADING = Heading("The agenda, and how each item closed")
"""One of the minutes, for making it otherwise."""


@dataclass(frozen=True)
class Seen:
    """One paper as it is compared."""

    words: str
    structure: str
    pages: list[Image.Image]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The sample evening, played to its end; nothing in it is drawn anew."""
    store = tmp_path_factory.mktemp("evening") / "elephants.store"
    Store(store).close()  # a new store draws its key by the same chance
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "token_bytes", random.Random(1).randbytes)  # papers say the start of the chain
        evening = play(shipped("tuesday-kitchen"), store)
    yield evening.session
    evening.desk.close()


def made(session: Session, paper: str) -> bytes:
    """A paper as a person gets it; of the cards only the first four and their backs: all are alike."""
    if paper != "cards":
        return make(session, Wanted(paper))
    deck = deck_of(session)
    return cards_pdf(replace(deck, cards=deck.cards[:A_PAGE]))


def seen(pdf: bytes, folder: Path) -> Seen:
    return Seen(words_seen(pdf), structure_seen(pdf, folder), pages_seen(pdf))


def otherwise(now: Seen, paper: str) -> list[str]:
    """Name what differs from what is stored: words, structure, and each page that looks otherwise."""
    found = [
        what
        for what, text in (("words", now.words), ("structure", now.structure))
        if text != (STORED / f"{paper}-{what}.txt").read_text("utf-8")
    ]
    pages = zip_longest(now.pages, [STORED / name for name in pages_kept(paper)])
    for number, (page, file) in enumerate(pages, start=1):
        if page is None or file is None or apart(page, file) > FEW:
            found.append(f"page {number}")
    return found


def pages_kept(paper: str) -> list[str]:
    return sorted(one.name for one in STORED.glob(f"{paper}-page-*.png"))


def store(now: Seen, paper: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{paper}-words.txt").write_text(now.words, "utf-8", newline="\n")
    (folder / f"{paper}-structure.txt").write_text(now.structure, "utf-8", newline="\n")
    for number, page in enumerate(now.pages, start=1):
        keep(page, folder / f"{paper}-page-{number}.png")


@pytest.mark.parametrize("paper", TITLES)
def test_a_paper_says_is_and_looks_what_it_did(session: Session, paper: str, tmp_path: Path) -> None:
    now = seen(made(session, paper), tmp_path)
    assert (STORED / f"{paper}-words.txt").exists(), f"{paper} is not stored: {AGAIN}"
    if changed := otherwise(now, paper):
        store(now, paper, tmp_path / "now")
        pytest.fail(f"{paper}, {', '.join(changed)}: {AGAIN} (as it is now: {tmp_path / 'now'})")


@pytest.mark.shots
@pytest.mark.skipif("ELEPHANTS_SHOTS" not in os.environ, reason="only make shots wants the pictures")
@pytest.mark.parametrize("paper", TITLES)
def test_draw_what_is_stored(session: Session, paper: str, tmp_path: Path) -> None:
    folder = Path(os.environ["ELEPHANTS_SHOTS"]) / "stored-papers"
    store(seen(made(session, paper), tmp_path), paper, folder)
    assert (folder / f"{paper}-page-1.png").exists()


def with_heading(session: Session, other: Heading) -> bytes:
    """The minutes, but that one of their headings is another."""
    minutes = document(session, "minutes")
    assert HEADING in minutes.blocks
    return to_pdf(replace(minutes, blocks=tuple(other if one == HEADING else one for one in minutes.blocks)))


def test_another_word_is_seen_in_all_three(session: Session, tmp_path: Path) -> None:
    said = with_heading(session, Heading("The agenda, and how every item closed"))
    assert otherwise(seen(said, tmp_path), "minutes") == ["words", "structure", "page 1"]


def test_another_level_of_a_heading_is_seen_where_the_words_are_the_same(session: Session, tmp_path: Path) -> None:
    found = otherwise(seen(with_heading(session, Heading(HEADING.words, 2)), tmp_path), "minutes")
    assert "structure" in found
    assert "words" not in found


def test_a_picture_that_moved_is_seen_where_words_and_structure_are_the_same(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []

    def draw(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
        moved.append(name)
        draw_picture(canvas, name, x + 4 * (len(moved) == 1), y, size)

    monkeypatch.setattr("elephants.paper.pictured.draw_picture", draw)
    now = seen(made(session, "outcome"), tmp_path)
    assert otherwise(now, "outcome") == ["page 1"]


def test_a_page_too_many_or_too_few_is_seen(session: Session, tmp_path: Path) -> None:
    now = seen(with_heading(session, HEADING), tmp_path)
    assert otherwise(now, "minutes") == []
    assert otherwise(replace(now, pages=now.pages[:-1]), "minutes") == ["page 3"]
    assert otherwise(replace(now, pages=[*now.pages, now.pages[0]]), "minutes") == ["page 4"]


def test_what_is_stored_is_what_is_compared_and_small() -> None:
    files = {one.name for one in STORED.iterdir()}
    texts = {f"{paper}-{what}.txt" for paper in TITLES for what in ("words", "structure")}
    assert files == texts | {name for paper in TITLES for name in pages_kept(paper)}
    assert all(pages_kept(paper) for paper in TITLES)
    assert sum(one.stat().st_size for one in STORED.iterdir()) < 1_000_000
