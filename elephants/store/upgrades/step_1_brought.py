"""The first schema, its last part: old papers that a group brings in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def brought(op: Operations) -> None:
    """Make the two tables of what was brought in."""
    _papers(op)
    _paragraphs(op)


def _papers(op: Operations) -> None:
    op.create_table(
        "brought",
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name="fk_brought_space_id"),
        sa.PrimaryKeyConstraint("id", name="pk_brought"),
        sa.UniqueConstraint("uid", name="uq_brought_uid"),
    )
    op.create_index("ix_brought_space_id", "brought", ["space_id"], unique=False)


def _paragraphs(op: Operations) -> None:
    op.create_table(
        "brought_paragraph",
        sa.Column("brought_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["brought_id"], ["brought.id"], name="fk_brought_paragraph_brought_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_brought_paragraph"),
    )
    op.create_index("ix_brought_paragraph_brought_id", "brought_paragraph", ["brought_id"], unique=False)
