"""The way back: any deed undone leaves the store as it was, ids included."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, Point, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import NotSaved, Refused, StillHeld
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Tally
from elephants.sessions.decision import Action, Decision, Need, View
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.round import Round
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Home, Space
from elephants.undo import DEEP
from tests.store import play


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        yield desk


Walk = Callable[[Desk, int], object]


def _pick(rows: list[Any], n: int) -> Any:
    if not rows:
        raise Refused("there is none")
    return rows[n % len(rows)]


def _on(kind: str, n: int, desk: Desk) -> Any:
    return _pick([one for one in play.session_of(desk).activities if one.kind == kind], n)


def _decision(desk: Desk, n: int) -> Decision:
    found = _pick(play.session_of(desk).decisions, n)
    assert isinstance(found, Decision)
    return found


def _session(desk: Desk) -> Session:
    return play.session_of(desk)


DEEDS: tuple[Walk, ...] = (
    lambda d, n: d.change(play.space_of(d), Space.rename, f"Kitchen {n}"),
    lambda d, n: d.change(play.space_of(d), Space.say_contact, f"desk {n}"),
    lambda d, n: d.change(play.space_of(d), ask_for, f"Item {n}", "decide"),
    lambda d, _: d.change(_session(d), Session.walk_on),
    lambda d, _: d.change(_session(d), Session.skip),
    lambda d, _: d.change(_session(d), Session.walk_back),
    lambda d, n: d.change(_session(d), Session.go, _pick(_session(d).activities, n)),
    lambda d, n: d.change(_session(d), Session.count_here, n + 1),
    lambda d, _: d.change(_session(d), Session.add_activity, "checkin"),
    lambda d, n: d.change(_session(d), Session.move_activity, _pick(_session(d).activities, n), n // 3),
    lambda d, n: d.change(_session(d), Session.remove_activity, _pick(_session(d).activities, n)),
    lambda d, n: d.change(_session(d), Session.celebrates, f"cake {n}"),
    lambda d, n: d.change(_session(d), Session.note, f"note {n}\nmore"),
    lambda d, _: d.change(_session(d), Session.close),
    lambda d, n: d.change(_pick(_session(d).activities, n), Activity.retitle, f"Title {n}"),
    lambda d, n: d.change(_pick(_session(d).activities, n), Activity.last, n + 1),
    lambda d, _: d.change(_on("agreement", 0, d), Agreement.offer_starters),
    lambda d, n: d.change(_on("agreement", 0, d), Agreement.add_line, f"Line {n}"),
    lambda d, n: d.change(_on("agreement", 0, d), Agreement.take_out, _pick(play.space_of(d).agreement, n)),
    lambda d, n: d.change(_on("agreement", 0, d), Agreement.move_line, _pick(play.space_of(d).agreement, n), n // 3),
    lambda d, n: d.change(_on("agreement", 0, d), Agreement.say_privacy, f"private {n}"),
    lambda d, n: d.change(_on("checkin", 0, d), Round.ask, f"How {n}?"),
    lambda d, n: d.change(_on("checkin", 0, d), Round.unask, _pick(_on("checkin", 0, d).questions, n)),
    lambda d, n: d.change(_on("agenda", 0, d), Agenda.add_item, f"Item {n}", "decide", "decided"),
    lambda d, n: d.change(_on("agenda", 0, d), Agenda.take_out, _pick(_session(d).items, n)),
    lambda d, n: d.change(_on("agenda", 0, d), Agenda.move_item, _pick(_session(d).items, n), n // 3),
    lambda d, _: d.change(_on("agenda", 0, d), Agenda.settle),
    lambda d, n: d.change(_on("agenda", 0, d), Agenda.decide, _pick(_session(d).items, n), short=n % 2 == 0),
    lambda d, n: d.change(_pick(_session(d).items, n), AgendaItem.reword, f"Other {n}"),
    lambda d, n: d.change(_pick(_session(d).items, n), AgendaItem.add_point, f"Point {n}"),
    lambda d, n: d.change(
        _pick(_session(d).items, n), AgendaItem.take_out, _pick(_pick(_session(d).items, n).points, n)
    ),
    lambda d, n: d.change(_pick(_session(d).items, n), AgendaItem.add_action, "Do", d.today(), name=f"Sam {n % 2}"),
    lambda d, n: d.change(
        _pick(_session(d).items, n), AgendaItem.drop_action, _pick(_pick(_session(d).items, n).actions, n)
    ),
    lambda d, n: d.change(_pick(_session(d).items, n), AgendaItem.close, _pick(["carried", "talked", "let go"], n)),
    lambda d, n: d.change(_pick(_session(d).items, n), AgendaItem.reopen),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.frame, f"What {n}?", short=n % 2 == 0),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.go_on),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.go_on),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.go_on),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.ready),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.more),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.not_today),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.go_back),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.add_view, f"View {n}", away=n % 2 == 0),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.add_view, f"Other view {n}"),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.take_out, _pick(_on("deciding", n, d).poll.views, n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.spread, _pick(_on("deciding", n, d).poll.views, n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.add_option, f"Option {n}"),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.add_option, f"Choice {n}"),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.drop_option, _pick(_on("deciding", n, d).poll.options, n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.move_option, _pick(_on("deciding", n, d).poll.options, n), 0),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.write_as, _pick(["words", "numbers"], n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.reveal, _tally(_on("deciding", n, d), n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.add_need, f"Need {n}"),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.nothing_came),
    lambda d, n: d.change(
        _on("deciding", n, d), Deciding.answer_need, _pick(_on("deciding", n, d).poll.needs, n), "added"
    ),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.put_first, _pick(_on("deciding", n, d).poll.needs, n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.drop_need, _pick(_on("deciding", n, d).poll.needs, n)),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.everyone),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.not_yet),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.say_next_step, f"Step {n}"),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.look_again_on, date(2027, 1, 1 + n % 20), d.today()),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.no_look_again, "for now"),
    lambda d, n: d.change(_on("deciding", n, d), Deciding.keep_no, f"Not all of us {n}", on_papers=True),
    lambda d, n: d.change(
        _on("deciding", n, d), Deciding.close, _pick(["all", "most", "not decided", "go ahead"], n), d.chance
    ),
    lambda d, n: d.change(_decision(d, n), Decision.reword, f"Words {n}"),
    lambda d, n: d.change(
        _decision(d, n), Decision.add_action, "Act", d.today(), need=_pick([None, *_decision(d, n).needs], n)
    ),
    lambda d, n: d.change(_decision(d, n), Decision.drop_action, _pick(_decision(d, n).actions, n)),
    lambda d, n: d.change(_pick(_decision(d, n).views, n), View.reword, f"Said {n}"),
    lambda d, n: d.change(_pick(_decision(d, n).needs, n), Need.reword, f"Needed {n}"),
    lambda d, n: d.change(_pick(_session(d).actions, n), Action.reword, f"Done {n}"),
    lambda d, n: d.change(_on("readback", 0, d), ReadBack.strike, _pick(_on("readback", 0, d).lines(), n)),
    lambda d, n: d.change(_on("readback", 0, d), ReadBack.change_line, _pick(_on("readback", 0, d).lines(), n), "So"),
    lambda d, n: d.change(_on("since", 0, d), Since.answer_action, _pick(_on("since", 0, d).due(), n), "stuck"),
)


def _tally(deciding: Deciding, n: int) -> Tally:
    counts = [0] * len(deciding.poll.options)
    if n % 3 and counts:
        counts[0] = 9
    return Tally(tuple(counts), 5, 14)


def _begin(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.add_action, "Ask", desk.today(), name="Sam")
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, "It is cold")
    desk.change(deciding, Deciding.add_option, "The hall")
    desk.change(deciding, Deciding.add_option, "The kitchen")
    desk.open(play.session_of(desk).id)


def _same_as_fresh(desk: Desk) -> None:
    live = play.graph(play.session_of(desk))
    desk._load()
    fresh = play.graph(play.session_of(desk))
    for key, values in fresh.items():
        _one_order(live.get(key, {}), values)
        assert live.get(key) == values, key


def _one_order(*both: dict[str, Any]) -> None:
    """What a space has of items is shown by `open_items` alone, which orders them itself."""
    for values in both:
        if "privacy_line" in values:
            values["items"] = sorted(values["items"])


@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(st.tuples(st.integers(0, len(DEEDS) - 1), st.integers(0, 12)), min_size=5, max_size=30))
def test_any_deeds_undone_one_by_one_leave_every_dump_as_it_was(walk: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder, play.a_desk(Path(folder) / "a.elephants") as desk:
        _begin(desk)
        dumps = [play.dump(desk.store)]
        for which, n in walk:
            before = len(desk._undo)
            try:
                DEEDS[which](desk, n)
            except (NotSaved, StillHeld):
                raise AssertionError("a deed broke a rule of the store") from None
            except Refused:
                continue
            if len(desk._undo) > before:
                dumps.append(play.dump(desk.store))
            assert play.dump(desk.store) == dumps[-1]
        _same_as_fresh(desk)
        while desk.can_undo:
            assert play.dump(desk.store) == dumps.pop()
            desk.undo()
            _same_as_fresh(desk)
        assert play.dump(desk.store) == dumps.pop()
        assert dumps == []


def test_every_deed_of_the_walks_is_reached_by_chance() -> None:
    """The property above proves nothing of a deed that is always refused."""
    chance, reached = random.Random(7), set()
    for _ in range(4):
        with TemporaryDirectory() as folder, play.a_desk(Path(folder) / "a.elephants") as desk:
            _begin(desk)
            for _ in range(220):
                which = chance.randrange(len(DEEDS))
                with suppress(Refused):
                    DEEDS[which](desk, chance.randrange(12))
                    reached.add(which)
    assert len(reached) > 0.8 * len(DEEDS)


def test_the_views_written_anew_at_the_close_come_back_with_their_old_ids(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    for n in range(12):
        desk.change(deciding, Deciding.add_view, f"View {n}")
    play.to_read_back(desk, deciding)
    desk.change(deciding, Deciding.no_look_again, "for now")
    before = play.dump(desk.store)
    desk.change(deciding, Deciding.close, "all", desk.chance)
    after = play.dump(desk.store)
    assert {row[-1] for row in before["view"]}.isdisjoint({row[-1] for row in after["view"]})
    desk.undo()
    assert play.dump(desk.store) == before


def test_one_line_undone_keeps_the_next_persons(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.add_point, "First")
    desk.change(item, AgendaItem.add_point, "Second")
    desk.undo()
    assert [point.text for point in play.session_of(desk).items[0].points] == ["First"]


def test_undo_is_refused_when_something_else_changed_the_row_since(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.add_point, "First")
    desk.change(item.points[0], Point.reword, "Other")
    with desk.store.raw() as other:
        other.execute("UPDATE point SET text = 'foreign'")
        other.commit()
    before = play.dump(desk.store)
    with pytest.raises(Refused, match="changed since"):
        desk.undo()
    assert play.dump(desk.store) == before
    assert desk.can_undo, "it can be tried again when the other change is taken back"
    with desk.store.raw() as other:
        other.execute("UPDATE point SET text = 'Other'")
        other.commit()
    desk.undo()
    assert play.session_of(desk).items[0].points[0].text == "First"


def test_a_struck_line_is_not_put_back_over_another(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.add_point, "First")
    desk.change(item, AgendaItem.take_out, item.points[0])
    with desk.store.raw() as other:
        other.execute("INSERT INTO point (id, item_id, place, text) VALUES (1, ?, 0, 'foreign')", (item.id,))
        other.commit()
    with pytest.raises(Refused, match="changed since"):
        desk.undo()


def test_the_last_fifty_deeds_and_no_more(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    for n in range(DEEP + 5):
        desk.change(item, AgendaItem.add_point, f"Point {n}")
    for _ in range(DEEP):
        desk.undo()
    assert not desk.can_undo
    assert [point.text for point in play.session_of(desk).items[0].points] == [f"Point {n}" for n in range(5)]
    with pytest.raises(Refused, match="nothing to undo"):
        desk.undo()


def test_an_undo_that_could_not_be_written_can_be_done_again(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.change(desk.home, Home.new_space, "One")
    raw = desk._connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA busy_timeout=10")
    with desk.store.raw() as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved):
            desk.undo()
        other.execute("ROLLBACK")
    desk.undo()
    assert desk.home.spaces == []
    caplog.clear()


def test_opening_another_session_forgets_what_could_be_undone(desk: Desk) -> None:
    session = play.open_session(desk)
    able = [desk.can_undo]
    desk.open(session.id)
    able.append(desk.can_undo)
    desk.change(play.session_of(desk), Session.count_here, 3)
    desk.leave()
    able.append(desk.can_undo)
    assert able == [True, False, False]
