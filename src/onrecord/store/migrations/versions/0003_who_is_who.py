"""Who is who: judgements, reference lists, and what is worked out from records."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "judgement",
    "minted",
    "reference_list",
    "reference_tenure",
    "indexed",
    "stale",
    "profile",
    "profile_office",
    "entity",
    "member",
    "entity_name",
    "entity_word",
    "statement",
    "statement_about",
    "contact",
    "contact_party",
    "paragraph",
)

#: Searches the paragraphs of the stored texts without keeping them a second time.
SEARCH = """
CREATE VIEW passage_text AS SELECT paragraph.id AS id,
substr(document.text, paragraph.stored_start + 1, paragraph.stored_length) AS words
FROM paragraph JOIN document ON document.id = paragraph.document_id;
CREATE VIRTUAL TABLE passage_words USING fts5(
words, content='passage_text', content_rowid='id',
tokenize="unicode61 remove_diacritics 2"
)"""


def upgrade() -> None:
    """Make the tables."""
    _make_judgements()
    _make_references()
    _make_profiles()
    _make_entities()
    _make_statements()
    _make_contacts()
    _make_passages()
    if op.get_bind().dialect.name == "sqlite":
        for statement in SEARCH.split(";"):
            op.execute(statement)


def downgrade() -> None:
    """Drop the tables, last made first."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE passage_words")
        op.execute("DROP VIEW passage_text")
    for table in reversed(TABLES):
        op.drop_table(table)


def _make_judgements() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(40), nullable=False),
        sa.Column("other", sa.String(40)),
        sa.Column("field", sa.String(40)),
        sa.Column("value", sa.Text),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
    )
    op.create_index("ix_judgement_subject", "judgement", ["subject"])
    op.create_table(
        "minted",
        sa.Column("profile_id", sa.String(40), nullable=False),
        sa.Column("entity_id", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("profile_id", name="pk_minted"),
    )
    op.create_index("ix_minted_entity_id", "minted", ["entity_id"])


def _make_references() -> None:
    op.create_table(
        "reference_list",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reference_list"),
        sa.UniqueConstraint("sha256", name="uq_reference_list_sha256"),
    )
    op.create_table(
        "reference_tenure",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("list_id", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("aliases", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("row", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reference_tenure"),
        sa.ForeignKeyConstraint(
            ["list_id"], ["reference_list.id"], name="fk_reference_tenure_list_id"
        ),
    )
    op.create_index("ix_reference_tenure_block", "reference_tenure", ["block"])
    op.create_index("ix_reference_tenure_office", "reference_tenure", ["office"])


def _make_profiles() -> None:
    op.create_table(
        "indexed",
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("record_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_indexed"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_indexed_document_id"
        ),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name="fk_indexed_record_id"
        ),
    )
    op.create_index("ix_indexed_record_id", "indexed", ["record_id"])
    op.create_table(
        "stale",
        sa.Column("block", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("block", name="pk_stale"),
    )
    op.create_table(
        "profile",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("shown", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profile"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_profile_document_id"
        ),
    )
    op.create_index("ix_profile_block", "profile", ["block"])
    op.create_index("ix_profile_document_id", "profile", ["document_id"])
    op.create_table(
        "profile_office",
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("profile_id", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("office", "profile_id", name="pk_profile_office"),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profile.id"], name="fk_profile_office_profile_id"
        ),
    )
    op.create_index("ix_profile_office_profile_id", "profile_office", ["profile_id"])


def _make_entities() -> None:
    op.create_table(
        "entity",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("n_documents", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.PrimaryKeyConstraint("id", name="pk_entity"),
    )
    op.create_table(
        "member",
        sa.Column("profile_id", sa.String(40), nullable=False),
        sa.Column("entity_id", sa.String(40), nullable=False),
        sa.Column("prob", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("profile_id", name="pk_member"),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profile.id"], name="fk_member_profile_id"
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name="fk_member_entity_id"
        ),
    )
    op.create_index("ix_member_entity_id", "member", ["entity_id"])
    op.create_table(
        "entity_name",
        sa.Column("entity_id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("n_documents", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("entity_id", "name", name="pk_entity_name"),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name="fk_entity_name_entity_id"
        ),
    )
    op.create_index("ix_entity_name_key", "entity_name", ["key"])
    op.create_table(
        "entity_word",
        sa.Column("word", sa.Text, nullable=False),
        sa.Column("entity_id", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("word", "entity_id", name="pk_entity_word"),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name="fk_entity_word_entity_id"
        ),
    )
    op.create_index("ix_entity_word_entity_id", "entity_word", ["entity_id"])


def _make_statements() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("record_id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("profile_id", sa.String(40)),
        sa.Column("stance", sa.String(20), nullable=False),
        sa.Column("form", sa.String(20), nullable=False),
        sa.Column("is_anonymous", sa.Boolean, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("cue", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statement"),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name="fk_statement_record_id"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_statement_document_id"
        ),
    )
    op.create_index("ix_statement_document_id", "statement", ["document_id"])
    op.create_index("ix_statement_profile_id", "statement", ["profile_id"])
    op.create_table(
        "statement_about",
        sa.Column("profile_id", sa.String(40), nullable=False),
        sa.Column("statement_id", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint(
            "profile_id", "statement_id", name="pk_statement_about"
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statement.id"], name="fk_statement_about_statement_id"
        ),
    )
    op.create_index(
        "ix_statement_about_statement_id", "statement_about", ["statement_id"]
    )


def _make_contacts() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("record_id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("modality", sa.String(20), nullable=False),
        sa.Column("statement_id", sa.String(40)),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.ForeignKeyConstraint(
            ["record_id"], ["record.id"], name="fk_contact_record_id"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_contact_document_id"
        ),
    )
    op.create_index("ix_contact_day", "contact", ["day"])
    op.create_index("ix_contact_document_id", "contact", ["document_id"])
    op.create_table(
        "contact_party",
        sa.Column("contact_id", sa.String(40), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("profile_id", sa.String(40)),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("contact_id", "position", name="pk_contact_party"),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name="fk_contact_party_contact_id"
        ),
    )
    op.create_index("ix_contact_party_profile_id", "contact_party", ["profile_id"])


def _make_passages() -> None:
    op.create_table(
        "paragraph",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.String(40), nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("stored_start", sa.Integer, nullable=False),
        sa.Column("stored_length", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_paragraph_document_id"
        ),
    )
    op.create_index("ix_paragraph_document_id", "paragraph", ["document_id"])
