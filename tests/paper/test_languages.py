"""Every letter on paper: shaped, in a font that has it, never an empty box, and named where there is no font."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import String, inspect
from sqlalchemy.orm import object_session

from elephants.paper import fonts, papers, shaping, wanted
from elephants.paper.document import Document, Text, strong
from elephants.paper.ink import INK, MINUTES
from elephants.paper.layout import to_pdf
from elephants.paper.setting import SetLine, Stretch, draw_lines, set_words
from elephants.paper.shaping_levels import in_sight, levels, runs_backwards
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.sessions.session import Session
from tests.paper.evening import evening
from tests.paper.forms.hostile import bad_lines, everywhere
from tests.paper.glyphs import drawn, plain
from tests.paper.tags import faults
from tests.paper.test_tags import drawn as pdf_of

NAMES = Path(__file__).parents[1] / "data" / "names" / "common-forenames-by-country.csv"

SENTENCES = {
    "Polish": "Zażółć gęślą jaźń.",
    "Vietnamese": "Chúng ta gặp nhau ở trường học.",
    "Yoruba": "Ọjọ́ kẹ́rìnlá oṣù.",
    "Greek": "Ελληνικά, ὕδωρ.",
    "Russian": "Ждём вас у се́верной двери.",
    "Hindi": "क्षेत्र में बच्चों की कक्षा, ज्ञान और मित्रता। हिन्दी (2026).",
    "Bengali": "ক্ষুদ্র শিক্ষার্থীরা বন্ধুত্ব ও জ্ঞান পেয়েছে।",
    "Punjabi": "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ, ਪੰਜਾਬੀ।",
    "Gujarati": "ક્ષમા કરો, ગુજરાતી મિત્ર.",
    "Tamil": "வணக்கம், தமிழ் கொள்கை.",
    "Thai": "สวัสดีค่ะ ที่นี่มีน้ำ",
    "Lao": "ສະບາຍດີ ນ້ຳ",
    "Khmer": "សួស្តី ខ្មែរ ស្ត្រី",
    "Armenian": "Բարև Ձեզ։",
    "Georgian": "გამარჯობა, ᲒᲐᲛᲐᲠᲯᲝᲑᲐ!",
    "Amharic": "ሰላም ለሁላችሁ።",
    "Arabic": "مرحبا بكم في الاجتماع رقم ١٢ (المطبخ).",
    "Persian": "می‌خواهم کتاب‌ها را بخوانم.",
    "Urdu": "ہم سب باورچی خانے میں ملتے ہیں۔",
    "Hebrew": "שָׁלוֹם לכולם (מטבח) 24.",
}

JOINED = {
    "NotoSansDevanagari-Regular": ("क्ष", "ज्ञ", "त्र", "श्र"),
    "NotoSansDevanagari-Bold": ("क्ष", "ज्ञ", "त्र", "श्र"),
    "NotoSansBengali-Regular": ("ক্ষ", "জ্ঞ", "ন্ধ", "ত্ব"),
    "NotoSansBengali-Bold": ("ক্ষ", "জ্ঞ", "ন্ধ", "ত্ব"),
    "NotoSansGujarati-Regular": ("ક્ષ", "ત્ર"),
    "NotoSansTamil-Regular": ("க்ஷ",),
}

FREE = {"name", "contact", "place", "food", "title", "text", "question", "words", "sentence", "remaining_no"}
"""The fields in which people write what they want."""


def paper(*words: str) -> Document:
    blocks = tuple(block for one in words for block in (Text(one), Text(strong(one))))
    return Document(words[0], words[0], words[0], words[0], blocks)


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_held_without_an_empty_box(language: str) -> None:
    words = SENTENCES[language]
    assert fonts.missing([words]) == []
    pdf = to_pdf(paper(words))
    found = drawn(pdf)
    assert found.boxes == []
    assert plain(found.said).count(plain(words)) >= 4  # title, plain and strong, foot, and what of the head is not cut
    assert faults(pdf) == []


@pytest.mark.parametrize("name", JOINED)
def test_letters_that_melt_into_one_are_one_glyph(name: str) -> None:
    fonts.face(name)
    for letters in JOINED[name]:
        assert len(shaping.glyphs(name, letters, backwards=runs_backwards(letters)).drawn) == 1, letters


def test_a_sign_said_after_its_letter_is_drawn_before_it_and_a_mark_on_it() -> None:
    fonts.face("NotoSansDevanagari-Regular")
    drawn_as = shaping.glyphs("NotoSansDevanagari-Regular", "कि").drawn
    assert drawn_as[1] == "क"
    face, words = fonts.faces_of("q\u0303", bold=False)[0]
    assert words == "q\u0303"
    assert abs(shaping.glyphs(face.name, words).width - face.widths[ord("q")]) < 1


def test_an_arabic_letter_has_another_shape_in_a_word() -> None:
    fonts.face("NotoNaskhArabic-Regular")
    alone = shaping.glyphs("NotoNaskhArabic-Regular", "ه", backwards=True)
    three = shaping.glyphs("NotoNaskhArabic-Regular", "ههه", backwards=True)
    assert len(set(three.drawn) | set(alone.drawn)) == 4


@pytest.mark.parametrize(
    ("words", "seen"),
    [  # from the Unicode consortium's BidiCharacterTest, and sentences of ours
        ("אב(גד[&ef].)gh", "gh(.[ef&]דג)בא"),
        ("abc (def ابج) אבג", "abc (def جبا) גבא"),
        ("ابج book(s)", "book(s) جبا"),
        ("Come at 18:30, שלום 24-25.", "Come at 18:30, 24-25 םולש."),
        ("שלום 18:30 (kitchen) טוב", "בוט (kitchen) 18:30 םולש"),
        ("كلم ١٢٫٥ %", "% ١٢٫٥ ملك"),
    ],
)
def test_words_of_both_directions_stand_in_their_order(words: str, seen: str) -> None:
    found = levels(words, backwards=runs_backwards(words))
    order = [words[start:end][:: -1 if level % 2 else 1] for start, end, level in in_sight(found)]
    mirrored = str.maketrans("()[]", ")(][")
    levelled = [
        part.translate(mirrored) if level % 2 else part
        for part, (*_, level) in zip(order, in_sight(found), strict=True)
    ]
    assert "".join(levelled) == seen


@pytest.mark.parametrize("language", ["Hindi", "Bengali", "Khmer", "Thai", "Persian", "Yoruba"])
def test_no_line_ends_within_letters_that_belong_together(language: str) -> None:
    words = SENTENCES[language].replace(" ", "") * 6
    together = list(shaping.clusters(words))
    lines = [line.words for line in set_words(words, MINUTES.text, 60)]
    assert len(lines) > 5
    assert "".join(lines) == words
    for line in lines:
        assert unicodedata.category(line[0])[0] != "M", line
        *head, last = shaping.clusters(line)
        assert [*head, last] == together[: len(head) + 1]
        del together[: len(head) + 1]


def test_an_empty_box_would_be_found() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        line = SetLine([Stretch(fonts.body(), INK, "a \u0939 b")])
        with canvas.marked(Element("P", canvas.story)):
            draw_lines(canvas, [line], MINUTES.text, 60, 700)

    assert len(drawn(pdf_of(draw)).boxes) == 1


def test_letters_that_no_font_has_are_named_and_those_that_one_has_are_not() -> None:
    assert fonts.missing(["".join(SENTENCES.values()), "\U0001d400 \uff21 \u200d \ufe0f"]) == []
    assert fonts.missing(["日本 \U0001f600 తె"]) == ["త", "ె", "日", "本", "\U0001f600"]


def test_the_same_words_give_the_same_bytes_whatever_was_drawn_before() -> None:
    first = to_pdf(paper(SENTENCES["Hindi"]))
    to_pdf(paper("".join(SENTENCES.values()), "श्री ऋद्धि ङ्ग"))
    assert to_pdf(paper(SENTENCES["Hindi"])) == first


def names() -> list[str]:
    with NAMES.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2480
    return list(dict.fromkeys(name for row in rows for name in (row["Localized Name"], row["Romanized Name"]) if name))


def packs() -> Iterator[list[str]]:
    lines, called = bad_lines(), names()
    yield from (lines[at : at + 60] for at in range(0, len(lines), 60))
    yield from (called[at : at + 400] for at in range(0, len(called), 400))


def parts_held(line: str) -> list[str]:
    """The parts of a line between letters that no font has; those are named."""
    lost = dict.fromkeys(map(ord, fonts.missing([line])), "\n")
    return [part for part in line.translate(lost).split("\n") if plain(part)]


@pytest.mark.parametrize("pack", list(packs()), ids=lambda pack: plain(pack[0])[:12])
def test_every_naughty_line_and_every_name_is_held_in_every_place(pack: list[str]) -> None:
    document = everywhere(" \u2022 ".join(pack))
    found = drawn(to_pdf(replace(document, look="outcome" if len(pack) > 60 else "minutes")))
    assert found.boxes == []
    lost = [part for line in pack for part in parts_held(line) if not found.says(part)]
    assert lost == []


def filled() -> tuple[Session, list[str]]:
    """A session with naughty lines and names in every field that is free, and what was written."""
    session = evening()
    db = object_session(session)
    assert db is not None
    texts = [" \u2022 ".join(pack[at : at + 12]) for pack in packs() for at in range(0, len(pack), 12)]
    fields = [
        (one, column.key)
        for one in sorted(db, key=lambda one: (type(one).__name__, getattr(one, "id", 0) or 0))
        for column in inspect(type(one)).column_attrs
        if column.key in FREE and isinstance(column.columns[0].type, String) and getattr(one, column.key)
    ]
    assert len(fields) > 40
    for number, (one, field) in enumerate(fields):
        with db.no_autoflush:
            setattr(one, field, texts[number % len(texts)])
    return session, texts


def test_every_paper_in_every_form_builds_from_a_session_of_such_words() -> None:
    session, texts = filled()
    for name in papers.PAPERS:
        for form in wanted.FORMS:
            made = wanted.make(session, wanted.Wanted(name, form, names=True))
            assert made
            if form == "pdf":
                found = drawn(made)
                assert found.boxes == []
                assert faults(made) == []
    for name in wanted.DRAWN:
        assert drawn(wanted.make(session, wanted.Wanted(name, names=True))).boxes == []
    said = drawn(wanted.make(session, wanted.Wanted("minutes")))
    assert sum(said.says(part) for text in texts for part in parts_held(text)) > 20


def test_a_paper_says_which_letters_it_cannot_show() -> None:
    other = evening()
    assert papers.warnings(other) == []
    other.space.name = "日本 \U0001f600"
    (named,) = papers.warnings(other)
    assert all(letter in named for letter in "日本\U0001f600")
