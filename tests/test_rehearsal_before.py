"""What stood before a rehearsal: the earlier session's record says what the file says, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.paper import papers
from elephants.sessions.session import Session
from tests.paper.reading import words_of
from tests.rehearsals import HEAD, SHORT, Played, play, shipped, written

LINES = SHORT[len(HEAD) :]


def earlier(played: Played) -> Session:
    """The session before the one that was played."""
    return played.desk.open(min(played.session.space.sessions, key=lambda one: one.date).id)


def test_the_actions_of_the_evening_stand_under_one_item(tmp_path: Path) -> None:
    played = play(shipped("tuesday-kitchen"), tmp_path / "store")
    session = earlier(played)
    assert [(one.title, one.purpose, one.closed) for one in session.items] == [
        ("When do we eat?", "decide", "decided"),
        ("What we said we would do", "share", "talked"),
    ]
    assert [one.text for one in session.items[1].actions] == [
        "Ask the council for a key to the side gate",
        "Find out what the hall costs on Sundays",
    ]
    assert (session.state, session.here) == ("agreed", 12)
    played.desk.close()


def test_the_decision_before_the_evening_keeps_its_words_and_no_count(tmp_path: Path) -> None:
    played = play(shipped("tuesday-kitchen"), tmp_path / "store")
    (eat,) = earlier(played).decisions
    assert (eat.form, eat.totals) == ("words", None)
    assert eat.result_words() == "Most of us chose “to eat before we talk”."
    assert (eat.nothing_came, eat.needs, eat.views) == (True, [], [])
    played.desk.close()


def test_what_the_file_does_not_tell_is_not_in_the_minutes(tmp_path: Path) -> None:
    before = '[before]\ndate = 2026-11-20\nhere = 5\nprivacy = "Ana has to act."\n'
    action = '[[before.action]]\ntext = "Ask for a key"\nname = "Sam"\nby = 2026-11-25\n'
    played = play(written(tmp_path, HEAD + before + action + LINES), tmp_path / "store")
    session = earlier(played)
    assert [one.kind for one in session.activities] == ["agenda", "readback"]
    assert session.space.privacy_line == "Ana has to act."
    code = session.versions[-1].code
    assert words_of(papers.build(session)) == (
        "Friday group Minutes Working session, Friday 20 November 2026 "
        "6 pm to 7.30 pm. 5 of us were here. Read back and agreed by the room. "
        "The agenda, and how each item closed 1 What we said we would do To share Talked through "
        "1. What we said we would do Talked through. "
        "Who does what Sam Ask for a key by Wednesday 25 November 2026 "
        "Next session Friday 27 November 2026, 6 pm "
        "Friday group, Friday 20 November 2026 Page 1 of 1 "
        f"Version 1, Friday 20 November 2026. Check code: {code}"
    )
    played.desk.close()


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("all", "All of us"),
        ("most", "Most of us, with these added"),
        ("go ahead", "Go ahead and look again on Friday 27 November 2026"),
    ],
)
def test_a_decision_can_stand_before(tmp_path: Path, ending: str, said: str) -> None:
    before = f"""
[before]
date = 2026-11-20
here = 5
[[before.decision]]
question = "Do we sing?"
title = "We sing"
text = "We sing at the end."
options = ["to sing", "to hum"]
nothing_came = true
ending = "{ending}"
look_again = 2026-11-27
"""
    played = play(written(tmp_path, HEAD + before + LINES), tmp_path / "store")
    (standing,) = played.session.space.decisions
    assert (standing.ending_words(), standing.full_text()) == (said, "We sing at the end.")
    assert standing.due(played.session.date)
    played.desk.close()


def test_what_was_added_before_stays_marked(tmp_path: Path) -> None:
    before = """
[before]
date = 2026-11-20
here = 5
[[before.decision]]
question = "Do we sing?"
title = "We sing"
text = "We sing at the end."
openness = "leaning"
options = ["to sing", "to hum"]
added = ["Who wants can hum."]
ending = "most"
look_again = 2026-11-27
"""
    played = play(written(tmp_path, HEAD + before + LINES), tmp_path / "store")
    (standing,) = played.session.space.decisions
    assert [(part.words, part.added) for part in standing.parts()] == [
        ("We sing at the end.", False),
        ("Who wants can hum.", True),
    ]
    assert (standing.openness, standing.ending, standing.nothing_came) == ("leaning", "most", False)
    played.desk.close()
