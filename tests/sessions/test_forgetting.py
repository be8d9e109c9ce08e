"""Forgetting in the models: a person line by line, a session whole, and what has been kept long enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elephants.checking import reading
from elephants.desk import Desk
from elephants.sessions.base import Base, Refused
from elephants.sessions.forgetting.kept_words import OUR_WORDS
from elephants.sessions.forgetting.long_enough import (
    HERE,
    NAMED,
    SAID,
    VIEWS,
    keep_longer,
    kept_for_a_time,
    let_long_enough_go,
    months_after,
)
from elephants.sessions.forgetting.named import holding, holds, same, without
from elephants.sessions.forgetting.person import forget_person
from elephants.sessions.forgetting.whole_session import forget_session, what_goes
from elephants.sessions.record.check import holds as chain_holds
from elephants.sessions.record.check import proofs, proofs_of_forgotten, stands
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.store.reading import looking
from elephants.undo import NO_WORDS
from tests import forgetting as told
from tests.store import play


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two evenings, held once."""
    path = tmp_path_factory.mktemp("held") / "elephants.store"
    told.two_evenings(play.new_desk(path)).close()
    return path


@pytest.fixture
def two(held: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a copy of them, on the day after."""
    copytree(held.parent, tmp_path / "copy")
    desk = play.new_desk(tmp_path / "copy" / held.name)
    desk.clock = lambda: datetime.combine(told.LATER, time(22))
    yield desk
    desk.close()


def whole(desk: Desk) -> bool:
    """Whether every record stands as it was agreed, and all hang on one another."""
    with reading(desk.store.path) as other:
        sessions = [other.open(one) for one in [one.id for one in play.space_of(other).sessions]]
        taken = [proof for one in sessions for proof in proofs(other.open(one.id))]
        taken += proofs_of_forgotten(play.space_of(other))
        return chain_holds(taken) and all(stands(other.open(one.id)) for one in sessions)


def all_words(desk: Desk) -> str:
    return repr(play.dump(desk.store))


@pytest.mark.parametrize(
    ("words", "name", "instead"),
    [
        ("Ann rings", "ann", "[name taken out] rings"),
        ("It is ÄNNE’s bike", "Anne", "It is [name taken out]’s bike"),
        ("A\u0308nne came", "Änne", "[name taken out] came"),
        ("Mary  Ann and Mary", "mary ann", "[name taken out] and Mary"),
        ("Straßer, yes", "STRASSER", "[name taken out], yes"),
        ("今天小明来了", "小明", "今天[name taken out]来了"),
    ],
)
def test_a_name_is_found_as_people_write_it(words: str, name: str, instead: str) -> None:
    assert holds(words, name)
    assert without(words, name) == instead


@pytest.mark.parametrize("words", ["Annex", "Hannah Ann-e", "an n", ""])
def test_part_of_a_word_is_no_name(words: str) -> None:
    assert not holds(words.replace("Ann-e", "Anne"), "Ann")
    assert not same(words, "Ann")


def test_our_own_words_are_told_from_those_of_the_room() -> None:
    assert NO_WORDS | {"reason", "thing", "part", "digest"} == OUR_WORDS
    assert {"space", "session", "decision", "revision"} <= set(Base.metadata.tables)


def test_each_line_that_holds_the_name_is_asked_about_once_and_none_is_changed_without_a_yes(two: Desk) -> None:
    found = told.asked(two, "anne")
    assert found.actions == 1
    assert {(one.words, one.older) for one in found.lines} == {
        (told.POINT, False), (told.OTHER, True), (told.LATER_POINT, False), ("Ask ANNE first", False),
    }  # fmt: skip
    yes = [one.asked for one in found.lines if one.words != told.LATER_POINT]
    two.change(two.home, forget_person, "anne", yes, two.today())
    said = all_words(two)
    assert told.LATER_POINT in said
    assert told.WORD in said
    for gone in (told.POINT, told.OTHER, f"'{told.NAME}'", "Ask ANNE"):
        assert gone not in said
    assert "For me\\nAsk [name taken out] first" in said
    session = two.open(told.first(two).id)
    assert "Xylophone, says [name taken out]" in [point.text for point in session.items[0].points]
    assert [one.owner() for one in session.actions] == ["One of us"]
    assert session.space.people == []
    two.leave()
    assert whole(two)


def test_a_name_in_the_place_of_a_session_goes_from_its_agreed_facts_too(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk)
        desk.change(play.session_of(desk), Session.replan, time(18), place="Wilhelmina's kitchen", food="Soup")
        desk.change(play.session_of(desk), Session.close)
        desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today(), desk.chance)
        desk.leave()
        assert all_words(desk).count("Wilhelmina") == 2  # where it is planned, and in the facts that were agreed
        yes = [one.asked for one in told.asked(desk, "Wilhelmina").lines]
        desk.change(desk.home, forget_person, "Wilhelmina", yes, desk.today())
        assert "Wilhelmina" not in all_words(desk)
        assert "[name taken out]'s kitchen" in all_words(desk)
        assert whole(desk)


def test_a_name_that_stands_nowhere_is_refused(two: Desk) -> None:
    before = play.dump(two.store)
    with pytest.raises(Refused, match="stands nowhere"):
        two.change(two.home, forget_person, "Nobody", [], two.today())
    assert play.dump(two.store) == before
    assert told.asked(two, "Nobody").nowhere


def test_a_session_goes_whole_and_what_stays_was_said_before(two: Desk) -> None:
    session = told.first(two)
    with looking(two.store) as db:
        goes, stays = (" / ".join(lines) for lines in vars(what_goes(db, session.id)).values())
    for words in (
        told.TITLE,
        "The bus pass",
        "1 answer of a later session",
        "24 November 2026",
        "papers can no longer",
    ):
        assert words in goes
    assert told.CARRIED in stays
    two.change(play.space_of(two), forget_session, session.id, two.today())
    said = all_words(two)
    for gone in (
        told.POINT,
        told.OTHER,
        told.TITLE,
        told.VIEW,
        told.DONE,
        told.KEPT,
        "SaffronAnswer",
        "Ask",
        "RhubarbH",
    ):
        assert gone not in said, gone
    assert told.LATER_POINT in said
    assert [one.date for one in play.space_of(two).sessions] == [told.LATER]
    assert whole(two)
    assert not two.can_undo


def test_the_chain_tells_a_forgotten_session_from_one_that_was_cut_out(two: Desk) -> None:
    two.change(play.space_of(two), forget_session, told.first(two).id, two.today())
    with two.store.raw() as raw:
        raw.execute("DELETE FROM version WHERE session_id IS NULL AND reason = 'forgotten'")
        raw.commit()
    two.look()
    assert not whole(two)


def test_no_session_goes_while_one_is_open(two: Desk) -> None:
    play.open_session(two, day=date(2026, 12, 22))
    two.leave()
    with pytest.raises(Refused, match="Close it first"):
        two.change(play.space_of(two), forget_session, told.first(two).id, two.today())


def test_what_is_kept_for_a_time_says_until_when(two: Desk) -> None:
    with looking(two.store) as db:
        kept = {(one.kind, one.day): one.until for one in kept_for_a_time(db)}
    assert kept == {
        (VIEWS, play.DAY): date(2027, 5, 2), (SAID, play.DAY): date(2027, 5, 24), (SAID, told.LATER): date(2027, 6, 8),
        (HERE, play.DAY): date(2027, 11, 24), (HERE, told.LATER): date(2027, 12, 8),
        (NAMED, told.LATER): date(2027, 3, 8),
    }  # fmt: skip
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)


def test_what_was_kept_long_enough_goes_and_nothing_else(two: Desk) -> None:
    two.change(play.space_of(two), keep_longer, 1)
    with pytest.raises(Refused, match="kept too long"):
        two.change(two.home, let_long_enough_go, two.today())
    two.change(two.home, let_long_enough_go, date(2027, 6, 3))  # a month longer, so the points stay to the 24th
    said = all_words(two)
    assert told.VIEW not in said
    assert f"'{told.NAME}'" not in said
    for words in (told.TITLE, told.DONE, told.POINT, told.KEPT):
        assert words in said
    assert whole(two)
    two.change(two.home, let_long_enough_go, date(2027, 12, 9))
    said = all_words(two)
    for gone in (told.POINT, told.OTHER, told.KEPT, told.LATER_POINT, 'most_here": 14', '\\"here\\": 14'):
        assert gone not in said, gone
    assert told.TITLE in said
    assert [(one.here, one.most_here) for one in play.space_of(two).sessions] == [(None, None)] * 2
    assert whole(two)


@given(
    st.lists(st.text(st.sampled_from("aAnNeEäÄß\u0308łŁıİ \n\0'.x夫"), max_size=12), max_size=8),
    st.sampled_from(["Anne", "Änne", "ann e", "ß", "夫", "Łan", "ı"]),
)
def test_many_lines_in_one_go_hold_a_name_as_each_by_itself(lines: list[str], name: str) -> None:
    assert list(holding(lines, name)) == [at for at, line in enumerate(lines) if holds(line, name)]
