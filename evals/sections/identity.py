"""The section ``identity``: who is who across documents, the mentions given."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from evals.corpus import Corpus
from evals.gold.identity import Labelled, load_ecb, load_newswcl
from evals.measures.counts import Counts
from evals.section import Measured, Readings, Section
from onrecord.core import EntityKind
from onrecord.resolve.profiles import Profile, make_profiles
from onrecord.resolve.resolver import resolve

_ECB = ("data/ecbplus/*/*.xml", "data/ecbplus/ECBplus_coreference_sentences.csv")
_WCL = "data/newswcl50/NewsWCL50.conll"
_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})
_PEOPLE = frozenset({EntityKind.PERSON})

Group = tuple[str, str]
"""Topic and chain, or topic and entity."""


def _score(corpus: Corpus, readings: Readings) -> Measured:
    del readings  # the annotators' mentions are joined, no text is read
    data = corpus.shared / "data"
    ecb = load_ecb(data / "ecbplus", dev=True)
    # Its groups and countries stand for whoever acts for them; only its people are one.
    wcl = load_newswcl(data / "newswcl50" / "NewsWCL50.conll")
    of_ecb, of_wcl = _pairs(ecb, _KINDS), _pairs(wcl, _PEOPLE)
    both = of_ecb + of_wcl
    return Measured(
        {"identity precision": both.precision, "identity recall": both.recall},
        (
            _note("ECB+, people and organisations", of_ecb),
            _note("ECB+, people", _pairs(ecb, _PEOPLE)),
            _note("NewsWCL50, people", of_wcl),
        ),
    )


def _pairs(labelled: Sequence[Labelled], kinds: Iterable[EntityKind]) -> Counts:
    """Count pairs of named entities of documents: of one chain, and taken for one."""
    wanted = set(kinds)
    topics: dict[str, str] = {}
    chains: dict[str, Group] = {}
    profiles: list[Profile] = []
    for one in labelled:
        for profile in make_profiles(one.record):
            if profile.kind in wanted and profile.block:
                profiles.append(profile)
                topics[profile.id] = one.topic
                chains[profile.id] = (one.topic, one.chains[profile.id])
    entities = {
        member.id: (topics[member.id], portrait.founder)
        for portrait in resolve(profiles)
        for member in portrait.members
    }
    right = sum(
        chains[one] == chains[other]
        for group in _groups(entities).values()
        for one, other in combinations(group, 2)
    )
    return Counts(
        n_gold=_n_pairs(chains),
        n_found=right,
        n_given=_n_pairs(entities),
        n_right=right,
    )


def _groups(homes: Mapping[str, Group]) -> dict[Group, list[str]]:
    groups: defaultdict[Group, list[str]] = defaultdict(list)
    for key, home in sorted(homes.items()):
        groups[home].append(key)
    return groups


def _n_pairs(homes: Mapping[str, Group]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(homes.values()).values())


def _note(name: str, counts: Counts) -> str:
    return (
        f"{name}: precision {counts.precision:.3f}, recall {counts.recall:.3f}, "
        f"{counts.n_gold} pairs of one, {counts.n_given} taken for one"
    )


IDENTITY = Section("identity", (*_ECB, _WCL), _score, readers=("onrecord",))
