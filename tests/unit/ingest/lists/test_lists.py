"""Lists of people and posts in the forms they are published in."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.core.errors import InputError, MissingInputError
from onrecord.ingest.lists import ListedRow, read_list
from onrecord.ingest.lists.listed_row import parse_day


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def only(path: Path, mapping: dict[str, str] | None = None) -> ListedRow:
    [row] = read_list(path, mapping or {})
    return row


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2017-03-02", date(2017, 3, 2), date(2017, 3, 2)),
        ("2017-2", date(2017, 2, 1), date(2017, 2, 28)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("", None, None),
        ("soon", None, None),
        ("2017-13", None, None),
    ],
)
def test_days_keep_what_they_can_mean(
    words: str, first: date | None, last: date | None
) -> None:
    assert (parse_day(words), parse_day(words, is_last=True)) == (first, last)


def test_csv_by_the_names_of_its_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "Name,Title,Country,From,To,Aliases\n"
        "Sergey Kostin,Ambassador,Norway,2008-07-26,2017,Sergei Kostin; S. Kostin\n",
    )
    row = only(path)
    assert (row.name, row.title, row.of) == ("Sergey Kostin", "Ambassador", "Norway")
    assert (row.earliest, row.latest) == (date(2008, 7, 26), date(2017, 12, 31))
    assert row.aliases == ("Sergei Kostin", "S. Kostin")
    assert row.row == "line 2"


def test_a_limit_that_another_table_set_does_not_hold(tmp_path: Path) -> None:
    before = csv.field_size_limit(3)
    try:
        _assert_a_name_is_read(tmp_path)
    finally:
        csv.field_size_limit(before)


def _assert_a_name_is_read(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a.csv", "name\nSergey Kostin\n")).name


def test_csv_by_a_mapping(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "who,y,m,began,chosen\nIlse Maarten,2012,5,,2011-12-01\n,2013,1,,\n",
    )
    mapping = {
        "name": "who",
        "title": "=minister",
        "from": "began|chosen",
        "to": "{y}-{m}",
    }
    row = only(path, mapping)
    assert (row.title, row.earliest) == ("minister", date(2011, 12, 1))
    assert row.latest == date(2012, 5, 31)


def test_followthemoney_occupancies(tmp_path: Path) -> None:
    entities = [
        {"id": "p1", "schema": "Person", "properties": {"name": ["Sergey Kostin"]}},
        {
            "id": "o1",
            "schema": "Position",
            "properties": {"name": ["Ambassador to Chile"], "country": ["Norway"]},
        },
        {
            "id": "x1",
            "schema": "Occupancy",
            "properties": {
                "holder": ["p1"],
                "post": ["o1"],
                "startDate": ["2008-07-26"],
            },
        },
        {
            "id": "p2",
            "schema": "Person",
            "properties": {"name": ["Bo Rehn"], "position": ["mayor"]},
        },
    ]
    text = "\n".join(map(json.dumps, entities))
    first, second = read_list(write(tmp_path / "a.ftm.json", text), {})
    assert (first.name, first.title, first.of) == (
        "Sergey Kostin",
        "Ambassador to Chile",
        "Norway",
    )
    assert (first.earliest, first.latest) == (date(2008, 7, 26), None)
    assert (second.name, second.title) == ("Bo Rehn", "mayor")


def test_people_with_terms(tmp_path: Path) -> None:
    text = """
- id: {bioguide: X1}
  name: {first: Robert, last: Osei, nickname: Bob, official_full: Robert Q. Osei}
  terms:
  - {type: sen, start: '2013-01-03', end: '2019-01-03'}
"""
    row = only(write(tmp_path / "a.yaml", text))
    assert (row.person, row.name, row.title) == ("X1", "Robert Q. Osei", "senator")
    assert row.aliases == ("Robert Osei", "Bob Osei")
    assert row.of == "United States"


def test_tables_joined_by_ids(tmp_path: Path) -> None:
    write(tmp_path / "person.csv", "id,name,display_name\n1,Lord Rehn,Tomas Rehn\n")
    write(tmp_path / "post.csv", "id,organisation_id,name\n2,3,Secretary\n")
    write(tmp_path / "organisation.csv", "id,name\n3,Ports Office\n")
    write(
        tmp_path / "appointment.csv",
        "id,person_id,post_id,start_date,end_date\n4,1,2,2001-02-03,\n5,9,2,2001-02-03,\n",
    )
    row = only(tmp_path, {"of": "=United Kingdom"})
    assert (row.name, row.aliases) == ("Lord Rehn", ("Tomas Rehn",))
    assert (row.title, row.of) == ("Secretary, Ports Office", "United Kingdom")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "x,y\n1,2\n"),
        ("a.ftm.json", "{]"),
        ("a.yaml", "- name: Bo"),
        ("a.docx", ""),
    ],
    ids=["no names", "no JSON", "no terms", "no such form"],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(InputError):
        list(read_list(write(tmp_path / name, text), {}))


def test_a_field_that_no_list_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="colour"):
        read_list(write(tmp_path / "a.csv", "name\nBo\n"), {"colour": "x"})


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError):
        read_list(tmp_path / "none.csv", {})
