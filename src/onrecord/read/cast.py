"""Who is who inside one document: names gathered into figures."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.core import Span
from onrecord.read.bodies import named_bodies
from onrecord.read.found import Findings, Named
from onrecord.read.lexicon import people_words
from onrecord.read.names import core_name, initials, is_short_form, name_words
from onrecord.read.overlooked import overlooked_names
from onrecord.read.places import is_place
from onrecord.read.portraits import gender_of, offices_beside

PERSON = "person"
_CLEARLY_MORE = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """Someone or something that a document names, with everything it is called.

    Attributes:
        kind: ``person``, ``organisation``, ``group`` or ``place``.
        name: The fullest name the document gives.
        aliases: Its other names there.
        gender: ``m``, ``f`` or None when nothing tells.
        offices: Titles beside its name, lower case ("attorney general").
        mentions: Its names in the text, in order.
    """

    kind: str
    name: str
    aliases: tuple[str, ...]
    gender: str | None
    offices: frozenset[str]
    mentions: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """The figures of one document.

    Attributes:
        figures: In the order of their first mention.
        mentions: Every name with the index of its figure, by start, longer first.
        starts: Where each of ``mentions`` starts.
        longest: Length of the longest of them.
    """

    figures: tuple[Figure, ...]
    mentions: tuple[tuple[Named, int], ...]
    starts: tuple[int, ...]
    longest: int

    def within(self, span: Span) -> tuple[tuple[Named, int], ...]:
        """List the mentions that overlap a span, in text order."""
        first = bisect_left(self.starts, span.start - self.longest)
        last = bisect_left(self.starts, span.end)
        near = self.mentions[first:last]
        return tuple(item for item in near if item[0].span.overlaps(span))

    def holder(self, noun: str, place: int) -> int | None:
        """Return the only figure that has a title with this noun before a place.

        Args:
            noun: Lower case: "spokesman".
            place: Where "the spokesman" stands.

        Returns:
            None where nobody or more than one has such a title.
        """
        holders = [
            i
            for i, figure in enumerate(self.figures)
            if any(office.split()[-1] == noun for office in figure.offices)
            and figure.mentions[0].span.start < place
        ]
        return holders[0] if len(holders) == 1 else None

    def at(self, span: Span) -> int | None:
        """Return the figure whose name overlaps a span, the first if several."""
        return next((figure for _, figure in self.within(span)), None)


@dataclass(slots=True)
class _Group:
    """Names taken for one figure, while they are gathered."""

    kind: str
    words: tuple[str, ...]
    names: list[Named] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)


def build_cast(findings: Findings) -> Cast:
    """Gather the names of a document into figures.

    A surname joins the full name that the document gives; where it gives two
    ("Arno Vell" and "Bea Vell"), the surname alone goes to whom it mostly names in
    full, and stays by itself when neither is clearly meant.

    Args:
        findings: What a reader found.

    Returns:
        The cast; every name belongs to exactly one figure.
    """
    names = _true_names(findings)
    forms = [core_name(_words(findings, named.span)) for named in names]
    kinds = _vote_kinds(names, forms)
    groups = _gather(names, forms, kinds)
    for group in groups:
        if group.kind == PERSON and is_place(findings.text, group.names):
            group.kind = "place"
    groups += _body_groups(findings)
    for group in groups:
        # A name of a person in one place and of a town in the other is of one kind.
        group.names = [replace(named, kind=group.kind) for named in group.names]
    groups.sort(key=lambda group: group.names[0].span.start)
    figures = tuple(_to_figure(findings, group) for group in groups)
    mentions = [(named, i) for i, group in enumerate(groups) for named in group.names]
    mentions.sort(key=lambda item: (item[0].span.start, -item[0].span.end))
    return Cast(
        figures=figures,
        mentions=tuple(mentions),
        starts=tuple(named.span.start for named, _ in mentions),
        longest=max((len(named.span) for named, _ in mentions), default=0),
    )


def _true_names(findings: Findings) -> tuple[Named, ...]:
    """Give the names found, and overlooked, without "Mr" and the like on its own."""
    addresses = people_words().addresses
    names = (*findings.names, *overlooked_names(findings))
    return tuple(
        named
        for named in names
        if _words(findings, named.span).casefold().strip(".") not in addresses
    )


def _body_groups(findings: Findings) -> list[_Group]:
    """Gather "the Vell campaign" and the like, one group a plain name."""
    groups: dict[str, _Group] = {}
    for named, name in named_bodies(findings):
        group = groups.setdefault(
            name.casefold(), _Group("organisation", name_words(name))
        )
        group.forms[name] += 1
        group.names.append(named)
    return list(groups.values())


def _words(findings: Findings, span: Span) -> str:
    return findings.text[span.start : span.end]


def _vote_kinds(names: Sequence[Named], forms: Sequence[str]) -> dict[str, str]:
    """Give each form the kind that most of its mentions have."""
    votes: dict[str, Counter[str]] = {}
    for named, form in zip(names, forms, strict=True):
        votes.setdefault(form.casefold(), Counter())[named.kind] += 1
    return {form: count.most_common(1)[0][0] for form, count in votes.items()}


def _gather(
    names: Sequence[Named], forms: Sequence[str], kinds: dict[str, str]
) -> list[_Group]:
    groups: list[_Group] = []
    longest_first = sorted(
        {form.casefold(): form for form in forms}.values(),
        key=lambda form: (-len(name_words(form)), -len(form), form),
    )
    counts = Counter(form.casefold() for form in forms)
    home: dict[str, _Group] = {}
    for form in longest_first:
        key = form.casefold()
        kind = kinds[key]
        group = _find_home(groups, form, kind)
        if group is None:
            group = _Group(kind, name_words(form))
            groups.append(group)
        group.forms[form] += counts[key]
        home[key] = group
    for named, form in sorted(zip(names, forms, strict=True), key=lambda pair: pair[0]):
        home[form.casefold()].names.append(named)
    return groups


def _find_home(groups: Sequence[_Group], form: str, kind: str) -> _Group | None:
    """Find the group that a form is another name of, None where it is in doubt."""
    words = name_words(form)
    if kind != PERSON:
        same_kind = (g for g in groups if g.kind != PERSON)
        return next((g for g in same_kind if _same_body(g, form, words)), None)
    fits = [
        group
        for group in groups
        if group.kind == PERSON and is_short_form(words, group.words)
    ]
    weights = sorted(((_weight(g), i) for i, g in enumerate(fits)), reverse=True)
    if not weights[1:]:
        return fits[0] if fits else None
    # Two people of one name: the bare name is taken for the leading one only if the
    # document names that one in full at least twice as often.
    if weights[0][0] >= _CLEARLY_MORE * weights[1][0]:
        return fits[weights[0][1]]
    return None


def _weight(group: _Group) -> int:
    return sum(n for form, n in group.forms.items() if len(name_words(form)) > 1)


def _same_body(group: _Group, form: str, words: tuple[str, ...]) -> bool:
    if words == group.words:
        return True
    full = max(group.forms, key=len)
    short = form.replace(".", "")
    return short.isupper() and len(short) > 1 and short == initials(full)


def _to_figure(findings: Findings, group: _Group) -> Figure:
    ranked = sorted(
        group.forms, key=lambda form: (-len(name_words(form)), -group.forms[form], form)
    )
    offices = frozenset(
        office
        for named in group.names
        for office in offices_beside(findings.text, named.span)
    )
    gender = None
    if group.kind == PERSON:
        gender = gender_of(findings, group.names, full=ranked[0], offices=offices)
    return Figure(
        kind=group.kind,
        name=ranked[0],
        aliases=tuple(ranked[1:]),
        gender=gender,
        offices=offices,
        mentions=tuple(sorted(group.names)),
    )
