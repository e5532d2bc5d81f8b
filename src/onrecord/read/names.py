"""Names as words: cut to their core, compared, shortened and lengthened."""

import re
from collections.abc import Iterator

from onrecord.core import Span
from onrecord.read.found import Named
from onrecord.read.lexicon import people_words

_POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_ARTICLES = frozenset({"the", "a", "an"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DATELINE = re.compile(r"(?:, [^\n—–()]{2,20})?(?: \([^()\n]{2,20}\))? [—–-] ")
_JOINT = re.compile(r"(?<=\w)\s+and\s+(?=[^\W\d_])")
_ORIGIN = re.compile(r"(?<=\w) of (?=[A-Z])")
_FIRST_AFTER_BODY = re.compile(r"[’']s ([A-Z][a-z]+ )$")
_FIRST_REACH = 24
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})


def core_name(name: str) -> str:
    """Cut article, forms of address and a possessive ending off a name.

    Example:
        >>> core_name("Mr. Arno Vell’s"), core_name("the Harbour Board")
        ('Arno Vell', 'Harbour Board')
    """
    bare = _POSSESSIVE.sub("", name.strip(' \n,;:"“”‘'))
    if bare.count(".") == 1:
        bare = bare.rstrip(".")
    words = " ".join(bare.split()).split(" ")
    known = people_words()
    while len(words) > 1 and _plain(words[0]) in _ARTICLES | known.addresses.keys():
        words = words[1:]
    return " ".join(words)


def _plain(word: str) -> str:
    return word.casefold().strip(".,")


def name_words(name: str) -> tuple[str, ...]:
    """Split a name into lower-case words, without "Jr." and the like.

    Example:
        >>> name_words("Donald J. Trump Jr.")
        ('donald', 'j', 'trump')
    """
    words = tuple(_plain(w) for w in _WORD.findall(_POSSESSIVE.sub("", name)))
    return tuple(w for w in words if w not in _SUFFIXES) or words


def is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a person's name may be a shorter form of a fuller one.

    One word must be the first or the last of the fuller name. Several must begin
    alike (an initial will do) and end alike: "A. Vell" for "Arno Vell", never
    "Bea Vell".

    Args:
        short: Words of the shorter name, from `name_words`.
        full: Words of the fuller name.

    Example:
        >>> is_short_form(("vell",), ("arno", "vell"))
        True
        >>> is_short_form(("bea", "vell"), ("arno", "vell"))
        False
    """
    if not short or len(short) > len(full):
        return False
    if len(short) == 1:
        return short[0] in (full[0], full[-1]) or full[-1].endswith("-" + short[0])
    same_start = full[0].startswith(short[0]) and (
        len(short[0]) == 1 or short[0] == full[0]
    )
    return same_start and short[-1] == full[-1]


def apart(text: str, named: Named) -> Iterator[Named]:
    """Cut "Bea Orr and Arno Vell" into the two people.

    Args:
        text: The text that the name stands in.
        named: A name as a reader found it.

    Yields:
        The name itself unless it is of people joined by "and".
    """
    words = named.span.of(text)
    joints = list(_JOINT.finditer(words)) if named.kind == "person" else []
    edges = [0, *(edge for joint in joints for edge in joint.span()), len(words)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        span = Span(named.span.start + start, named.span.start + end)
        yield Named(span, named.kind, named.form)


def dateline(text: str, named: Named) -> Named:
    """Read "PORT VELL (Reuters) —" at the start of a line as a place.

    Args:
        text: The text that the name stands in.
        named: A name as a reader found it.
    """
    start, end = named.span.start, named.span.end
    opens = start == 0 or text[start - 1] == "\n"
    if opens and named.span.of(text).isupper() and _DATELINE.match(text, end):
        return Named(named.span, "place", named.form)
    return named


def without_origin(text: str, named: Named) -> Iterator[Named]:
    """Cut "Bea Orr of Port Vell" into the person and the place.

    Args:
        text: The text that the name stands in.
        named: A name as a reader found it.

    Yields:
        The name itself unless it is a person's with such an ending.
    """
    words = named.span.of(text)
    match = _ORIGIN.search(words)
    if named.kind != "person" or match is None:
        yield named
        return
    start = named.span.start
    yield Named(Span(start, start + match.start()), named.kind, named.form)
    yield Named(Span(start + match.end(), named.span.end), "place", named.form)


def without_title(text: str, named: Named) -> Named:
    """Cut "Ambassador Bea Orr" to the name, so that the title counts as one.

    Args:
        text: The text that the name stands in.
        named: A name as a reader found it.

    Returns:
        The name itself unless it is a person's that begins with a known office.
    """
    first, _, rest = named.span.of(text).partition(" ")
    name = rest.lstrip()
    titled = _plain(first) in people_words().offices and name[:1].isupper()
    if named.kind != "person" or not titled:
        return named
    return Named(Span(named.span.end - len(name), named.span.end), "person", named.form)


def with_first_name(text: str, named: Named) -> Named:
    """Take the first name in that stands between a body's possessive and a surname.

    Example:
        >>> text = "told Radio Null’s Bea Orr"
        >>> with_first_name(text, Named(Span(22, 25), "person", "name")).span.of(text)
        'Bea Orr'
    """
    if named.kind != "person" or " " in named.span.of(text):
        return named
    before = text[max(0, named.span.start - _FIRST_REACH) : named.span.start]
    match = _FIRST_AFTER_BODY.search(before)
    if match is None:
        return named
    start = named.span.start - len(match[1])
    return Named(Span(start, named.span.end), named.kind, named.form)


def initials(name: str) -> str:
    """Give the initials that an organisation's name would be shortened to.

    Example:
        >>> initials("Bureau of Harbour Inspection")
        'BHI'
    """
    words = [w for w in name.split() if w.casefold() not in _SMALL]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""
