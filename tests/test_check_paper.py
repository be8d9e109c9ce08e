"""`elephants check-paper`: a paper of the store, an older one, a draft, a stranger, and words altered behind a code."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from elephants import cli
from elephants.checking import as_of, reading
from elephants.desk import Desk
from elephants.paper import papers
from elephants.sessions.record.out import take_out
from elephants.sessions.record.readlines import lines
from elephants.sessions.record.record import correct
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.store.store import Store
from tests.paper.reading import pages_of
from tests.rehearsals import play, shipped

LATER = date(2026, 12, 8)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "kept.store"
    play(shipped("tuesday-kitchen"), path).desk.close()
    return path


@pytest.fixture
def store(played: Path, tmp_path: Path) -> Path:
    """The evening at the Tuesday kitchen, agreed; a copy for each test."""
    for file in (played, played.parent / "key" / f"{played.name}.key"):
        to = tmp_path / file.relative_to(played.parent)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())
    return tmp_path / played.name


def evening(desk: Desk) -> Session:
    return desk.open(max(one.id for one in desk.home.spaces[0].sessions if one.is_agreed()))


def change(store: Path, act: Callable[[Desk, Session], None]) -> None:
    desk = Desk(Store(store))
    act(desk, evening(desk))
    desk.close()


def to_be(desk: Desk, session: Session, words: str, other: str = "", *, out: bool = False) -> None:
    line = next(one for one in lines(session) if words in one.words)
    if out:
        desk.change(session.space, take_out, session, line, LATER)
    else:
        desk.change(session.space, correct, session, line, other, LATER)


def paper(store: Path, to: Path, kind: str = "minutes", *, size: int = 0, edit: Callable[[Session], None] | None = None,
          version: int = 0) -> Path:  # fmt: skip
    """Make a paper; `edit` alters its words and keeps its code, as somebody with an editor would."""
    with reading(store) as desk:
        session = evening(desk)
        session = as_of(desk, session.id, version) if version else session
        if edit is not None:
            edit(session)
        to.write_bytes(papers.build(session, kind, size=size))
    return to


def check(capsys: pytest.CaptureFixture[str], store: Path, file: Path) -> tuple[int, str]:
    code = cli.main(["check-paper", str(file), "--store", str(store)])
    said = capsys.readouterr()
    assert bool(said.out) != bool(said.err)
    return code, said.out or said.err


def first_point(session: Session) -> str:
    return next(point.text for item in session.items for point in item.points)


@pytest.mark.parametrize(("kind", "size"), [("minutes", 0), ("outcome", 0), ("outcome", 24)])
def test_every_page_says_its_version_and_code_and_the_paper_matches(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, size: int
) -> None:
    file = paper(store, tmp_path / "a.pdf", kind, size=size)
    foot = re.compile(r"Version 1, Tuesday 24 November 2026\. Check code: [0-9A-Z]{4} [0-9A-Z]{4}")
    codes = [foot.search(page) for page in pages_of(file.read_bytes())]
    assert all(codes)
    assert check(capsys, store, file) == (
        0, "This paper matches the newest version of this record, version 1 of Tuesday 24 November 2026.\n",
    )  # fmt: skip


def test_after_a_correction_it_is_an_older_version_which_can_be_made_again(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = paper(store, tmp_path / "old.pdf")
    with reading(store) as desk:
        point = first_point(evening(desk))
    change(store, lambda desk, session: to_be(desk, session, point, "We said it better."))
    code, said = check(capsys, store, old)
    assert (code, "an older version of this record, version 1 of Tuesday 24 November 2026. There is" in said) == (
        0,
        True,
    )
    new = paper(store, tmp_path / "new.pdf")
    code, said = check(capsys, store, new)
    assert (code, "newest version of this record, version 2 of Tuesday 8 December 2026" in said) == (0, True)
    assert "Version 2, Tuesday 8 December 2026" in pages_of(new.read_bytes())[0]
    again = tmp_path / "again.pdf"
    with reading(store) as desk:
        number = str(evening(desk).id)
    assert cli.main(["minutes", number, "--to", str(again), "--of-version", "1", "--store", str(store)]) == 0
    assert again.read_bytes() == old.read_bytes()
    assert cli.main(["minutes", number, "--to", str(again), "--of-version", "7", "--store", str(store)]) == 1
    assert "no version 7" in capsys.readouterr().err


def test_words_altered_behind_the_code_are_found(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def alter(session: Session) -> None:
        point = next(point for item in session.items for point in item.points)
        point.text = "We give all the money to the mayor."

    def leave_out(session: Session) -> None:
        item = next(item for item in session.items if item.points)
        item.points.remove(item.points[0])

    with reading(store) as desk:
        point = first_point(evening(desk))
    code, said = check(capsys, store, paper(store, tmp_path / "a.pdf", edit=alter))
    assert code == 1
    assert "The code is ours (version 1 of Tuesday 24 November 2026), but the words are not all ours." in said
    assert re.search(r"not in the record:\n +.*give all the money to the mayor", said)
    assert re.search(r"not in the paper:\n +", said)
    code, said = check(capsys, store, paper(store, tmp_path / "b.pdf", edit=leave_out))
    assert (code, "not in the record" in said, point[:20] in said) == (1, False, True)


def test_a_draft_a_stranger_and_no_paper_of_ours(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def open_again(session: Session) -> None:
        session.state = "closed"

    code, said = check(capsys, store, paper(store, tmp_path / "draft.pdf", edit=open_again))
    assert (code, said.startswith("This paper is a draft.")) == (1, True)
    other = tmp_path / "other" / "store"
    play(shipped("tuesday-kitchen"), other).desk.close()
    code, said = check(capsys, store, paper(other, tmp_path / "other.pdf"))
    assert (code, "not known here. Its check code is in no record" in said) == (1, True)
    for name, content in (("a.txt", b"hello"), ("b.pdf", b"%PDF-1.7\nno"), ("c.pdf", b"")):
        (tmp_path / name).write_bytes(content)
        code, said = check(capsys, store, tmp_path / name)
        assert (code, "is no PDF that can be read" in said) == (1, True), name
    assert check(capsys, store, tmp_path / "none.pdf")[0] == 1
    assert cli.main(["check-paper", "--store", str(store)]) == 1
    assert "Which paper?" in capsys.readouterr().err
    assert cli.main(["check-paper", "x.pdf", "--nothing"]) == 2
    capsys.readouterr()


def test_a_next_session_planned_since_and_a_sheet_that_readers_checked_are_no_alteration(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def plan(desk: Desk, session: Session) -> None:
        for other in session.space.sessions:
            if other.date > session.date:
                desk.change(other, Session.replan, time(17), place="The library", food="Tea")
        desk.change(session.space, Space.say_contact, "the front desk")
        if session.next_session is None:
            desk.change(session.space, Space.plan, LATER, time(17), 90, place="The library")
        assert session.outcome_sheet is not None
        desk.change(session.outcome_sheet, type(session.outcome_sheet).check, True)

    file = paper(store, tmp_path / "a.pdf", "outcome")
    change(store, plan)
    code, said = check(capsys, store, file)
    assert (code, said.splitlines()[0][:39]) == (0, "This paper matches the newest version o")


def test_a_record_changed_past_the_app_can_vouch_for_nothing(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = paper(store, tmp_path / "a.pdf")
    with Store(store).raw() as raw:
        raw.execute("UPDATE point SET text = 'x' WHERE id = (SELECT min(id) FROM point)")
        raw.commit()
    code, said = check(capsys, store, file)
    assert (code, "was changed past the app" in said) == (1, True)


def test_words_taken_out_since_are_named_as_not_in_the_record_any_more(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = paper(store, tmp_path / "a.pdf")
    with reading(store) as desk:
        point = first_point(evening(desk))
    change(store, lambda desk, session: to_be(desk, session, point, out=True))
    code, said = check(capsys, store, old)
    assert (code, "Words were taken out of this record since" in said, point[:20] in said) == (1, True, True)
    assert check(capsys, store, paper(store, tmp_path / "b.pdf"))[0] == 0
    assert check(capsys, store, paper(store, tmp_path / "c.pdf", version=1))[0] == 0
