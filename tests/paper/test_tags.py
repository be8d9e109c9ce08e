"""Every paper is tagged: a screen reader finds headings, lists, tables and pictures, and each word in its order.

Controls make the faults that must be found.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest

from elephants.paper.cards import cards_pdf
from elephants.paper.document import Added, AddedRows, Boxed, Heading, Line, Lines, LookName, PictureRow, Table, Text
from elephants.paper.ink import MINUTES
from elephants.paper.layout import new_canvas, to_pdf
from elephants.paper.papers import PAPERS, build
from elephants.paper.setting import draw_lines, set_words
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.paper.wanted import DRAWN, Wanted, make
from elephants.sessions.decks.deck import Deck
from elephants.sessions.stories.stories import first_deck
from tests.paper.reading import pages_of, says_of_itself, words_of
from tests.paper.tags import Tagged, faults
from tests.paper.test_layout import TWO, all_blocks, paper
from tests.rehearsals import play, shipped

REHEARSALS = sorted(path.stem for path in shipped("").parent.glob("*.toml"))
OFTEN = ("tuesday-kitchen", "council-2024-12-20")
"""The rehearsals whose papers are looked at in every run; between them they hold every block."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, bytes]]:
    @cache
    def made(rehearsal: str) -> dict[str, bytes]:
        played = play(shipped(rehearsal), tmp_path_factory.mktemp("store") / "store")
        drawn = {name: make(played.session, Wanted(name, names=True)) for name in DRAWN if name != "cards"}
        return {name: build(played.session, name) for name in PAPERS} | drawn

    return made


def looked_at(pdf: bytes, folder: Path) -> None:
    """Ask every reader we have; each must find nothing to say."""
    assert faults(pdf) == []
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)
    report = import_module("pdfua").validate(str(file))
    assert [finding.message for finding in report.findings] == []
    told = subprocess.run(["pdfinfo", "-struct-text", file], check=True, capture_output=True, text=True)
    assert told.stderr == ""
    assert told.stdout.startswith("Document\n")


@pytest.mark.parametrize("rehearsal", OFTEN)
def test_every_paper_of_a_rehearsal_can_be_followed(
    papers: Callable[[str], dict[str, bytes]], rehearsal: str, tmp_path: Path
) -> None:
    for pdf in papers(rehearsal).values():
        looked_at(pdf, tmp_path)


@pytest.mark.torture
@pytest.mark.parametrize("rehearsal", [name for name in REHEARSALS if name not in OFTEN])
def test_every_paper_of_every_other_rehearsal_can_be_followed(
    papers: Callable[[str], dict[str, bytes]], rehearsal: str, tmp_path: Path
) -> None:
    for pdf in papers(rehearsal).values():
        looked_at(pdf, tmp_path)


@pytest.mark.parametrize("cards", [0, 6])
def test_the_cards_can_be_followed(cards: int, tmp_path: Path) -> None:
    pdf = cards_pdf(Deck({"en": "Ours"}, "", first_deck().cards[:cards]))
    looked_at(pdf, tmp_path)
    assert Tagged(pdf).kinds().count("Figure") == cards


@pytest.mark.parametrize("look", ["minutes", "outcome"])
def test_every_block_can_be_followed(look: LookName, tmp_path: Path) -> None:
    looked_at(to_pdf(paper(*all_blocks("Some words. " * 60) * 3, look=look, draft=True)), tmp_path)
    looked_at(to_pdf(paper(*all_blocks(""), look=look)), tmp_path)
    looked_at(to_pdf(paper()), tmp_path)
    assert says_of_itself(to_pdf(paper(title=" "))) == {"Title": "Minutes"}


def struct_text(pdf: bytes, folder: Path) -> str:
    (folder / "paper.pdf").write_bytes(pdf)
    command = ["pdfinfo", "-struct-text", str(folder / "paper.pdf")]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return " ".join(part for line in told.splitlines() if (part := line.strip().strip('"')) and line.strip()[0] == '"')


def test_a_reader_hears_each_word_once_in_order_and_no_head_foot_or_bar(tmp_path: Path) -> None:
    words = "one two three four five six seven eight nine ten " * 40
    row = PictureRow("church", (words, "eleven"))
    blocks = (Text(words), Lines((Line(words),)), Table(TWO, ((words, "twelve"),)), Added("Added", (words,)), row)
    pdf = to_pdf(paper(*blocks, draft=True))
    assert len(pages_of(pdf)) > 2
    said = " ".join(struct_text(pdf, tmp_path).split())
    once = words.strip()
    assert said == f"A title {once} {once} {once} twelve Added {once} {once} eleven"
    assert "Draft" in words_of(pdf)


