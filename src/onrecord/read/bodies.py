"""Organisations that a text names by what they are: "the Vell campaign"."""

import re
from collections.abc import Iterator

from onrecord.core import MentionForm, Span
from onrecord.read.found import Findings, Named
from onrecord.read.lexicon import people_words

# Nouns that make an organisation of a name before them. Other bodies ("office",
# "house") are too often something of the person's own.
_OWNED = (
    "campaign|administration|government|transition team|transition|camp|embassy|"
    "ministry|foundation|super PAC|PAC|regime|cabinet|department|committee|council|"
    "party|parliament|police|military|army"
)
_AFTER_NAME = re.compile(
    rf"(?:[’']s?)?(?: (?:presidential|election|re-election|Presidential))? ({_OWNED})\b"
)
_AFTER_ADJECTIVE = re.compile(rf"\b([A-Z][a-z]+(?:an|ish|ese|ch|i)) ({_OWNED})\b")
_BEFORE_NAME = re.compile(rf"\b({_OWNED}) of (?:the )?$")
_REACH = 40
_BARE = re.compile(rf"\b(?:the|its|their|his|her) ({_OWNED})\b", re.IGNORECASE)


def named_bodies(findings: Findings) -> tuple[tuple[Named, str], ...]:
    """List organisations named by someone's name or by a nation with a body's noun.

    Args:
        findings: What a reader found; its names are looked at.

    Returns:
        Each mention with the organisation's plain name ("Vell campaign").
    """
    text = findings.text
    found = [*_owned_by_names(findings), *_of_names(findings)]
    taken = [named.span for named, _ in found]
    for match in _AFTER_ADJECTIVE.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            found.append((_body(span), match[0]))
    return tuple(sorted(found, key=lambda item: item[0].span))


def _owned_by_names(findings: Findings) -> Iterator[tuple[Named, str]]:
    for named in findings.names:
        if match := _AFTER_NAME.match(findings.text, named.span.end):
            owner = findings.text[named.span.start : named.span.end]
            if named.kind == "person":
                owner = owner.split()[-1]
            yield _body(Span(named.span.start, match.end())), f"{owner} {match[1]}"


def _of_names(findings: Findings) -> Iterator[tuple[Named, str]]:
    """Give "the government of Vell" and the like."""
    for named in findings.names:
        reach = max(0, named.span.start - _REACH)
        if match := _BEFORE_NAME.search(findings.text[reach : named.span.start]):
            span = Span(reach + match.start(), named.span.end)
            yield _body(span), " ".join(span.of(findings.text).split())


def _body(span: Span) -> Named:
    return Named(span, "organisation", MentionForm.NOMINAL)


def body_noun(words: str) -> str | None:
    """Return the noun of "the campaign" and the like, None for anything else.

    Example:
        >>> body_noun("the campaign"), body_noun("the candidate")
        ('campaign', None)
    """
    match = _BARE.fullmatch(words.strip())
    return match[1].casefold() if match else None


def is_body(noun: str) -> bool:
    """Tell whether a lower-case singular noun describes an organisation."""
    return noun in people_words().bodies
