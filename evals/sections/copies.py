"""Copies among texts: what an archive groups as articles come in, pair by pair.

The reader plays no part in it; both would give the same figures, and one is measured.
"""

import tempfile
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from evals.corpus import Corpus
from evals.gold.copies import build
from evals.gold.edited import Article
from evals.section import Measured, Readings, Section
from onrecord.core import Document, ReaderInfo, Record, make_document
from onrecord.ingest.copies import TextPrint
from onrecord.store import Archive, Arrival

_POLITICS = "articles/politics.jsonl.gz"
_KISLYAK = "articles/kislyak/articles.jsonl"
_BATCH = 20

Pairs = set[tuple[str, str]]


def score(corpus: Corpus, _: Readings) -> Measured:
    """Add the set to an archive of its own and compare the groups with the stories."""
    return measure(build(corpus.shared / _POLITICS, corpus.shared / _KISLYAK))


def measure(articles: Sequence[Article]) -> Measured:
    """Add articles to an archive, and count the pairs that it takes for copies.

    Args:
        articles: In the order in which they come in.
    """
    documents = [
        make_document(str(number), article.text, byline=article.byline)
        for number, article in enumerate(articles)
    ]
    stories = {
        document.id: article.story
        for document, article in zip(documents, articles, strict=True)
    }
    gold = _pairs(_by_story(stories))
    with tempfile.TemporaryDirectory() as folder:
        found = _pairs(_grouped(documents, Path(folder) / "copies.db"))
    n_right = len(gold & found)
    figures = {
        "copies precision": n_right / len(found) if found else 1.0,
        "copies recall": n_right / len(gold) if gold else 1.0,
    }
    counts = f"{len(documents)} texts, {len(gold)} pairs, {len(found)} found"
    return Measured(figures, (f"{counts}, {n_right} right",))


def _grouped(documents: Sequence[Document], path: Path) -> Iterable[Sequence[str]]:
    reader = ReaderInfo("none", "0")
    with Archive.open(str(path)) as archive:
        for start in range(0, len(documents), _BATCH):
            archive.add_all(
                [
                    Arrival(
                        Record(document, reader=reader),
                        text_print=TextPrint.of(document),
                    )
                    for document in documents[start : start + _BATCH]
                ]
            )
        return [[one.document_id for one in group.prints] for group in archive.copies()]


def _by_story(stories: dict[str, str]) -> Iterable[Sequence[str]]:
    groups: dict[str, list[str]] = {}
    for document_id, story in stories.items():
        groups.setdefault(story, []).append(document_id)
    return groups.values()


def _pairs(groups: Iterable[Sequence[str]]) -> Pairs:
    return {pair for group in groups for pair in combinations(sorted(set(group)), 2)}


COPIES = Section(
    name="copies", data=(_POLITICS, _KISLYAK), score=score, readers=("onrecord",)
)
