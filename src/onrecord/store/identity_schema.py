"""The tables of who is who, of what people judged, and of what is looked up fast.

    judgement        a person's decision; rows are only ever added
    minted           the entity each document's entity last belonged to: ids stay
    reference_list   a list of people and posts that was loaded, with its digest
    reference_tenure its rows

All others are worked out from the records and the above, and can be dropped and built
again at any time with the same result.

    indexed          which record of each document they were made from
    stale            blocks whose people have to be worked out anew
    profile          what one document tells of one of its entities
    profile_office   the offices it is said to hold
    member           which entity of the archive it belongs to, and why
    entity           somebody or something across documents
    entity_name      the names that documents use for them, and the words in these
    statement        one attribution, for finding by speaker
    statement_about  whom its content names
    contact          one contact, and
    contact_party    who was in touch
    paragraph        the paragraphs of each text, which ``passage_words`` searches
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from onrecord.store.columns import AnyText, UtcTime
from onrecord.store.schema import METADATA

_ID = String(40)

JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("verdict", String(20), nullable=False),
    Column("subject", _ID, nullable=False),
    Column("other", _ID),
    Column("field", String(40)),
    Column("value", AnyText),
    Column("by", AnyText, nullable=False),
    Column("why", AnyText, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Index(None, "subject"),
)

MINTED = Table(
    "minted",
    METADATA,
    Column("profile_id", _ID, primary_key=True),
    Column("entity_id", _ID, nullable=False),
    Index(None, "entity_id"),
)

REFERENCE_LIST = Table(
    "reference_list",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", AnyText, nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("loaded_at", UtcTime, nullable=False),
)

REFERENCE_TENURE = Table(
    "reference_tenure",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("list_id", ForeignKey("reference_list.id"), nullable=False),
    Column("person", AnyText, nullable=False),
    Column("name", AnyText, nullable=False),
    Column("aliases", AnyText, nullable=False),
    Column("title", AnyText, nullable=False),
    Column("office", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("block", Text, nullable=False),
    Column("body", AnyText, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("row", AnyText, nullable=False),
    Index(None, "office"),
    Index(None, "block"),
)

INDEXED = Table(
    "indexed",
    METADATA,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("record_id", ForeignKey("record.id"), nullable=False),
    Index(None, "record_id"),
)

STALE = Table("stale", METADATA, Column("block", Text, primary_key=True))

PROFILE = Table(
    "profile",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("block", Text, nullable=False),
    Column("day", Date),
    Column("shown", AnyText, nullable=False),
    Column("json", AnyText, nullable=False),
    Index(None, "document_id"),
    Index(None, "block"),
)

PROFILE_OFFICE = Table(
    "profile_office",
    METADATA,
    Column("office", Text, primary_key=True),
    Column("profile_id", ForeignKey("profile.id"), primary_key=True),
    Index(None, "profile_id"),
)

ENTITY = Table(
    "entity",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("name", AnyText, nullable=False),
    Column("n_documents", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
)

MEMBER = Table(
    "member",
    METADATA,
    Column("profile_id", ForeignKey("profile.id"), primary_key=True),
    Column("entity_id", ForeignKey("entity.id"), nullable=False),
    Column("prob", Float, nullable=False),
    Column("why", AnyText, nullable=False),
    Index(None, "entity_id"),
)

ENTITY_NAME = Table(
    "entity_name",
    METADATA,
    Column("entity_id", ForeignKey("entity.id"), primary_key=True),
    Column("name", AnyText, primary_key=True),
    Column("key", Text, nullable=False),
    Column("n_documents", Integer, nullable=False),
    Index(None, "key"),
)

ENTITY_WORD = Table(
    "entity_word",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("entity_id", ForeignKey("entity.id"), primary_key=True),
    Index(None, "entity_id"),
)

STATEMENT = Table(
    "statement",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("record_id", ForeignKey("record.id"), nullable=False),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("profile_id", _ID),
    Column("stance", String(20), nullable=False),
    Column("form", String(20), nullable=False),
    Column("is_anonymous", Boolean(create_constraint=False), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("day", Date),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("source", AnyText, nullable=False),
    Column("cue", AnyText, nullable=False),
    Column("content", AnyText, nullable=False),
    Index(None, "document_id"),
    Index(None, "profile_id"),
)

STATEMENT_ABOUT = Table(
    "statement_about",
    METADATA,
    Column("profile_id", _ID, primary_key=True),
    Column("statement_id", ForeignKey("statement.id"), primary_key=True),
    Index(None, "statement_id"),
)

CONTACT = Table(
    "contact",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("record_id", ForeignKey("record.id"), nullable=False),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("modality", String(20), nullable=False),
    Column("statement_id", _ID),
    Column("confidence", Float, nullable=False),
    Column("day", Date),
    Column("earliest", Date),
    Column("latest", Date),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("time", AnyText, nullable=False),
    Column("place", AnyText, nullable=False),
    Column("topic", AnyText, nullable=False),
    Column("words", AnyText, nullable=False),
    Index(None, "document_id"),
    Index(None, "day"),
)

CONTACT_PARTY = Table(
    "contact_party",
    METADATA,
    Column("contact_id", ForeignKey("contact.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("profile_id", _ID),
    Column("words", AnyText, nullable=False),
    Index(None, "profile_id"),
)

PASSAGE = Table(
    "paragraph",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    # Where it stands in the stored text, in which some characters are escaped.
    Column("stored_start", Integer, nullable=False),
    Column("stored_length", Integer, nullable=False),
    Index(None, "document_id"),
)

#: What is worked out, in an order in which it can be deleted.
DERIVED = (
    CONTACT_PARTY,
    CONTACT,
    STATEMENT_ABOUT,
    STATEMENT,
    ENTITY_WORD,
    ENTITY_NAME,
    MEMBER,
    ENTITY,
    PROFILE_OFFICE,
    PROFILE,
    PASSAGE,
    STALE,
    INDEXED,
)
