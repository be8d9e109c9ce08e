"""The log keeps types, files and lines: a word of the room is in no log, no traceback and no sentence."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import StatementError

from elephants.desk import Desk
from elephants.logs import begin_log, note_bug
from elephants.sessions.base import NotSaved
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import View
from elephants.sessions.text import StillHeld
from tests.store import play

MARK = "MARK-a-word-of-the-room"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    handler = begin_log(tmp_path / "log")
    yield tmp_path / "log" / "elephants.log"
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture
def plain() -> Iterator[io.StringIO]:
    """Ordinary logging beside ours, as the control: it does write what an exception says."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger().addHandler(handler)
    yield said
    logging.getLogger().removeHandler(handler)


def _marked(desk: Desk) -> Deciding:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, MARK)
    return deciding


def _broken_rule(deciding: Deciding) -> None:
    deciding.poll.views.append(View(id=deciding.poll.views[0].id, text=MARK, place=9))


def _wrong_type(deciding: Deciding) -> None:
    setattr(deciding.poll.views[0], "text", [MARK])  # noqa: B010  (the type checker would see it)


def _wrong_date(deciding: Deciding) -> None:
    setattr(deciding.poll, "look_again", MARK)  # noqa: B010  (the type checker would see it)


def _no_table(deciding: Deciding) -> None:
    db = inspect(deciding).session
    assert db is not None
    db.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": MARK})


def _full_disk(deciding: Deciding) -> None:
    db = inspect(deciding).session
    assert db is not None
    raw: Any = db.connection().connection.driver_connection
    raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0]}")
    deciding.poll.views[0].text = MARK * 9000


TROUBLES: dict[str, Callable[[Deciding], None]] = {
    "IntegrityError": _broken_rule,
    "InterfaceError": _wrong_type,
    "StatementError": _wrong_date,
    "OperationalError, no table": _no_table,
    "OperationalError, full disk": _full_disk,
}


@pytest.mark.filterwarnings("ignore:New instance")
@pytest.mark.parametrize("trouble", TROUBLES)
def test_no_database_error_carries_a_word_of_the_room(
    desk: Desk, written: Path, plain: io.StringIO, caplog: pytest.LogCaptureFixture, trouble: str
) -> None:
    deciding = _marked(desk)
    with pytest.raises((NotSaved, StillHeld, StatementError)) as caught:
        desk.change(deciding, TROUBLES[trouble])
    note_bug(caught.value)
    assert MARK not in str(caught.value)
    assert MARK not in written.read_text(encoding="utf-8")
    assert MARK not in plain.getvalue()
    assert all(MARK not in record.getMessage() for record in caplog.records)
    assert written.read_text(encoding="utf-8").count("desk.py:") >= 1
    caplog.clear()


def test_a_locked_database_carries_none_either(
    desk: Desk, written: Path, plain: io.StringIO, caplog: pytest.LogCaptureFixture
) -> None:
    deciding = _marked(desk)
    raw = desk._connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA busy_timeout=10")
    with desk.store.raw() as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved) as caught:
            desk.change(deciding, Deciding.add_view, MARK)
        other.execute("ROLLBACK")
    assert MARK not in str(caught.value) + written.read_text(encoding="utf-8") + plain.getvalue()
    assert "not saved: OperationalError" in written.read_text(encoding="utf-8")
    caplog.clear()


def test_a_bug_that_quotes_a_word_is_written_without_it_and_plain_logging_would_not_do(
    desk: Desk, written: Path, plain: io.StringIO, caplog: pytest.LogCaptureFixture
) -> None:
    deciding = _marked(desk)

    def missing_words(words: str) -> None:
        raise KeyError(words)

    def bug(one: Deciding) -> None:
        try:
            missing_words(one.poll.views[0].text)
        except KeyError as missing:
            raise ValueError(one.poll.views[0].text) from missing

    with pytest.raises(ValueError, match=MARK) as caught:
        desk.change(deciding, bug)
    note_bug(caught.value)
    logging.getLogger("other").error("said %s", MARK)
    ours = written.read_text(encoding="utf-8")
    assert MARK in plain.getvalue(), "the control must leak, or this test proves nothing"
    assert MARK not in ours
    for kept in ("builtins.ValueError", "builtins.KeyError", "test_log.py:", "desk.py:", "said str"):
        assert kept in ours
    caplog.clear()


def test_the_log_lies_in_a_folder_of_its_own_and_does_not_grow_for_ever(tmp_path: Path) -> None:
    handler = begin_log(tmp_path / "log")
    try:
        logger = logging.getLogger("grows")
        logger.setLevel(logging.INFO)
        for _ in range(9000):
            logger.info("one line that is about as long as the lines of a log are, give or take a word or two")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    files = sorted(path.name for path in (tmp_path / "log").iterdir())
    assert files == ["elephants.log", "elephants.log.1", "elephants.log.2"]
    if sys.platform != "win32":
        assert (tmp_path / "log").stat().st_mode & 0o077 == 0
