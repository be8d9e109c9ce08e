"""Joins the encrypted file to SQLAlchemy; loaded after the first paint, for the ORM costs more than Qt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from elephants.store.search import settle

if TYPE_CHECKING:
    from elephants.store.store import Store

_COMPILED: dict[Any, Any] = {}
"""The statements that were compiled so far, for every engine; there are only so many in the code."""

READING = "reading"
"""Set in a connection's `info` while it only reads, so that it neither waits for a writer nor keeps one out."""


def engine_of(store: Store) -> Engine:
    """Give the engine of a store: whole transactions by BEGIN IMMEDIATE, and no value in any log or error."""
    engine = create_engine(
        "sqlite://",  # the store connects by itself: a path may hold signs that mean something in an address
        module=sqlcipher3,
        creator=lambda: store.connect(check_same_thread=False),  # a long deed is done in another thread
        hide_parameters=True,
        poolclass=NullPool,
        execution_options={"compiled_cache": _COMPILED},
    )
    engine.dialect = _dialect()
    event.listen(engine, "connect", _stop_the_drivers_own_begin)
    event.listen(engine, "begin", _begin_immediate if store.writing else _begin)
    return engine


@cache
def _dialect() -> Dialect:
    """Give the one dialect of all engines: what is compiled for it serves every store, and is kept once."""
    engine = create_engine("sqlite://", module=sqlcipher3, poolclass=NullPool)
    engine.connect().close()  # it asks once what this SQLite can do
    return engine.dialect


def settle_index(connection: Connection) -> None:
    """Bring the search up to what a deed changed, within its transaction; fails as any other statement does."""
    try:
        settle(connection.connection.driver_connection)
    except sqlcipher3.Error as trouble:
        raise DBAPIError.instance(None, None, trouble, sqlcipher3.Error, hide_parameters=True) from None


def connected(store: Store) -> Connection:
    """Give a connection to a store, for as long as the desk stands; refuses in a sentence, as on a full disk."""
    try:
        return store.engine().connect()
    except DBAPIError as trouble:
        raise store.refusal(trouble) from None


def _stop_the_drivers_own_begin(raw: Any, _record: object) -> None:
    raw.isolation_level = None


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN" if connection.info.get(READING) else "BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
