"""How is it for us?: the rules of its words and its marks; it never carries, and its counts are nowhere."""

from __future__ import annotations

import ast
import inspect
import itertools
import pickle
import random
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import NUMBERS, WORDS
from elephants.sessions.deciding.ways import SECRET, Way
from elephants.sessions.sensing import marks as sensing_marks
from elephants.sessions.sensing import sensing
from elephants.sessions.sensing import templates as sensing_templates
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.sensing.templates import TEMPLATES, WAYS
from elephants.sessions.session import Session
from elephants.sessions.text import LIMITS
from tests.store import play

CARRYING = re.compile(r"most of us|\b(majority|chose|chosen|decided|won|votes?|against|lost|red|green)\b|\d")
PARTS: tuple[ModuleType, ...] = (sensing, sensing_marks, sensing_templates)


def begun(desk: Desk, template: str = "temperature", way: str = Way.TIN.value) -> Sensing:
    """Open a session of nine, with this activity added behind the first line and the room in it."""
    session = desk.session or play.open_session(desk)
    desk.change(session, Session.add_activity, "sensing")
    found = next(one for one in session.activities if isinstance(one, Sensing) and one.state == "to come")
    desk.change(session, Session.go, found)
    desk.change(found, Sensing.use, template)
    desk.change(found, Sensing.mark_by, way)
    return found


def marks_of(desk: Desk, activity: Sensing) -> Marks:
    made: Marks = desk.moment(activity)
    return made


def counted(desk: Desk, activity: Sensing, *marks: int) -> Marks:
    """Begin, and count so many for each."""
    table = marks_of(desk, activity)
    desk.change(table, Marks.begin)
    for place, n in enumerate(marks):
        desk.change(table, Marks.put, place, n)
    return table


def refuse(sentence: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=sentence):
        act()


# -- templates are data ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", TEMPLATES)
def test_a_template_is_within_the_limits_and_carries_nothing_in_its_words(key: str) -> None:
    made = TEMPLATES[key]
    assert len(made.offers) in range(2, 10) or not made.offers
    assert len({one.words for one in made.offers}) == len(made.offers)
    assert len(made.prompt) <= LIMITS["question"]
    assert all(len(one.words) <= LIMITS["option"] and len(one.meaning) <= LIMITS["question"] for one in made.offers)
    said = f"{made.name} {made.about} {made.prompt} {made.tells} {made.counts} {made.kept}"
    said += "".join(f" {one.words} {one.meaning}" for one in made.offers)
    assert CARRYING.findall(said.casefold()) == []


def test_the_four_of_the_method() -> None:
    assert list(TEMPLATES) == ["temperature", "dots", "consent", "gradients"]
    assert [one.words for one in TEMPLATES["temperature"].offers] == ["Go on", "Slow down", "Stop"]
    assert TEMPLATES["dots"].each == 3
    assert TEMPLATES["consent"].prompt == "Any need before we try this?"
    assert len(TEMPLATES["gradients"].offers) == 5


def test_the_ways_are_those_of_choosing_but_the_laptop() -> None:
    assert set(WAYS) == {one.value for one in Way} - {Way.BALLOT.value}
    assert all(WAYS[key].secret == (Way(key) in SECRET) for key in WAYS)
    assert WAYS[Way.OPEN.value].form == NUMBERS
    assert all(one.form == WORDS for one in WAYS.values() if one.secret)


# -- the group's own words ---------------------------------------------------------------------------------------


def test_the_group_says_it_in_its_own_words(desk: Desk) -> None:
    one = begun(desk)
    assert (one.title, one.prompt) == ("Temperature check", "How shall we go on?")
    desk.change(one, Sensing.ask, "Shall we go on with the garden?")
    desk.change(one, Sensing.reword_option, 1, "Take our time")
    desk.change(one, Sensing.say_meaning, 1, "Let us have tea.")
    desk.change(one, Sensing.add_option, "Somewhere else", "Let us go outside.")
    desk.change(one, Sensing.move_option, 3, 0)
    desk.change(one, Sensing.drop_option, 1)
    assert one.prompt == "Shall we go on with the garden?"
    assert [offer.words for offer in one.options] == ["Somewhere else", "Take our time", "Stop"]
    assert one.options[1].meaning == "Let us have tea."
    desk.change(one, Sensing.say_meaning, 1, " ")
    assert one.options[1].meaning == ""