def test_pdfplumber_finds_the_same_tree() -> None:
    table = Table(TWO, (("a", "b"),), header=("A", "B"))
    box = Boxed("Next", ("When",), "calendar")
    rows = AddedRows("More", (PictureRow("door", ("A side door.",)),))
    pdf = to_pdf(paper(Heading("One"), Lines((Line("x"),)), table, Added("Added", ("y",)), rows, box))
    pictures: list[object] = []

    def told(element: dict[str, object]) -> object:
        pictures.extend([element["alt_text"]] if "alt_text" in element else [])
        kids = element.get("children", [])
        assert isinstance(kids, list)
        return (element["type"], *map(told, kids)) if kids else element["type"]

    with import_module("pdfplumber").open(BytesIO(pdf)) as file:
        (root,) = file.structure_tree
    listed, shown = ("L", ("LI", "Lbl", "LBody")), ("L", ("LI", "Lbl", ("LBody", "P", "Figure")))
    rows_told = ("Table", ("TR", "TH", "TH"), ("TR", "TD", "TD"))
    boxed = ("Sect", "H2", "P", "Figure")
    assert told(root) == ("Document", "H1", "H2", listed, rows_told, ("Div", "P", listed), "H2", shown, boxed)
    assert pictures == ["Picture: A door", "Picture: A calendar with a tick"]


def test_a_header_is_drawn_on_every_page_of_a_table_and_heard_once(tmp_path: Path) -> None:
    rows = tuple((f"row {number}", "words " * 30) for number in range(60))
    pdf = to_pdf(paper(Table(TWO, rows, ruled=True, header=("Who we ask", "When"))))
    pages = pages_of(pdf)
    assert len(pages) > 3
    assert all(page.count("Who we ask When") == 1 for page in pages)
    assert struct_text(pdf, tmp_path).count("Who we ask") == 1
    assert faults(pdf) == []
    for number in range(60):
        assert sum(page.count(f"row {number} ") for page in pages) == 1


@pytest.mark.parametrize("words", [200, 400, 3000])
def test_a_row_too_tall_for_a_page_goes_on_under_the_header(words: int) -> None:
    table = Table(TWO, (("tall " * words, "x"), ("end", "x")), header=("What " * 40, "When"))
    said = words_of(to_pdf(paper(Text("before"), table)))
    assert said.count("tall") == words


def test_headings_go_down_in_steps_of_one_whatever_the_blocks_say() -> None:
    levels: tuple[Literal[1, 2, 3], ...] = (2, 3, 2, 3, 1, 3, 3, 2, 3, 1)
    blocks = [Heading(f"Part {number}", level) for number, level in enumerate(levels)]
    kinds = Tagged(to_pdf(paper(*blocks))).kinds()
    assert kinds == ["Document", "H1", *["H2", "H3", "H2", "H3", "H2", "H3", "H3", "H3", "H4", "H2"]]


def test_lines_of_a_paragraph_are_heard_as_words_apart_and_a_broken_word_as_one(tmp_path: Path) -> None:
    words = "abcdefghij " * 40
    said = struct_text(to_pdf(paper(Text(words), title="One\nTwo")), tmp_path)
    assert said == f"One Two {words}".strip()
    assert struct_text(to_pdf(paper(Text("x" * 300))), tmp_path) == f"A title {'x' * 300}"


def test_glyphs_that_are_not_their_letters_are_spelled(tmp_path: Path) -> None:
    def draw(canvas: TaggedCanvas) -> None:
        style = MINUTES.text
        with canvas.marked(Element("P", canvas.story)):
            draw_lines(
                canvas, set_words("an \u017boffice \u0915\u094d\u0937\u092e\u093e (1)", style, 300), style, 60, 700
            )

    pdf = drawn(draw)
    assert faults(pdf) == []
    assert "an \u017boffice \u0915\u094d\u0937\u092e\u093e (1)" in words_of(pdf)
    (tmp_path / "paper.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", tmp_path / "paper.pdf", "-"], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "an \u017boffice \u0915\u094d\u0937\u092e\u093e (1)"


def test_a_link_is_an_element_with_words_and_leads_only_to_the_web_or_to_mail() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        link = Element("Link", Element("P", canvas.story), language="pl")
        with canvas.marked(link):
            canvas.drawString(60, 700, "Our page")
        canvas.link(link, "https://example.org/a_(b)", (60, 695, 120, 715))

    pdf = drawn(draw, draw)
    assert faults(pdf) == []
    tagged = Tagged(pdf)
    assert tagged.kinds() == ["Document", "P", "Link", "P", "Link"]
    links = [page.annots[0].resolve() for page in tagged.pages]
    assert [tagged.parents[link["StructParent"]].objid for link in links] == [tagged.elements[n][0] for n in (2, 4)]
    assert links[0]["A"]["URI"] == links[0]["Contents"] == b"https://example.org/a_(b)"
    assert tagged.elements[2][2]["Lang"] == b"pl"
    canvas = new_canvas(BytesIO(), "A title", "en")
    for address in ("file:///etc/passwd", "javascript:alert(1)", "notes.pdf"):
        with pytest.raises(ValueError, match="only web"):
            canvas.link(Element("Link", canvas.story), address, (0, 0, 9, 9))


