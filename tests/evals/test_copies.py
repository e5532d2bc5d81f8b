"""Copies: the set is built as a desk would, and pairs are counted one by one."""

from random import Random

import pytest

from evals.figures import figures_of
from evals.gold.edited import Article, edited, live_blog, with_notice
from evals.sections.copies import measure

TOWNS = ("Hallin", "Skarne", "Vellbridge", "Ostrand", "Quell", "Marn", "Tiverly")

DEEDS, ENDS = ("sold", "lost", "found", "built"), ("did", "could", "asked")
THINGS = ("boats", "barns", "bells", "carts")


def article(story: str, n_paragraphs: int = 8) -> Article:
    """Write an article whose sentences nobody else writes."""
    chance = Random(story)
    words = [
        f"{chance.choice(TOWNS)} {chance.choice(DEEDS)} {chance.randint(2, 900)} "
        f"{chance.choice(THINGS)} before {chance.choice(TOWNS)} {chance.choice(ENDS)}."
        for _ in range(n_paragraphs * 4)
    ]
    paragraphs = [" ".join(words[n : n + 4]) for n in range(0, len(words), 4)]
    return Article(story, "\n\n".join(paragraphs))


def test_edited_copies_are_found_and_other_stories_are_not() -> None:
    others = [article(f"other {n}") for n in range(6)]
    originals = [article(f"story {n}") for n in range(12)]
    chance = Random(7)
    copies = [edited(original, others, chance) for original in originals]
    figures = measure([*originals, *others, *copies]).figures
    assert figures["copies precision"] == 1
    assert figures["copies recall"] >= 0.75
    assert set(figures) == {figure.name for figure in figures_of("copies")}


def test_a_wrong_pair_costs_precision() -> None:
    text = article("one").text
    wrong = [Article("one", text), Article("two", f"Another lead.\n\n{text}")]
    assert measure(wrong).figures == {"copies precision": 0, "copies recall": 1}


def test_a_missed_pair_costs_recall() -> None:
    other = Article("one", article("another").text)
    figures = measure([article("one"), other]).figures
    assert figures == {"copies precision": 1, "copies recall": 0}


@pytest.mark.parametrize("number", range(3))
def test_editing_is_the_same_every_time(number: int) -> None:
    others = [article(f"other {n}") for n in range(6)]
    first, second = (edited(article("a"), others, Random(number)) for _ in range(2))
    assert first == second
    assert first.story == "a"
    assert first.text != article("a").text


def test_what_only_looks_like_a_copy_bears_another_story() -> None:
    one, two = with_notice([article("one"), article("two")], article("notice").text)
    assert one.story != two.story
    assert one.paragraphs[-1] == two.paragraphs[-1]
    noon, evening = (live_blog(["An entry."], "blog", name) for name in ("a", "b"))
    assert (noon.story, evening.story) == ("blog-a", "blog-b")
