"""The first schema, its second half: what a decision holds, who does what, what became of it, what was learned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def outcomes(op: Operations) -> None:
    """Make the tables that hang on a decision."""
    _need(op)
    _option(op)
    _version(op)
    _revision(op)
    _view(op)
    _action(op)
    _update(op)
    _outcome_sheet(op)
    _learned(op)
    _theme(op)


def _need(op: Operations) -> None:
    op.create_table(
        "need",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("met", sa.String(), nullable=True),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_need_decision_id"),
        sa.PrimaryKeyConstraint("id", name="pk_need"),
        sa.UniqueConstraint("uid", name="uq_need_uid"),
    )
    op.create_index("ix_need_decision_id", "need", ["decision_id"], unique=False)


def _option(op: Operations) -> None:
    op.create_table(
        "option",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_option_decision_id"),
        sa.PrimaryKeyConstraint("id", name="pk_option"),
    )
    op.create_index("ix_option_decision_id", "option", ["decision_id"], unique=False)


def _version(op: Operations) -> None:
    op.create_table(
        "version",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_version_session_id"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_version_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
    )
    op.create_index("ix_version_session_id", "version", ["session_id"], unique=False)
    op.create_index("ix_version_space_id", "version", ["space_id"], unique=False)


def _revision(op: Operations) -> None:
    op.create_table(
        "revision",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("thing", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_revision_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_index("ix_revision_version_id", "revision", ["version_id"], unique=False)


def _view(op: Operations) -> None:
    op.create_table(
        "view",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("away", sa.Boolean(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_view_decision_id"),
        sa.PrimaryKeyConstraint("id", name="pk_view"),
    )
    op.create_index("ix_view_decision_id", "view", ["decision_id"], unique=False)


def _action(op: Operations) -> None:
    op.create_table(
        "action",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("by", sa.Date(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_action_decision_id"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name="fk_action_item_id"),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name="fk_action_need_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_action_person_id"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_action_session_id"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_action_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_action"),
        sa.UniqueConstraint("uid", name="uq_action_uid"),
    )
    for column in ("decision_id", "item_id", "need_id", "person_id", "session_id"):
        op.create_index(f"ix_action_{column}", "action", [column], unique=False)
    op.create_index("ix_action_space_id_state", "action", ["space_id", "state"], unique=False)


def _update(op: Operations) -> None:
    op.create_table(
        "update",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("worry", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("look_again", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name="fk_update_action_id"),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_update_decision_id"),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name="fk_update_need_id"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_update_session_id"),
        sa.PrimaryKeyConstraint("id", name="pk_update"),
    )
    op.create_index("ix_update_action_id", "update", ["action_id"], unique=False)
    op.create_index("ix_update_decision_id", "update", ["decision_id"], unique=False)
    op.create_index("ix_update_need_id", "update", ["need_id"], unique=False)
    op.create_index("ix_update_session_id", "update", ["session_id"], unique=False)


def _outcome_sheet(op: Operations) -> None:
    op.create_table(
        "outcome_sheet",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("pictures", sa.JSON(), nullable=False),
        sa.Column("checked", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_outcome_sheet_session_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outcome_sheet"),
    )
    op.create_index("ix_outcome_sheet_session_id", "outcome_sheet", ["session_id"], unique=True)


def _learned(op: Operations) -> None:
    op.create_table(
        "learned",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_learned_session_id"),
        sa.PrimaryKeyConstraint("id", name="pk_learned"),
    )
    op.create_index("ix_learned_session_id", "learned", ["session_id"], unique=False)
    op.create_table(
        "learning_slip",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_learning_slip_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_learning_slip"),
    )
    op.create_index("ix_learning_slip_space_id", "learning_slip", ["space_id"], unique=False)


def _theme(op: Operations) -> None:
    op.create_table(
        "theme",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_theme_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_theme"),
    )
    op.create_index("ix_theme_space_id", "theme", ["space_id"], unique=False)
    op.create_table(
        "decision_theme",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decision.id"], name="fk_decision_theme_decision_id"),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name="fk_decision_theme_theme_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decision_theme"),
    )
    op.create_index("ix_decision_theme_decision_id", "decision_theme", ["decision_id"], unique=False)
    op.create_index("ix_decision_theme_theme_id", "decision_theme", ["theme_id"], unique=False)
