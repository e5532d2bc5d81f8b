"""Places that a reader took for people, told by the words before them."""

import re
from collections.abc import Sequence

from onrecord.read.found import Named
from onrecord.read.lexicon import people_words
from onrecord.read.portraits import title_before

_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|outside|across|throughout|"
    r"(?:ambassadors?|envoys?|exports|trip|visit|travel(?:led|ed)?|flew) to|"
    r"(?:ambassador|envoy|consul|government|people|republic|city|state|province|capital|town|port|north|south|"
    r"east|west|coast|parliament|president|prime minister) of)(?: the)? $",
    re.IGNORECASE,
)
_FEATURE = re.compile(
    r"(?:Port|Lake|Mount|Fort|Cape|Isle|Gulf|Bay|River|Upper|Lower|North|South|East|West)"
    r" (?:of )?[A-Z]",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"[’']s?\b")
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? $")
_REACH = 40
_LEAST_SHARE = 0.25


def is_place(text: str, names: Sequence[Named]) -> bool:
    """Tell whether names taken for one person's are a place's.

    So they are when one begins with "Port", "Lake" and the like; or when a fair share
    stands after "in", "government of" and the like, and none has a title or begins with
    a first name.

    Args:
        text: The view's text.
        names: All names of the supposed person.
    """
    known = people_words()
    if any(_FEATURE.match(named.span.of(text)) for named in names):
        return True
    for named in names:
        first = named.span.of(text).split(maxsplit=1)[0].casefold()
        if first in known.genders or title_before(text, named.span.start):
            return False
        if _ADDRESS.search(text[max(0, named.span.start - _REACH) : named.span.start]):
            return False
    votes = sum(_after_preposition(text, named) for named in names)
    return votes > _LEAST_SHARE * len(names)


def _after_preposition(text: str, named: Named) -> bool:
    before = text[max(0, named.span.start - _REACH) : named.span.start]
    owns = _POSSESSIVE.match(text, named.span.end)
    return not owns and _PLACE_BEFORE.search(before) is not None
