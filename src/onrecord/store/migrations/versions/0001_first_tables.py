"""The first tables: documents, where they appeared, their records and evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_documents()
    _make_appearances()
    _make_records()
    _make_evidence()


def downgrade() -> None:
    """Drop the tables, last made first."""
    for table in ("evidence", "record", "appearance", "document"):
        op.drop_table(table)


def _make_documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("language", sa.String(40)),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )


def _make_appearances() -> None:
    op.create_table(
        "appearance",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("origin", sa.Text),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appearance"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_appearance_document_id"
        ),
    )
    op.create_index("ix_appearance_document_id", "appearance", ["document_id"])
    op.create_index("ix_appearance_name", "appearance", ["name"])


def _make_records() -> None:
    op.create_table(
        "record",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("appearance_id", sa.String(40), nullable=False),
        sa.Column("reader_name", sa.String(200), nullable=False),
        sa.Column("reader_version", sa.String(200), nullable=False),
        sa.Column("reader_weights", sa.String(200)),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_record"),
        sa.UniqueConstraint("key", name="uq_record_key"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_record_document_id"
        ),
        sa.ForeignKeyConstraint(
            ["appearance_id"], ["appearance.id"], name="fk_record_appearance_id"
        ),
    )
    op.create_index("ix_record_document_id", "record", ["document_id"])


def _make_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("record_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("annotation_id", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "position", name="pk_evidence"),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name="fk_evidence_record_id"
        ),
    )
