"""The tables, as they are after the newest migration.

    document   one text, kept once and never changed
    appearance where that text was met: one row a name, address and metadata
    record     one reading of a document by one reader; rows are only ever added
    evidence   every passage of a record, with its words as they were read
    page       an address at which texts were met, in one spelling
    version    the texts that a page had, in the order they were met
    visit      what a server said of the text it gave, to ask later whether it changed
    text_print that copies of a text were looked for, how, and who is credited with it
    fingerprint numbers by which the texts with the same words are found
    copy       two texts of which one is a copy of the other, or both are of a third
    copy_group which texts count as one; made of the rows of `copy`
    passage    long runs of words that two texts share which are no copies

The last five hold what was worked out from texts: they can be dropped and made again.

A change here needs a migration beside it; a test compares the two. Large columns stand
last, because SQLite walks through a row from its start.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
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

PAGE = Table(
    "page",
    METADATA,
    Column("id", String(40), primary_key=True),
    Column("address", AnyText, nullable=False),
)

VERSION = Table(
    "version",
    METADATA,
    Column("page_id", ForeignKey("page.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("seen_at", UtcTime, nullable=False),
    # A text that comes back is no further version: adding again changes nothing.
    UniqueConstraint("page_id", "document_id"),
    Index(None, "document_id"),
)

VISIT = Table(
    "visit",
    METADATA,
    Column("address", AnyText, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("etag", AnyText),
    Column("last_modified", AnyText),
    Column("visited_at", UtcTime, nullable=False),
)

TEXT_PRINT = Table(
    "text_print",
    METADATA,
    # Short, since it stands in every row of `fingerprint`.
    Column("number", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False, unique=True),
    Column("method", String(40), nullable=False),
    Column("agency", AnyText),
)

FINGERPRINT = Table(
    "fingerprint",
    METADATA,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column(
        "number",
        ForeignKey("text_print.number"),
        primary_key=True,
        autoincrement=False,
    ),
    # The key is the whole row: kept once, not twice.
    sqlite_with_rowid=False,
)

COPY = Table(
    "copy",
    METADATA,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("other_id", ForeignKey("document.id"), primary_key=True),
    Column("share", Float, nullable=False),
    Column("share_of_other", Float, nullable=False),
    Index(None, "other_id"),
)

COPY_GROUP = Table(
    "copy_group",
    METADATA,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    # The least id of its texts, so that the order in which they came does not matter.
    Column("group_id", ForeignKey("document.id"), nullable=False),
    Index(None, "group_id"),
)

PASSAGE = Table(
    "passage",
    METADATA,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("span_start", Integer, primary_key=True, autoincrement=False),
    Column("span_end", Integer, nullable=False),
    Column("other_id", ForeignKey("document.id"), primary_key=True),
    Column("other_start", Integer, nullable=False),
    Column("other_end", Integer, nullable=False),
    # Of the words: how many other texts have them says whether they are standing text.
    Column("hash", BigInteger, nullable=False),
    Index(None, "other_id"),
)
