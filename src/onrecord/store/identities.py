"""What the archive knows about who is who, as the resolver asks for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from onrecord.core.identities import (
    Judgement,
    ListedHolder,
    Membership,
    Person,
    ProfileRow,
    Verdict,
)
from onrecord.core.record import Record
from onrecord.store.entity_rows import entity_rows, member_row
from onrecord.store.identity_schema import (
    DERIVED,
    ENTITY,
    ENTITY_NAME,
    ENTITY_WORD,
    INDEXED,
    JUDGEMENT,
    MEMBER,
    MINTED,
    PROFILE,
    PROFILE_OFFICE,
    STALE,
)
from onrecord.store.indexing import mark_stale, write_index
from onrecord.store.judgements import find_judgement, read_judgements
from onrecord.store.reading import read_newest
from onrecord.store.references import listed_in_office
from onrecord.store.schema import RECORD

_MANY = 500


class Identities:
    """Profiles, members, entities and judgements, inside one transaction.

    Args:
        connection: A writing transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unindexed(self, limit: int) -> list[tuple[int, Record]]:
        """Give newest records that no rows were made of yet, oldest first.

        Args:
            limit: At most so many.

        Returns:
            Each record with its number.
        """
        newest = (
            select(func.max(RECORD.c.id).label("id"), RECORD.c.document_id)
            .group_by(RECORD.c.document_id)
            .subquery()
        )
        rows = self._connection.execute(
            select(newest.c.id, newest.c.document_id)
            .outerjoin(INDEXED, INDEXED.c.document_id == newest.c.document_id)
            .where(INDEXED.c.record_id.is_distinct_from(newest.c.id))
            .order_by(newest.c.id)
            .limit(limit)
        ).all()
        return [(number, read_newest(self._connection, doc)) for number, doc in rows]

    def index(
        self, record: Record, *, record_id: int, profiles: Sequence[ProfileRow]
    ) -> None:
        """Make the rows of a record; see `write_index`."""
        write_index(self._connection, record, record_id=record_id, profiles=profiles)

    def stale(self) -> list[str]:
        """Give the blocks that have to be worked out anew, in order."""
        found = self._connection.scalars(select(STALE.c.block).order_by(STALE.c.block))
        return list(found.all())

    def settle(self, blocks: Sequence[str]) -> None:
        """Note that blocks are worked out."""
        for some in _portions(blocks):
            self._connection.execute(delete(STALE).where(STALE.c.block.in_(some)))

    def mark_stale(self, blocks: Iterable[str]) -> None:
        """Note blocks that have to be worked out anew."""
        mark_stale(self._connection, blocks)

    def forget(self) -> None:
        """Drop all that is worked out; records, judgements and ids stay."""
        self._connection.execute(
            text("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
        )
        for table in DERIVED:
            self._connection.execute(delete(table))

    def blocks(self, blocks: Sequence[str]) -> dict[str, list[ProfileRow]]:
        """Give the profiles of each of some blocks."""
        found: dict[str, list[ProfileRow]] = {block: [] for block in blocks}
        for some in _portions(blocks):
            for row in self._profiles(PROFILE.c.block.in_(some)):
                found[row.block].append(row)
        return found

    def office(self, office: str) -> list[ProfileRow]:
        """Give the profiles that are said to hold an office."""
        holders = select(PROFILE_OFFICE.c.profile_id).where(
            PROFILE_OFFICE.c.office == office
        )
        return self._profiles(PROFILE.c.id.in_(holders))

    def offices_of(self, profiles: Sequence[str]) -> set[str]:
        """Give the offices that any of some profiles is said to hold."""
        found: set[str] = set()
        for some in _portions(profiles):
            of = PROFILE_OFFICE.c.profile_id.in_(some)
            found.update(
                self._connection.scalars(select(PROFILE_OFFICE.c.office).where(of))
            )
        return found

    def entities_of(self, profiles: Sequence[str]) -> dict[str, str]:
        """Give the entity of each profile that has one."""
        return self._mapped(MEMBER, profiles)

    def minted(self, profiles: Sequence[str]) -> dict[str, str]:
        """Give the entity that each profile last belonged to."""
        return self._mapped(MINTED, profiles)

    def mint(self, homes: Mapping[str, str]) -> None:
        """Remember which entity each profile belongs to, so that its id stays."""
        rows = [{"profile_id": one, "entity_id": home} for one, home in homes.items()]
        if rows:
            statement = insert(MINTED).prefix_with("OR REPLACE")
            self._connection.execute(statement, rows)

    def taken(self, entities: Sequence[str]) -> set[str]:
        """Give those of some ids that were given to anything before."""
        found: set[str] = set()
        for some in _portions(entities):
            known = select(MINTED.c.entity_id).where(MINTED.c.entity_id.in_(some))
            found.update(self._connection.scalars(known.distinct()))
        return found

    def write_people(self, profiles: Sequence[str], people: Iterable[Person]) -> None:
        """Put people in place of whoever some profiles belonged to.

        Args:
            profiles: All profiles that were worked out together.
            people: Who they are.
        """
        before = set(self.entities_of(profiles).values())
        for some in _portions(profiles):
            of = MEMBER.c.profile_id.in_(some)
            self._connection.execute(delete(MEMBER).where(of))
        people = list(people)
        self._drop_entities({*before, *(person.id for person in people)})
        rows = entity_rows(people)
        for table in (ENTITY, MEMBER, ENTITY_NAME, ENTITY_WORD):
            if rows[table.name]:
                self._connection.execute(insert(table), rows[table.name])

    def join_members(self, members: Iterable[Membership], entity: str) -> None:
        """Add profiles to an entity that is there already."""
        rows = [member_row(one, entity) for one in members]
        if rows:
            statement = insert(MEMBER).prefix_with("OR REPLACE")
            self._connection.execute(statement, rows)
            self._recount({entity})

    def join_entities(self, one: str, other: str) -> None:
        """Put the members and names of one entity to another, and drop the one."""
        of_one = self._connection.execute(
            select(ENTITY_NAME).where(ENTITY_NAME.c.entity_id == one)
        ).mappings()
        names = [{**row, "entity_id": other} for row in of_one]
        words = [
            {"word": word, "entity_id": other}
            for word in self._connection.scalars(
                select(ENTITY_WORD.c.word).where(ENTITY_WORD.c.entity_id == one)
            )
        ]
        self._connection.execute(
            update(MEMBER).where(MEMBER.c.entity_id == one).values(entity_id=other)
        )
        self._drop_entities({one})
        for table, rows in ((ENTITY_NAME, names), (ENTITY_WORD, words)):
            if rows:
                self._connection.execute(insert(table).prefix_with("OR IGNORE"), rows)
        self._recount({other})

    def entity_names(self, entities: Iterable[str]) -> dict[str, str]:
        """Give the name of each entity."""
        found: dict[str, str] = {}
        for some in _portions(sorted(entities)):
            rows = self._connection.execute(
                select(ENTITY.c.id, ENTITY.c.name).where(ENTITY.c.id.in_(some))
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def listed(self, office: str) -> list[ListedHolder]:
        """Give who held an office by reference lists, with the days."""
        return [
            ListedHolder(
                one.tenure.name,
                one.tenure.earliest,
                one.tenure.latest,
                one.source,
                one.tenure.at,
            )
            for one in listed_in_office(self._connection, office)
        ]

    def leave(self, profiles: Sequence[str]) -> None:
        """Take profiles out of whatever entity they are in."""
        left = set(self.entities_of(profiles).values())
        for some in _portions(profiles):
            of = MEMBER.c.profile_id.in_(some)
            self._connection.execute(delete(MEMBER).where(of))
        self._recount(left)

    def members(self, entity: str) -> list[str]:
        """Give the profiles of an entity."""
        of = select(MEMBER.c.profile_id).where(MEMBER.c.entity_id == entity)
        return list(self._connection.scalars(of.order_by(MEMBER.c.profile_id)))

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a judgement.

        Args:
            judgement: What was decided.

        Returns:
            The same with its number and time.
        """
        values = {
            "verdict": judgement.verdict.value,
            "subject": judgement.subject,
            "other": judgement.other,
            "field": judgement.field,
            "value": judgement.value,
            "by": judgement.by,
            "why": judgement.why,
            "made_at": datetime.now(UTC),
        }
        number = self._connection.scalar(
            insert(JUDGEMENT).values(**values).returning(JUDGEMENT.c.id)
        )
        found = next(one for one in self.judgements() if one.id == number)
        judged = found
        if judged.verdict is Verdict.UNDO:
            judged = find_judgement(self._connection, int(found.subject))
        if judged.verdict.is_about_identity:
            both = self.profiles_of(judged.subject) | self.profiles_of(
                judged.other or ""
            )
            self.mark_stale(self.blocks_of(both) - {""})
            self.mark_stale({f"o:{one}" for one in self.offices_of(sorted(both))})
        return found

    def profiles_of(self, identity: str) -> set[str]:
        """Give the profiles that last belonged to an entity, or the profile itself."""
        if not identity.startswith("ent_"):
            return {identity}
        found: set[str] = set()
        for table in (MINTED, MEMBER):
            of = select(table.c.profile_id).where(table.c.entity_id == identity)
            found.update(self._connection.scalars(of))
        return found

    def blocks_of(self, profiles: Iterable[str]) -> set[str]:
        """Give the blocks of some profiles."""
        found: set[str] = set()
        for some in _portions(sorted(profiles)):
            of = select(PROFILE.c.block).where(PROFILE.c.id.in_(some)).distinct()
            found.update(self._connection.scalars(of))
        return found

    def called(self, name: str) -> set[str]:
        """Give the people whom documents call by just this name."""
        of = (
            select(ENTITY_NAME.c.entity_id)
            .join(ENTITY, ENTITY.c.id == ENTITY_NAME.c.entity_id)
            .where(ENTITY_NAME.c.name == name, ENTITY.c.kind == "person")
        )
        return set(self._connection.scalars(of))

    def judgements(self) -> list[Judgement]:
        """Give every judgement, oldest first, each with whether it was undone."""
        return read_judgements(self._connection)

    def _recount(self, entities: set[str]) -> None:
        n_documents = (
            select(func.count(PROFILE.c.document_id.distinct()))
            .join(MEMBER, MEMBER.c.profile_id == PROFILE.c.id)
            .where(MEMBER.c.entity_id == ENTITY.c.id)
            .scalar_subquery()
        )
        for some in _portions(sorted(entities)):
            which = update(ENTITY).where(ENTITY.c.id.in_(some))
            self._connection.execute(which.values(n_documents=n_documents))

    def _drop_entities(self, entities: set[str]) -> None:
        for some in _portions(sorted(entities)):
            for table, column in (
                (MEMBER, MEMBER.c.entity_id),
                (ENTITY_WORD, ENTITY_WORD.c.entity_id),
                (ENTITY_NAME, ENTITY_NAME.c.entity_id),
                (ENTITY, ENTITY.c.id),
            ):
                self._connection.execute(delete(table).where(column.in_(some)))

    def _profiles(self, condition: Any) -> list[ProfileRow]:
        rows = self._connection.execute(
            select(PROFILE).where(condition).order_by(PROFILE.c.id)
        ).mappings()
        return [
            ProfileRow(
                row["id"],
                row["document_id"],
                row["kind"],
                row["block"],
                (),
                row["shown"],
                row["json"],
            )
            for row in rows
        ]

    def _mapped(self, table: Any, profiles: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in _portions(profiles):
            rows = self._connection.execute(
                select(table.c.profile_id, table.c.entity_id).where(
                    table.c.profile_id.in_(some)
                )
            )
            found.update((row[0], row[1]) for row in rows)
        return found


def _portions(values: Sequence[str]) -> Iterator[Sequence[str]]:
    # SQLite takes some thousands of values in one statement, older builds 999.
    for start in range(0, len(values), _MANY):
        yield values[start : start + _MANY]
