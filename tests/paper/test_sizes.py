"""Outcome sheets for more eyes: letters as large as asked, sides that are counted, own copies, chosen pictures."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from elephants.cli import main
from elephants.paper.document import PictureRow
from elephants.paper.ink import MINUTES, OUTCOME, sized
from elephants.paper.outcome import owners, picture_rows
from elephants.paper.papers import SIZES, build, document, file_name, warnings
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from tests.paper.evening import evening
from tests.paper.reading import in_order, pages_of, words_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def agreed() -> Session:
    return evening()


def letters(pdf: bytes, words: str) -> float:
    """How large the first letter of these words is on the paper, in points."""
    with import_module("pdfplumber").open(import_module("io").BytesIO(pdf)) as read:
        for page in read.pages:
            for found in page.search(words):
                return round(float(found["chars"][0]["size"]), 1)
    raise AssertionError(words)


@pytest.mark.parametrize("size", SIZES)
def test_the_letters_are_as_large_as_asked_and_never_smaller_to_fit(agreed: Session, size: int) -> None:
    pdf = build(agreed, "outcome", size=size)
    for words in ("The bus pass letter", "By Thursday", "Soup"):
        assert letters(pdf, words) == size
    assert letters(pdf, "Who does what") > size
    assert words_of(pdf).count("Please turn over") == len(pages_of(pdf)) - 1


def test_without_a_size_they_are_16_points(agreed: Session) -> None:
    assert letters(build(agreed, "outcome"), "The bus pass letter") == 16
    assert letters(build(agreed), "The hall is warm") == 11
    assert letters(build(agreed, size=18), "The hall is warm") == 18
    assert sized(OUTCOME, 0) is OUTCOME
    assert sized(MINUTES, 11) is MINUTES


def test_what_does_not_fit_on_two_sides_is_said_by_its_parts(agreed: Session) -> None:
    assert warnings(agreed, "outcome") == []
    pages = pages_of(build(agreed, "outcome", size=24))
    [said] = warnings(agreed, "outcome", size=24)
    assert f"takes {len(pages) - 2} side" in said
    beyond = " ".join(pages[2:])
    titles = (
        "What we talked about",
        "What we decided",
        "Who does what",
        "What happened since last time",
        "Next session",
    )
    for title in titles:
        assert (title in beyond) == (title in said.replace(f"the rest of {title}", ""))
    assert warnings(agreed, "minutes", size=24) == []


@pytest.mark.parametrize("size", [1, 13, 17, 240, -1])
def test_another_size_is_refused(agreed: Session, size: int) -> None:
    with pytest.raises(Refused, match="14, 16, 18 or 24"):
        build(agreed, "outcome", size=size)


def test_an_own_copy_has_the_own_actions_on_top_and_its_name_not_in_the_file_name(agreed: Session) -> None:
    assert owners(agreed) == ["Jo", "Sam"]
    said = words_of(build(agreed, "outcome", name="sam"))
    assert in_order(
        said, "Personal copy", "What you said you would do Sam: A note on the kitchen door with a map.",
        "What we talked about", "Who does what Jo:",
    )  # fmt: skip
    assert said.count("A note on the kitchen door") == 1
    assert "What you said" not in words_of(build(agreed, "outcome"))
    name = file_name(agreed, "outcome", name="Sam")
    assert name == "2026-11-24, Tuesday kitchen, outcome sheet, personal copy.pdf"
    with pytest.raises(Refused, match="this name"):
        build(agreed, "outcome", name="Alex")
    with pytest.raises(Refused, match="Only the outcome sheet"):
        build(agreed, "minutes", name="Sam")


def test_a_chosen_picture_takes_the_place_of_the_one_by_words_and_only_there(agreed: Session) -> None:
    session = evening()
    before = picture_rows(document(session, "outcome"))
    keys = [row.key for row in before]
    assert len(set(keys)) == len(keys)
    assert all(keys)
    sheet = session.outcome_sheet
    assert sheet is not None
    at = next(at for at, row in enumerate(before) if isinstance(row, PictureRow) and "side door by" in str(row.words))
    sheet.choose_picture(keys[at], "key")
    after = picture_rows(document(session, "outcome"))
    assert [row.picture for row in after] == ["key" if place == at else row.picture for place, row in enumerate(before)]
    sheet.choose_picture(keys[at], "")
    assert picture_rows(document(session, "outcome")) == before
    for wrong in ("The side door", "action 5; x", ""):
        with pytest.raises(Refused):
            sheet.choose_picture(wrong, "key")
    with pytest.raises(Refused):
        sheet.choose_picture("action 5", "Two Words")
    mine, theirs = (words_of(build(one, "outcome")).split("Check code")[0] for one in (session, agreed))
    assert mine == theirs


def test_easy_to_read_loses_the_word_draft_when_readers_have_checked_it() -> None:
    session = evening()
    assert session.outcome_sheet is not None
    session.outcome_sheet.check(True)
    pages = pages_of(build(session, "outcome"))
    assert all("Easy to read" in page and "Easy to read draft" not in page for page in pages)


def test_the_command_line_makes_sizes_and_own_copies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(tmp_path / "store")
    file = ROOT / "assets" / "rehearsals" / "tuesday-kitchen.toml"
    assert main(["rehearse", str(file), "--store", store]) == 0
    to = tmp_path / "sheet.pdf"
    ask = ["minutes", "2", "--to", str(to), "--store", store, "--paper", "outcome"]
    capsys.readouterr()
    assert main([*ask, "--size", "24", "--for", "Jo"]) == 0
    said = capsys.readouterr().out
    assert "What did not fit:" in said
    assert letters(to.read_bytes(), "Personal copy") == 24
    made = to.read_bytes()
    for wrong, sentence in (
        (["--size", "15"], "Choose 14, 16, 18 or 24"),
        (["--size", "big"], "Choose 14, 16, 18 or 24"),
        (["--for", "Nobody"], "No action of this session has this name"),
        (["--for", "Jo", "--paper", "minutes"], "Only the outcome sheet"),
        (["--for", "Jo", "--form", "csv"], "Only the outcome sheet"),
    ):
        assert main([*ask, *wrong]) == 1
        assert sentence in capsys.readouterr().err
    assert to.read_bytes() == made
