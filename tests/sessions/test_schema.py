"""What is never kept has no table and no column (METHOD.md)."""

from __future__ import annotations

import pytest
from sqlalchemy import DateTime, Time

from elephants.desk import Desk
from elephants.sessions.base import Base

TABLES = Base.metadata.tables
NEVER = (
    "asker", "asked", "author", "speaker", "said_by", "by_person", "created", "modified", "changed_at", "updated_at",
    "time", "at", "when", "timestamp", "surname", "email", "phone", "address", "role", "rank", "ballot", "mood",
    "owner", "organisation", "order_said", "voter",
)  # fmt: skip


@pytest.mark.parametrize("table", sorted(TABLES))
def test_no_column_could_hold_who_or_when(desk: Desk, table: str) -> None:
    del desk
    names = {column.name for column in TABLES[table].columns}
    assert names.isdisjoint(NEVER)
    assert not any(name.endswith(("_at", "_time", "_by")) for name in names)


@pytest.mark.parametrize(
    "table",
    [
        "view",
        "need",
        "point",
        "option",
        "agenda_item",
        "agreement_line",
        "learned",
        "learning_slip",
        "brought_paragraph",
    ],
)
def test_what_must_not_be_linked_points_to_no_person_and_to_no_time(table: str) -> None:
    columns = TABLES[table].columns
    targets = {key.column.table.name for column in columns for key in column.foreign_keys}
    assert "person" not in targets
    assert not any(isinstance(column.type, DateTime | Time) for column in columns)


def test_a_time_of_day_is_kept_only_of_when_a_session_starts() -> None:
    times = [
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if isinstance(column.type, DateTime | Time)
    ]
    assert times == [("session", "starts")]


def test_a_person_is_a_name_to_be_called_by_and_only_actions_point_to_one() -> None:
    assert {column.name for column in TABLES["person"].columns} == {"id", "space_id", "name"}
    pointing = [
        name for name, table in TABLES.items() if any(key.column.table.name == "person" for key in table.foreign_keys)
    ]
    assert pointing == ["action"]


def test_there_is_no_table_for_what_is_never_kept() -> None:
    assert set(TABLES) == {
        "home", "space", "agreement_line", "person", "question_had", "question_retired", "deck", "session",
        "agenda_item", "decision", "point", "activity", "need", "option", "version", "revision", "view", "action",
        "update", "outcome_sheet", "learned", "learning_slip", "brought", "brought_paragraph",
        "theme", "decision_theme",
    }  # fmt: skip


def test_the_search_keeps_no_more_than_where_a_line_stands_and_its_words(desk: Desk) -> None:
    """Its tables are no models: `found` is worked out anew from the models, `to_find` is empty after every deed."""
    assert not {"found", "to_find"} & set(TABLES)
    with desk.store.raw() as raw:
        columns = {row[1] for table in ("found", "to_find") for row in raw.execute(f"PRAGMA table_info({table})")}
        assert columns == {"id", "kind", "row", "space_id", "session_id", "day", "text", "folded", "tags"}
        assert raw.execute("SELECT count(*) FROM to_find").fetchone()[0] == 0