def test_what_it_refuses(desk: Desk) -> None:
    session = play.open_session(desk)
    desk.change(session, Session.add_activity, "sensing")
    bare = next(one for one in session.activities if isinstance(one, Sensing))
    refuse("Choose first", lambda: desk.change(bare, Sensing.ask, "How is it?"))
    refuse("Choose first", lambda: desk.change(bare, Sensing.add_option, "Fine"))
    refuse("Choose one", lambda: desk.change(bare, Sensing.use, "weather"))
    one = begun(desk)
    refuse("there already", lambda: desk.change(one, Sensing.add_option, "STOP"))
    refuse("there already", lambda: desk.change(one, Sensing.reword_option, 0, "stop"))
    refuse("What can we mark", lambda: desk.change(one, Sensing.add_option, "  "))
    refuse("What do we ask", lambda: desk.change(one, Sensing.ask, ""))
    refuse("room for 80", lambda: desk.change(one, Sensing.add_option, "x" * 81))
    refuse("room for 160", lambda: desk.change(one, Sensing.ask, "x" * 161))
    refuse("from 1 to 9", lambda: desk.change(one, Sensing.give, 0))
    refuse("from 1 to 9", lambda: desk.change(one, Sensing.give, 10))
    refuse("Choose hands", lambda: desk.change(one, Sensing.mark_by, Way.BALLOT.value))
    refuse("words or in numbers", lambda: desk.change(one, Sensing.show_as, "percent"))
    for n in range(6):
        desk.change(one, Sensing.add_option, f"Another {n}")
    refuse("Nine are the most", lambda: desk.change(one, Sensing.add_option, "A tenth"))


def test_fewer_than_two_cannot_begin(desk: Desk) -> None:
    one = begun(desk, "dots")
    desk.change(one, Sensing.add_option, "The garden")
    refuse("at least two", lambda: desk.change(marks_of(desk, one), Marks.begin))
    desk.change(one, Sensing.add_option, "The kitchen")
    desk.change(marks_of(desk, one), Marks.begin)
    assert marks_of(desk, one).begun


def test_a_title_of_the_groups_own_stays(desk: Desk) -> None:
    one = begun(desk)
    desk.change(one, Sensing.retitle, "Are we all right?")
    desk.change(one, Sensing.use, "consent")
    assert one.title == "Are we all right?"


def test_the_form_begins_as_the_way_does_and_the_room_may_change_it(desk: Desk) -> None:
    one = begun(desk, way=Way.OPEN.value)
    assert one.form == NUMBERS
    desk.change(one, Sensing.show_as, WORDS)
    assert one.form == WORDS
    desk.change(one, Sensing.mark_by, Way.SHUT.value)
    assert one.form == WORDS
    desk.change(one, Sensing.mark_by, Way.OPEN.value)
    assert one.form == NUMBERS


def test_who_can_learn_what_is_said_before(desk: Desk) -> None:
    one = begun(desk)
    assert "never how many" in one.who_can_learn()
    assert "We are few" not in one.who_can_learn()
    desk.change(one.session, Session.count_here, 5)
    assert "We are few" in one.who_can_learn()
    desk.change(one, Sensing.show_as, NUMBERS)
    assert "If nobody or all but one marked it, everyone knows." in one.who_can_learn()
    desk.change(one, Sensing.mark_by, Way.OPEN.value)
    assert "Everyone sees who marks what." in one.who_can_learn()
    assert "We are few" not in one.who_can_learn()


# -- marks --------------------------------------------------------------------------------------------------------


def test_marks_are_counted_and_a_gap_is_said_never_blocked(desk: Desk) -> None:
    one = begun(desk)
    here = one.session.here or 0
    table = counted(desk, one, here - 1, 0, 0)
    assert table.gap() == f"{here} here, {here - 1} counted: one passed?"
    desk.change(table, Marks.put, 2, 3)
    assert "too many?" in table.gap()
    refuse("fewer than no hands", lambda: desk.change(table, Marks.put, 0, -1))
    desk.change(table, Marks.open)
    assert table.came == (0, 2)


def test_dots_are_summed_against_what_all_have(desk: Desk) -> None:
    one = begun(desk, "dots", Way.OPEN.value)
    for words in ("The garden", "The kitchen"):
        desk.change(one, Sensing.add_option, words)
    desk.change(one.session, Session.count_here, 14)
    table = counted(desk, one, 30, 10)
    assert table.expected == 42
    assert table.gap() == "14 here, 3 each: 40 of 42 counted."
    desk.change(table, Marks.put, 1, 20)
    assert table.gap() == "14 here, 3 each: 50 of 42 counted, too many?"


