"""The words of a mention by which it is compared with others."""

import re
from collections.abc import Iterator

from onrecord.core import Span
from onrecord.read.names import core_name, name_words

# fmt: off
PRONOUNS = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
    "you", "your", "yours", "yourself", "yourselves",
    "he", "him", "his", "himself", "she", "her", "hers", "herself",
    "it", "its", "itself", "they", "them", "their", "theirs", "themselves",
    "who", "whom", "whose",
})
# fmt: on
_LINK = re.compile(
    r"\b(?:of|for|from|with|at|in|by|to|on|against|behind|inside|near|who|whose|"
    r"including|like|under|as|than|about)\b|,"
)
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")


# A look at the first letter spares most words a try of every pronoun.
_FIRST = "".join(sorted({pronoun[0] for pronoun in PRONOUNS}))
_ANY_PRONOUN = re.compile(
    rf"\b(?=[{_FIRST}])(?:{'|'.join(sorted(PRONOUNS))})\b", re.IGNORECASE
)


def find_pronouns(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Give the places of the pronouns of a text or of a stretch of it, in order.

    "US" and "IT" are names; "I" is a pronoun in capitals only.

    Example:
        >>> text = "She told the US that I met her."
        >>> [span.of(text) for span in find_pronouns(text)]
        ['She', 'I', 'her']
    """
    for match in _ANY_PRONOUN.finditer(text, start, len(text) if end is None else end):
        words = match[0]
        if words == "I" or not (words.isupper() or words == "i"):
            yield Span(*match.span())


def is_pronoun(words: str) -> bool:
    """Tell whether a passage is a pronoun that may mean someone.

    Example:
        >>> is_pronoun("She"), is_pronoun("the aide")
        (True, False)
    """
    return words.strip(' ,“”"').casefold() in PRONOUNS


def mention_words(words: str, form: str) -> tuple[str, ...]:
    """Split a mention into lower-case words, the head last.

    Args:
        words: The mention.
        form: ``name``, ``nominal`` or ``pronoun``.

    Example:
        >>> mention_words("the spokesman for the port", "nominal")
        ('the', 'spokesman')
        >>> mention_words("Mr. Arno Vell", "name")
        ('arno', 'vell')
    """
    if form == "name":
        return name_words(core_name(words))
    link = _LINK.search(words, 1)
    core = words[: link.start()] if link else words
    return tuple(w.casefold() for w in _WORD.findall(core))
