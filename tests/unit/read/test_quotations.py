import pytest

from onrecord.read.quotations import Quotation, find_quotations


def words(text: str) -> list[str]:
    return [quotation.outer.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “no” to", ["“no”"], id="curly"),
        pytest.param('"Yes," she said. "I am."', ['"Yes,"', '"I am."'], id="straight"),
        pytest.param("„Ja“, sagte er", ["„Ja“"], id="german"),
        pytest.param("dit « oui » et", ["« oui »"], id="french"),
        pytest.param("``no,'' he said", ["``no,''"], id="ticks"),
        pytest.param("''I say 'no,''' he", ["''I say 'no,'''", "'no,'"], id="three"),
        pytest.param("'Yes,' he said. 'I am.'", ["'Yes,'", "'I am.'"], id="single"),
        pytest.param("‘The voters’ choice’ is", ["‘The voters’ choice’"], id="plural"),
        pytest.param("‘Those voters’ are", ["‘Those voters’"], id="plural ends it"),
        pytest.param("don't, the voters' '90s rock 'n' roll", [], id="apostrophes"),
        pytest.param("the ‘90s and ’tis, y’all", [], id="curly apostrophes"),
        pytest.param("a 6'2\" man, or 6' 2\" tall", [], id="feet and inches"),
        pytest.param('He said "no" then "yes', ['"no"', '"yes'], id="unclosed"),
        pytest.param('a "b. "Yes" c', ['"b.', '"Yes"'], id="closing missing"),
        pytest.param("“I ‘did” it’", ["“I ‘did”"], id="crossing"),
        pytest.param('"" and “ ” and \'\'', [], id="empty"),
        pytest.param("”", [], id="stray"),
        pytest.param("“We met,\" he said", ["“We met,\""], id="mixed marks"),
    ],
)  # fmt: skip
def test_finds(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_inner_leaves_out_marks_and_blanks() -> None:
    text = "dit « oui » et"
    assert [quotation.inner.of(text) for quotation in find_quotations(text)] == ["oui"]


def test_nested_quotations_know_their_depth() -> None:
    text = "“He said ‘no “never” again’,” she said"
    assert [(q.outer.of(text)[:3], q.depth) for q in find_quotations(text)] == [
        ("“He", 0),
        ("‘no", 1),
        ("“ne", 2),
    ]


def pieces(text: str) -> list[tuple[str, bool, int]]:
    def shape(quotation: Quotation) -> tuple[str, bool, int]:
        return quotation.outer.of(text), quotation.closed, quotation.group

    return [shape(quotation) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("''", "''"), ("«", "»"), ("‘", "’")],
)
def test_a_quotation_over_paragraphs_is_one_group(opening: str, closing: str) -> None:
    first, second = f"{opening}One.", f"{opening}Two."
    third = f"{opening}Three,{closing}"
    text = f"{first}\n\n{second}\n\n{third} Bo said. {opening}Four.{closing}"
    assert pieces(text) == [
        (first, True, 0),
        (second, True, 0),
        (third, True, 0),
        (f"{opening}Four.{closing}", True, 1),
    ]


def test_a_quotation_that_runs_on_without_a_mark_is_one_group() -> None:
    text = "“One.\n\nTwo,” Bo said."
    assert pieces(text) == [("“One.", True, 0), ("Two,”", True, 0)]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“One. Bo left.\n\nShe said “yes” then."
    assert pieces(text) == [("“One. Bo left.", False, 0), ("“yes”", True, 1)]


def test_an_unclosed_quotation_of_several_paragraphs_stays_unclosed() -> None:
    text = "“One.\n\n“Two.\n\nBo left."
    assert pieces(text) == [("“One.", True, 0), ("“Two.", False, 0)]


def test_equal_quotations_keep_apart() -> None:
    text = "“No,” said Ann. “No,” said Bo."
    first, second = find_quotations(text)
    assert (first.outer.start, second.outer.start) == (0, 16)
    assert first.group != second.group
