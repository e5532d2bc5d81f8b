"""A passage has the same fingerprints wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.document import make_document
from onrecord.ingest.copies import TextPrint
from onrecord.ingest.copies.fingerprints import SURE_WORDS, fingerprints
from onrecord.ingest.copies.words import words_of
from tests.unit.ingest.copies.stories import story

WORDS = st.lists(
    st.sampled_from(["ann", "bo", "cy", "met", "said", "the", "in", "port", "null"])
)


@given(before=WORDS, after=WORDS, start=st.integers(0, 100))
def test_texts_with_a_long_run_in_common_share_one(
    before: list[str], after: list[str], start: int
) -> None:
    run = story(1).split()[start : start + SURE_WORDS]
    one = fingerprints(words_of(" ".join(run)))
    other = fingerprints(words_of(" ".join([*before, *run, *after])))
    assert set(one) & set(other)


def test_they_are_few_small_and_the_same_on_every_machine() -> None:
    found = fingerprints(words_of(story(1)))
    n_words = len(words_of(story(1)))
    assert n_words / 20 < len(found) < n_words / 8
    assert all(0 <= number < 1 << 48 for number in found)
    assert list(found) == sorted(set(found))
    # A change here makes every archive look for its copies anew: change METHOD too.
    pinned = fingerprints(words_of("Ann Example met Bo Sample in Port Null today."))
    assert pinned == (56771128574069,)


def test_short_texts_have_none() -> None:
    assert TextPrint("Ann met Bo.").fingerprints == ()


def test_a_print_bears_the_credit_of_its_document() -> None:
    doc = make_document("a", story(1), byline="Ann Sample, Associated Press")
    assert TextPrint.of(doc).agency == "Associated Press"
