"""Sources and parties without a name: what to call them and what they are."""

import re

from onrecord.core import EntityKind
from onrecord.read.bodies import is_body
from onrecord.read.heads import head_noun
from onrecord.read.lexicon import singular

_LEADING = re.compile(r"^(?:by|from|to|in|of|among|with) ", re.IGNORECASE)
_LONGEST_NAME = 100
_SEVERAL = (
    *("two ", "three ", "four ", "five ", "several ", "some ", "many ", "few "),
    *("people ", "those ", "others ", "members "),
)


def described_name(words: str) -> str:
    r"""Give a description as a name: its words, one line, cut at a comma if long.

    Example:
        >>> described_name("two officials\nof the port")
        'two officials of the port'
    """
    plain = _LEADING.sub("", " ".join(words.strip(' ,;:"“”').split()))
    if len(plain) > _LONGEST_NAME:
        plain = plain.split(",")[0]
    return plain[:_LONGEST_NAME].strip() or words


def described_kind(words: str) -> EntityKind:
    """Tell what a description is of: one person, several, or an organisation.

    Example:
        >>> described_kind("a campaign official"), described_kind("two officials")
        (<EntityKind.PERSON: 'person'>, <EntityKind.GROUP: 'group'>)
    """
    head = head_noun(words)
    if head is None:
        return EntityKind.GROUP
    if is_body(singular(head)) and singular(head) == head:
        return EntityKind.ORGANISATION
    plural = singular(head) != head or words.casefold().startswith(_SEVERAL)
    return EntityKind.GROUP if plural or head == "people" else EntityKind.PERSON
