from __future__ import annotations

from pathlib import Path

import pytest

from elephants.paper.document import (
    Added,
    AddedRows,
    Block,
    Boxed,
    Column,
    Document,
    Heading,
    Line,
    Lines,
    LookName,
    PictureRow,
    Run,
    Spacer,
    Table,
    Text,
    strong,
)
from elephants.paper.layout import to_pdf
from tests.paper.reading import fonts_of, inside, pages_of, says_of_itself, words_of

BAD = Path(__file__).parents[1] / "data" / "bad-input" / "blns.txt"
TWO = (Column(0.5), Column(0.5, right=True))


def paper(*blocks: Block, draft: bool = False, look: LookName = "minutes", title: str = "A title") -> Document:
    return Document(title, "Tuesday kitchen", "Minutes", "Tuesday kitchen, a day", blocks, draft=draft, look=look)


def all_blocks(words: str) -> tuple[Block, ...]:
    return (
        Heading(words),
        Text(words),
        Lines((Line(words, words),)),
        Table(TWO, ((words, words), (strong(words), words)), ruled=True),
        Added(words, (words,)),
        PictureRow("church", (strong(words), words)),
        AddedRows(words, (PictureRow("door", (words,)),)),
        Boxed(words, (words,), "calendar"),
        Spacer(),
    )


@pytest.mark.parametrize("look", ["minutes", "outcome"])
def test_words_come_out_in_the_order_they_were_put_in(look: LookName) -> None:
    blocks = (
        Heading("One"),
        Text("two three"),
        Lines((Line("four", "five"),)),
        Table(TWO, (("six", "seven"),)),
        Added("eight", ("nine",)),
        PictureRow("", (strong("ten"), "eleven")),
        Boxed("twelve", ("thirteen",)),
    )
    said = words_of(to_pdf(paper(*blocks, look=look)))
    expected = "A title One two three four five six seven eight nine ten eleven twelve thirteen"
    assert expected in said


def test_a_draft_says_so_on_every_page_and_an_agreed_paper_on_none() -> None:
    long = [Text("Words of the room. " * 200) for _ in range(6)]
    pages = pages_of(to_pdf(paper(*long, draft=True)))
    assert len(pages) > 2
    assert all("Draft, not yet read back" in page for page in pages)
    assert "Draft" not in words_of(to_pdf(paper(*long)))


def test_every_page_says_which_it_is_and_easy_reading_asks_to_turn_over() -> None:
    long = [Text("Words of the room. " * 80) for _ in range(4)]
    minutes = pages_of(to_pdf(paper(*long)))
    assert minutes[0].endswith(f"Page 1 of {len(minutes)}")
    first, *_, last = pages_of(to_pdf(paper(*long, look="outcome")))
    assert "Please turn over." in first
    assert "Please turn over." not in last


def test_the_file_says_nothing_of_itself_but_its_title() -> None:
    pdf = to_pdf(paper(Text("words"), title="Minutes of a day"))
    assert says_of_itself(pdf) == {"Title": "Minutes of a day"}
    assert b"/Author" not in pdf
    assert b"/Creator" not in pdf
    assert b"/Producer" not in pdf


def test_the_same_document_gives_the_same_bytes() -> None:
    document = paper(*all_blocks("Some words, and more."), look="outcome")
    assert to_pdf(document) == to_pdf(document)


@pytest.mark.parametrize("words", ["plain", "Zażółć gęślą jaźń", "Trường học", "α β γ Ж", "☂ ♥", "a\u202eb"])
def test_every_font_is_in_the_file(words: str) -> None:
    fonts = fonts_of(to_pdf(paper(*all_blocks(words))))
    assert fonts
    assert all(embedded for _, embedded in fonts), fonts


def test_letters_of_other_scripts_are_found_again() -> None:
    said = words_of(to_pdf(paper(Text("Zażółć gęślą jaźń. Trường học. Ждём."))))
    assert "Zażółć gęślą jaźń. Trường học. Ждём." in said


def test_what_no_font_has_is_said_in_words() -> None:
    said = words_of(to_pdf(paper(Text("We like tea \U0001f600 a lot \U0001f44d\U0001f3fd."))))
    assert "We like tea (grinning face) a lot (thumbs up sign)" in said


def test_markup_is_only_words() -> None:
    said = words_of(to_pdf(paper(Text("<img src='/etc/passwd'> x <y and z> </para> &amp;"))))
    assert "<img src='/etc/passwd'> x <y and z> </para> &amp;" in said


