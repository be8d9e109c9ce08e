"""Old papers that are brought in: whole or not at all, taken away without a trace, and seen nowhere but in history."""

from __future__ import annotations

import dataclasses
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elephants.bringing import bring, space_of
from elephants.desk import Desk
from elephants.paper.papers import TITLES
from elephants.paper.wanted import FORMS, Wanted, make
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.agenda.item import ask_for
from elephants.sessions.base import NotSaved, Refused
from elephants.sessions.brought.brought import CHANGED, NEW, THERE, take_away
from elephants.sessions.brought.reading import Minutes, read_minutes
from elephants.sessions.space import Home
from elephants.store.glance import glance
from elephants.store.search import Asked, find
from tests.paper.reading import words_of
from tests.sessions.test_brought_reading import ANYTHING
from tests.store import play
from tests.voting import tables

OLD, NOW = "XylophonePast", "ZeppelinNow"
FILE = "old/2020-01-02.md"


def paper(text: str | bytes, source: str = FILE) -> Minutes:
    return read_minutes(source, text.encode() if isinstance(text, str) else text, date(2026, 11, 24))


@pytest.fixture
def kitchen(desk: Desk) -> int:
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    return desk.home.spaces[0].id


def texts(desk: Desk) -> list[str]:
    with desk.store.raw() as raw:
        return [row[0] for row in raw.execute("SELECT text FROM brought_paragraph ORDER BY brought_id, place")]


def test_the_same_paper_twice_changes_nothing_and_another_of_its_name_takes_its_place(desk: Desk, kitchen: int) -> None:
    assert bring(desk, kitchen, paper("# Tea\n\n- one\n  - two")) == NEW
    assert bring(desk, kitchen, paper("# Tea\n\n- one\n  - two")) == THERE
    assert bring(desk, kitchen, paper("# Tea\n\n- one\n  - two", "copy/other name.md")) == THERE
    assert texts(desk) == ["Tea", "one", "two"]
    assert bring(desk, kitchen, paper("cake", "new/2020-01-02.md")) == NEW, "of another folder: both stay"
    assert bring(desk, kitchen, paper("# Tea\n\nthree")) == CHANGED
    assert texts(desk) == ["cake", "Tea", "three"]
    assert not desk.can_undo
    assert bring(desk, kitchen, paper("bread", "new/bread.md")) == NEW
    desk.undo()
    assert texts(desk) == ["cake", "Tea", "three"]
    with desk.store.raw() as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_taken_away_is_in_no_byte_and_cannot_come_back(tmp_path: Path) -> None:
    """The store has no key here, so that every byte can be read; another paper is the control."""

    def found() -> set[str]:
        left = b"".join(path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file())
        return {word for word in (OLD, NOW) if word.encode() in left or word.casefold().encode() in left}

    desk = tables(tmp_path)
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    space_id = desk.home.spaces[0].id
    for word in (OLD, NOW):
        bring(desk, space_id, paper("# Tea\n\n" + f"{word} and more\n\n" * 30, f"old/{word}.md"))
    assert found() == {OLD, NOW}
    space = space_of(desk, space_id)
    gone = next(one for one in space.brought if OLD in one.source)
    desk.change(space, take_away, gone)
    assert found() == {NOW}
    assert not desk.can_undo
    assert [one.title for one in space_of(desk, space_id).brought] == ["Tea"]
    with desk.store.raw() as raw:
        assert [len(find(raw, Asked(word))) for word in (OLD, NOW)] == [0, 30]
    desk.close()
    assert found() == {NOW}


def test_it_is_seen_nowhere_but_in_the_history(desk: Desk) -> None:
    """Home, every paper in every form, and all that an open session holds; a line of today is the control."""
    play.open_session(desk)
    space_id = play.space_of(desk).id
    text = f"# {OLD}\n\n- we decided {OLD}\n- {OLD} to do"
    assert bring(desk, space_id, paper(text, f"{OLD}/{OLD} 2026-11-24.md")) == NEW
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, NOW, "think")
    desk.change(play.space_of(desk), ask_for, f"{NOW} again", "think")
    session = desk.open(play.session_of(desk).id)
    told = {NOW: 0, OLD: 0}
    for wanted in (Wanted(kind, form, names=True) for kind in TITLES for form in FORMS):
        made = make(session, wanted)
        said = words_of(made) if wanted.form == "pdf" else made.decode("utf-8")
        told = {word: count + (word in said) for word, count in told.items()}
    with desk.store.raw() as raw:
        home = str(dataclasses.asdict(glance(raw, space_id, desk.today())))
        found = find(raw, Asked(OLD))
    assert told[NOW] > 4
    assert NOW in home
    assert told[OLD] == 0
    assert OLD not in home
    assert [(hit.kind, hit.brought) for hit in found] == [("brought", True)] * 3, "the history finds it"
    with play.statements(desk) as statements:
        desk.open(session.id)
        desk.leave()
    assert not any("brought" in one for one in statements), "nothing of a session or of home reads it"


@pytest.fixture
def long_paper() -> Minutes:
    return paper("# Cake\n\n" + "\n\n".join(f"{n} {'x' * 900}" for n in range(150)))


def test_a_disk_that_fills_up_in_the_middle_leaves_the_paper_out_whole(
    desk: Desk, kitchen: int, long_paper: Minutes, caplog: pytest.LogCaptureFixture
) -> None:
    """The store may grow by so many pages, and no more: none of them is enough but the last."""
    raw = desk._connection.connection.driver_connection
    assert raw is not None
    bring(desk, kitchen, paper("# Tea"))
    came = []
    for more in (0, 5, 20, 40, 1000):
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages + more}")
        try:
            came.append(bring(desk, kitchen, long_paper))
        except NotSaved:
            assert texts(desk) == ["Tea"]
            assert [one.title for one in space_of(desk, kitchen).brought] == ["Tea"]
    assert came == [CHANGED]
    assert texts(desk) == [one.text for one in long_paper.paragraphs]
    caplog.clear()


def _bring_anything(files: list[tuple[str, bytes]]) -> None:
    """Bring files of any bytes in: after each, the store holds each paper whole as it was read, and nothing else."""
    with tempfile.TemporaryDirectory() as folder, play.a_desk(Path(folder) / "a.store") as desk:
        desk.change(desk.home, Home.new_space, "Tuesday kitchen")
        space_id = desk.home.spaces[0].id
        inside: dict[str, Minutes] = {}
        for name, given_bytes in files:
            try:
                minutes = paper(given_bytes, f"old/{name}.md")
            except Refused:
                continue
            came = bring(desk, space_id, minutes)
            same = any(one.digest == minutes.digest for one in inside.values())
            assert came == (THERE if same else CHANGED if minutes.source in inside else NEW)
            if not same:
                inside.pop(minutes.source, None)
                inside[minutes.source] = minutes
            assert texts(desk) == [part.text for one in inside.values() for part in one.paragraphs]
        while inside and desk.can_undo:  # as far back as the last that took another's place
            desk.undo()
            del inside[next(reversed(inside))]
            assert texts(desk) == [part.text for one in inside.values() for part in one.paragraphs]


FILES = st.lists(st.tuples(st.sampled_from("abc"), ANYTHING), min_size=1, max_size=6)


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(FILES)
def test_any_files_come_in_whole_or_not_at_all(files: list[tuple[str, bytes]]) -> None:
    _bring_anything(files)


@pytest.mark.torture
@settings(max_examples=1_500, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(FILES)
def test_thousands_of_any_files_come_in_whole_or_not_at_all(files: list[tuple[str, bytes]]) -> None:
    _bring_anything(files)