def test_how_many_are_here_is_fixed_when_it_begins(desk: Desk) -> None:
    one = begun(desk)
    desk.change(one.session, Session.count_here, 11)
    assert marks_of(desk, one).here == 11
    table = counted(desk, one)
    desk.change(one.session, Session.count_here, 12)
    assert (table.here, marks_of(desk, one)) == (11, table)


def test_it_opens_only_once_something_is_counted_and_then_counts_no_more(desk: Desk) -> None:
    one = begun(desk)
    table = marks_of(desk, one)
    refuse("not the moment", lambda: desk.change(table, Marks.put, 0, 1))
    refuse("not the moment", lambda: desk.change(table, Marks.open))
    desk.change(table, Marks.begin)
    refuse("Nothing was counted", lambda: desk.change(table, Marks.open))
    desk.change(table, Marks.put, 2, 1)
    desk.change(table, Marks.again)
    assert table.counted == 0
    desk.change(table, Marks.put, 2, 1)
    desk.change(table, Marks.open)
    refuse("not the moment", lambda: desk.change(table, Marks.put, 0, 1))
    desk.change(table, Marks.put_away)
    assert (table.came, table.numbers, table.so_far) == (None, None, ())


SETTLED: dict[str, Callable[[Desk, Sensing], object]] = {
    "form": lambda desk, one: desk.change(one, Sensing.show_as, NUMBERS),
    "way": lambda desk, one: desk.change(one, Sensing.mark_by, Way.OPEN.value),
    "prompt": lambda desk, one: desk.change(one, Sensing.ask, "Is it fine?"),
    "words": lambda desk, one: desk.change(one, Sensing.reword_option, 2, "Halt"),
    "meaning": lambda desk, one: desk.change(one, Sensing.say_meaning, 2, ""),
    "order": lambda desk, one: desk.change(one, Sensing.move_option, 2, 0),
    "each": lambda desk, one: desk.change(one, Sensing.give, 2),
    "template": lambda desk, one: desk.change(one, Sensing.use, "consent"),
    "undo": lambda desk, _one: desk.undo(),
    "leaving": lambda desk, one: desk.change(one.session, Session.walk_back),
}


@pytest.mark.parametrize("opened", [False, True], ids=["sealed", "opened"])
@pytest.mark.parametrize("what", SETTLED)
def test_marks_are_gone_when_what_was_settled_changes(desk: Desk, what: str, opened: bool) -> None:
    one = begun(desk)
    table = counted(desk, one, 4, 1, 1)
    if opened:
        desk.change(table, Marks.open)
    SETTLED[what](desk, one)
    session = desk.session
    assert session is not None
    fresh = marks_of(desk, next(each for each in session.activities if isinstance(each, Sensing)))
    assert fresh is not table
    assert (fresh.begun, fresh.opened, fresh.so_far) == (False, False, ())


def test_what_is_done_elsewhere_leaves_the_marks(desk: Desk) -> None:
    """The control: an item born here must not lose what the room looks at."""
    one = begun(desk)
    table = counted(desk, one, 4, 1, 1)
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, "What we need")
    assert marks_of(desk, one) is table


# -- the same outcome, the same everything ----------------------------------------------------------------------


def kept_in_memory(desk: Desk, one: Sensing, tally: tuple[int, ...]) -> bytes:
    table = counted(desk, one, *tally)
    desk.change(table, Marks.open)
    kept = pickle.dumps(vars(table))
    desk.change(table, Marks.put_away)
    return kept


@pytest.mark.parametrize("way", [Way.TIN.value, Way.SHUT.value])
def test_in_words_the_same_outcome_leaves_the_same_memory(desk: Desk, way: str) -> None:
    one = begun(desk, way=way)
    desk.change(one.session, Session.count_here, 14)
    seen: dict[tuple[bool, ...], set[bytes]] = {}
    tallies = [each for each in itertools.product((0, 1, 2, 6, 13), repeat=3) if 0 < sum(each) < 16]
    for tally in tallies:
        seen.setdefault(tuple(n > 0 for n in tally), set()).add(kept_in_memory(desk, one, tally))
    assert len(seen) == 7
    assert all(len(kept) == 1 for kept in seen.values())
    assert len(set.union(*seen.values())) == 7  # the control: another outcome is told apart
    desk.change(one, Sensing.show_as, NUMBERS)
    assert kept_in_memory(desk, one, (13, 0, 1)) != kept_in_memory(desk, one, (1, 0, 13))


