from __future__ import annotations

import pytest

from elephants.sessions.wordcheck import known
from elephants.sessions.wordcheck.remarks import remarks

METHOD = (
    "service user, client, beneficiary, case, vulnerable, hard to reach, complex needs, stakeholder, objection, "
    "against, veto, winner, loser, score"
)
"""The words that METHOD.md says we do not use."""


def kinds(line: str, *people: str) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in remarks(line, people)]


@pytest.mark.parametrize("word", METHOD.split(", "))
def test_every_word_of_the_method_that_we_do_not_use_is_told_with_another(word: str) -> None:
    for said in (word, word.upper(), word.capitalize()):
        (one,) = remarks(f"We met a {said} there")
        assert (one.kind, one.words) == ("not_ours", said)
        assert one.instead
    assert kinds(f"the x{word}x") == []


def test_a_hard_word_has_a_simpler_one_in_all_its_forms() -> None:
    said = {one.words: one.instead for one in remarks("Implementing, implemented, implements; strategies; prior to it")}
    assert said == {"Implementing": "do", "implemented": "do", "implements": "do"} | {
        "strategies": "long plan",
        "prior to": "before",
    }


def test_no_simpler_word_is_itself_one_to_look_at() -> None:
    for kind in ("not_ours", "hard"):
        for said in (
            known.pattern(kind).pattern.removeprefix(r"\b(?:").removesuffix(r")\b").replace("\\", "").split("|")
        ):
            instead = known.instead_of(kind, said)
            assert [one for one in kinds(instead) if one[0] in ("not_ours", "hard")] == [], (said, instead)


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("Ring 0161 496 0000 after six", "phone", "0161 496 0000"),
        ("Ring (0161) 496-0000", "phone", "(0161) 496-0000"),
        ("Ring +44 161 496 0000", "phone", "+44 161 496 0000"),
        ("Write to the.kitchen+tea@example.org.uk", "mail", "the.kitchen+tea@example.org.uk"),
        ("It is at M1 1AE, at the back", "postcode", "M1 1AE"),
        ("It is at wn67rj", "postcode", "wn67rj"),
        ("We ask the CCG for it", "capitals", "CCG"),
        ("We ask the D.W.P. for it", "capitals", "D.W.P."),
    ],
)
def test_what_could_lead_to_a_person_or_stop_a_reader_is_told(line: str, kind: str, words: str) -> None:
    assert kinds(line) == [(kind, words)]


@pytest.mark.parametrize(
    "line",
    [
        "We meet on 2026-11-24 at 18.30", "It costs 1,200,300 pounds, or 10 000 000", "Page 12 of 300",
        "The UK and the TV", "May we? Will it rain? Mark the day.", "In room A12 there are 24 chairs",
        "WE ARE HERE", "",
    ],
)  # fmt: skip
def test_what_is_plain_is_let_be(line: str) -> None:
    assert kinds(line) == []


def test_a_likely_name_is_told_and_one_of_ours_in_any_case_but_small() -> None:
    assert kinds("We wait for Maria's key") == [("name", "Maria")]
    assert kinds("Ask Mark or Grace") == [("name", "Mark"), ("name", "Grace")]
    assert kinds("Zebedee has the key") == []
    assert kinds("Zebedee has the key", "Zebedee") == [("name", "Zebedee")]
    assert kinds("a jo of oats", "Jo") == []


def test_names_in_any_script_are_told() -> None:
    assert kinds("Мария знает") == [("name", "Мария")]


def test_a_long_sentence_is_told_with_its_words_counted() -> None:
    fifteen = " ".join(["one"] * 15)
    assert kinds(f"{fifteen}. {fifteen}!") == []
    (one,) = remarks(f"{fifteen}. {fifteen} more, yes. Good.")
    assert (one.kind, one.words) == ("long", f"{fifteen} more, yes")
    assert "17 words" in one.why


def test_each_stretch_is_told_once_and_stands_where_it_says() -> None:
    line = "Provide jo@example.org to clients via the CCG for Maria, 0161 496 0000, M1 1AE"
    found = remarks(line)
    assert [one.kind for one in found] == ["hard", "mail", "not_ours", "hard", "capitals", "name", "phone", "postcode"]
    assert all(line[one.start : one.end] == one.words for one in found)


def test_a_line_as_long_as_a_field_takes_is_looked_through_at_once() -> None:
    assert len(remarks("client 0161 " * 2000)) > 2000
