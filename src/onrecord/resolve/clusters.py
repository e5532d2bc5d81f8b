"""Who is who among the people of one surname.

The result depends on the set of profiles and nothing else: not on the order in which
articles came, and not on what was found before. So a block can be worked out anew
whenever an article adds to it, and a rebuild from nothing gives the same people.

Source:
    Full names first, then what is left, is the sieve order of Lee et al.,
    "Deterministic coreference resolution based on entity-centric, precision-ranked
    rules" (Computational Linguistics, 2013); joining the likeliest pair first is
    average-link agglomerative clustering on the sum of what both sides say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.resolve.constraints import Constraints
from onrecord.resolve.likeness import Likeness, compare, quick_prob
from onrecord.resolve.links import ALONE, Cluster, Link, obey
from onrecord.resolve.names import sound
from onrecord.resolve.portraits import Portrait, full_key
from onrecord.resolve.profiles import Profile

# More likely than not. On the training topics of ECB+ a lower bound joins little more,
# and a higher one loses a tenth of the pairs for each tenth.
JOIN_PROB = 0.5
# A surname alone goes to somebody only with this share of what all of the name weigh.
CLEAR_SHARE = 0.7


def cluster_people(
    profiles: Iterable[Profile], constraints: Constraints | None = None
) -> tuple[Cluster, ...]:
    """Find the people among profiles that share a surname.

    Args:
        profiles: All named profiles of one block.
        constraints: What people judged; nothing by default.

    Returns:
        One cluster a person, the one with most members first.
    """
    return _Block(profiles, constraints or Constraints()).clusters()


class _Block:
    """The work on one block."""

    def __init__(self, profiles: Iterable[Profile], constraints: Constraints) -> None:
        ordered = sorted(profiles, key=_richness)
        self._full = [one for one in ordered if one.name.is_full]
        self._bare = [one for one in ordered if not one.name.is_full]
        self._constraints = constraints
        self._links: dict[str, Link] = {}

    def clusters(self) -> tuple[Cluster, ...]:
        people: list[Portrait] = []
        for group in _by_name(self._full).values():
            people += self._leaders(group)
        people = self._join(people)
        people += self._attach(people)
        people = obey(people, self._constraints, self._links)
        ranked = sorted(people, key=lambda one: (-len(one.members), one.founder))
        return tuple(self._cluster(portrait, ranked) for portrait in ranked)

    def _leaders(self, profiles: Sequence[Profile]) -> list[Portrait]:
        """Put each profile to the likeliest portrait so far, or begin one with it."""
        found: list[Portrait] = []
        for profile in profiles:
            alone = Portrait([profile])
            best, likeness = self._best(alone, found)
            if best is not None and likeness is not None:
                self._links[profile.id] = Link(likeness.prob, likeness.reasons)
                best.add(profile)
            else:
                found.append(alone)
        return found

    def _best(
        self, one: Portrait, others: Sequence[Portrait], *, n_rivals: int = 0
    ) -> tuple[Portrait | None, Likeness | None]:
        best, highest = None, None
        for other in others:
            if self._constraints.forbids(one.members, other.members):
                continue
            floor = highest.prob if highest else JOIN_PROB
            if quick_prob(one, other, n_rivals=n_rivals) < floor:
                continue
            likeness = compare(one, other, n_rivals=n_rivals)
            if not likeness.is_founded:
                continue
            if highest is None or likeness.prob > highest.prob:
                best, highest = other, likeness
        return best, highest

    def _join(self, people: list[Portrait]) -> list[Portrait]:
        """Join the likeliest two for as long as two are likely enough."""
        people = list(people)
        scores: dict[tuple[int, int], float] = {}
        for one, other in _pairs(people):
            self._score(scores, one, other)
        while scores:
            ids = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]))
            one, other = (next(p for p in people if id(p) == key) for key in ids)
            people.remove(one)
            people.remove(other)
            joined = one.joined(other)
            self._note(one, other)
            for pair in [pair for pair in scores if set(pair) & set(ids)]:
                del scores[pair]
            for third in people:
                self._score(scores, joined, third)
            people.append(joined)
        return people

    def _score(
        self, scores: dict[tuple[int, int], float], one: Portrait, other: Portrait
    ) -> None:
        if not _may_be_one(one, other):
            return
        if self._constraints.forbids(one.members, other.members):
            return
        if quick_prob(one, other) < JOIN_PROB:
            return
        likeness = compare(one, other)
        if likeness.is_founded:
            scores[id(one), id(other)] = likeness.prob

    def _note(self, one: Portrait, other: Portrait) -> None:
        likeness = compare(one, other)
        smaller = min(one, other, key=lambda p: (len(p.members), p.founder))
        for member in smaller.members:
            self._links[member.id] = Link(likeness.prob, likeness.reasons)

    def _attach(self, people: Sequence[Portrait]) -> list[Portrait]:
        """Give bare surnames to whom they fit best; return those that fit nobody."""
        left: list[Profile] = []
        chosen: list[tuple[Portrait, Profile]] = []
        for profile in self._bare:
            alone = Portrait([profile])
            fitting = [
                one
                for one in people
                if sound(one.name.surname) == sound(profile.name.surname)
                and one.name.may_be_of(profile.name)
            ]
            person, link = self._clear_best(alone, fitting)
            if link is not None:
                self._links[profile.id] = link
            if person is None:
                left.append(profile)
            else:
                chosen.append((person, profile))
        # Added at the end, so that the first does not decide for the next.
        for person, profile in chosen:
            person.add(profile)
        return [
            portrait
            for group in _by_name(left).values()
            for portrait in self._leaders(group)
        ]

    def _clear_best(
        self, alone: Portrait, people: Sequence[Portrait]
    ) -> tuple[Portrait | None, Link | None]:
        """Say whom a bare surname means: how well each fits, times how often named."""
        open_to = [
            one
            for one in people
            if not self._constraints.forbids(alone.members, one.members)
        ]
        probs = [quick_prob(alone, one) for one in open_to]
        weights = [
            len(one.members) * prob / (1.0001 - prob)
            for one, prob in zip(open_to, probs, strict=True)
        ]
        ranked = sorted(
            zip(weights, probs, open_to, strict=True),
            key=lambda found: (-found[0], found[2].founder),
        )[:2]
        if not ranked:
            return None, None
        (weight, prob, person), *others = ranked
        best = compare(alone, person)
        second = others[0] if others else None
        rival = (compare(alone, second[2]), second[2]) if second else None
        share = weight / sum(weights)
        if best.is_founded and prob >= JOIN_PROB and share >= CLEAR_SHARE:
            return person, _link(Likeness(min(prob, share), best.reasons), rival)
        # Nobody is clear: the one it nearly was is shown with it.
        return None, _link(Likeness(1.0, ALONE), (best, person))

    def _cluster(self, portrait: Portrait, people: Sequence[Portrait]) -> Cluster:
        links = {
            member.id: self._links.get(member.id) or self._only(portrait, people)
            for member in portrait.members
        }
        return Cluster(portrait, links)

    def _only(self, portrait: Portrait, people: Sequence[Portrait]) -> Link:
        """Say of one that began a portrait who of the same name it is kept from."""
        rivals = [
            (compare(portrait, other), other)
            for other in people
            if other is not portrait and other.full_key == portrait.full_key
        ]
        if not rivals:
            return Link(1.0, ALONE)
        return _link(
            Likeness(1.0, ALONE),
            max(rivals, key=lambda found: (found[0].prob, found[1].founder)),
        )


def _link(likeness: Likeness, rejected: tuple[Likeness, Portrait] | None) -> Link:
    if rejected is None:
        return Link(likeness.prob, likeness.reasons)
    other, portrait = rejected
    return Link(
        likeness.prob,
        likeness.reasons,
        rejected=portrait.founder,
        rejected_prob=other.prob,
        rejected_reasons=other.reasons,
    )


def _richness(profile: Profile) -> tuple[int, str]:
    # Those that tell most begin a portrait; ids make the order the same everywhere.
    return -(len(profile.company) + len(profile.words)), profile.id


def _by_name(profiles: Sequence[Profile]) -> dict[str, list[Profile]]:
    groups: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[full_key(profile.name)].append(profile)
    return groups


def _pairs(people: Sequence[Portrait]) -> Iterator[tuple[Portrait, Portrait]]:
    for place, one in enumerate(people):
        for other in people[place + 1 :]:
            yield one, other


def _may_be_one(one: Portrait, other: Portrait) -> bool:
    # A quick look before the full comparison: given names that share no beginning and
    # are no nicknames of each other are left to a person's judgement.
    return one.name.may_be_of(other.name)