def on_disk(desk: Desk) -> dict[str, bytes]:
    """Every byte beside the store, and in it: the -wal is where a deed would be written first."""
    beside = [one for one in desk.store.path.parent.rglob("*") if one.is_file() and not one.name.endswith("-shm")]
    return {one.name: one.read_bytes() for one in beside}


@pytest.mark.parametrize("form", [WORDS, NUMBERS])
def test_counting_and_opening_write_nothing(desk: Desk, form: str) -> None:
    one = begun(desk)
    desk.change(one, Sensing.show_as, form)
    before = on_disk(desk)
    assert any(name.endswith("-wal") for name in before)
    for tally in ((9, 0, 1), (1, 8, 0), (0, 0, 10)):
        desk.change(counted(desk, one, *tally), Marks.open)
        assert on_disk(desk) == before
        desk.change(marks_of(desk, one), Marks.put_away)
    desk.change(one, Sensing.ask, "Is it fine?")
    assert on_disk(desk) != before  # the control: what is kept shows


# -- it never carries ---------------------------------------------------------------------------------------------


def test_it_knows_no_decision() -> None:
    """No part of it imports what a decision is made of, and no deed of it has such a name."""
    forbidden = {"decision", "deciding", "ending", "steps", "needs", "choosing"}
    for part in PARTS:
        tree = ast.parse(inspect.getsource(part))
        met = {
            node.module.split(".")[-1] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
        }
        assert met.isdisjoint(forbidden)
    names = {name for kind in (Sensing, Marks) for name in vars(kind)}
    assert not [name for name in names if any(word in name for word in ("reveal", "carr", "close", "ending", "winner"))]
    assert all(hasattr(Deciding, name) for name in ("reveal", "close"))  # the control


def _deed(one: Sensing, table: Marks, chance: random.Random) -> tuple[Any, Any, tuple[Any, ...]]:
    """Draw a deed: mostly marks, for a change of what was settled puts them away."""
    settle: list[tuple[Any, Any, tuple[Any, ...]]] = [
        (one, Sensing.use, (chance.choice(list(TEMPLATES)),)),
        (one, Sensing.ask, (f"How is it {chance.random()}?",)),
        (one, Sensing.add_option, (f"Option {chance.random()}",)),
        (one, Sensing.mark_by, (chance.choice(list(WAYS)),)),
        (one, Sensing.show_as, (chance.choice((WORDS, NUMBERS)),)),
        (one, Sensing.give, (chance.randrange(1, 5),)),
    ]
    if one.options:
        place = chance.randrange(len(one.options))
        settle += [(one, Sensing.drop_option, (place,)), (one, Sensing.move_option, (place, 0))]
    mark: list[tuple[Any, Any, tuple[Any, ...]]] = [
        *[(table, deed, ()) for deed in (Marks.begin, Marks.open, Marks.put_away, Marks.again)],
        *[(table, Marks.put, (at, chance.randrange(15))) for at in range(table.options)],
    ]
    return chance.choice(mark if chance.random() < 0.97 else settle)


def test_no_deed_of_it_ends_or_carries_a_decision(desk: Desk) -> None:
    """A thousand deeds by chance beside a decision that is being made: the decision stays as it was."""
    session = play.open_session(desk)
    agenda = play.activity_of(desk, "agenda")
    desk.change(session, Session.go, agenda)
    desk.change(agenda, Agenda.add_item, "Where do we meet?", "decide")
    desk.change(agenda, Agenda.decide, session.items[0])
    tables = ("decision", "option", "need", "action", "revision", "agenda_item", "update_", "point", "view")
    one, chance = begun(desk), random.Random(7)

    def decided() -> dict[str, list[tuple[Any, ...]]]:
        return {name: rows for name, rows in play.dump(desk.store).items() if name in tables}

    before, done, opened = decided(), 0, 0
    assert before["decision"]
    for _ in range(1000):
        thing, deed, words = _deed(one, marks_of(desk, one), chance)
        try:
            desk.change(thing, deed, *words)
            done += 1
        except Refused:
            continue
        opened += marks_of(desk, one).opened
    assert done > 300
    assert opened > 10
    assert decided() == before
    assert one.decision is None
