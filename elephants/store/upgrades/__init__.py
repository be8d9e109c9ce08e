"""Steps from one schema to the next; a step never imports the live models, which will have moved on by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic.migration import MigrationContext
from alembic.operations import Operations

from elephants.store.upgrades import step_1

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

STEPS = {1: step_1.upgrade}
"""What brings a store to each schema number from the one before."""


def upgrade(engine: Engine, version: int, newest: int) -> None:
    """Bring a store from `version` to `newest`, all or nothing; the gate moves in the same transaction."""
    with engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")  # must stand outside the transaction
        with connection.begin():
            op = Operations(MigrationContext.configure(connection, opts={"render_as_batch": True}))
            for number in range(version + 1, newest + 1):
                STEPS[number](op)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError("an upgrade step left rows that point to nothing")
            connection.exec_driver_sql(f"PRAGMA user_version={newest}")
