"""Badges, ballot slips and the three cards: big letters that fit themselves, nothing near a cut, all slips alike."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from elephants.paper import papers
from elephants.paper.badges import badges_pdf, names_of
from elephants.paper.ballots import ballots_pdf, decision_of, too_long
from elephants.paper.signals import signals_pdf
from elephants.paper.wanted import Wanted, make, told
from elephants.sessions.decision import Decision, Option
from tests.paper.evening import HALL, evening
from tests.paper.reading import fonts_of, pages_of, says_of_itself, words_of
from tests.paper.tags import Tagged
from tests.paper.test_tags import looked_at, struct_text

MM = 72 / 25.4
NAMES = ("Jo", "Christopher", "Nguyễn Thị Minh Khai", "x" * 200, "Maximilian " * 18, '<b>O"Neil</b>', "Ольга", "Αθηνά")


def choice(*options: str, question: str = "Where?") -> Decision:
    decision = Decision(question=question, openness="wide")
    decision.options = [Option(text=text, place=place) for place, text in enumerate(options)]
    return decision


def drawn(pdf: bytes, page: int = 0, scale: float = 1.0) -> Any:
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        return document[page].render(scale=scale).to_pil().convert("L")


def places(pdf: bytes, columns: int, rows: int) -> Sequence[Any]:
    """The picture of each place of the first page, without its outer 20 points, where the marks are."""
    page = drawn(pdf, scale=2)
    wide, tall = page.width / columns, page.height / rows
    corners = [(round(column * wide), round(row * tall)) for row in range(rows) for column in range(columns)]
    return [page.crop((x + 40, y + 40, x + round(wide) - 40, y + round(tall) - 40)) for x, y in corners]


def alike(one: Any, other: Any) -> bool:
    """Whether two places look the same: in ink as dark, and no dot elsewhere but where one falls between two."""
    small = [picture.resize((picture.width // 8, picture.height // 8)).tobytes() for picture in (one, other)]
    most = max(abs(a - b) for a, b in zip(*small, strict=True))
    return bool(most < 24 and one.getextrema()[0] == other.getextrema()[0])


@pytest.mark.parametrize(
    ("pdf", "columns", "rows"),
    [
        (badges_pdf(NAMES), 2, 4),
        (ballots_pdf(choice("The church hall", "The kitchen")), 2, 2),
        (ballots_pdf(choice(*["word " * 16] * 4)), 1, 2),
        (ballots_pdf(choice(*["word " * 200] * 9, question="why " * 200)), 1, 1),
        (signals_pdf(), 1, 3),
    ],
    ids=["badges", "four slips", "two slips", "one slip", "signals"],
)
def test_nothing_but_the_marks_comes_near_a_cut_and_a_reader_can_follow(
    pdf: bytes, columns: int, rows: int, tmp_path: Path
) -> None:
    looked_at(pdf, tmp_path)
    page, near = drawn(pdf), round(5 * MM)
    for row in range(1, rows):
        y = round(page.height * row / rows)
        for column in range(columns):
            left, right = page.width * column / columns, page.width * (column + 1) / columns
            band = (round(left) + 50, y - near, round(right) - 30, y + near)
            assert page.crop(band).getextrema()[0] > 200
        assert page.crop((0, y - near, 40, y + near)).getextrema()[0] < 200  # the control: the marks are there
    for edge in (page.crop((0, 0, 28, page.height // 8)), page.crop((page.width - 28, 0, page.width, 200))):
        assert edge.getextrema()[0] > 200


# -- badges --------------------------------------------------------------------------------------------------------


def test_badges_are_blank_unless_names_are_wanted_and_only_those_chosen_stand_there() -> None:
    session = evening()
    assert names_of(session) == ["Jo", "Sam"]
    blank = words_of(make(session, Wanted("badges")))
    assert blank == " ".join(["Please call me"] * 8)
    all_of_us, one = (
        words_of(make(session, Wanted("badges", names=n, called=c))) for n, c in ((True, ()), (False, ("Sam",)))
    )
    assert "Jo" in all_of_us
    assert "Sam" in all_of_us
    assert "Sam" in one
    assert "Jo" not in one
    assert "Tuesday kitchen" not in all_of_us


def test_every_name_stands_whole_on_a_badge_of_its_own() -> None:
    pdf = badges_pdf((*NAMES, "Sam"))
    pages = pages_of(pdf)
    assert len(pages) == 2
    assert [page.count("Please call me") for page in pages] == [8, 8]
    assert words_of(pdf).replace(" ", "").count("x" * 200) == 1
    assert words_of(pdf).count("Maximilian") == 18
    for name in ("Christopher", "Nguyễn Thị", '<b>O"Neil</b>', "Ольга"):
        assert name in words_of(pdf)
    assert says_of_itself(pdf) == {"Title": "Name badges"}
    assert pdf == badges_pdf((*NAMES, "Sam"))


def test_a_short_name_is_larger_than_a_long_one() -> None:
    def tall(name: str) -> int:
        box = drawn(badges_pdf([name])).crop((30, 75, 290, 200)).point(lambda grey: 255 if grey < 128 else 0).getbbox()
        return int(box[3] - box[1])

    assert tall("Jo") > 35 > tall("Bartholomew-Alexander") > 8


# -- ballots -------------------------------------------------------------------------------------------------------


def test_all_slips_of_a_page_are_alike_to_the_dot_and_a_reader_hears_one(tmp_path: Path) -> None:
    pdf = ballots_pdf(choice("The church hall", "The kitchen", "In turn"))
    first, *others = places(pdf, 2, 2)
    assert len(others) == 3
    assert all(alike(other, first) for other in others)
    (control, *_) = places(ballots_pdf(choice("The church hall", "The kitchen", "In turns")), 2, 2)
    assert not alike(control, first)
    assert words_of(pdf).count("The church hall") == 4
    heard = struct_text(pdf, tmp_path)
    assert heard.split("Mark one box")[0] == "Where? A The church hall B The kitchen C In turn ? I'm not sure "
    figures = [element["Alt"].decode() for _, _, element in Tagged(pdf).elements if "Alt" in element]
    assert len(figures) == 4
    assert figures[0] == "Picture: A church"


def test_slips_grow_with_their_words_and_none_is_lost() -> None:
    few, more, many = (choice(*texts) for texts in (["Here"] * 3, ["word " * 16] * 4, ["wordy " * 30] * 9))
    assert [words_of(ballots_pdf(one)).count("I'm not sure") for one in (few, more, many)] == [4, 2, 1]
    assert words_of(ballots_pdf(many)).count("wordy") == 270
    long = choice("wordy " * 200, "short")
    assert words_of(ballots_pdf(long)).count("wordy") == 200
    assert not too_long(long)
    endless = choice(*["wordy " * 200] * 9)
    assert too_long(endless)
    assert words_of(ballots_pdf(endless)).count("(more words than a slip can hold)") == 9
    broken = choice("x" * 300, "y")
    assert words_of(ballots_pdf(broken)).replace(" ", "").count("x" * 300) == 1


def test_slips_are_for_the_decision_in_hand_else_for_one_to_be_made_else_blank() -> None:
    session = evening()
    assert decision_of(session) is session.decisions[0]
    other = choice("One", "Two", question="Another?")
    session.decisions.append(other)
    assert decision_of(session) is other  # still to be made
    assert decision_of(session, session.decisions[0].id) is session.decisions[0]
    session.decisions[:] = [choice(question="Without options?")]
    assert decision_of(session) is None
    blank = make(session, Wanted("ballots"))
    said = words_of(blank)
    assert said.count("What do we choose?") == 4
    assert said.count("I'm not sure") == 4
    assert Tagged(blank).kinds().count("LI") == 4  # A to C and I'm not sure
    assert HALL not in said


def test_nothing_on_a_slip_tells_whose_it_is_or_where() -> None:
    session = evening()
    pdf = make(session, Wanted("ballots"))
    assert HALL in words_of(pdf)
    for telling in ("Tuesday kitchen", "2026", "Page", "Jo"):
        assert telling not in words_of(pdf)
    assert says_of_itself(pdf) == {"Title": "Ballot slips"}
    assert papers.file_name(session, "ballots") == "2026-11-24, Tuesday kitchen, ballot slips.pdf"
    session.state = "closed"
    assert "Draft" not in papers.file_name(session, "ballots")


# -- the three cards -----------------------------------------------------------------------------------------------


def test_three_cards_by_word_and_shape_on_paper_of_one_colour(tmp_path: Path) -> None:
    pdf = signals_pdf()
    assert struct_text(pdf, tmp_path).startswith("Go on Let us keep going like this. Slow down Let us take our time.")
    shapes = [element["Alt"].decode() for _, _, element in Tagged(pdf).elements if "Alt" in element]
    assert shapes == ["Picture: An arrow that points on", "Picture: Two slow waves", "Picture: A full square"]
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        page = document[0].render(scale=1).to_pil().convert("RGB")
    tall = page.height // 3
    papers_of = [page.getpixel((100, tall * at + tall // 2 - 75)) for at in range(3)]
    assert len(set(papers_of)) == 1
    assert papers_of[0] != (255, 255, 255)
    first, second, third = places(pdf, 1, 3)
    assert not alike(first, second)
    assert not alike(second, third)


# -- all of them ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["badges", "ballots", "signals"])
def test_the_same_bytes_with_every_font_inside_and_letters_without_one_told(paper: str) -> None:
    session = evening()
    wanted = Wanted(paper, names=True)
    pdf = make(session, wanted)
    assert pdf == make(session, wanted)
    assert all(embedded for _, embedded in fonts_of(pdf))
    assert told(session, wanted) == []
    session.space.people[0].name = "\U0001f3b6"
    session.decisions[0].options[0].text = "\U0001f3b6 " + "wordy " * 2000
    said = " ".join(told(session, wanted))
    assert ("\U0001f3b6" in said) == (paper != "signals")
    assert ("more words than a ballot slip" in said) == (paper == "ballots")
