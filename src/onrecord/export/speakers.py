"""Whose words a statement gives, as far as the article tells and no further."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core import Attribution, Entity, Record

__all__ = ["Naming", "Speaker", "tell_speaker"]


class Naming(StrEnum):
    """How well a source is known.

    Attributes:
        NAMED: The article names it, and the reader found the name.
        UNNAMED: The article keeps it unnamed. An unnamed source stays as described.
        UNRESOLVED: The reader could not tell who it is.
        NOT_GIVEN: The article gives no source.
    """

    NAMED = ""
    UNNAMED = "unnamed"
    UNRESOLVED = "speaker not resolved"
    NOT_GIVEN = "no source given"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who is given as the source of statements.

    Attributes:
        label: Name, or the article's own description.
        naming: How well the source is known.
        entity: Who it is, if that was resolved.
        key: Equal for two statements exactly when they have one and the same source.
            Two unnamed officials stay two, even where the article calls both the same.
    """

    label: str
    naming: Naming
    entity: Entity | None
    key: str

    @property
    def described(self) -> str:
        """Give the label with how well the source is known.

        Example:
            >>> Speaker("a campaign official", Naming.UNNAMED, None, "").described
            'a campaign official, unnamed'
            >>> Speaker("He", Naming.UNRESOLVED, None, "").described
            '“He” (speaker not resolved)'
        """
        match self.naming:
            case Naming.NAMED:
                return self.label
            case Naming.UNRESOLVED:
                return f"“{self.label}” ({self.naming})"
            case Naming.UNNAMED if self.label:
                # A description may go on behind a comma of its own.
                form = "{} ({})" if "," in self.label else "{}, {}"
                return form.format(self.label, self.naming)
        return self.naming

    @property
    def subject(self) -> str:
        """Give the same so that a verb can follow.

        Example:
            >>> Speaker("", Naming.NOT_GIVEN, None, "").subject
            'a source not given'
        """
        if self.naming is Naming.NAMED or self.label:
            return self.described
        return f"a source {_BARE[self.naming]}"


_BARE = {Naming.UNNAMED: "unnamed", Naming.NOT_GIVEN: "not given"}


def tell_speaker(attribution: Attribution, record: Record) -> Speaker:
    """Tell who an attribution's source is.

    Args:
        attribution: One of the record's.
        record: The record.

    Returns:
        The entity it was resolved to, or else what the article calls it.
    """
    naming = _naming(attribution)
    if attribution.speaker is not None:
        entity = record.entity(attribution.speaker)
        return Speaker(entity.name, naming, entity, entity.id)
    # Without an entity only the very same passage is the same source.
    key = f"{naming.name} {attribution.source!r}"
    return Speaker(record.words(attribution.source), naming, None, key)


def _naming(attribution: Attribution) -> Naming:
    if attribution.anonymous:
        return Naming.UNNAMED
    if attribution.speaker is not None:
        return Naming.NAMED
    return Naming.UNRESOLVED if attribution.source else Naming.NOT_GIVEN
