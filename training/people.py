"""Who is who in PolNeAR articles: from speaker labels, or from CoreNLP's chains."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from onrecord.read.mention_pairs import FORMS, KINDS, MentionTable
from onrecord.read.mention_words import is_pronoun, mention_words
from onrecord.read.names import core_name, is_short_form, name_words
from onrecord.read.pieces import Pieces, pieces_under
from training.contacts import speaker_kind
from training.examples import MentionLabels

# CoreNLP is right about two pronouns in three.
CHAIN_WEIGHT = 0.2
Name = tuple[str, int, int]
# First character, last character, form, kind, who (None: nobody known).
Row = tuple[int, int, str, str, str | None]


def same_name(first: str, second: str) -> bool:
    """Tell whether two names may be one: equal, or one a short form of the other."""
    a, b = name_words(core_name(first)), name_words(core_name(second))
    return a == b or is_short_form(a, b) or is_short_form(b, a)


def build_mentions(
    text: str,
    pieces: Pieces,
    rows: Iterable[Row],
    *,
    queried: set[tuple[int, int]],
    weight: float = 1.0,
    none_counts: bool = True,
) -> MentionLabels:
    """Lay mentions out by place and number who they are.

    Args:
        text: The article.
        pieces: Its word-pieces.
        rows: Its mentions, by characters.
        queried: Which of them are to be resolved.
        weight: Of the text's loss.
        none_counts: Whether having nobody to mean is a label.
    """
    kept: dict[tuple[int, int], tuple[Row, tuple[int, int]]] = {}
    for row in rows:
        place = pieces_under(pieces, row[0], row[1])
        if place is not None:
            kept[place] = (row, (row[0], row[1]))
    ordered = sorted(kept)
    numbers: dict[str, int] = {}
    clusters = []
    for i, place in enumerate(ordered):
        who = kept[place][0][4]
        clusters.append(
            -1 - i if who is None else numbers.setdefault(who, len(numbers))
        )
    found = [kept[place][0] for place in ordered]
    table = MentionTable(
        starts=np.array([start for start, _ in ordered], dtype=np.int64),
        ends=np.array([end for _, end in ordered], dtype=np.int64),
        forms=np.array([FORMS.index(row[2]) for row in found], dtype=np.int64),
        kinds=np.array([KINDS.index(row[3]) for row in found], dtype=np.int64),
        words=tuple(mention_words(text[row[0] : row[1]], row[2]) for row in found),
    )
    wanted = [i for i, place in enumerate(ordered) if kept[place][1] in queried]
    return MentionLabels(
        table, np.array(clusters, dtype=np.int64), tuple(wanted), weight, none_counts
    )


def speaker_mentions(
    text: str, pieces: Pieces, labels: dict[str, Any], *, names: Sequence[Name]
) -> MentionLabels:
    """Make the mentions of an article whose speakers and parties are labelled.

    Names are those that CoreNLP found; each goes to the speaker or party that it may
    name. Sources and parties that hold no such name are to be resolved.
    """
    asked = {}
    for row in labels["attributions"]:
        if row["source"]:
            start, end = max(row["source"], key=lambda s: s[1] - s[0])
            asked[start, end] = row["speaker"]
    for contact in labels["contacts"]:
        for party in contact["parties"]:
            if party["span"] is not None and party["who"]:
                asked[tuple(party["span"])] = party["who"]
    people = [
        who for who in dict.fromkeys(asked.values()) if speaker_kind(who) == "named"
    ]
    rows: list[Row] = []
    known: set[str] = set()
    owners = {}
    for kind, start, end in names:
        words = text[start:end]
        who = next((p for p in people if same_name(words, p)), None)
        owners[start, end] = who
        known.add(who or "")
        key = who or " ".join(name_words(core_name(words))[-1:])
        rows.append((start, end, "name", kind, key))
    queried = set()
    for (start, end), who in asked.items():
        inside = [o for (s, e), o in owners.items() if start <= s and e <= end]
        if who in inside:
            continue
        form = "pronoun" if is_pronoun(text[start:end]) else "nominal"
        named = speaker_kind(who) == "named"
        rows.append((start, end, form, "other", who if named else None))
        if not named or who in known:
            queried.add((start, end))
    return build_mentions(text, pieces, rows, queried=queried)


def chain_mentions(
    text: str, pieces: Pieces, automatic: dict[str, Any], *, names: Sequence[Name]
) -> MentionLabels:
    """Make the mentions of an article of which only CoreNLP's chains are known.

    Only the pronouns of chains that hold a name are to be resolved.
    """
    sentences = automatic["sentences"]
    rows: list[Row] = []
    queried = set()
    owner: dict[int, str] = {}
    for number, chain in enumerate(automatic["coref"]):
        places = [
            (sentences[s]["tokens"][first][0], sentences[s]["tokens"][last - 1][1])
            for s, first, last, _ in chain
        ]
        inside = [
            i
            for i, (_, start, end) in enumerate(names)
            if any(s <= start and end <= e <= end + 3 for s, e in places)
        ]
        if not inside:
            continue
        owner |= dict.fromkeys(inside, f"chain {number}")
        for start, end in places:
            if is_pronoun(text[start:end]):
                rows.append((start, end, "pronoun", "other", f"chain {number}"))
                queried.add((start, end))
    for i, (kind, start, end) in enumerate(names):
        key = owner.get(i) or " ".join(name_words(core_name(text[start:end]))[-1:])
        rows.append((start, end, "name", kind, key))
    return build_mentions(
        text, pieces, rows, queried=queried, weight=CHAIN_WEIGHT, none_counts=False
    )
