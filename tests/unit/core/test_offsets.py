import pytest

from onrecord.core.offsets import OffsetMap

# "abcdef": "b" is left out, "de" becomes one letter, and "f" becomes three.
MAP = OffsetMap.from_edits([(1, 2, 0), (3, 5, 1), (5, 6, 3)])


@pytest.mark.parametrize(
    ("new", "start", "end"),
    [(0, 0, 1), (1, 2, 3), (2, 3, 5), (3, 5, 6), (4, 5, 6), (5, 5, 6), (6, 6, 7)],
)
def test_each_new_letter_has_its_old_place(new: int, start: int, end: int) -> None:
    assert (MAP.old_start(new), MAP.old_end(new + 1)) == (start, end)


@pytest.mark.parametrize(
    ("old", "start", "end"),
    [(0, 0, 1), (1, 1, 1), (2, 1, 2), (3, 2, 3), (4, 2, 3), (5, 3, 6), (6, 6, 7)],
)
def test_each_old_letter_has_its_new_place(old: int, start: int, end: int) -> None:
    assert (MAP.new_start(old), MAP.new_end(old + 1)) == (start, end)


def test_without_edits_nothing_moves() -> None:
    identity = OffsetMap.from_edits([])
    assert [identity.old_start(3), identity.old_end(3)] == [3, 3]
    assert [identity.new_start(3), identity.new_end(3)] == [3, 3]
