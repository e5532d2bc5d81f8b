"""The generated pages are up to date: commands, errors, labels and settings."""

from pathlib import Path

import pytest

from docs import generate


@pytest.mark.parametrize("name", generate.pages())
def test_page_is_what_the_code_says(repository: Path, name: str) -> None:
    text = (repository / "docs" / "reference" / name).read_text("utf-8")
    assert text == generate.pages()[name], "run: make docs"


def test_every_error_has_a_code_of_its_own() -> None:
    generate.import_everything()
    codes = [error.code for error in generate.error_classes(generate.OnRecordError)]
    assert sorted(codes) == sorted(set(codes))


def test_every_setting_is_described() -> None:
    described = generate.documented_attributes(generate.Settings)
    names = {field.name for field in generate.fields(generate.Settings)}
    assert names == set(described)


def test_attributes_are_read_from_a_docstring() -> None:
    class Example:
        """Hold two things.

        Attributes:
            one: The first,
                over two lines.
            two: The second: with a colon.

        Raises:
            ValueError: Never.
        """

    assert generate.documented_attributes(Example) == {
        "one": "The first, over two lines.",
        "two": "The second: with a colon.",
    }
