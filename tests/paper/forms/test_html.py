from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

import pytest

from elephants.paper import document as doc
from elephants.paper.forms.html import to_html
from elephants.paper.forms.letters import kept
from tests.paper.forms.hostile import bad_lines, everywhere

OURS = {"html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "h2", "p", "strong", "span"}
OURS |= {"ul", "li", "table", "col", "thead", "tbody", "tr", "th", "td", "div", "section", "svg", "path"}
SHAPES = {
    "class",
    "style",
    "scope",
    "lang",
    "dir",
    "charset",
    "http-equiv",
    "content",
    "name",
    "xmlns",
    "viewbox",
    "role",
}
SHAPES |= {"aria-label", "aria-hidden", "d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}


class Reader(HTMLParser):
    """Reads a page as a browser does: its elements, its attributes, its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.said: list[str] = []
        self.alternatives: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.alternatives += [value or "" for name, value in attrs if name == "aria-label"]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def single(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).split())


def test_no_naughty_line_acts_as_markup_and_every_one_is_there() -> None:
    plain = read(to_html(everywhere("plain words")))
    for line in bad_lines():
        page = read(to_html(everywhere(line)))
        assert page.elements == plain.elements
        assert page.attributes <= SHAPES
        assert single("".join(page.said)).count(single(kept(line))) >= 14
    assert set(plain.elements) == OURS


def test_the_check_sees_markup_that_got_through() -> None:
    page = to_html(everywhere("plain words")).replace("plain words", "<script>x</script>", 1)
    assert not set(read(page).elements) <= OURS


def test_the_page_may_fetch_and_run_nothing() -> None:
    page = to_html(everywhere("https://example.org/x.png <img src=x>"))
    assert "default-src 'none'" in page
    assert not any(
        word in page for word in ("<script", "<link", "<img", "url(", "@import", "href=", "src=x>"[:4] + "'")
    )


def test_headings_are_never_more_than_one_level_deeper() -> None:
    blocks = (doc.Heading("a", 3), doc.Heading("b", 1), doc.Heading("c", 3), doc.Heading("d", 2))
    levels = [name for name in read(to_html(doc.Document("T", "S", "K", "F", blocks))).elements if name[0] == "h"]
    assert [level for level in levels if level[1].isdigit()] == ["h1", "h2", "h2", "h3", "h3"]


def test_a_picture_is_told_in_words() -> None:
    page = read(to_html(everywhere("x")))
    assert len(page.alternatives) == 3
    assert all(words.startswith("Picture: ") for words in page.alternatives)


@pytest.mark.parametrize(("language", "direction"), [("en-GB", "ltr"), ("ar", "rtl"), ("fa-IR", "rtl"), ("pl", "ltr")])
def test_a_page_runs_the_way_its_language_does(language: str, direction: str) -> None:
    page = to_html(doc.Document("T", "S", "K", "F", language=language))
    assert f'<html lang="{language}" dir="{direction}">' in page


def test_a_draft_says_so_in_words() -> None:
    assert "Draft, not yet read back" in to_html(doc.Document("T", "S", "K", "F", draft=True))
    assert "Draft, not yet read back" not in to_html(doc.Document("T", "S", "K", "F"))
