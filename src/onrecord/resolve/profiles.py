"""What one document tells about each of its entities, for comparing documents."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from onrecord.core.labels import EntityKind, MentionForm
from onrecord.core.mentions import Entity
from onrecord.core.record import Record
from onrecord.core.span import Span
from onrecord.resolve.name_words import countries, word_set, word_table
from onrecord.resolve.names import Name, parse_name, plain_words, skeleton, sound
from onrecord.resolve.offices import (
    Office,
    country_of,
    is_office_only,
    parse_office,
    role_forms,
)

_BEFORE_CHARS = 70
_AFTER_CHARS = 90
_NEAR_CHARS = 160
_MAX_MENTIONS = 12
_MAX_WORDS = 120
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_PREPOSITIONS = frozenset({"to", "of", "for", "with", "from", "by", "at", "in", "on"})
_STOP_BEFORE = re.compile(r"[.;:!?\n\"“”]")
_STOP_AFTER = re.compile(r"[.;:!?\n\"“”]|\bwho\b|\bsaid\b")
_JOINT = re.compile(r"^(?:\s*,?\s*)$|^\s+to(?:\s+the)?\s+[\w.]+(?:\s+[A-Z]\w+)?,?\s*$")


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity of one document, with what tells it from others.

    Attributes:
        id: The entity's id in its document's record.
        document_id: The document.
        kind: What sort of someone it is.
        names: Its names there, the fullest first; none when it is only described.
        shown: The words to show where it has no name.
        offices: What it is said to be.
        company: Keys of the other names in the document.
        words: Content words near its mentions.
        day: The document's day of publication.
        name: The fullest name, in parts; without words when there is none.
    """

    id: str
    document_id: str
    kind: EntityKind
    names: tuple[str, ...] = ()
    shown: str = ""
    offices: frozenset[Office] = frozenset()
    company: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    day: date | None = None
    name: Name = field(init=False, compare=False)

    def __post_init__(self) -> None:
        full = self.names[0] if self.names else ""
        object.__setattr__(self, "name", parse_name(full))

    @property
    def block(self) -> str:
        """Give the key under which whoever may be the same is kept; empty for nobody.

        People are found by the consonants of their surname, everything else by its
        last word, so that comparing costs little more than reading.
        """
        if not self.names:
            return ""
        if self.kind is EntityKind.PERSON:
            key = skeleton(self.name.surname)
            return f"p:{key}" if len(key) > 1 or self.name.is_full else ""
        # A team, a paper or a committee is often called by its last word alone.
        return f"b:{self.key.split()[-1]}" if self.key else ""

    @property
    def key(self) -> str:
        """Give the words that name a body; empty where they name no one body."""
        if not self.names:
            return ""
        return body_key(self.names[0], is_place=self.kind is EntityKind.PLACE)


def make_profiles(record: Record) -> tuple[Profile, ...]:
    """Describe each entity of a record.

    Args:
        record: What a reader found in one document.

    Returns:
        One profile an entity, in the record's order.
    """
    spans: defaultdict[str, list[tuple[Span, MentionForm]]] = defaultdict(list)
    for mention in record.mentions:
        if mention.entity is not None:
            spans[mention.entity].append((mention.span, mention.form))
    names = {entity.id: _names(entity) for entity in record.entities}
    keys = {
        entity.id: _company_keys(entity.kind, names[entity.id])
        for entity in record.entities
    }
    titles = _titles(record)
    words = _Words(record.document.text)
    return tuple(
        Profile(
            entity.id,
            record.document.id,
            entity.kind,
            names=names[entity.id],
            shown=entity.name,
            offices=_offices(record, entity, (spans[entity.id], titles)),
            company=_company(entity.id, keys),
            words=_near_words(words, spans[entity.id], names[entity.id]),
            day=record.document.published,
        )
        for entity in record.entities
    )


