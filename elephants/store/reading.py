"""Reads a store beside the desk that writes it: for a look beforehand at what a deed would do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session as Database

from elephants.store.engine import READING

if TYPE_CHECKING:
    from elephants.store.store import Store


@contextmanager
def looking(store: Store) -> Iterator[Database]:
    """Lend a database session that only reads, as things are now; it keeps no writer out. May be used in a thread."""
    engine = store.engine()
    try:
        with engine.connect() as connection:
            connection.info[READING] = True
            with Database(connection, autoflush=False) as db:
                yield db
    finally:
        engine.dispose()