def test_a_mark_inside_a_mark_is_refused() -> None:
    canvas = new_canvas(BytesIO(), "A title", "en")
    with canvas.marked(None), pytest.raises(ValueError, match="inside"):
        canvas.marked(Element("P", canvas.story))


def test_it_can_be_stopped_while_it_is_set_and_while_it_is_drawn() -> None:
    long = paper(*(Text("words " * 300) for _ in range(40)))
    heard: list[float] = []
    to_pdf(long, heard.append)
    assert heard == sorted(heard)
    assert 0.0 in heard
    assert heard[-1] > 0.9

    def stop(done: float) -> None:
        if done > limit:
            raise InterruptedError

    for limit in (0.2, 0.8):  # noqa: B007  (`stop` reads it)
        with pytest.raises(InterruptedError):
            to_pdf(long, stop)


def drawn(*pages: Callable[[TaggedCanvas], None], language: str = "en") -> bytes:
    """A paper of one's own, drawn by hand."""
    out = BytesIO()
    canvas = new_canvas(out, "A title", language)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def said(canvas: TaggedCanvas, *elements: Element) -> None:
    for element in elements:
        with canvas.marked(element):
            canvas.drawString(60, 700, "words")


def outside(canvas: TaggedCanvas) -> None:
    canvas.rect(1, 1, 9, 9, fill=1)
    canvas.drawString(60, 700, "words")


def skipped(canvas: TaggedCanvas) -> None:
    said(canvas, Element("H1", canvas.story), Element("H3", canvas.story))


def two_titles(canvas: TaggedCanvas) -> None:
    said(canvas, Element("H1", canvas.story), Element("H1", canvas.story))


def no_words(canvas: TaggedCanvas) -> None:
    said(canvas, Element("Figure", canvas.story))


def bad_table(canvas: TaggedCanvas) -> None:
    table = Element("Table", canvas.story)
    first, second = Element("TR", table), Element("TR", table)
    said(canvas, Element("TH", first), Element("TD", first), Element("P", second))


def not_in_the_file(canvas: TaggedCanvas) -> None:
    canvas.setFont("Helvetica", 12)
    said(canvas, Element("P", canvas.story))


def inside_one_another(canvas: TaggedCanvas) -> None:
    with canvas.marked(Element("P", canvas.story)):
        canvas.addLiteral("/Artifact BMC EMC")


def nobodys(canvas: TaggedCanvas) -> None:
    canvas.addLiteral("/P <</MCID 0>> BDC EMC")


def swapped(canvas: TaggedCanvas) -> None:
    said(canvas, Element("P", canvas.story), Element("P", canvas.story))
    canvas._marks.reverse()


def without_end(canvas: TaggedCanvas) -> None:
    canvas.artifact()


def a_date(canvas: TaggedCanvas) -> None:
    canvas._file.info = import_module("reportlab.pdfbase.pdfdoc").PDFInfo()


@pytest.mark.parametrize(
    ("draw", "fault"),
    [
        (outside, ["B* outside every mark on page 1", "Tj outside every mark on page 1"]),
        (skipped, ["H3 under H1"]),
        (two_titles, ["a second H1"]),
        (no_words, ["a picture without words"]),
        (
            bad_table,
            [
                "rows of a table that are not equally long",
                "a row without a header cell",
                "a header cell without scope",
                "P in TR",
            ],
        ),
        (not_in_the_file, ["font Helvetica is not in the file"]),
        (inside_one_another, ["Artifact inside P on page 1"]),
        (nobodys, ["marks and elements do not meet on page 1", "a mark that does not find its element on page 1"]),
        (swapped, ["a mark that does not find its element on page 1"]),
        (without_end, ["Artifact never ends on page 1"]),
        (a_date, ["tells Producer"]),
    ],
)  # fmt: skip
def test_the_check_finds_what_is_wrong(draw: Callable[[TaggedCanvas], None], fault: list[str]) -> None:
    assert faults(drawn(draw)) == fault


def test_the_check_finds_a_file_that_is_not_tagged_at_all() -> None:
    out = BytesIO()
    plain = import_module("reportlab.pdfgen.canvas").Canvas(out)
    plain.drawString(60, 700, "words")
    plain.save()
    found = faults(out.getvalue())
    assert {"no language", "not marked", "no title in the window", "no order of tabs on page 1"} <= set(found)
    assert "no language" in faults(drawn(lambda canvas: said(canvas, Element("P", canvas.story)), language=""))
