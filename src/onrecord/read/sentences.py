"""Sentences and paragraphs of news prose.

Rules over a table of abbreviations: they need no weights, take time linear in the
text and say for each full stop why it ends a sentence or does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from onrecord.core.span import Span
from onrecord.read.paragraphs import Bounds, paragraph_bounds

# A run of stops with the marks and brackets that close after it. Runs match whole,
# so that no character is looked at twice.
_STOP = re.compile(r"(?P<stops>(?:\.(?: \.){2,}|[.!?…])[.!?…]*)[\"'”’»)\]]*")
_WORD_BEFORE = re.compile(r"[^\W_][\w.&'’-]*$")
_WORD_AFTER = re.compile(r"[\"'“”‘’«„`(\[]*(?P<word>[^\W_][\w.'’-]*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NAME_THEN_VERB = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]{0,30},? ){1,4})(?P<verb>[a-z]{2,12})\b"
)
_CLOSING = frozenset("\"'”’»")
_LONGEST_WORD = 24
_LONGEST_NAME = 150
_ELLIPSES = ("...", "…", ". . .")


@dataclass(frozen=True, slots=True)
class _Words:
    """The table ``data/sentence_ends.yaml``, its words in lower case."""

    before_a_name: frozenset[str]
    before_a_number: frozenset[str]
    anywhere: frozenset[str]
    openers: frozenset[str]
    speech_verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Stop:
    """One run of full stops and the text around it."""

    stops: str
    closed_in_marks: bool
    before: str
    after: str


def split_paragraphs(text: str) -> tuple[Span, ...]:
    r"""Split a text into its paragraphs.

    Args:
        text: The normalised text (LF line ends).

    Returns:
        The paragraphs in order, without blanks around them. Headings and the items
        of a list are paragraphs; the lines of a wrapped paragraph are not.

    Example:
        >>> text = "Politics\n\nAnn met Bo. He left.\n"
        >>> [span.of(text) for span in split_paragraphs(text)]
        ['Politics', 'Ann met Bo. He left.']
    """
    return tuple(Span(*bounds) for bounds in paragraph_bounds(text))


def split_sentences(text: str) -> tuple[Span, ...]:
    """Split a text into its sentences.

    A sentence never reaches over the end of a paragraph, so that a heading without a
    full stop is one. Sentences inside a quotation are sentences; marks that close
    after a full stop belong to the sentence before it.

    Args:
        text: The normalised text (LF line ends).

    Returns:
        The sentences in order, without blanks around them; all other characters of
        the text are in one. Takes time linear in the text's length.

    Example:
        >>> text = "Sen. J. D. Orr met Mr. Li in the U.S. on Jan. 3. He left."
        >>> [len(span) for span in split_sentences(text)]
        [48, 8]
    """
    return tuple(
        Span(*sentence)
        for paragraph in paragraph_bounds(text)
        for sentence in _split(text, paragraph)
    )


def _split(text: str, paragraph: Bounds) -> Iterator[Bounds]:
    start, last = paragraph
    for found in _STOP.finditer(text, start, last):
        end = found.end()
        if end >= last or not text[end].isspace():
            continue
        stop = _Stop(
            stops=found["stops"],
            closed_in_marks=text[end - 1] in _CLOSING,
            before=text[max(start, found.start() - _LONGEST_WORD) : found.start()],
            after=text[end : min(last, end + _LONGEST_NAME)].lstrip(),
        )
        following = _first_solid(text, end, last)
        if _ends_sentence(stop, at_start=_is_number(text, start, found.start())):
            yield start, end
            start = following
    if start < last:
        yield start, last


def _first_solid(text: str, at: int, last: int) -> int:
    while at < last and text[at].isspace():
        at += 1
    return at


def _is_number(text: str, start: int, stop: int) -> bool:
    """Tell whether all before the stop is the number of a list's item."""
    return stop - start <= 3 and text[start:stop].lstrip("(").isdigit()  # noqa: PLR2004


def _ends_sentence(stop: _Stop, *, at_start: bool) -> bool:
    found = _WORD_AFTER.match(stop.after)
    word = found["word"] if found else ""
    if at_start or word[:1].islower():
        return False
    if not word:
        return True
    if stop.closed_in_marks and stop.stops[-1] in "!?":
        return not _goes_on_with_speaker(stop.after)
    if stop.stops in _ELLIPSES:
        # After one, "I" more often goes on than begins: "I ... I left."
        begins = _is_opener(word) and not word.startswith("I")
        return begins or stop.closed_in_marks or stop.after[0] in '"“«„'
    if stop.stops == "." and not stop.closed_in_marks:
        return not _is_abbreviation(stop.before, word)
    return True


def _goes_on_with_speaker(after: str) -> bool:
    found = _NAME_THEN_VERB.match(after)
    return bool(found) and found["verb"] in _words().speech_verbs  # type: ignore[index]


def _is_opener(word: str) -> bool:
    return word.lower().replace("’", "'").rstrip(".") in _words().openers


def _is_abbreviation(before: str, following: str) -> bool:
    """Tell whether a single full stop belongs to the word before it."""
    found = _WORD_BEFORE.search(before)
    if not found:
        return False
    words, word = _words(), found[0].lower()
    if word in words.before_a_name:
        return True
    if word in words.before_a_number:
        return following[0].isdigit()
    # "I" alone is a word: "So did I. He left."
    is_initial = bool(_INITIALS.fullmatch(found[0])) and found[0] != "I"
    return (is_initial or word in words.anywhere) and not _is_opener(following)


@cache
def _words() -> _Words:
    table = files("onrecord.read").joinpath("data", "sentence_ends.yaml")
    lists = yaml.safe_load(table.read_text("utf-8"))
    return _Words(**{name: frozenset(words) for name, words in lists.items()})
