"""The one door: all or nothing, told once, and faces that never ask the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.activity import AGREED, Activity, Finger
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.base import NotSaved, Refused
from elephants.sessions.breather import Breather
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count
from elephants.sessions.decision import Action, Decision, Need, View
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.round import Chairs
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import Store
from tests.store import play


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        yield desk


def _told(desk: Desk) -> list[int]:
    told: list[int] = []
    desk.changed.append(lambda: told.append(1))
    return told


# -- one transaction, told once ------------------------------------------------------------------------------------


def test_a_deed_is_on_the_disk_before_the_faces_are_told_and_they_are_told_once(desk: Desk) -> None:
    seen: list[int] = []
    desk.changed.append(lambda: seen.append(len(play.dump(desk.store)["space"])))
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    assert seen == [1]


def test_a_deed_on_a_thing_of_the_moment_tells_once_and_writes_nothing(desk: Desk) -> None:
    play.open_session(desk)
    chairs = desk.moment(play.activity_of(desk, "checkin"))
    told, before = _told(desk), play.dump(desk.store)
    with play.statements(desk) as said:
        desk.change(chairs, Chairs.light)
        desk.change(desk.breather, Breather.pause)
    assert len(told) == 2
    assert said == []
    assert play.dump(desk.store) == before


def test_a_deed_that_calls_the_desk_is_a_bug(desk: Desk) -> None:
    def calls(home: Home) -> None:
        desk.change(home, Home.new_space, "Inner")

    with pytest.raises(RuntimeError, match="called the desk"):
        desk.change(desk.home, calls)
    desk.change(desk.home, Home.new_space, "Afterwards")
    assert [space.name for space in desk.home.spaces] == ["Afterwards"]


def test_a_deed_that_undoes_is_a_bug(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")

    def undoes(_home: Home) -> None:
        desk.undo()

    with pytest.raises(RuntimeError, match="called the desk"):
        desk.change(desk.home, undoes)
    assert [space.name for space in desk.home.spaces] == ["One"]


def test_after_a_refusal_all_is_as_it_was_and_the_next_deed_works(desk: Desk) -> None:
    play.open_session(desk)
    before, told = play.dump(desk.store), _told(desk)

    def half(space: Space) -> None:
        space.name = "Half done"
        space.agreement.clear()
        space.people.append(space.person("Sam"))
        raise Refused("no")

    with pytest.raises(Refused, match=r"^no$"):
        desk.change(play.space_of(desk), half)
    assert told == []
    assert play.space_of(desk).name == "Tuesday kitchen"
    assert play.space_of(desk).people == []
    assert play.dump(desk.store) == before
    desk.change(play.space_of(desk), Space.rename, "Wednesday")
    assert play.dump(desk.store)["space"] != before["space"]


def test_a_deed_refused_before_it_touched_anything_reads_nothing_again(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    space = play.space_of(desk)

    def touch(home: Home) -> None:
        home.spaces[0].name = "Two"
        raise Refused("no")

    with play.statements(desk) as said, pytest.raises(Refused):
        desk.change(desk.home, Home.new_space, "")
    assert not [one for one in said if one.startswith("SELECT")]
    assert play.space_of(desk) is space
    with play.statements(desk) as said, pytest.raises(Refused):
        desk.change(desk.home, touch)
    assert [one for one in said if one.startswith("SELECT")], "the control: what was touched is read again"
    assert play.space_of(desk).name == "One"


def test_after_a_refusal_nobody_is_kept_from_writing(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    with pytest.raises(Refused):
        desk.change(desk.home, Home.new_space, "")
    with desk.store.raw() as other:
        other.execute("PRAGMA busy_timeout=0")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_a_bug_in_a_deed_leaves_all_as_it_was(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")

    def bug(home: Home) -> None:
        home.spaces[0].name = "Two"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        desk.change(desk.home, bug)
    assert play.space_of(desk).name == "One"
    desk.change(desk.home, Home.new_space, "Next")


def test_a_thing_the_desk_no_longer_holds_is_a_bug_and_not_silence(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    old = desk.home
    desk.change(desk.home, Home.new_space, "Two")
    desk.undo()
    with pytest.raises(LookupError):
        desk.change(old, Home.new_space, "Three")


# -- faces never ask -----------------------------------------------------------------------------------------------


def _full(desk: Desk) -> Deciding:
    session = play.open_session(desk)
    item = play.an_item(desk, "The bus pass")
    desk.change(item, AgendaItem.add_point, "It runs out in May")
    desk.change(item, AgendaItem.add_action, "Ask the council", desk.today(), name="Sam", by=date(2026, 12, 1))
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, "It is cold")
    play.to_read_back(desk, deciding)
    desk.change(deciding.poll, Decision.add_action, "Book it", desk.today(), need=deciding.poll.needs[0])
    assert session is desk.session
    return deciding


def test_reading_every_attribute_after_a_deed_a_refusal_and_an_undo_asks_nothing(desk: Desk) -> None:
    _full(desk)
    for after in ("a deed", "a refusal", "an undo", "a look", "an opening"):
        with play.statements(desk) as said:
            found = play.graph(play.session_of(desk))
        assert said == [], after
        assert not desk._connection.in_transaction(), after
        assert {"Session", "Space", "Decision", "View", "Option", "Need", "Action", "Point"} <= {k for k, _ in found}
        if after == "a deed":
            with pytest.raises(Refused):
                desk.change(desk.home, Home.new_space, "")
        elif after == "a refusal":
            desk.undo()
        elif after == "an undo":
            _elsewhere(desk.store, "UPDATE space SET contact = 'desk'")
            desk.look()
        elif after == "a look":
            desk.open(play.session_of(desk).id)


def test_what_a_face_needs_of_the_open_session_is_loaded(desk: Desk) -> None:
    _full(desk)
    desk.open(play.session_of(desk).id)
    for (kind, _), values in play.graph(play.session_of(desk)).items():
        if kind == "Decision":
            assert {"views", "options", "needs", "actions", "activities", "item"} <= set(values), values
        if kind == "AgendaItem":
            assert {"points", "actions"} <= set(values), values


def test_the_live_objects_are_what_a_fresh_desk_would_read(desk: Desk) -> None:
    deciding = _full(desk)
    need = deciding.poll.needs[0]
    desk.change(deciding.poll, Decision.drop_action, deciding.poll.actions[0])
    assert need.actions == []
    assert len(play.session_of(desk).actions) == 1
    item = play.session_of(desk).items[0]
    desk.change(item, AgendaItem.drop_action, item.actions[0])
    live = play.graph(play.session_of(desk))
    desk.open(play.session_of(desk).id)
    fresh = play.graph(play.session_of(desk))
    assert live.keys() == fresh.keys()
    for key, values in fresh.items():
        assert {name: live[key][name] for name in values if name in live[key]} == values | {}, key


# -- other connections ---------------------------------------------------------------------------------------------


def _elsewhere(store: Store, sql: str) -> None:
    with store.raw() as other:
        other.execute(sql)
        other.commit()


def test_look_sees_what_another_connection_changed_and_tells(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    told = _told(desk)
    desk.look()
    assert told == []
    _elsewhere(desk.store, "UPDATE space SET name = 'Two'")
    desk.look()
    assert told == [1]
    assert play.space_of(desk).name == "Two"
    desk.look()
    assert told == [1]


def test_change_reads_again_before_the_deed_when_another_connection_changed_the_store(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    space = play.space_of(desk)
    _elsewhere(desk.store, "UPDATE space SET name = 'Two'")
    desk.change(space, Space.say_contact, "ask at the desk")
    assert (space.name, space.contact) == ("Two", "ask at the desk")
    assert play.dump(desk.store)["space"][0][1:] is not None
    assert {"Two", "ask at the desk"} <= set(play.dump(desk.store)["space"][0])


def test_undo_after_a_foreign_change_of_another_row_is_whole(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    desk.change(desk.home, Home.new_space, "Three")
    _elsewhere(desk.store, "UPDATE space SET name = 'Two' WHERE name = 'One'")
    desk.undo()
    assert [space.name for space in desk.home.spaces] == ["Two"]
    assert not desk._connection.in_transaction()
    assert len(play.dump(desk.store)["space"]) == 1


def test_a_row_that_another_connection_took_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    space = play.space_of(desk)
    _elsewhere(desk.store, "DELETE FROM space")
    with pytest.raises(Refused, match="changed elsewhere"):
        desk.change(space, Space.say_contact, "x")
    assert desk.home.spaces == []


def test_a_deed_while_another_connection_writes_is_not_saved_and_works_afterwards(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.change(desk.home, Home.new_space, "One")
    raw = desk._connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA busy_timeout=10")
    with desk.store.raw() as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved):
            desk.change(desk.home, Home.new_space, "Two")
        assert [space.name for space in desk.home.spaces] == ["One"]
        desk.look()
        other.execute("ROLLBACK")
    desk.change(desk.home, Home.new_space, "Two")
    assert len(desk.home.spaces) == 2
    caplog.clear()


def test_a_store_open_for_reading_changes_nothing(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    reader = Desk(Store(desk.store.path, writing=False))
    try:
        assert [space.name for space in reader.home.spaces] == ["One"]
        with pytest.raises(Refused, match="only open for reading"):
            reader.change(reader.home, Home.new_space, "Two")
        desk.change(desk.home, Home.new_space, "Two")
        reader.look()
        assert len(reader.home.spaces) == 2
    finally:
        reader.close()


# -- a full disk ---------------------------------------------------------------------------------------------------


def _until_full(desk: Desk, item: AgendaItem) -> None:
    for _ in range(2000):
        desk.change(item, AgendaItem.add_point, "x" * 300)


def test_on_a_full_disk_nothing_is_lost_and_the_next_deed_works_after_room_is_made(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    raw = desk._connection.connection.driver_connection
    assert raw is not None
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(NotSaved, match=r"^Not saved\. The disk may be full"):
        _until_full(desk, item)
    assert 0 < len(item.points) == len(play.dump(desk.store)["point"])
    with play.statements(desk) as said:
        play.graph(play.session_of(desk))
    assert said == []
    raw.execute("PRAGMA max_page_count=100000")
    desk.change(play.session_of(desk).items[0], AgendaItem.add_point, "afterwards")
    assert any("afterwards" in row for row in play.dump(desk.store)["point"])
    caplog.clear()


# -- opening and leaving -------------------------------------------------------------------------------------------


def test_a_session_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="no such session"):
        desk.open(77)
    assert desk.session is None
    with pytest.raises(LookupError):
        desk.activity(1)


def test_leaving_forgets_the_breather_and_the_moments(desk: Desk) -> None:
    play.open_session(desk)
    desk.change(desk.breather, Breather.slow_down)
    chairs = desk.moment(play.activity_of(desk, "checkin"))
    desk.leave()
    assert desk.session is None
    assert not desk.breather.slow
    desk.open(play.space_of(desk).sessions[0].id)
    assert desk.moment(play.activity_of(desk, "checkin")) is not chairs


# -- things of the moment ------------------------------------------------------------------------------------------


def test_chairs_follow_the_head_count_and_die_with_their_activity(desk: Desk) -> None:
    session = play.open_session(desk, here=4)
    checkin = play.activity_of(desk, "checkin")
    desk.change(session, Session.go, checkin)
    chairs = desk.moment(checkin)
    for _ in range(4):
        desk.change(chairs, Chairs.light)
    desk.change(session, Session.count_here, 2)
    assert (chairs.here, set(chairs.lit)) == (2, {0, 1})
    desk.change(session, Session.count_here, 5)
    assert (chairs.here, len(chairs.lit)) == (5, 2)
    assert desk.moment(checkin) is chairs
    desk.change(session, Session.walk_on)
    desk.change(session, Session.walk_back)
    assert desk.moment(play.activity_of(desk, "checkin")) is not chairs


def test_a_count_dies_when_choose_is_left_and_another_round_begins_at_none(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    assert desk.moment(deciding) is None
    play.to_choose(desk, deciding)
    count = desk.moment(deciding)
    desk.change(count, Count.one_more, 0)
    assert desk.moment(deciding) is count
    desk.change(play.session_of(desk), Session.count_here, 20)
    assert count.here == 14, "how many are here is fixed when CHOOSE opens"
    desk.change(deciding, Deciding.go_back)
    desk.change(deciding, Deciding.ready)
    assert desk.moment(deciding) is not count
    assert desk.moment(deciding).counted == 0


def test_things_of_the_moment_cannot_be_undone(desk: Desk) -> None:
    play.open_session(desk)
    before = len(desk._undo)
    finger = desk.moment(play.activity_of(desk, "agenda"))
    desk.change(finger, Finger.point, 2)
    assert len(desk._undo) == before
    assert finger.at == 2
    with pytest.raises(Refused):
        desk.change(finger, Finger.point, -1)


# -- an agreed record ----------------------------------------------------------------------------------------------


def test_an_agreed_record_is_not_changed_in_place_and_undo_has_forgotten(desk: Desk) -> None:
    deciding = _full(desk)
    desk.change(deciding, Deciding.no_look_again, "for now")
    desk.change(deciding, Deciding.close, "all", desk.chance)
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today())
    assert play.session_of(desk).state == AGREED
    assert not desk.can_undo
    with pytest.raises(Refused, match="nothing to undo"):
        desk.undo()
    poll, item = deciding.poll, play.session_of(desk).items[0]
    refusals: tuple[Callable[[], object], ...] = (
        lambda: desk.change(poll, Decision.reword, "Other"),
        lambda: desk.change(poll.views[0], View.reword, "Other"),
        lambda: desk.change(poll.needs[0], Need.reword, "Other"),
        lambda: desk.change(poll.actions[0], Action.reword, "Other"),
        lambda: desk.change(item, AgendaItem.add_point, "Other"),
        lambda: desk.change(play.activity_of(desk, "agenda"), Agenda.take_out, item),
        lambda: desk.change(play.session_of(desk), Session.celebrates, "Other"),
        lambda: desk.change(play.activity_of(desk, "checkin"), Activity.retitle, "Other"),
    )
    for refused in refusals:
        with pytest.raises(Refused, match="agreed this record"):
            refused()
    desk.change(play.space_of(desk), ask_for, "The next thing")
    desk.change(play.space_of(desk), Space.plan, date(2026, 12, 1), time(18), 90)
