"""Versions of pages, visits to addresses, and copies among texts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; pages of the texts that are there follow from appearances."""
    _make_versions()
    _make_visits()
    _make_prints()
    _make_copies()
    _make_passages()


def downgrade() -> None:
    """Drop the tables, last made first."""
    for table in (
        "passage",
        "copy_group",
        "copy",
        "fingerprint",
        "text_print",
        "visit",
        "version",
        "page",
    ):
        op.drop_table(table)


def _document(name: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], ["document.id"], name=f"fk_{table}_{name}")


def _make_versions() -> None:
    op.create_table(
        "page",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_page"),
    )
    op.create_table(
        "version",
        sa.Column("page_id", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("page_id", "number", name="pk_version"),
        sa.UniqueConstraint("page_id", "document_id", name="uq_version_page_id"),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name="fk_version_page_id"),
        _document("document_id", "version"),
    )
    op.create_index("ix_version_document_id", "version", ["document_id"])


def _make_visits() -> None:
    op.create_table(
        "visit",
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("visited_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address", name="pk_visit"),
        _document("document_id", "visit"),
    )


def _make_prints() -> None:
    op.create_table(
        "text_print",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("method", sa.String(40), nullable=False),
        sa.Column("agency", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_text_print"),
        sa.UniqueConstraint("document_id", name="uq_text_print_document_id"),
        _document("document_id", "text_print"),
    )
    op.create_table(
        "fingerprint",
        sa.Column("hash", sa.BigInteger, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("hash", "number", name="pk_fingerprint"),
        sa.ForeignKeyConstraint(
            ["number"], ["text_print.number"], name="fk_fingerprint_number"
        ),
        sqlite_with_rowid=False,
    )


def _make_copies() -> None:
    op.create_table(
        "copy",
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("other_id", sa.String(40), nullable=False),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("share_of_other", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("document_id", "other_id", name="pk_copy"),
        _document("document_id", "copy"),
        _document("other_id", "copy"),
    )
    op.create_index("ix_copy_other_id", "copy", ["other_id"])
    op.create_table(
        "copy_group",
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("group_id", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_copy_group"),
        _document("document_id", "copy_group"),
        _document("group_id", "copy_group"),
    )
    op.create_index("ix_copy_group_group_id", "copy_group", ["group_id"])


def _make_passages() -> None:
    op.create_table(
        "passage",
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("other_id", sa.String(40), nullable=False),
        sa.Column("other_start", sa.Integer, nullable=False),
        sa.Column("other_end", sa.Integer, nullable=False),
        sa.Column("hash", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint(
            "document_id", "span_start", "other_id", name="pk_passage"
        ),
        _document("document_id", "passage"),
        _document("other_id", "passage"),
    )
    op.create_index("ix_passage_other_id", "passage", ["other_id"])
