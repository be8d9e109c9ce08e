"""Reads a store beside the desk that writes it: for a look beforehand at what a deed would do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from elephants.store.engine import READING

if TYPE_CHECKING:
    from elephants.store.store import Store


Looking = Connection
"""What one looks through."""


@contextmanager
def looking(store: Store) -> Iterator[Looking]:
    """Lend a connection that only reads, as things are now; it keeps no writer out. May be used in a thread.

    What cannot be read is said in a sentence.
    """
    engine = store.engine()
    try:
        with engine.connect() as connection:
            connection.info[READING] = True
            yield connection
    except DBAPIError as trouble:
        raise store.refusal(trouble) from None
    finally:
        engine.dispose()