@pytest.mark.parametrize("look", ["minutes", "outcome"])
def test_every_hostile_line_builds(look: LookName) -> None:
    lines = [line for line in BAD.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) > 300
    blocks = [block for line in lines for block in all_blocks(line)]
    pdf = to_pdf(paper(*blocks, look=look, title=lines[0]))
    assert all(embedded for _, embedded in fonts_of(pdf))
    assert b"(<script>alert" not in pdf[:200]
    assert len(pages_of(pdf)) > 20


def test_a_title_or_a_space_of_hostile_words_builds() -> None:
    for line in BAD.read_text(encoding="utf-8").splitlines()[::7]:
        document = Document(line, line, line, line, subtitle=line, draft=True)
        assert to_pdf(document).startswith(b"%PDF")


def test_a_word_of_ten_thousand_letters_is_broken_and_nothing_is_lost() -> None:
    word = "abcdefghij" * 1000
    for block in all_blocks(word)[:3]:
        said = words_of(to_pdf(paper(block))).replace(" ", "")
        assert said.count("abcdefghij") > 900
    assert to_pdf(paper(*all_blocks(word), look="outcome"))


def test_a_paragraph_of_four_hundred_thousand_letters_goes_over_pages() -> None:
    pages = pages_of(to_pdf(paper(Text("word " * 80_000))))
    assert len(pages) > 50
    assert sum(page.count("word") for page in pages) == 80_000


def test_a_table_cell_taller_than_a_page_goes_over_pages() -> None:
    pages = pages_of(to_pdf(paper(Table(TWO, (("left " * 3000, "right"),), ruled=True))))
    assert len(pages) > 3
    assert sum(page.count("left") for page in pages) == 3000


def test_a_picture_row_and_a_box_taller_than_a_page_keep_their_words() -> None:
    row = PictureRow("church", ("long " * 3000,))
    box = Boxed("Next", ("tall " * 3000,), "calendar")
    said = words_of(to_pdf(paper(row, box, look="outcome")))
    assert said.count("long") == 3000
    assert said.count("tall") == 3000


@pytest.mark.parametrize("fill", range(28, 60, 2))
def test_a_heading_never_ends_a_page(fill: int) -> None:
    lines = [Text(f"line {number}") for number in range(fill)]
    pages = pages_of(to_pdf(paper(*lines, Heading("The heading"), Text("what it names"))))
    page = next(page for page in pages if "The heading" in page)
    assert "what it names" in page


@pytest.mark.parametrize("fill", range(28, 44))
def test_the_last_row_of_a_table_or_a_list_never_stands_alone(fill: int) -> None:
    lines = [Text(f"line {number}") for number in range(fill)]
    rows = tuple((f"row {number}", "when") for number in range(4))
    items = tuple(Line(f"row {number}") for number in range(4))
    for block in (Table(TWO, rows, ruled=True), Lines(items)):
        pages = pages_of(to_pdf(paper(*lines, block)))
        assert any("row 2" in page and "row 3" in page for page in pages)
        assert any("row 0" in page and "row 1" in page for page in pages)


def test_an_added_part_is_marked_in_words_not_by_colour_alone() -> None:
    said = words_of(to_pdf(paper(Added("Added because some of us need it", ("A side door.",)))))
    assert "Added because some of us need it A side door." in said


def test_an_outcome_sheet_shrinks_its_pictures_before_it_takes_a_third_side() -> None:
    rows = tuple(PictureRow("church", ("One idea in a row.",)) for _ in range(18))
    assert len(pages_of(to_pdf(paper(*rows, look="outcome")))) == 2


def test_an_empty_document_is_one_page() -> None:
    assert len(pages_of(to_pdf(paper()))) == 1


def test_a_quiet_run_stands_beside_a_strong_one() -> None:
    said = words_of(to_pdf(paper(Text((Run("Jo:", "strong"), Run(" asks the hall.", "quiet"))))))
    assert "Jo: asks the hall." in said


def test_no_path_of_this_computer_is_in_the_file() -> None:
    assert b"/home" not in inside(to_pdf(paper(Text("words"))))
    assert str(Path.cwd()).encode() not in inside(to_pdf(paper(Text("words"))))


@pytest.mark.parametrize(("ideas", "sides"), [(5, 1), (6, 1), (10, 2), (12, 2), (15, 3), (18, 3)])
def test_an_outcome_sheet_takes_no_side_more_on_which_little_would_stand(ideas: int, sides: int) -> None:
    rows = [PictureRow("church", ("One idea.",) * 5) for _ in range(ideas)]
    pages = pages_of(to_pdf(paper(*rows, look="outcome")))
    assert len(pages) == sides
    assert sum(page.count("One idea.") for page in pages) == 5 * ideas
