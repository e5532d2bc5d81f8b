"""What people decide: kept for good, undone by another decision, obeyed by all runs."""

from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, select

from onrecord.core.errors import ConflictError, InputError, NotFoundError
from onrecord.core.identities import Judgement, Verdict
from onrecord.core.labels import ContactKind, Modality, Stance
from onrecord.query.naming import find_named
from onrecord.store import Archive, Identities
from onrecord.store.identity_schema import CONTACT, ENTITY, PROFILE, STATEMENT
from onrecord.store.judgements import find_judgement, read_judgements

#: The fields of a finding that can be corrected, with the words that each takes.
FIELDS = MappingProxyType(
    {
        "speaker": (),
        "stance": tuple(Stance),
        "kind": tuple(ContactKind),
        "modality": tuple(Modality),
    }
)
_OF_STATEMENTS = frozenset({"speaker", "stance"})


@dataclass(frozen=True, slots=True)
class Judge:
    """Who decides, and why.

    Attributes:
        by: Name of the person.
        why: The reason.
    """

    by: str
    why: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise InputError("a judgement needs the name of who makes it")


def judge_identities(
    archive: Archive, verdict: Verdict, pair: tuple[str, str], *, judge: Judge
) -> Judgement:
    """Decide whether two identities are one.

    Args:
        archive: The archive.
        verdict: Same, different or unsure.
        pair: Names, ids of entities (``ent_``), or of a document's entity (``ety_``).
        judge: Who decides.

    Returns:
        The judgement with its number.

    Raises:
        NotFoundError: There is no such identity.
        AmbiguousNameError: A name may mean several.
        ConflictError: The two were judged different before, by whom and why.
    """
    with archive.writing() as connection:
        one, other = (_identity(connection, name) for name in pair)
        desk = Identities(connection)
        if verdict is Verdict.SAME:
            _refuse_contradiction(desk, one, other)
        return desk.judge(Judgement(0, verdict, one, other, by=judge.by, why=judge.why))


def judge_finding(
    archive: Archive,
    verdict: Verdict,
    finding: str,
    *,
    judge: Judge,
    correction: tuple[str, str] | None = None,
) -> Judgement:
    """Accept, correct or reject an attribution or a contact.

    Args:
        archive: The archive.
        verdict: Accept, correct or reject.
        finding: Id of the attribution (``att_``) or contact (``con_``).
        judge: Who decides.
        correction: Field and value, for a correction; a speaker by name or id.

    Returns:
        The judgement with its number.

    Raises:
        NotFoundError: There is no such finding, or nobody of the speaker's name.
        InputError: The field or the value is none that the finding has.
    """
    with archive.writing() as connection:
        _check_finding(connection, finding)
        field = value = None
        if verdict is Verdict.CORRECT:
            field, value = _correction(connection, finding, correction)
        return Identities(connection).judge(
            Judgement(0, verdict, finding, None, field, value, judge.by, judge.why)
        )


def undo(archive: Archive, number: int, *, judge: Judge) -> Judgement:
    """Say that an earlier judgement no longer holds; both stay on record.

    Args:
        archive: The archive.
        number: The earlier judgement.
        judge: Who decides.

    Returns:
        The judgement that undoes it.

    Raises:
        NotFoundError: There is no such judgement.
        ConflictError: It is undone already, or is an undo itself.
    """
    with archive.writing() as connection:
        found = find_judgement(connection, number)
        if found.is_undone or found.verdict is Verdict.UNDO:
            raise ConflictError(
                f"judgement {number} is undone or an undo itself; judge again instead"
            )
        return Identities(connection).judge(
            Judgement(0, Verdict.UNDO, str(number), by=judge.by, why=judge.why)
        )


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Give every judgement, oldest first."""
    return tuple(read_judgements(connection))


def _identity(connection: Connection, name: str) -> str:
    if name.startswith("ety_"):
        known = select(PROFILE.c.id).where(PROFILE.c.id == name)
        if connection.scalar(known) is None:
            raise NotFoundError(f"no document has an entity {name!r}")
        return name
    known = select(ENTITY.c.id).where(ENTITY.c.id == name)
    return connection.scalar(known) or find_named(connection, name).entity.id


def _refuse_contradiction(desk: Identities, one: str, other: str) -> None:
    """Refuse to join what somebody judged different, and say who and why."""
    some, others = desk.profiles_of(one), desk.profiles_of(other)
    for earlier in desk.judgements():
        if earlier.verdict is not Verdict.DIFFERENT or earlier.is_undone:
            continue
        first = desk.profiles_of(earlier.subject)
        second = desk.profiles_of(earlier.other or "") - first
        if (some & first and others & second) or (some & second and others & first):
            when = earlier.made_at.date().isoformat() if earlier.made_at else "earlier"
            why = f", because: {earlier.why}" if earlier.why else ""
            raise ConflictError(
                f"{one} and {other} were judged different by {earlier.by} on {when}"
                f"{why} (judgement {earlier.id}); undo that one first"
            )


def _check_finding(connection: Connection, finding: str) -> None:
    table = CONTACT if finding.startswith("con_") else STATEMENT
    if connection.scalar(select(table.c.id).where(table.c.id == finding)) is None:
        raise NotFoundError(
            f"no attribution or contact {finding!r}; --json shows the ids"
        )


def _correction(
    connection: Connection, finding: str, correction: tuple[str, str] | None
) -> tuple[str, str]:
    field, value = correction or ("", "")
    is_statement = not finding.startswith("con_")
    if field not in FIELDS or (field in _OF_STATEMENTS) is not is_statement:
        fitting = [one for one in FIELDS if (one in _OF_STATEMENTS) is is_statement]
        raise InputError(
            f"{field!r} is no field to correct here; take {' or '.join(fitting)}"
        )
    if field == "speaker":
        return field, _identity(connection, value)
    if value not in FIELDS[field]:
        raise InputError(
            f"{value!r} is no {field}; take one of {', '.join(FIELDS[field])}"
        )
    return field, value
