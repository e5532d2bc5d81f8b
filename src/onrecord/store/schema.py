"""The tables, as they are after the newest migration.

    document   one text, kept once and never changed
    appearance where that text was met: one row a name, address and metadata
    record     one reading of a document by one reader; rows are only ever added
    evidence   every passage of a record, with its words as they were read

A change here needs a migration beside it; a test compares the two. Large columns stand
last, because SQLite walks through a row from its start.
"""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

from onrecord.store.columns import AnyText, UtcTime

METADATA = MetaData(
    # Names that every database and every migration can count on.
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

DOCUMENT = Table(
    "document",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("language", String(40)),
    Column("added_at", UtcTime, nullable=False),
    Column("text", AnyText, nullable=False),
)

APPEARANCE = Table(
    "appearance",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("name", AnyText, nullable=False),
    Column("title", AnyText),
    Column("url", AnyText),
    Column("publisher", AnyText),
    Column("byline", AnyText),
    Column("published", Date),
    Column("media_type", AnyText, nullable=False),
    Column("origin", AnyText),
    Column("added_at", UtcTime, nullable=False),
    Index(None, "document_id"),
    Index(None, "name"),
)

RECORD = Table(
    "record",
    METADATA,
    # Counts up, so that the newest reading is the highest.
    Column("id", Integer, primary_key=True),
    # Hashes what makes two readings the same one.
    Column("key", String(40), nullable=False, unique=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("appearance_id", ForeignKey("appearance.id"), nullable=False),
    Column("reader_name", String(200), nullable=False),
    Column("reader_version", String(200), nullable=False),
    Column("reader_weights", String(200)),
    Column("read_at", UtcTime, nullable=False),
    Column("json", Text, nullable=False),
    Index(None, "document_id"),
)

EVIDENCE = Table(
    "evidence",
    METADATA,
    Column("record_id", ForeignKey("record.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("annotation_id", Text, nullable=False),
    Column("role", AnyText, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("words", AnyText, nullable=False),
)
