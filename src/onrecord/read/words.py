"""Words of a text with their places, as the rules look at them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.core import Span

# Abbreviations and initials keep their full stop; a possessive or shortened verb is a
# word of its own; so is each mark.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\b(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|St|Jr|Sr|Rev|Prof|Lt|Col|Sgt|Capt)\."
    r"|\b[A-Z]\.(?=\s[A-Z])"
    r"|[^\W_]+(?:(?![’']s\b)[’'.&-][^\W_]+)*"
    r"|[’'](?:s|ve|d|ll|re|m)\b"
    r"|[^\w\s]"
)


# Index of a first word, and past a last one.
Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark.

    Attributes:
        span: Its place.
        text: As written.
        low: Lower case, straight apostrophe, no full stop at its end.
    """

    span: Span
    text: str
    low: str

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_mark(self) -> bool:
        """Tell whether it is a mark and no word."""
        return not self.text[0].isalnum() and len(self.text) == 1


def split_words(text: str) -> tuple[Word, ...]:
    """Split a text into its words and marks.

    Args:
        text: The view's text.

    Returns:
        All of them in order, blanks left out. Takes time linear in the text's length.

    Example:
        >>> [word.text for word in split_words("Mr. Orr didn't say Bo's.")]
        ['Mr.', 'Orr', "didn't", 'say', 'Bo', "'s", '.']
    """
    return tuple(
        Word(Span(*found.span()), found[0], _low(found[0]))
        for found in _WORD.finditer(text)
    )


def _low(word: str) -> str:
    low = word.casefold().replace("’", "'")
    return low.rstrip(".") or low


def words_within(words: Sequence[Word], span: Span) -> range:
    """Give the indices of the words that begin inside a span."""
    first = bisect_left(words, span.start, key=lambda word: word.span.start)
    last = bisect_left(words, span.end, key=lambda word: word.span.start)
    return range(first, last)
