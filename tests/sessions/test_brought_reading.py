"""Old papers in Markdown are read as they were written, whatever is in the file; what cannot be read says why."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elephants.sessions.brought.days import EARLIEST, find_day
from elephants.sessions.brought.lines import CODE, HEADING, ITEM, KINDS, LONGEST, ROW, TEXT, Paragraph
from elephants.sessions.brought.reading import LARGEST_FILE, MOST_PARAGRAPHS, Minutes, read_minutes
from elephants.sessions.text import LIMITS, Refused, blank, tidy

TODAY = date(2026, 11, 22)
COUNCIL = sorted((Path(__file__).parents[1] / "data" / "minutes-rust").glob("*.md"))
BLNS = Path(__file__).parents[1] / "data" / "bad-input" / "blns.txt"


def read(given: str | bytes, source: str = "old/notes.md") -> Minutes:
    return read_minutes(source, given.encode() if isinstance(given, str) else given, TODAY)


def told(text: str) -> list[tuple[str, int, str]]:
    return [(one.kind, one.level, one.text) for one in read(text).paragraphs]


@pytest.mark.parametrize("file", COUNCIL, ids=lambda file: file.name)
def test_every_word_of_real_minutes_is_kept_in_its_order(file: Path) -> None:
    minutes = read(file.read_bytes(), f"minutes/{file.name}")
    assert minutes.day == date.fromisoformat(file.stem)
    words = [word for one in minutes.paragraphs for word in re.findall(r"\w+", one.text)]
    assert words == re.findall(r"\w+", file.read_text(encoding="utf-8"))
    assert not any(mark in one.text for one in minutes.paragraphs for mark in ("**", "## ", "]("))


def test_markdown_is_taken_apart() -> None:
    assert told(
        "# Kitchen\nheld **together**,\nall _day_\n\n- one\n  1. two [here](http://a.b/c_(d))\n     below\n- three\n\n"
        "> said\n\n| who | what |\n|---|:-:|\n| Ann | a \\| b |\n\nwho | what\n--- | ---\nBo | tea\n\n***\n"
        "```\n# no *heading*\n```\nLater\n-----\n<b>bold</b> <!-- aside --> 2*3*4 snake_case `a*b*c` \\*so\\*\n"
    ) == [
        (HEADING, 0, "Kitchen"), (TEXT, 0, "held together, all day"), (ITEM, 0, "one"),
        (ITEM, 1, "1. two here (http://a.b/c_(d)) below"), (ITEM, 0, "three"), (TEXT, 0, "said"),
        (ROW, 0, "who | what"), (ROW, 0, "Ann | a | b"), (ROW, 0, "who | what"), (ROW, 0, "Bo | tea"),
        (CODE, 0, "# no *heading*"), (HEADING, 1, "Later"),
        (TEXT, 0, "<b>bold</b> <!-- aside --> 2*3*4 snake_case a*b*c *so*"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2023-06-15.md", date(2023, 6, 15)),
        ("Minutes 20230615 final.md", date(2023, 6, 15)),
        ("Council meeting 2024 08 30", date(2024, 8, 30)),
        ("Thursday 15th of June 2023", date(2023, 6, 15)),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        ("15.06.2023", date(2023, 6, 15)),
        ("6/15/2023", date(2023, 6, 15)),
        ("03/04/2023", None),
        ("1023-06-15", None),
        ("9999-12-31", None),
        ("2026-11-23", None),
        ("2023-02-30, then 2023-03-01", date(2023, 3, 1)),
        ("00-00-0000 0000-00-00 12023-06-155", None),
    ],
)
def test_a_day_is_found_or_none(words: str, day: date | None) -> None:
    assert find_day(words, TODAY) == day


def test_day_and_title_come_from_the_name_the_front_matter_the_heading_or_the_folder() -> None:
    front = "---\ntitle: 'Spring'\ndate: 2021-03-04\n---\n# Other, 1 May 2020\n"
    assert (read(front).day, read(front).title) == (date(2021, 3, 4), "Spring")
    assert read(front, "old/2019-01-02.md").day == date(2019, 1, 2)
    assert [one.text for one in read(front).paragraphs] == ["title: 'Spring'", "date: 2021-03-04", "Other, 1 May 2020"]
    assert read("Tea\n\nDate: 1 May 2020").day == date(2020, 5, 1)
    assert read("Tea", "old/2020/05/01.md").day == date(2020, 5, 1)
    assert read("Tea", "copy of 2020-05-01/tea.md").day is None, "the chosen folder says nothing of a paper"
    assert (read("Tea").title, read("# " + "long " * 99).title[-1]) == ("notes", "…")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\n***\n", "no words"),
        (b"a" * (LARGEST_FILE + 1), "too large"),
        (b"a\n\n" * (MOST_PARAGRAPHS + 1), "too long"),
        (bytes(range(256)) * 9, "not text"),
        (b"\x7fELF" + b"\0" * 40, "not text"),
        ("x".encode("utf-32"), "not text"),
    ],
)  # fmt: skip
def test_what_is_no_paper_says_why(given: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says):
        read(given)


def test_letters_of_other_computers_are_read() -> None:
    for code, guessed in (("utf-8-sig", False), ("utf-16", False), ("cp1252", True)):
        minutes = read("# Café für “alle”".encode(code))
        assert (minutes.title, minutes.guessed) == ("Café für “alle”", guessed)


def test_a_hostile_line_takes_no_longer_than_another() -> None:
    """Each would take minutes where a sign is looked for again and again."""
    began = time.perf_counter()
    for sign in (">", "[", "[a](", "*a ", "`" + "a``", "-" * 9 + " ", "|-", "# ", "<http://", "&", "\\", "1. "):
        for end in ("", "x\n"):
            text = sign * (30_000 // len(sign)) + end
            assert all(len(one.text) <= LONGEST for one in _maybe(text.encode()))
    assert time.perf_counter() - began < 10


def test_naughty_strings_come_back_as_they_are_kept() -> None:
    lines = [one for one in BLNS.read_text(encoding="utf-8").split("\n") if one and not one.startswith("#")]
    for line in lines:
        _maybe(line.encode("utf-8", "surrogatepass"))
    code = read("```\n" + "\n".join(lines) + "\n```").paragraphs
    assert {one.kind for one in code} == {CODE}


def _maybe(given: bytes) -> tuple[Paragraph, ...]:
    """Read anything: a refusal, or paragraphs that are safe to keep; the same each time."""
    try:
        minutes = read(given)
    except Refused:
        return ()
    assert minutes.paragraphs
    assert 0 < len(minutes.paragraphs) <= MOST_PARAGRAPHS
    assert minutes.day is None or date(EARLIEST, 1, 1) <= minutes.day <= TODAY
    assert len(minutes.title) <= LIMITS["title"]
    for one in minutes.paragraphs:
        assert one.kind in KINDS
        assert one.level >= 0
        assert not blank(one.text)
        assert one.text == tidy(one.text, lines=one.kind == CODE)
        one.text.encode()  # no half of a letter: the store takes it
    assert read(given).paragraphs == minutes.paragraphs
    return minutes.paragraphs


_SIGNS = st.sampled_from(
    ["# ", "- ", "  - ", "1. ", "> ", "| a | b |", "|---|---|", "```", "~~~", "---", "===", "***", "**", "_", "`",
     "[a](b)", "![", "](", "<b>", "<!--", "\\", "\t", "    ", "\n", "\r\n", "\n\n", "\u2028", "2023-06-15",
     "date: 15 June 2023", "\u202e", "é", "保險", "👍🏽", "\ufeff", "\x1b", "\0", "word", " "]
)  # fmt: skip
KINDS_OF_FILE = {
    "bytes": st.binary(max_size=200),
    "text": st.text(max_size=150).map(lambda text: text.encode("utf-8", "surrogatepass")),
    "wide text": st.text(max_size=60).map(lambda text: text.encode("utf-16", "surrogatepass")),
    "signs": st.lists(_SIGNS, max_size=30).map(lambda signs: "".join(signs).encode()),
}
ANYTHING = st.one_of(*KINDS_OF_FILE.values())

_SLOW = [HealthCheck.too_slow]


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=_SLOW, database=None)
@given(ANYTHING)
def test_any_bytes_are_read_or_refused_in_a_sentence(given_bytes: bytes) -> None:
    _maybe(given_bytes)


@pytest.mark.torture
@pytest.mark.parametrize("kind", KINDS_OF_FILE)
def test_a_hundred_thousand_files_of_any_bytes(kind: str) -> None:
    """A quarter of them of each kind."""

    @settings(max_examples=25_000, deadline=None, suppress_health_check=_SLOW, database=None)
    @given(KINDS_OF_FILE[kind])
    def any_file(given_bytes: bytes) -> None:
        _maybe(given_bytes)

    any_file()
