"""The parties of a contact, from the phrases that name them to who they are."""

from collections.abc import Sequence

from onrecord.core import ContactKind
from onrecord.read.contact_repeats import Earlier
from onrecord.read.contact_triggers import Spot, contact_words
from onrecord.read.found import Figured
from onrecord.read.referents import Referents
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase, Sort
from onrecord.read.syntax.sentence import Sentence


def is_public(spot: Spot, phrases: Sequence[Phrase]) -> bool:
    """Tell whether somebody spoke for publication: to reporters, a crowd or a paper."""
    sentence, trigger = spot.sentence, spot.trigger
    lists = contact_words().lists
    heads, names = lists["public_heads"], lists["public_names"]
    if not trigger.is_noun:
        heads |= lists["crowds"]
    if any(
        sentence.low(i) in heads for p in phrases for i in range(p.first, p.last + 1)
    ):
        return True
    wanted = ContactKind.MESSAGE if trigger.is_noun else ContactKind.CONVERSATION
    if trigger.word.kind is not wanted:
        return False
    words = [[t.text for t in sentence.tokens[p.first : p.last + 1]] for p in phrases]
    return any(names.intersection((*some, " ".join(some))) for some in words)


def identify(
    referents: Referents, phrases: Sequence[Phrase], owner: Figured | None
) -> tuple[Figured, ...]:
    """Find who the parties are, each once.

    Args:
        referents: Resolves phrases.
        phrases: Those that name parties, in order.
        owner: Whose contact it is said to be ("her meeting"), None if not said.

    Returns:
        The parties that can be identified. Pronouns come last to be resolved, so that
        none is taken for a party that the sentence names.
    """
    owned = () if owner is None else (owner,)
    seen = {party.figure for party in owned if party.figure is not None}
    found: dict[int, Figured] = {}
    names_first = sorted(
        range(len(phrases)), key=lambda i: phrases[i].sort is Sort.PRONOUN
    )
    for i in names_first:
        party = referents.resolve(phrases[i], frozenset(seen))
        if party is None or (party.figure is not None and party.figure in seen):
            continue
        if party.figure is not None:
            seen.add(party.figure)
        found[i] = party
    return (*owned, *(found[i] for i in sorted(found)))


def echoed(
    parties: Sequence[Figured], phrases: Sequence[Phrase], earlier: Earlier
) -> tuple[Figured, ...] | None:
    """Read "he met Vell but did not admit talking to him" as between the same two.

    Args:
        parties: Parties found in the sentence.
        phrases: The phrases that name parties.
        earlier: The contact told before in the same sentence.

    Returns:
        The earlier two with the new words, when one party is the same and the other
        is a pronoun; None otherwise.
    """
    before = {p.figure for p in earlier.contact.parties}
    if len(phrases) != len(parties) or len(parties) != 2 or len(before) != 2:  # noqa: PLR2004
        return None
    for here, there in ((0, 1), (1, 0)):
        pronoun = phrases[there].sort is Sort.PRONOUN and not phrases[there].plural
        if pronoun and None not in before and parties[here].figure in before:
            other = next(f for f in before if f != parties[here].figure)
            both = [parties[here], Figured(phrases[there].span, other)]
            return tuple(both if here == 0 else reversed(both))
    return None


def carried_on(
    sentence: Sentence, phrases: Sequence[Phrase], earlier: Earlier
) -> Figured | None:
    """Read "An envoy met Orr, but he also called Vell" as telling of one envoy.

    Args:
        sentence: The sentence.
        phrases: The phrases that name parties of the second contact.
        earlier: The contact told before in the same sentence.

    Returns:
        The one who goes on acting; None unless the second clause opens with a pronoun
        for a single person.
    """
    if not phrases or phrases[0].noun not in ("he", "she"):
        return None
    if sentence.part(phrases[0].first - 1) is not Part.CONJUNCTION:
        return None
    actor = earlier.contact.parties[0]
    return actor if actor.figure is None else Figured(phrases[0].span, actor.figure)


def means_both(phrases: Sequence[Phrase]) -> bool:
    """Tell "they" and "the two men", who may be all the parties of a contact."""
    if len(phrases) != 1:
        return False
    words = phrases[0].noun, *phrases[0].leads
    return phrases[0].noun == "they" or "two" in words or "both" in words
