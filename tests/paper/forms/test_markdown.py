from __future__ import annotations

from markdown_it import MarkdownIt

from elephants.paper import document as doc
from elephants.paper.forms.letters import kept
from elephants.paper.forms.markdown import to_markdown
from tests.paper.forms.hostile import bad_lines, everywhere
from tests.paper.forms.test_html import read, single


def shown(text: str) -> tuple[list[str], str]:
    """What a reader of Markdown makes of it: its elements and its words."""
    page = read(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))
    return page.elements, " ".join("".join(page.said).split())


def test_no_naughty_line_acts_as_markup_and_every_one_is_there() -> None:
    plain, _ = shown(to_markdown(everywhere("plain words")))
    for line in bad_lines():
        elements, said = shown(to_markdown(everywhere(line)))
        assert elements == plain, line
        assert single(said).count(single(kept(line))) >= 14, line


def test_the_check_sees_markup_that_got_through() -> None:
    plain, _ = shown(to_markdown(everywhere("plain words")))
    assert shown(to_markdown(everywhere("plain words")).replace("plain words", "*plain* <b>words</b>", 1))[0] != plain


def test_words_over_many_lines_stay_words() -> None:
    text = to_markdown(
        doc.Document("T", "S", "K", "F", (doc.Text("one\n    two\n- three\n1. four\n\n# five\n---\n===="),))
    )
    elements, said = shown(text)
    assert "one two - three 1. four # five --- ====" in said
    assert not {"pre", "ul", "ol", "h2"} & set(elements)


def test_every_part_of_a_record_has_its_form() -> None:
    text = to_markdown(everywhere("words"))
    assert "## words" in text
    assert "- words words" in text
    assert "| words | words |\n| --- | ---: |\n| words | words |" in text
    assert text.endswith("* * *\n\nwords\n")
