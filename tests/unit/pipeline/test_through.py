"""A stage that takes outcomes ahead loses none, mixes none up, and holds few back."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pytest

from onrecord.pipeline import Outcome, Stage, Status
from onrecord.pipeline.through import through

FAILS = "fails"


def outcomes(words: str) -> list[Outcome]:
    """Make an open outcome of every word, a refused one of ``-``."""
    return [
        Outcome(word, Status.REFUSED if word == "-" else Status.OPEN)
        for word in words.split()
    ]


def read_ahead(given: Iterable[Outcome]) -> Iterator[Outcome]:
    """Read like a reader that takes three documents ahead."""
    source = iter(given)
    while group := list(islice(source, 3)):
        if any(outcome.name == FAILS for outcome in group):
            raise ValueError("this name asked for it")
        for outcome in group:
            yield Outcome(outcome.name, Status.READ)


READ = Stage("read", read_ahead, is_joint=True)


def signs(given: Iterable[Outcome]) -> str:
    return " ".join(f"{one.name}:{one.status[:2]}" for one in given)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ""),
        ("a b c d", "a:re b:re c:re d:re"),
        ("- a - b - - c d -", "-:re a:re -:re b:re -:re -:re c:re d:re -:re"),
        ("- - -", "-:re -:re -:re"),
        ("a b fails c d", "a:re b:re fails:fa c:re d:re"),
        ("a - fails - c fails", "a:re -:re fails:fa -:re c:re fails:fa"),
        ("fails", "fails:fa"),
    ],
)
def test_order_is_kept_and_only_what_fails_is_lost(words: str, expected: str) -> None:
    found = list(through(READ, iter(outcomes(words))))
    assert signs(found) == expected
    lost = [one for one in found if one.status is Status.FAILED]
    assert [one.error.document for one in lost if one.error] == [FAILS] * len(lost)


def test_what_passes_by_does_not_wait_for_the_end() -> None:
    taken: list[str] = []

    def many() -> Iterator[Outcome]:
        for outcome in outcomes("a " + "- " * 1000):
            taken.append(outcome.name)
            yield outcome

    found = through(READ, many())
    assert next(found).name == "a"
    assert len(taken) < 110
    assert [next(found).name for _ in range(500)] == ["-"] * 500
    assert len(taken) < 610
    assert len(list(found)) == 500


def test_an_error_of_an_earlier_stage_ends_the_run() -> None:
    def broken() -> Iterator[Outcome]:
        yield from outcomes("a b")
        raise OSError("the folder is gone")

    with pytest.raises(OSError, match="the folder is gone"):
        list(through(READ, broken()))
