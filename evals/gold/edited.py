"""Articles edited as desks edit them, and pairs that only look like copies.

Every choice is drawn from one seeded generator, so that two runs build the same set.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

# What a desk changes to its own style without thinking of it.
_STYLE = {
    "said": "stated",
    "percent": "per cent",
    "last": "the past",
    "however": "but",
    "about": "around",
    "U.S.": "US",
    "United States": "US",
    "told": "said to",
    "also": "too",
    "officials": "sources",
    "while": "as",
    "president": "President",
    "large": "big",
    "begin": "start",
    "after": "following",
}
_STYLE_RATE = 0.4
_DROP_RATE = 0.012
_TRIM_PARAGRAPH = 0.08
_TRIM_SENTENCE = 0.12
_MANY_PARAGRAPHS = 5
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{60,}[”\"]")
_CREDITS = (
    "({agency}) — ",
    "VELLBRIDGE, Skarne ({agency}) - ",
    "HALLIN ({agency}) – ",
)
_AGENCIES = ("AP", "Reuters", "AFP", "UPI")


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the set.

    Attributes:
        story: Articles with the same one are copies of each other.
        text: Paragraphs, a blank line between two.
        byline: Author line, if it has one.
    """

    story: str
    text: str
    byline: str | None = None

    @property
    def paragraphs(self) -> list[str]:
        """Give the paragraphs that hold more than a few words."""
        return [one for one in self.text.split("\n\n") if one.strip()]


Edit = Callable[[Article, Sequence[Article], Random], Article]


def edited(article: Article, others: Sequence[Article], chance: Random) -> Article:
    """Edit an article as a desk would: two to five changes.

    Args:
        article: The original.
        others: Where new paragraphs come from.
        chance: Draws everything.
    """
    edits: list[Edit] = [_cut, _new_lead, _new_credit, _house_style, _trim, _local]
    for edit in chance.sample(edits, chance.randint(2, 5)):
        article = edit(article, others, chance)
    return article


def _join(article: Article, paragraphs: Sequence[str]) -> Article:
    return replace(article, text="\n\n".join(paragraphs))


def _cut(article: Article, _: Sequence[Article], chance: Random) -> Article:
    """Cut from the end, down to 35 to 90 of a hundred words."""
    wanted = chance.uniform(0.35, 0.9) * len(article.text)
    kept: list[str] = []
    for paragraph in article.paragraphs:
        if kept and sum(map(len, kept)) >= wanted:
            break
        kept.append(paragraph)
    return _join(article, kept)


def _new_lead(article: Article, others: Sequence[Article], chance: Random) -> Article:
    """Put another first paragraph, in place of the old one or before it."""
    lead = _paragraph(others, chance, n_words=(20, 60))
    old = article.paragraphs
    # An article of few paragraphs would lose more than its lead.
    first = chance.randint(0, 1) if len(old) >= _MANY_PARAGRAPHS else 0
    return _join(article, [lead, *old[first:]])


def _new_credit(article: Article, _: Sequence[Article], chance: Random) -> Article:
    """Credit an agency in the dateline, and sign with another name."""
    credit = chance.choice(_CREDITS).format(agency=chance.choice(_AGENCIES))
    return replace(article, text=credit + article.text, byline="By Ann Sample, staff")


def _house_style(article: Article, _: Sequence[Article], chance: Random) -> Article:
    """Change words to another house's style, and drop a few."""
    text = article.text
    for old, new in _STYLE.items():
        pattern = re.compile(rf"\b{re.escape(old)}(?!\w)")
        text = pattern.sub(
            lambda found, new=new: (  # type: ignore[misc]
                new if chance.random() < _STYLE_RATE else found[0]
            ),
            text,
        )
    words = re.split(r"([ ]+)", text)
    return replace(
        article, text="".join(one for one in words if chance.random() >= _DROP_RATE)
    )


def _trim(article: Article, _: Sequence[Article], chance: Random) -> Article:
    """Leave out every eighth sentence or so, and a paragraph now and then."""
    kept = []
    for number, paragraph in enumerate(article.paragraphs):
        if number and chance.random() < _TRIM_PARAGRAPH:
            continue
        sentences = _SENTENCE_END.split(paragraph)
        some = [one for one in sentences if chance.random() >= _TRIM_SENTENCE]
        kept.append(" ".join(some or sentences))
    return _join(article, kept)


def _local(article: Article, others: Sequence[Article], chance: Random) -> Article:
    """Add one or two paragraphs of the outlet's own."""
    paragraphs = article.paragraphs
    for _ in range(chance.randint(1, 2)):
        place = chance.randint(1, len(paragraphs))
        paragraphs.insert(place, _paragraph(others, chance, n_words=(25, 90)))
    return _join(article, paragraphs)


def _paragraph(
    others: Sequence[Article], chance: Random, *, n_words: tuple[int, int]
) -> str:
    least, most = n_words
    while True:
        words = chance.choice(chance.choice(others).paragraphs).split(" ")
        if len(words) >= least:
            return " ".join(words[:most])


def with_shared_quotes(
    article: Article, source: Article, chance: Random
) -> Article | None:
    """Put what somebody said in one article into another: both heard the same speech.

    Args:
        article: Gets the quotations.
        source: Has them; None is given back where it quotes nobody at length.
        chance: Draws their places.
    """
    quotes = _QUOTED.findall(source.text)[:4]
    if not quotes:
        return None
    paragraphs = article.paragraphs
    for quote in quotes:
        place = chance.randint(1, len(paragraphs))
        paragraphs.insert(place, f"{quote} she said.")
    return _join(article, paragraphs)


def on_statement(article: Article, statement: str, chance: Random) -> Article:
    """Make a short article of a long statement that it quotes, with its own words.

    Args:
        article: Whose first paragraphs are its own words.
        statement: What somebody said at length.
        chance: Draws how long it is.
    """
    own = article.paragraphs[: chance.randint(2, 3)]
    plain = re.sub('[“”"]', "", statement)
    quoted = [f"“{part}”" for part in plain.split("\n\n")]
    return Article(f"{article.story} on it", "\n\n".join([*own, *quoted]))


def with_notice(articles: Sequence[Article], notice: str) -> list[Article]:
    """Close articles with the same notice of their author or their outlet."""
    return [_join(article, [*article.paragraphs, notice]) for article in articles]


def live_blog(entries: Sequence[str], story: str, name: str) -> Article:
    """Build a live blog of a heading and its entries, newest first."""
    heading = (
        "Here are the latest developments of the day. This page is updated as news "
        "comes in; all times are local. Refresh it for the newest entries."
    )
    return Article(f"{story}-{name}", "\n\n".join([heading, *entries]))