@lru_cache(maxsize=65536)
def name_in(text: str) -> str:
    """Give the person's name at the end of some words, if they end in one.

    Args:
        text: What a reader gives as an entity's name; may be a whole description.

    Returns:
        The name without titles and descriptions before it, or the empty string.

    Example:
        >>> name_in("then-Russian Ambassador to the U.S. Davit Kerr")
        'Davit Kerr'
        >>> name_in("the lawyer for Kerr"), name_in("Kerr’s lawyers")
        ('', '')
    """
    words = text.split()
    while len(words) > 1 and set(plain_words(words[-1])) <= word_set("degrees"):
        words.pop()
    kept: list[str] = []
    if len(words) > 1 and words[-1].lower() in word_set("surnames_too"):
        kept = [words.pop()] if _is_name_word(words[-2], ()) else []
    while words and _is_name_word(words[-1], kept):
        kept.insert(0, words.pop())
    while kept and kept[0].islower():
        words.append(kept.pop(0))
    plain = [word for given in words for word in plain_words(given)]
    if not kept or not parse_name(" ".join(kept)).words:
        return ""
    if any(word in _PREPOSITIONS for word in plain) and not _ends_in_place(plain):
        return ""
    name = " ".join(kept)
    return "" if is_office_only(name) else name.strip(" ,’'\"“”")


@lru_cache(maxsize=65536)
def body_key(text: str, *, is_place: bool = False) -> str:
    """Give the key of an organisation's, a group's or a place's name.

    Args:
        text: The name.
        is_place: Whether it is a place, which has no legal form.

    Returns:
        Its words without article and legal form; a country's own name for its short
        forms; the empty string for words that every country has one of.

    Example:
        >>> body_key("the U.S."), body_key("Skarvik Lines Ltd"), body_key("the company")
        ('united states', 'skarvik lines', '')
        >>> body_key("F.B.I.") == body_key("Federal Bureau of Investigation")
        True
    """
    if not any(letter.isupper() for letter in text) and text.isascii():
        return ""
    words = tuple(word for word in plain_words(text) if word not in {"the", "a", "an"})
    country = countries().get(" ".join(words))
    if country and not _is_adjective(text):
        return country
    forms = frozenset() if is_place else word_set("legal_forms")
    core = tuple(word for word in words if word not in forms) or words
    key = " ".join(core)
    key = word_table("short_bodies").get(key, key)
    return "" if key in word_set("shared_bodies") or is_office_only(text) else key


def _is_adjective(text: str) -> bool:
    # "Russians" and "Russian" are people and things, not the country.
    return text.rstrip("s").lower().endswith(("an", "ish", "ese", "ch", "i"))


def _names(entity: Entity) -> tuple[str, ...]:
    given = (entity.name, *entity.aliases)
    if entity.kind is not EntityKind.PERSON:
        return given if body_key(entity.name) else ()
    found = {name_in(name): None for name in given}
    names = [name for name in found if name and _is_plain(name)]
    # The fullest first; a generation that one of them has is not everybody's.
    main = parse_name(name_in(entity.name)).surname
    fit = [name for name in names if not main or parse_name(name).surname == main]
    ranked = fit or names
    first = name_in(entity.name)
    if first in ranked and parse_name(first).is_full:
        ranked = [first, *(name for name in ranked if name != first)]
    else:
        ranked = sorted(ranked, key=lambda name: (-len(parse_name(name).words), name))
    generation = parse_name(ranked[0]).generation if ranked else ""
    return tuple(
        name
        for name in ranked
        if parse_name(name).generation in {generation, ""} or name == ranked[0]
    )


def _is_plain(name: str) -> bool:
    words = plain_words(name)
    country = country_of(words) if len(words) == 1 else ""
    if all(len(word) == 1 for word in words):
        return False
    is_role = words[-1:] and words[-1] in word_set("roles")
    return bool(words) and not country and not (is_role and len(words) == 1)


def _is_name_word(word: str, kept: Sequence[str]) -> bool:
    if kept and word.endswith((",", "’s", "'s", ";", ":")):
        return False
    plain = plain_words(word)
    if not plain or word.endswith(("’s", "'s")):
        return False
    if kept and word.islower():
        return plain[0] in word_set("particles")
    is_capital = any(part[:1].isupper() for part in word.lstrip("'’‘\"“").split("-"))
    if not is_capital and word.isascii():
        return False
    return not _is_description(plain)


def _is_description(words: tuple[str, ...]) -> bool:
    return (
        words[0] in countries()
        or " ".join(words) in word_set("shared_bodies")
        or words[-1] in _describing()
        # "President-elect"
        or (len(words) > 1 and words[0] in _describing())
    )


@cache
def _describing() -> frozenset[str]:
    return word_set("roles") | word_set("titles")


