"""After words were taken out they are nowhere: no page, no -wal, no free page, no paper (STORE.md, Gone means).

The words that are kept are the control: whoever looks in this way finds what is there. A second control does without
the writing anew of the file, and must find what was taken out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.paper.papers import TITLES
from elephants.paper.wanted import FORMS, Wanted, make
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.record.out import take_out
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.record.readlines import ReadLine, lines
from elephants.sessions.record.record import correct
from elephants.store.store import Store
from tests.paper.reading import words_of
from tests.store import play
from tests.voting import tables

KEPT, STRUCK, SHAME, BLAME = "XylophoneKept", "ZeppelinStruck", "ZeppelinShame", "ZeppelinBlame"


def an_agreed_evening(folder: Path) -> Desk:
    """Many lines, so that pages split; one is struck before the room agrees, one is corrected after."""
    folder.mkdir(exist_ok=True)
    desk = tables(folder)
    play.open_session(desk)
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, "The bus pass", "think")
    item = play.session_of(desk).items[0]
    for text in (KEPT, STRUCK, SHAME, *(f"line {n} {'x' * 200}" for n in range(30))):
        desk.change(item, AgendaItem.add_point, text)
    desk.change(item, AgendaItem.close, "talked")
    readback = play.activity_of(desk, "readback")
    desk.change(readback, ReadBack.strike, line_of(desk, STRUCK))
    desk.change(readback, ReadBack.agree, desk.today(), desk.chance)
    session = play.session_of(desk)
    desk.change(session.space, correct, session, line_of(desk, SHAME), BLAME, desk.today())
    return desk


def line_of(desk: Desk, words: str) -> ReadLine:
    return next(one for one in lines(play.session_of(desk)) if one.words == words)


def out(desk: Desk) -> None:
    session = play.session_of(desk)
    desk.change(session.space, take_out, session, line_of(desk, BLAME), desk.today())


def found(folder: Path, *words: str) -> set[str]:
    """Look for words in every byte that is there: the pages, the -wal and what SQLite keeps beside them."""
    left = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
    return {word for word in words if word.encode() in left}


def test_a_struck_and_a_taken_out_word_are_in_no_byte_of_the_store_and_no_paper(tmp_path: Path) -> None:
    desk = an_agreed_evening(tmp_path)
    assert found(tmp_path, KEPT, STRUCK, SHAME, BLAME) == {KEPT, SHAME, BLAME}
    out(desk)
    assert found(tmp_path, KEPT, STRUCK, SHAME, BLAME) == {KEPT}, "while the app is open"
    session = play.session_of(desk)
    for wanted in (Wanted(paper, form, names=True) for paper in TITLES for form in FORMS):
        made = make(session, wanted)
        said = words_of(made) if wanted.form == "pdf" else made.decode("utf-8")
        assert not any(word in said for word in (STRUCK, SHAME, BLAME)), wanted
        if wanted.paper == "minutes" and wanted.form in ("pdf", "html", "md"):
            assert KEPT in said, "the control: a kept word is found"
    desk.close()
    assert found(tmp_path, KEPT, STRUCK, SHAME, BLAME) == {KEPT}


def test_without_writing_the_file_anew_they_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = an_agreed_evening(tmp_path)
    monkeypatch.setattr(Store, "write_anew", lambda _store, _raw: True)
    out(desk)
    assert found(tmp_path, SHAME, BLAME), "the -wal still has them"
    desk.close()


def test_where_it_cannot_be_done_now_it_is_done_later(tmp_path: Path) -> None:
    """Somebody reads the store elsewhere: until that is over the old pages stand in the -wal; then they go."""
    desk = an_agreed_evening(tmp_path)
    with desk.store.raw() as raw:
        raw.isolation_level = None
        raw.execute("BEGIN")
        assert raw.execute("SELECT count(*) FROM point").fetchone()[0] == 32
        out(desk)
        assert BLAME in found(tmp_path, BLAME)
        raw.execute("COMMIT")
    desk.look()
    assert found(tmp_path, KEPT, SHAME, BLAME) == {KEPT}
    desk.close()
