"""The floors of the start, each a process of its own: a bare window, and one that then reads home's rows by the ORM.

`python -m benchmarks._floors` paints a bare QMainWindow; with the path of a store it then imports sqlalchemy.orm, reads
the same rows that home shows, says them in one label, and paints that.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks._marks import after_paint, mark

_ROWS = (
    "SELECT id, name FROM space ORDER BY id",
    "SELECT id, template, date, starts, minutes, place, food, state FROM session ORDER BY date DESC, id DESC",
    "SELECT id, title, purpose, openness, carried_from_id FROM agenda_item WHERE session_id IS NULL ORDER BY place",
    "SELECT session_id, title FROM agenda_item WHERE session_id IS NOT NULL AND closed != 'carried' ORDER BY place",
    "SELECT id, decision_id, text, answer, met FROM need ORDER BY id",
    "SELECT id, title, question, look_again FROM decision WHERE standing = 'standing' ORDER BY look_again, id",
    "SELECT text, \"by\", who FROM action WHERE state NOT IN ('done', 'let go') ORDER BY \"by\", id",
)


class Bare:
    """A main window with a label, as plain as there is one."""

    def __init__(self, store: Path | None) -> None:
        self.store = store
        self.window = QMainWindow()
        self.window.resize(1366, 768)
        self.label = QLabel("Elephants")
        self.window.setCentralWidget(self.label)
        self.watch: QObject = after_paint(self.window, self.painted)
        self.window.show()

    def painted(self) -> None:
        """Mark the first paint, then read."""
        mark("painted")
        if self.store is None:
            _end()
            return
        rows = read_rows(self.store)
        self.watch = after_paint(self.label, _end_filled)
        self.label.setText("\n".join(str(row) for row in rows[:40]))


def read_rows(store: Path) -> list[Any]:
    """Read what home reads by SQLAlchemy, over the same encrypted file with its key and its cache."""
    import sqlalchemy.orm
    import sqlcipher3
    from sqlalchemy.pool import NullPool

    key = (store.parent / "key" / f"{store.name}.key").read_text(encoding="ascii")

    def connect() -> Any:
        raw = sqlcipher3.connect(str(store))
        raw.execute(f"PRAGMA key=\"x'{key}'\"")
        return raw

    engine = sqlalchemy.create_engine("sqlite://", module=sqlcipher3, creator=connect, poolclass=NullPool)
    with sqlalchemy.orm.Session(engine) as db:
        return [row for words in _ROWS for row in db.execute(sqlalchemy.text(words))]


def _end_filled() -> None:
    mark("filled")
    _end()


def _end() -> None:
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    app = QApplication([])
    bare = Bare(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(app.exec())