def _ends_in_place(words: Sequence[str]) -> bool:
    return bool(words) and (
        words[-1] in countries()
        or " ".join(words[-2:]) in countries()
        or words[-1] in word_set("shared_bodies")
    )


def _titles(record: Record) -> Mapping[str, set[Office]]:
    found: defaultdict[str, set[Office]] = defaultdict(set)
    for tenure in record.tenures:
        words = tenure.title.of(record.document.text)
        body = record.entity(tenure.of).name if tenure.of else ""
        office = parse_office(f"{words} of {body}" if body else words)
        if office is not None:
            found[tenure.entity].add(office)
    return found


def _offices(
    record: Record,
    entity: Entity,
    told: tuple[Sequence[tuple[Span, MentionForm]], Mapping[str, set[Office]]],
) -> frozenset[Office]:
    spans, titles = told
    if entity.kind is not EntityKind.PERSON:
        return frozenset()
    text = record.document.text
    found = set(titles.get(entity.id, ()))
    for span, form in spans[:_MAX_MENTIONS]:
        if form is not MentionForm.PRONOUN:
            found |= set(_around(text, span))
    if not spans or not found:
        found |= {office for office in [parse_office(entity.name)] if office}
    # What says more stands for what says less.
    return frozenset(
        office
        for office in found
        if not any(_says_more(other, office) for other in found)
    )


def _says_more(one: Office, other: Office) -> bool:
    return (
        one.fits(other)
        and one.is_former == other.is_former
        and (bool(one.of) + bool(one.at) > bool(other.of) + bool(other.at))
    )


def _around(text: str, span: Span) -> Iterable[Office]:
    """Give the offices in a mention, right before it and right behind its comma."""
    inside = parse_office(span.of(text))
    if inside is not None:
        yield inside
    before = _STOP_BEFORE.split(text[max(0, span.start - _BEFORE_CHARS) : span.start])
    office = _office_at_end(before[-1])
    if office is not None:
        yield office
    after = _STOP_AFTER.split(text[span.end : span.end + _AFTER_CHARS])[0]
    if after.startswith(","):
        behind = parse_office(after[1:].split(",")[0])
        if behind is not None:
            yield behind


def _office_at_end(words: str) -> Office | None:
    """Give the office that leads up to a name, of all that stand before it."""
    tail = words.rsplit(" and ", maxsplit=1)[-1]
    while (office := parse_office(tail)) is not None:
        # The role as printed may be longer than the word that stands for it.
        ends = [
            m.end()
            for word in role_forms(office.role)
            for m in [re.search(rf"\b{re.escape(word)}\b", tail, re.IGNORECASE)]
            if m
        ]
        if not ends:
            return None
        rest = tail[min(ends) :]
        if _JOINT.match(rest):
            return office
        tail = rest
    return None


def _company_keys(kind: EntityKind, names: Sequence[str]) -> frozenset[str]:
    if not names:
        return frozenset()
    if kind is EntityKind.PERSON:
        return frozenset({f"p:{sound(parse_name(names[0]).surname)}"})
    prefix = "l" if kind is EntityKind.PLACE else "o"
    return frozenset({f"{prefix}:{body_key(names[0])}"} - {f"{prefix}:"})


def _company(own: str, keys: Mapping[str, frozenset[str]]) -> frozenset[str]:
    others = {key for entity, found in keys.items() if entity != own for key in found}
    return frozenset(others - keys[own])


def _near_words(
    words: "_Words", spans: Sequence[tuple[Span, MentionForm]], names: Sequence[str]
) -> frozenset[str]:
    own = {word for name in names for word in plain_words(name)}
    found: dict[str, None] = {}
    for span, _ in spans[:_MAX_MENTIONS]:
        found |= dict.fromkeys(words.near(span))
    return frozenset([word for word in found if word not in own][:_MAX_WORDS])


class _Words:
    """The content words of a text with their places, found once."""

    def __init__(self, text: str) -> None:
        stop = word_set("stop_words")
        found = [
            (match.start(), word)
            for match in _CONTENT_WORD.finditer(text)
            if (word := match.group().lower()) not in stop
        ]
        self._starts = [start for start, _ in found]
        self._words = [word for _, word in found]

    def near(self, span: Span) -> Sequence[str]:
        """Give those within some characters of a span."""
        first = bisect_left(self._starts, span.start - _NEAR_CHARS)
        last = bisect_left(self._starts, span.end + _NEAR_CHARS)
        return self._words[first:last]
