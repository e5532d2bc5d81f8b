import pickle

import pytest

from onrecord.core import errors

CLASSES = [getattr(errors, name) for name in errors.__all__]
CODES = {error.code: error for error in CLASSES}


def test_every_error_has_a_code_of_its_own() -> None:
    assert len(CODES) == len(CLASSES)


def test_every_error_is_caught_as_ours() -> None:
    assert all(issubclass(error, errors.OnRecordError) for error in CLASSES)


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_every_error_stands_in_the_tree_of_the_docstring(
    error: type[errors.OnRecordError],
) -> None:
    lines = (errors.__doc__ or "").splitlines()
    (line,) = [line for line in lines if f" {error.__name__} " in line]
    assert line.split(error.__name__)[1].split()[0] == error.code


@pytest.mark.parametrize(
    ("code", "parent"),
    [
        ("fetch", errors.InputError),
        ("span", errors.DataError),
        ("evidence", errors.DataError),
        ("codec", errors.DataError),
        ("conflict", errors.StoreError),
    ],
)
def test_branches(code: str, parent: type[errors.OnRecordError]) -> None:
    assert issubclass(CODES[code], parent)


def test_a_stage_error_survives_the_way_between_processes() -> None:
    error = errors.StageError("read", "a.txt", "the weights are missing")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - made one line above
    assert (back.stage, back.document, str(back)) == ("read", "a.txt", str(error))
