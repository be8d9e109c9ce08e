"""The log of bugs: type, file and line of each frame, never a value and never a message (ARCHITECTURE, rule 7)."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 200_000
"""Bytes of one log file before the next is begun."""

log = logging.getLogger("elephants")


class Wordless(logging.Formatter):
    """Writes a record so that no word of the room can stand in it.

    Of an exception it writes the types and where it came through, not what it says: an exception quotes values.
    Of a record it writes the sentence of the program, and of its values only numbers and names of types.
    """

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """Write a copy of the record that holds nothing but our own words."""
        safe = logging.makeLogRecord(record.__dict__)
        values = record.args if isinstance(record.args, tuple) else ()
        safe.msg = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        safe.args = tuple(map(_bare, values))
        safe.exc_text = safe.stack_info = None
        return super().format(safe)

    def formatException(self, ei: object) -> str:  # noqa: N802  # the name is the library's
        """Write the types and the lines of an exception and of those it came from."""
        trouble = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(_told(trouble)) if isinstance(trouble, BaseException) else ""


def begin_log(folder: Path) -> logging.Handler:
    """Begin the log in a folder of its own; the caller takes the handler away when the app ends.

    A folder that cannot be written keeps nobody from meeting: what would stand in the log goes to stderr, as wordless.
    Without a handler Python itself would write there, and quote the room.
    """
    handler: logging.Handler
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "elephants.log", maxBytes=_LARGEST, backupCount=2, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(Wordless())
    root = logging.getLogger()
    root.addHandler(handler)
    return handler


class Late(logging.Handler):
    """Writes the log of a command: its file is made when there is something to write, and stderr is left alone."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setFormatter(Wordless())

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; where that cannot be, the sentence of the command says enough."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (self._folder / "elephants.log").open("a", encoding="utf-8") as log:
                log.write(f"{self.format(record)}\n")


@contextmanager
def late_log(folder: Path) -> Iterator[None]:
    """Keep what is noted meanwhile in the log of a folder."""
    handler = Late(folder)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


def note_bug(trouble: BaseException) -> None:
    """Write a bug into the log; the last-resort dialog shows it once and the app goes on."""
    log.error("a bug", exc_info=trouble)


def _bare(value: object) -> object:
    """Give a number as it is and a type by its name; of anything else only what it is."""
    if isinstance(value, int | float):
        return value
    return (value if isinstance(value, type) else type(value)).__qualname__


def _told(trouble: BaseException) -> list[str]:
    lines: list[str] = []
    one: BaseException | None = trouble
    seen: set[int] = set()
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        frames = traceback.extract_tb(one.__traceback__)
        lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        one = one.__cause__ or one.__context__
    return lines
