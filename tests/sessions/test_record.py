"""The agreed record: corrected, taken out, and on a chain that finds what was changed past the app (METHOD.md)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from elephants.desk import Desk
from elephants.paper.papers import PAPERS, document
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision
from elephants.sessions.record.check import Proof, holds, proofs, stands
from elephants.sessions.record.older import put_back
from elephants.sessions.record.out import take_out
from elephants.sessions.record.parts import WORDS, passages
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.record.readlines import ReadLine, lines
from elephants.sessions.record.record import correct, earlier
from elephants.sessions.record.revision import LETTERS
from elephants.sessions.session import Session
from elephants.store.store import Store
from tests.store import play

NEXT, LATER = date(2026, 12, 1), date(2026, 12, 8)
OUT = "[taken out, Tuesday 8 December 2026]"


@pytest.fixture
def agreed(desk: Desk) -> Desk:
    """An evening with a decision, an action by name and an item that was carried over, agreed by the room."""
    play.open_session(desk)
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, "Qcarried", "think")
    item = play.session_of(desk).items[-1]
    for point in ("Qkept", "Qshame"):
        desk.change(item, AgendaItem.add_point, point)
    desk.change(item, AgendaItem.add_action, "Qdo", desk.today(), name="Qsam")
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, "Qview")
    play.to_read_back(desk, deciding)
    desk.change(deciding.poll, Decision.add_action, "Qbook", desk.today(), name="Qsam")
    desk.change(deciding, Deciding.look_again_on, LATER, desk.today())
    desk.change(deciding, Deciding.close, "go ahead", desk.chance)
    desk.change(item, AgendaItem.close, "carried")
    agree(desk)
    desk.open(play.session_of(desk).id)
    return desk


def agree(desk: Desk) -> None:
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today())


def of(session: Session, words: str, part: str = "") -> ReadLine:
    return next(one for one in lines(session) if one.words == words and part in ("", one.part))


def say(desk: Desk, words: str, to: str, part: str = "", day: date = LATER) -> None:
    session = play.session_of(desk)
    desk.change(session.space, correct, session, of(session, words, part), to, day)


def take(desk: Desk, words: str, part: str = "", day: date = LATER) -> None:
    session = play.session_of(desk)
    desk.change(session.space, take_out, session, of(session, words, part), day)


def all_proofs(desk: Desk) -> list[Proof]:
    return [proof for one in list(play.space_of(desk).sessions) for proof in proofs(desk.open(one.id))]


def sound(desk: Desk) -> bool:
    """Whether the chain of the space holds and every record is what its room agreed."""
    days = [one.id for one in play.space_of(desk).sessions if one.is_agreed()]
    return holds(all_proofs(desk)) and all(stands(desk.open(one)) for one in days)


def two_evenings(desk: Desk) -> None:
    """One more evening on the same chain, on which the carried item is taken up and agreed."""
    play.open_session(desk, day=NEXT)
    agree(desk)
    desk.open(next(one.id for one in play.space_of(desk).sessions if one.date == play.DAY))


def test_all_that_is_agreed_is_on_one_chain_for_the_space(agreed: Desk) -> None:
    (version,) = play.session_of(agreed).versions
    assert {line.thing for line in version.lines} >= {"session", "agenda_item", "point", "decision", "need", "view"}
    assert [line.words for line in version.lines] == [one.words for one in passages(play.session_of(agreed))]
    first = version.link
    two_evenings(agreed)
    say(agreed, "Qkept", "Qother")
    links = [one.link for one in play.space_of(agreed).versions]
    assert links[0] == first
    assert len(set(links)) == 3
    assert sound(agreed)
    taken = sorted(all_proofs(agreed), key=lambda one: one.id)
    assert not holds(taken[1:]), "it begins with the first"
    assert not holds(taken[:1] + taken[2:]), "none is missing"
    assert holds([])
    assert not holds([taken[0], taken[0]])


TAMPERED = (
    "UPDATE point SET text = 'x' WHERE text = 'Qkept'",
    "UPDATE view SET shared = 1",
    "UPDATE decision SET ending = 'all'",
    "UPDATE decision SET look_again = '2027-01-01'",
    "UPDATE decision SET chosen = 'The kitchen'",
    "UPDATE decision SET remaining_no = 'x'",
    "UPDATE action SET by = '2027-01-01' WHERE text = 'Qdo'",
    "UPDATE person SET name = 'x'",
    "UPDATE session SET here = 3",
    "INSERT INTO point (item_id, place, text) SELECT item_id, 9, 'x' FROM point LIMIT 1",
    "DELETE FROM view",
    "UPDATE revision SET words = 'x' WHERE words = 'Qkept'",
    "UPDATE revision SET gone = 1, words = '', salt = x'' WHERE words = 'Qkept'",
    "UPDATE revision SET commitment = zeroblob(32) WHERE words = 'Qkept'",
    "UPDATE version SET day = '2026-11-25' WHERE number = 1",
    "DELETE FROM revision WHERE words = 'Qkept'",
)


@pytest.mark.parametrize("sql", TAMPERED)
def test_what_was_changed_past_the_app_is_found(agreed: Desk, sql: str) -> None:
    assert sound(agreed)
    with agreed.store.raw() as raw:
        raw.execute(sql)
        raw.commit()
        assert raw.total_changes
    assert not sound(agreed)


def test_a_later_session_does_not_break_it(agreed: Desk) -> None:
    play.open_session(agreed, day=LATER)
    since = play.activity_of(agreed, "since")
    action, *_ = since.due()
    agreed.change(since, type(since).answer_action, action, "done", "It went well")
    agree(agreed)
    assert sound(agreed)


def test_a_correction_is_a_new_version_and_the_old_words_stay_readable(agreed: Desk) -> None:
    say(agreed, "The hall", "The town hall", "words")
    say(agreed, "Qsam", "Qjo", "owner")
    session = play.session_of(agreed)
    assert [(one.number, one.reason, one.day) for one in session.versions] == [
        (1, "agreed", play.DAY), (2, "corrected", LATER), (3, "corrected", LATER),
    ]  # fmt: skip
    line = of(session, "The town hall", "words")
    assert [(version.number, one.words) for version, one in earlier(session, line)] == [(1, "The hall")]
    assert "The town hall" in str(document(session, "minutes"))
    assert sound(agreed)
    assert not agreed.can_undo


@pytest.mark.parametrize(("words", "to", "said"), [("Qkept", "Qkept", "same words"), ("Qkept", " ", "or strike it")])
def test_a_correction_that_is_none_is_refused(agreed: Desk, words: str, to: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        say(agreed, words, to)
    assert len(play.session_of(agreed).versions) == 1


def test_what_is_not_agreed_is_changed_in_the_read_back(desk: Desk) -> None:
    play.open_session(desk)
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, "Qitem", "think")
    with pytest.raises(Refused, match="not agreed this record yet"):
        say(desk, "Qitem", "x")
    with pytest.raises(Refused, match="not agreed this record yet"):
        take(desk, "Qitem")


def test_what_is_taken_out_is_in_no_version_and_no_paper_and_the_chain_holds(agreed: Desk) -> None:
    say(agreed, "Qshame", "Qblame")
    take(agreed, "Qblame")
    kept = str(play.dump(agreed.store))
    assert "Qshame" not in kept
    assert "Qblame" not in kept
    assert "Qkept" in kept
    session = play.session_of(agreed)
    assert [version.number for version, _ in earlier(session, of(session, OUT))] == [1, 2]
    for paper in PAPERS:
        assert "Qblame" not in str(document(session, paper))
    assert OUT in str(document(session, "minutes"))
    assert sound(agreed)
    with pytest.raises(Refused, match="taken out already"):
        take(agreed, OUT)


def test_every_line_can_be_taken_out_and_then_no_word_of_the_room_is_left(agreed: Desk) -> None:
    two_evenings(agreed)
    while True:
        session = play.session_of(agreed)
        left = [one for one in lines(session) if "taken out" not in one.words]
        if not left:
            break
        agreed.change(session.space, take_out, session, left[0], LATER)
    rows = [row for table in play.dump(agreed.store).values() for row in table]
    kept = str([value for row in rows for value in row if not isinstance(value, bytes)])
    assert re.findall(r"Q[a-z]+|The hall|The kitchen|A lift|Where shall", kept) == []
    assert "“[taken out, Tuesday 8 December 2026]" in play.session_of(agreed).decisions[0].result_words()
    assert not play.space_of(agreed).people
    assert sound(agreed)


def test_a_title_goes_where_it_was_carried_on_too(agreed: Desk) -> None:
    two_evenings(agreed)
    agreed.change(play.space_of(agreed), ask_for, "Qcarried")
    take(agreed, "Qcarried", "title")
    assert "Qcarried" not in str(play.dump(agreed.store))
    assert [one.title for one in play.space_of(agreed).items].count(OUT) == 4
    assert sound(agreed)
    agreed.open(next(one.id for one in play.space_of(agreed).sessions if one.date == NEXT))
    assert [one.reason for one in play.session_of(agreed).versions] == ["agreed", "taken out"]


def test_an_answer_is_no_word_of_the_room(agreed: Desk) -> None:
    play.open_session(agreed, day=LATER)
    since = play.activity_of(agreed, "since")
    agreed.change(since, type(since).answer_action, since.due()[0], "done", "Qwell")
    agree(agreed)
    with pytest.raises(Refused, match="our own answers"):
        take(agreed, "Done")
    take(agreed, "Qwell")
    assert play.session_of(agreed).updates[0].answer == "done"


def test_a_paper_of_an_older_version_can_be_made_again(agreed: Desk) -> None:
    """On a desk of its own, which only reads; what was taken out since stays out."""
    before = {paper: document(play.session_of(agreed), paper) for paper in PAPERS}
    say(agreed, "Qsam", "Qjo", "owner")
    say(agreed, "The kitchen", "The old kitchen", "text")
    say(agreed, "The hall", "The town hall", "text")
    now = {paper: document(play.session_of(agreed), paper) for paper in PAPERS}
    assert now["minutes"] != before["minutes"]
    assert read_again(agreed.store, 1) == before
    assert read_again(agreed.store, 4) == now
    take(agreed, "Qkept")
    assert read_again(agreed.store, 1) != before
    assert str(read_again(agreed.store, 1)["minutes"]).replace(OUT, "Qkept") == str(before["minutes"])
    with pytest.raises(Refused, match="no version 9"):
        read_again(agreed.store, 9)


def read_again(store: Store, number: int) -> dict[str, Any]:
    reading = Desk(Store(store.path, writing=False))
    session = reading.open(reading.home.spaces[0].sessions[0].id)
    try:
        put_back(session, number)
        return {paper: document(session, paper) for paper in PAPERS}
    finally:
        reading.close()


def test_every_column_of_words_of_the_room_is_a_passage(agreed: Desk) -> None:
    """The control: a column that is left out would be in no version, and nothing would find it changed."""
    del agreed
    assert {table: set(parts) - {"owner"} for table, parts in WORDS.items()} == {
        "session": {"celebrate"}, "space": {"privacy_line"}, "agreement_line": {"text"}, "agenda_item": {"title"},
        "point": {"text"}, "need": {"text", "words", "sentence"}, "option": {"text"}, "view": {"text"},
        "decision": {"title", "question", "words", "next_step", "no_look_again", "remaining_no"},
        "action": {"text"}, "update": {"words"}, "learned": {"text"},
    }  # fmt: skip


def test_a_check_code_is_easy_to_read_aloud(agreed: Desk) -> None:
    (version,) = play.session_of(agreed).versions
    first, second = version.code.split(" ")
    assert len(first) == len(second) == 4
    assert set(first + second) <= set(LETTERS)
    assert not set("ILOU") & set(LETTERS)
    assert len(set(LETTERS)) == 32
    version.link = bytes([0xFF] * 5) + version.link[5:]
    assert version.code == "ZZZZ ZZZZ"
