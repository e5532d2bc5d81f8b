"""The closed sets of words that annotations are labelled with.

Each member's value is the word in the record's JSON. A word outside its set is refused
by the codec, never folded into a default.
"""

from enum import StrEnum

__all__ = [
    "ContactKind",
    "EntityKind",
    "EventKind",
    "MentionForm",
    "Modality",
    "QuoteForm",
    "Stance",
]


class EntityKind(StrEnum):
    """What sort of someone or something an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"


class MentionForm(StrEnum):
    """How a passage refers: by name, by description or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class QuoteForm(StrEnum):
    """Whether the content is quoted word for word, reported, or partly each."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the source does with the content.

    The order decides: where two fit, the earlier one holds, and ``states`` is for
    every assertion that none of the others fits.

    Attributes:
        CONFIRMS: Acknowledges or verifies that something already raised is so.
        DENIES: Says that something raised or alleged is not so.
        ACCUSES: Charges another with wrongdoing.
        DECLINES: Refuses or fails to comment.
        PROMISES: Commits itself to act.
        DEMANDS: Calls on, asks or orders another to act.
        OPINES: Holds a belief, judgement, wish or feeling.
        STATES: Asserts anything else.
    """

    CONFIRMS = "confirms"
    DENIES = "denies"
    ACCUSES = "accuses"
    DECLINES = "declines"
    PROMISES = "promises"
    DEMANDS = "demands"
    OPINES = "opines"
    STATES = "states"


class ContactKind(StrEnum):
    """By what means parties were directly in touch."""

    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"
    VISIT = "visit"
    CONVERSATION = "conversation"
    NEGOTIATION = "negotiation"
    OTHER = "other"


class Modality(StrEnum):
    """How a contact or event stands in the text.

    Attributes:
        HAPPENED: Told as having taken place.
        DENIED: Somebody says that it did not take place.
        PLANNED: Still to come.
        ALLEGED: Somebody charges that it took place.
        NOT_HELD: The text itself says that it did not take place, or was called off.
        HYPOTHETICAL: Only spoken of as possible.
    """

    HAPPENED = "happened"
    DENIED = "denied"
    PLANNED = "planned"
    ALLEGED = "alleged"
    NOT_HELD = "not-held"
    HYPOTHETICAL = "hypothetical"


class EventKind(StrEnum):
    """Which dated happening, other than a contact, the record tracks."""

    APPOINTMENT = "appointment"
    RESIGNATION = "resignation"
    DISMISSAL = "dismissal"
    RECUSAL = "recusal"
    DISCLOSURE = "disclosure"
    NON_DISCLOSURE = "non-disclosure"
    INVESTIGATION = "investigation"
    SANCTION = "sanction"
    NOMINATION = "nomination"
    INDICTMENT = "indictment"
    TESTIMONY = "testimony"
    VOTE = "vote"
    OTHER = "other"
