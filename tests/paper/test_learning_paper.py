"""What was learned on paper: groups with their points, what we try next, who else should hear; never who said it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from elephants.paper import papers
from elephants.sessions.learning.learned import TRY, of_kind
from elephants.sessions.session import Session
from tests.paper.reading import words_of
from tests.rehearsals import play, shipped


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    played = play(shipped("learning"), tmp_path_factory.mktemp("learning") / "store")
    yield played.session
    played.desk.close()


def test_the_minutes_tell_groups_with_their_points_then_what_is_tried_and_who_should_hear(session: Session) -> None:
    said = " ".join(words_of(papers.build(session, "minutes")).split())
    parts = ["What we learned", "Who has the key", "Those with a key say when we begin.", "New hands",
             "Standing alone", "Everybody had water.", "What we try next", "Who else should hear"]  # fmt: skip
    assert all(part in said for part in parts)
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)
    assert "It was nice." not in said
    assert len({one.text for one in session.learned}) == sum(one.text in said for one in session.learned)


def test_the_outcome_sheet_has_one_short_part_and_says_no_try_twice(session: Session) -> None:
    said = " ".join(words_of(papers.build(session, "outcome")).split())
    assert all(said.count(one.text) == 1 for one in of_kind(session, TRY))
    assert said.index("What we try next") < said.index("Who does what") < said.index("Sow the beans")
    assert "Those with a key" not in said, "raw points stay in the room's own record"
