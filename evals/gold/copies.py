"""The set that finding copies is measured on, built from articles that are none."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from zlib import crc32

from evals.gold.edited import (
    Article,
    edited,
    live_blog,
    on_statement,
    with_notice,
    with_shared_quotes,
)

_N_ORIGINALS = 220
_N_QUOTING = 60
_N_NOTICES = 8
_N_BLOGS = 15
_N_CAPTIONS = 8
_N_STATEMENTS = 20
_SEED = 20170312


def build(politics: Path, kislyak: Path, *, is_tuning: bool = False) -> list[Article]:
    """Build the set.

    Args:
        politics: Packed JSONL file of articles.
        kislyak: JSONL file of articles by many outlets on one story.
        is_tuning: Give the half of the articles on which thresholds were chosen,
            instead of the other half.

    Returns:
        Originals, one or two edited copies of each, and what only looks like copies:
        articles on the same story, on the same speech, on one statement that they
        quote in full, with the same notice or long row of captions, and live blogs
        that share some entries. In the order in which they come in.
    """
    chance = Random(_SEED)
    own = [one for one in _read(politics) if _is_tuning(one.story) is is_tuning]
    chance.shuffle(own)
    originals, rest = own[:_N_ORIGINALS], own[_N_ORIGINALS:]
    articles = [*originals, *_read(kislyak)]
    for original in originals:
        copies = chance.randint(1, 2)
        articles += [edited(original, rest, chance) for _ in range(copies)]
    articles += _negatives(originals, rest, chance)
    chance.shuffle(articles)
    return articles


def _negatives(
    originals: Sequence[Article], rest: Sequence[Article], chance: Random
) -> Iterator[Article]:
    free = iter(rest)
    for original in originals[:_N_QUOTING]:
        quoting = with_shared_quotes(next(free), original, chance)
        if quoting is not None:
            yield quoting
    for _ in range(_N_NOTICES):
        notice = " ".join(next(free).text.split()[: chance.randint(60, 130)])
        yield from with_notice([next(free) for _ in range(6)], notice)
    for _ in range(_N_CAPTIONS):
        captions = " ".join(next(free).text.split()[: chance.randint(300, 900)])
        yield from with_notice([next(free) for _ in range(3)], captions)
    for _ in range(_N_STATEMENTS):
        statement = "\n\n".join(next(free).text.split("\n\n")[:4])
        for _ in range(2):
            yield on_statement(next(free), statement, chance)
    for number in range(_N_BLOGS):
        entries = [" ".join(next(free).text.split()[:90]) for _ in range(11)]
        yield live_blog(entries[5:], f"blog-{number}", "noon")
        yield live_blog(entries[:5] + entries[5:7], f"blog-{number}", "evening")


def _read(path: Path) -> list[Article]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Article(row["id"], row["text"], row["authors"] or None) for row in rows]


def _is_tuning(story: str) -> bool:
    return crc32(story.encode()) % 2 == 0
