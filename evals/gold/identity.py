"""ECB+ and NewsWCL50 as records with their gold entities, for joining across documents.

The mentions are the annotators', and so is which of them are one within a document;
who is who across documents is what is measured.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from onrecord.core import (
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    ReaderInfo,
    Record,
    Span,
    content_id,
    make_document,
)

#: The usual development topics of ECB+; the other topics up to 35 are for training.
ECB_DEV = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})

_GOLD = ReaderInfo("gold", "0")
_KINDS = {
    "HUMAN_PART_PER": EntityKind.PERSON,
    "HUMAN_PART_ORG": EntityKind.ORGANISATION,
    "LOC_GEO": EntityKind.PLACE,
}
_WCL_KINDS = {
    "ACTOR": EntityKind.PERSON,
    "GROUP": EntityKind.ORGANISATION,
    "COUNTRY": EntityKind.PLACE,
}
_PRONOUNS = frozenset(
    {
        *("i", "i'm", "he", "she", "it", "they", "we", "you", "him", "her", "them"),
        *("his", "hers", "its", "their", "who", "whom", "himself", "herself", "itself"),
        *("themselves", "my", "our", "your", "me", "us", "whose", "that", "which"),
        *("this", "these", "those"),
    }
)
_N_COLUMNS = 5
# A longer passage is a clause, whatever the annotators meant by it.
_MAX_TOKENS = 12
_LABEL = re.compile(r"[()]")

Found = tuple[int, int, str, EntityKind]
"""First token, the one behind the last, chain, kind."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One document with the chain of each of its entities.

    Attributes:
        record: The document with its gold entities and mentions.
        topic: Chains of one topic can be compared, those of two cannot.
        chains: For each entity's id, its chain across documents.
    """

    record: Record
    topic: str
    chains: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Marked:
    """A document as its file has it: tokens, and which of them are whom."""

    name: str
    topic: str
    tokens: Sequence[str]
    found: Sequence[Found]


def load_ecb(folder: Path, *, dev: bool) -> list[Labelled]:
    """Load the fully annotated sentences of ECB+ in the order of their files.

    Args:
        folder: Holds a folder a topic.
        dev: Whether the development topics are meant, instead of the training ones.
    """
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        whole = {
            (row["Topic"], row["File"], int(row["Sentence Number"]))
            for row in csv.DictReader(file)
        }
    return _named_apart(
        _read_ecb(path, whole)
        for path in sorted(folder.glob("*/*.xml"))
        if (path.parent.name in ECB_DEV) is dev
    )


def load_newswcl(file: Path) -> list[Labelled]:
    """Load NewsWCL50, in the order of its documents.

    Chains of several people at once ("ACTOR-I") and of things are left out.

    Args:
        file: ``NewsWCL50.conll``.
    """
    rows: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for line in file.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) >= _N_COLUMNS:
            rows[columns[0]].append((columns[3], columns[4]))
    return _named_apart(_read_wcl(name, tokens) for name, tokens in rows.items())


def _named_apart(texts: Iterable[_Marked]) -> list[Labelled]:
    """Make records once it is known which words are names wherever they stand.

    Headlines write every word with a capital; one that any text of the set writes
    small is no name.
    """
    marked = list(texts)
    small = {word for one in marked for word in one.tokens if word.islower()}
    return [_labelled(one, small) for one in marked]


def _read_ecb(path: Path, whole: set[tuple[str, str, int]]) -> _Marked:
    root = etree.fromstring(path.read_bytes())
    topic, name = path.stem.split("_", 1)
    tokens = list(root.iter("token"))
    places = {token.get("t_id"): i for i, token in enumerate(tokens)}
    anchored, instances = {}, {}
    for markable in root.find("Markables"):
        anchors = [a.get("t_id") for a in markable.iter("token_anchor")]
        if anchors:
            anchored[markable.get("m_id")] = (markable.tag, anchors)
        else:
            instances[markable.get("m_id")] = markable.get("instance_id")
    chains = {}
    for relation in root.find("Relations"):
        target = relation.find("target").get("m_id")
        for source in relation.findall("source"):
            chain = instances.get(target) or f"{path.stem}-{target}"
            chains[source.get("m_id")] = chain
    found = [
        (
            places[anchors[0]],
            places[anchors[-1]] + 1,
            chains.get(key, f"{path.stem}-alone-{key}"),
            _KINDS[tag],
        )
        for key, (tag, anchors) in anchored.items()
        if tag in _KINDS
        and (topic, name, int(tokens[places[anchors[0]]].get("sentence"))) in whole
    ]
    return _Marked(path.stem, topic, [token.text for token in tokens], found)


def _read_wcl(name: str, tokens: Sequence[tuple[str, str]]) -> _Marked:
    topic = name.split("/", maxsplit=1)[0]
    found, opened = [], []
    for place, (_, labels) in enumerate(tokens):
        for label in labels.split("|") if labels != "-" else ():
            chain = _LABEL.sub("", label)
            if label.startswith("("):
                opened.append((chain, place))
            if label.endswith(")"):
                match = next((o for o in reversed(opened) if o[0] == chain), None)
                if match is not None:
                    opened.remove(match)
                    kind = _WCL_KINDS.get(chain.rsplit("_", 1)[-1])
                    if kind is not None and place - match[1] < _MAX_TOKENS:
                        found.append((match[1], place + 1, chain, kind))
    return _Marked(name, topic, [word for word, _ in tokens], found)


def _labelled(marked: _Marked, small: Set[str]) -> Labelled:
    tokens = marked.tokens
    starts, text = _text(tokens)
    document = make_document(marked.name, text)
    mentions: defaultdict[tuple[str, EntityKind], list[Span]] = defaultdict(list)
    for first, last, chain, kind in sorted(marked.found):
        end = starts[last - 1] + len(tokens[last - 1])
        mentions[chain, kind].append(Span(starts[first], end))
    entities, spans, chains = [], {}, {}
    for (chain, kind), passages in mentions.items():
        names = list(_names(text, passages, small))
        shown = names[0] if names else passages[0].of(text)
        key = content_id("ety", document.id, kind, shown, chain)
        entities.append(Entity(key, kind, shown, tuple(names[1:])))
        chains[key] = chain
        for span in passages:
            form = (
                MentionForm.NAME
                if _is_name(span.of(text), small)
                else MentionForm.NOMINAL
            )
            if span.of(text).lower() in _PRONOUNS:
                form = MentionForm.PRONOUN
            spans[span] = Mention(content_id("men", document.id, span), span, form, key)
    record = Record(
        document, entities=tuple(entities), mentions=tuple(spans.values()), reader=_GOLD
    )
    return Labelled(record, marked.topic, chains)


def _text(tokens: Sequence[str]) -> tuple[list[int], str]:
    starts, parts, place = [], [], 0
    for one in tokens:
        word = "\n" if one == "\\n" else one
        is_tight = not parts or word in ".,;:!?)'’%" or word.startswith(("'", "’"))
        is_tight = is_tight or parts[-1] == "-" or word == "-"
        gap = "" if is_tight else " "
        starts.append(place + len(gap))
        parts.extend([gap, word] if gap else [word])
        place += len(gap) + len(word)
    return starts, "".join(parts)


def _names(text: str, passages: Iterable[Span], small: Set[str]) -> Iterator[str]:
    words = {span.of(text): None for span in passages}
    named = [word for word in words if _is_name(word, small)]
    yield from sorted(named, key=lambda word: (-len(word.split()[:4]), len(word), word))


def _is_name(words: str, small: Set[str]) -> bool:
    return words.lower() not in _PRONOUNS and any(
        word[0].isupper()
        and word.lower() not in _PRONOUNS
        and word.lower() not in small
        for word in words.split()
    )
