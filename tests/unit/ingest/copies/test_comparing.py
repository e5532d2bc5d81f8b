"""What is a copy and what only looks like one, in our own sentences."""

import pytest

from onrecord.core.overlap import Overlap
from onrecord.ingest.copies.comparing import compare
from onrecord.ingest.copies.words import words_of
from tests.unit.ingest.copies.stories import notice, speech, story


def overlap(one: str, other: str, *, same_agency: bool = False) -> Overlap:
    return compare(words_of(one), words_of(other), same_agency=same_agency)


STORY, OTHER = story(1), story(2)
PARAGRAPHS = STORY.split("\n\n")


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(STORY, id="reprint"),
        pytest.param(STORY.upper().replace(",", ""), id="other-marks-and-case"),
        pytest.param("\n\n".join(PARAGRAPHS[:4]), id="cut-to-a-third"),
        pytest.param("\n\n".join(["A lead.", *PARAGRAPHS[1:]]), id="new-lead"),
        pytest.param(f"HALLIN (AP) — {STORY}\n\nThe Post", id="new-credit"),
        pytest.param(STORY.replace("said", "told the Post"), id="house-style"),
        pytest.param(
            "\n\n".join([*PARAGRAPHS[:6], *OTHER.split("\n\n")[:3]]), id="local-angle"
        ),
    ],
)
def test_edited_as_desks_do_it_is_a_copy(copy: str) -> None:
    assert overlap(STORY, copy).is_copy
    assert overlap(copy, STORY).is_copy


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(STORY, OTHER, id="two-articles-on-one-event"),
        pytest.param(
            f"{STORY}\n\n{notice()}", f"{OTHER}\n\n{notice()}", id="same-notice"
        ),
        pytest.param(
            f"{STORY}\n\n{notice(40)}", f"{OTHER}\n\n{notice(40)}", id="same-captions"
        ),
        pytest.param(
            "\n\n".join([*PARAGRAPHS[:2], f"“{speech()}”"]),
            "\n\n".join([*OTHER.split("\n\n")[:2], f"“{speech()}”"]),
            id="one-speech-quoted-in-full",
        ),
        pytest.param(
            "\n\n".join([*PARAGRAPHS[:3], *OTHER.split("\n\n")]),
            "\n\n".join([*PARAGRAPHS[:3], *story(3).split("\n\n")]),
            id="live-blogs-with-the-same-entries",
        ),
        pytest.param(
            "\n\n".join(map(story, range(10, 20))), story(14), id="brief-in-a-round-up"
        ),
        pytest.param("Ann met Bo.", "Ann met Bo.", id="too-short-to-tell"),
        pytest.param("", STORY, id="empty"),
    ],
)
def test_what_only_looks_like_a_copy_is_none(one: str, other: str) -> None:
    assert not overlap(one, other).is_copy
    assert not overlap(other, one).is_copy


def test_less_in_common_is_enough_for_two_updates_of_one_agency() -> None:
    update = "\n\n".join([*PARAGRAPHS[:5], *OTHER.split("\n\n")[:7]])
    assert not overlap(STORY, update).is_copy
    assert overlap(STORY, update, same_agency=True).is_copy


def test_a_passage_quoted_in_full_is_found_with_its_place_in_both() -> None:
    passage = " ".join(PARAGRAPHS[4:6])
    quoting = f"{OTHER}\n\n“{passage}” the Post wrote."
    [found] = overlap(quoting, STORY.replace("\n\n", " ")).passages
    assert found.span.of(quoting) == passage.rstrip(".")
    assert found.other.of(STORY.replace("\n\n", " ")) == passage.rstrip(".")


@pytest.mark.parametrize(
    "before",
    ["🙂🙂 ", "قال عمدة المدينة ", "e\u0301te\u0301 ", "\u00a0\u200b\r\n", '“ ‘ " '],
    ids=["emoji", "right-to-left", "decomposed", "blanks", "quotation-marks"],
)
def test_places_are_code_points_whatever_stands_before(before: str) -> None:
    passage = " ".join(PARAGRAPHS[4:6]).rstrip(".")
    one, other = f"{before * 3}{story(6)} {passage}", f"{story(7)} {before}{passage}."
    [found] = overlap(one, other).passages
    assert found.span.of(one) == found.other.of(other) == passage


def test_a_passage_is_found_where_it_goes_on_and_not_where_it_begins_first() -> None:
    shared = " ".join(PARAGRAPHS[4:6])
    start = " ".join(shared.split()[:12])
    other = f"{start} and nobody knew more. {OTHER} {shared}"
    [found] = overlap(f"{story(5)} {shared}", other).passages
    assert found.other.of(other).split()[-3:] == shared.rstrip(".").split()[-3:]
    assert found.other.start > len(start)


def test_a_text_that_repeats_itself_takes_no_time() -> None:
    one = "no " * 5000
    assert overlap(one + "yes", one).is_copy
    assert overlap(f"{STORY} {'no ' * 60}", f"{OTHER} {one}").passages
