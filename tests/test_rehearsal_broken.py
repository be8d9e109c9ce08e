"""A broken rehearsal file is refused in a sentence with its line; so is a line that asks too much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from elephants.rehearsal import read_rehearsal
from elephants.sessions.base import Refused
from tests.rehearsals import HEAD, SHORT, play, written

DECIDED = f"""{HEAD}[before]
date = 2026-11-20
here = 5
[[before.decision]]
question = "?"
title = "t"
text = "t"
look_again = 2026-11-27
"""
BROKEN = {
    "no line": (HEAD, "line 1: there is no [[line]] in this rehearsal."),
    "no space": (SHORT.replace("[space]", "[spade]"), "line 3: there is no part [spade] in a rehearsal."),
    "no session": (SHORT.replace("[session]\ndate = 2026-11-27\n", ""), "line 1: the part [session] is missing."),
    "no date": (SHORT.replace("date = 2026-11-27", "minutes = 90"), 'line 5: "date" is missing.'),
    "a date in quotes": (
        SHORT.replace("2026-11-27", '"2026-11-27"'),
        'line 6: "date" should be a date, such as 2026-11-24.',
    ),
    "not TOML": (SHORT.replace("here = 7", "here = = 7"), "line 10: this is not written as a rehearsal is."),
    "no such day": (SHORT.replace("2026-11-27", "2026-11-31"), "this is not written as a rehearsal is."),
    "unknown verb": (
        SHORT.replace("open the session", "open the window"),
        'line 9: nobody knows how to do "open the window".',
    ),
    "no verb": (SHORT.replace('do = "open the session"\n', ""), 'line 8: "do" is missing: what is done here?'),
    "missing word": (SHORT.replace("here = 7\n", ""), 'line 8: "here" is missing.'),
    "unknown word": (SHORT.replace("here = 7", "here = 7\nthere = 8"), 'line 11: "there" is not known here.'),
    "words for a number": (SHORT.replace("7", '"seven"', 2), 'line 10: "here" should be a number, such as 14.'),
    "true for a number": (SHORT.replace("here = 7", "here = true"), 'line 10: "here" should be a number, such as 14.'),
    "a hint that is none": (SHORT.replace("here = 7", "here = 7\nhint = 1"), 'line 11: "hint" should be words'),
    "one bracket": (HEAD + '[line]\ndo = "skip"\n', "line 7: this is written with two brackets: [[line]]."),
    "before without a day": (
        HEAD + '[before]\nagreement = ["x"]\n[[line]]\ndo = "skip"\n',
        'line 7: "date" is missing',
    ),
    "an ending that does not stand": (
        f'{DECIDED}options = ["a", "b"]\nending = "not decided"\n[[line]]\ndo = "skip"\n',
        'line 16: "ending" should be one of these: all, most, go ahead.',
    ),
    "a decision without a choice": (f'{DECIDED}[[line]]\ndo = "skip"\n', 'line 10: "options" is missing.'),
    "a decision that does not say what came": (
        f'{DECIDED}options = ["a", "b"]\n[[line]]\ndo = "skip"\n',
        'line 10: say what was "added", or that "nothing_came" is true.',
    ),
    "before without a head count": (
        HEAD + '[before]\ndate = 2026-11-20\n[[line]]\ndo = "skip"\n',
        'line 7: "here" is missing: how many were there?',
    ),
    "no such purpose": (
        HEAD + '[[before.item]]\ntitle = "x"\npurpose = "win"\n[[line]]\ndo = "skip"\n',
        'line 9: "purpose" should be one of these: share, think, decide, put right.',
    ),
    "no such activity": (HEAD + 'leave_out = ["disco"]\n[[line]]\ndo = "skip"\n', 'line 7: "leave_out" should be one'),
    "deep brackets": ("x = " + "[" * 20_000, "line 1: there are too many brackets inside one another."),
    "a long number": (SHORT.replace("here = 7", "here = " + "7" * 5000), "this is not written as a rehearsal is."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    text, said = BROKEN[name]
    if name == "words for a number":
        text = SHORT.replace("here = 7", 'here = "seven"')
    with pytest.raises(Refused) as refused:
        read_rehearsal(written(tmp_path, text))
    assert re.match(r"mine\.toml, line \d+: ", str(refused.value))
    assert said in str(refused.value)


def test_what_is_no_text_or_no_file_is_refused(tmp_path: Path) -> None:
    for broken in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(Refused, match="cannot be read"):
            read_rehearsal(broken)
    with pytest.raises(Refused, match="not a text file"):
        read_rehearsal(written(tmp_path, b"\xff\xfe\x00"))
    with pytest.raises(Refused, match="too large"):
        read_rehearsal(written(tmp_path, b"#" * 2_000_001))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('do = "check in: go round"\nspoke = 1000000000', "This is done from 0 to 100 times."),
        ('do = "check in: go round"\npassed = -1', "This is done from 0 to 100 times."),
        ('do = "go to"\nkind = "disco"', 'There is no activity "disco".'),
        ('do = "next time: plan"', "There is no [next] in this rehearsal."),
        ('do = "agenda: close"\nitem = "No such item"\nhow = "talked"', '"No such item" is not there.'),
        ('do = "open the session"\nhere = -3', "This session has been opened already."),
        ('do = "how many are here"\nhere = -3', "Give a number from 1 to 500."),
    ],
)
def test_a_line_that_asks_too_much_is_refused(tmp_path: Path, line: str, said: str) -> None:
    file = written(tmp_path, f'{SHORT}\n[[line]]\ndo = "go to"\nkind = "checkin"\n\n[[line]]\n{line}\n')
    with pytest.raises(Refused, match=r"^mine\.toml, line 20: ") as refused:
        play(file, tmp_path / "store")
    assert said in str(refused.value)
