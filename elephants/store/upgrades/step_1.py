"""The first schema: spaces, sessions with their run sheets, agendas, decisions and what became of them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

from elephants.store.upgrades.step_1_brought import brought
from elephants.store.upgrades.step_1_finding import finding
from elephants.store.upgrades.step_1_outcomes import outcomes
from elephants.store.upgrades.step_1_owed import owed


def upgrade(op: Operations) -> None:
    """Make the first tables and the one row at the root."""
    _home(op)
    _space(op)
    _agreement_line(op)
    _person(op)
    _questions(op)
    _deck(op)
    _session(op)
    _agenda_item(op)
    _decision(op)
    _point(op)
    _activity(op)
    outcomes(op)
    brought(op)
    finding(op)
    owed(op)
    op.execute("INSERT INTO home (id) VALUES (1)")


def _home(op: Operations) -> None:
    op.create_table(
        "home", sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id", name="pk_home")
    )


def _space(op: Operations) -> None:
    op.create_table(
        "space",
        sa.Column("home_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("privacy_line", sa.String(), nullable=False),
        sa.Column("privacy_since", sa.Date(), nullable=True),
        sa.Column("keep_longer", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["home_id"], ["home.id"], name="fk_space_home_id"),
        sa.PrimaryKeyConstraint("id", name="pk_space"),
        sa.UniqueConstraint("uid", name="uq_space_uid"),
    )


def _agreement_line(op: Operations) -> None:
    op.create_table(
        "agreement_line",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_agreement_line_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_agreement_line"),
    )
    op.create_index("ix_agreement_line_space_id", "agreement_line", ["space_id"], unique=False)


def _person(op: Operations) -> None:
    op.create_table(
        "person",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_person_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_space_id", "person", ["space_id"], unique=False)


def _questions(op: Operations) -> None:
    op.create_table(
        "question_had",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_question_had_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_question_had"),
    )
    op.create_index("ix_question_had_space_id", "question_had", ["space_id"], unique=False)
    op.create_table(
        "question_retired",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_question_retired_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_question_retired"),
    )
    op.create_index("ix_question_retired_space_id", "question_retired", ["space_id"], unique=False)


def _deck(op: Operations) -> None:
    op.create_table(
        "deck",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("came_as", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("cards", sa.String(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_deck_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deck"),
        sa.UniqueConstraint("uid", name="uq_deck_uid"),
    )
    op.create_index("ix_deck_space_id", "deck", ["space_id"], unique=False)


def _session(op: Operations) -> None:
    op.create_table(
        "session",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("food", sa.String(), nullable=False),
        sa.Column("here", sa.Integer(), nullable=True),
        sa.Column("most_here", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("celebrate", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_session_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        sa.UniqueConstraint("uid", name="uq_session_uid"),
    )
    op.create_index("ix_session_space_id_date", "session", ["space_id", "date"], unique=False)
    op.create_index("ix_session_space_id_state_date", "session", ["space_id", "state", "date"], unique=False)


def _agenda_item(op: Operations) -> None:
    op.create_table(
        "agenda_item",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("openness", sa.String(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("closed", sa.String(), nullable=True),
        sa.Column("carried_from_id", sa.Integer(), nullable=True),
        sa.Column("again_id", sa.Integer(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["again_id"], ["decision.id"], name="fk_agenda_item_again_id"),
        sa.ForeignKeyConstraint(["carried_from_id"], ["agenda_item.id"], name="fk_agenda_item_carried_from_id"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_agenda_item_session_id"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_agenda_item_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_item"),
        sa.UniqueConstraint("uid", name="uq_agenda_item_uid"),
    )
    op.create_index("ix_agenda_item_again_id", "agenda_item", ["again_id"], unique=False)
    op.create_index("ix_agenda_item_carried_from_id", "agenda_item", ["carried_from_id"], unique=False)
    op.create_index("ix_agenda_item_session_id", "agenda_item", ["session_id"], unique=False)
    op.create_index("ix_agenda_item_space_id_session_id", "agenda_item", ["space_id", "session_id"], unique=False)


def _decision(op: Operations) -> None:
    op.create_table(
        "decision",
        *_asked_and_chosen(),
        *_how_it_ended(),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_decision_item_id"),
        sa.ForeignKeyConstraint(["replaces_id"], ["decision.id"], name="fk_decision_replaces_id"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_decision_session_id"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_decision_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.UniqueConstraint("uid", name="uq_decision_uid"),
    )
    op.create_index("ix_decision_item_id", "decision", ["item_id"], unique=False)
    op.create_index("ix_decision_replaces_id", "decision", ["replaces_id"], unique=True)
    op.create_index("ix_decision_session_id", "decision", ["session_id"], unique=False)
    looked_at = ["space_id", "standing", "next_look", "look_again"]
    op.create_index("ix_decision_space_id_standing", "decision", looked_at, unique=False)


def _asked_and_chosen() -> list[sa.Column[Any]]:
    return [
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("openness", sa.String(), nullable=False),
        sa.Column("short", sa.Boolean(), nullable=False),
        sa.Column("splits", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("carried", sa.Boolean(), nullable=True),
        sa.Column("chosen", sa.String(), nullable=False),
        sa.Column("totals", sa.JSON(), nullable=True),
    ]


def _how_it_ended() -> list[sa.Column[Any]]:
    return [
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("nothing_came", sa.Boolean(), nullable=False),
        sa.Column("ending", sa.String(), nullable=True),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("look_again", sa.Date(), nullable=True),
        sa.Column("next_look", sa.Date(), nullable=True),
        sa.Column("no_look_again", sa.String(), nullable=False),
        sa.Column("remaining_no", sa.String(), nullable=False),
        sa.Column("print_no", sa.Boolean(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
    ]


def _point(op: Operations) -> None:
    op.create_table(
        "point",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_point_item_id"),
        sa.PrimaryKeyConstraint("id", name="pk_point"),
    )
    op.create_index("ix_point_item_id", "point", ["item_id"], unique=False)


def _activity(op: Operations) -> None:
    op.create_table(
        "activity",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_activity_decision_id"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_activity_session_id"),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
        sa.UniqueConstraint("uid", name="uq_activity_uid"),
    )
    op.create_index("ix_activity_decision_id", "activity", ["decision_id"], unique=False)
    op.create_index("ix_activity_session_id", "activity", ["session_id"], unique=False)
