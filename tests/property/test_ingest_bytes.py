"""Any bytes give documents or refusals, and text comes through unchanged."""

import codecs
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.core.document import Document
from onrecord.core.errors import InputError
from onrecord.ingest import IngestOptions, Refused, open_sources, parse_published
from onrecord.ingest.decoding import decode

NAMES = ["a", "a.txt", "a.md", "a.html", "a.jsonl", "a.csv", "a.tsv", "a.json", "a.gz"]
# Encodings that write each text in one way only; the rest is East Asia's.
ONE_WAY = {"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252"}
TAGS = [
    *("<p>", "</p>", "<html lang=en>", "<head>", "<body>", "<article>", "</article>"),
    *("<div>", "</div>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>"),
    *("<title>", "</title>", "<table><tr><td>", "</table>", "<ul><li>", "</ul>"),
    *("<math>", "<svg>", "<template>", "<noscript>", "<select><option>", "<br>"),
    *("<meta name=author content='", "<meta property='og:site_name' content='", "'>"),
    *("<meta property='article:published_time' content='2017-03-", "12'>", "40'>"),
    *("<link rel=canonical href='", "https://post.example/a'>", "http://['>"),
    *('<script type="application/ld+json">', '{"@type": "NewsArticle", ', '"author": '),
    *('{"name": ["Ann"]}', "[[", "}", "&nbsp;", "&#0;", "&#xD800;", "&bogus;"),
    "The mayor of Brindlewick said on Monday that she had met the envoy twice. ",
]

texts = st.text(st.characters(exclude_categories=()))
pages = st.lists(st.sampled_from(TAGS) | st.text(max_size=9), max_size=30).map("".join)
rows = st.lists(
    st.dictionaries(
        st.sampled_from(["text", "title", "published", "byline", "name", "other"]),
        st.none()
        | st.text(max_size=20)
        | st.integers()
        | st.lists(st.text(max_size=5)),
    ).map(json.dumps)
    | st.text(max_size=20),
    max_size=5,
).map("\n".join)
tables = st.text(st.sampled_from('text,"\n\r;\t ab\0é'), max_size=60).map(
    "text,b\n{}".format
)
blobs = (
    st.binary(max_size=300)
    | st.builds(
        lambda text, encoding: text.encode(encoding, "ignore"),
        pages | rows | tables | texts,
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp1251"]),
    )
    | st.binary(max_size=99).map(gzip.compress)
)

many = settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(found: list[Document | Refused]) -> None:
    for one in found:
        if isinstance(one, Refused):
            assert isinstance(one.error, InputError)
            assert str(one.error)
        else:
            assert one.text.strip()


@many
@given(data=blobs, name=st.sampled_from(NAMES), max_bytes=st.sampled_from([9, 10**6]))
def test_any_file_gives_documents_or_refusals(
    tmp_path: Path, *, data: bytes, name: str, max_bytes: int
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    options = IngestOptions(max_bytes=max_bytes)
    found = [*open_sources([str(path)], options=options)]
    check(found)
    assert found or name in {"a.jsonl", "a.csv", "a.tsv"}


@many
@given(page=pages)
@example("<math><link rel=canonical href='<math><p>")
def test_any_page_gives_a_document_or_a_refusal(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    check([*open_sources([str(path)], options=IngestOptions())])


@many
@given(data=blobs)
def test_any_standard_input_gives_documents_or_refusals(data: bytes) -> None:
    options = IngestOptions()
    check([*open_sources(["-"], options=options, stdin=io.BytesIO(data))])


@many
@given(data=blobs)
def test_decoded_bytes_can_be_had_back(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError:
        return
    assert decode(data) == decoded
    if decoded.encoding in ONE_WAY:
        again = decoded.text.encode(decoded.encoding, "surrogatepass")
        assert decoded.mark + again == data


@many
@given(text=texts, encoding=st.sampled_from(["utf-8", "utf-16", "utf-32"]))
@example("“No,”\r\n\0 he said.\ud800", "utf-8")
def test_text_in_an_encoding_that_is_named_is_unchanged(
    text: str, encoding: str
) -> None:
    mark = "" if encoding == "utf-8" else "\ufeff"
    data = (mark + text).encode(
        encoding if encoding == "utf-8" else f"{encoding}-be", "surrogatepass"
    )
    try:
        found = decode(data, encoding=encoding)
    except InputError:
        return
    assert found.text in (text, text.removeprefix("\ufeff"))


@many
@given(text=texts, start=st.sampled_from(["", codecs.BOM_UTF8.decode()]))
def test_plain_text_in_utf_8_is_found_and_unchanged(
    tmp_path: Path, *, text: str, start: str
) -> None:
    body = f"{text} Ann said that she had met Bo."
    path = tmp_path / "a.txt"
    path.write_bytes((start + body).encode("utf-8", "surrogatepass"))
    [found] = open_sources([str(path)], options=IngestOptions())
    if isinstance(found, Document):
        assert found.text == body or found.text == body.removeprefix("\ufeff")
    else:
        # Only a text that is full of control characters is refused.
        assert found.error.code == "not-text"
        assert sum(sign < " " or sign == "\x7f" for sign in body) > 0.05 * len(body)


@many
@given(text=texts)
def test_text_of_a_row_is_unchanged(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": f"{text}."}) + "\n", encoding="utf-8")
    [found] = open_sources([str(path)], options=IngestOptions())
    assert isinstance(found, Document)
    assert found.text == f"{text}."


@given(value=st.text(max_size=40) | st.dates().map(str) | st.datetimes().map(str))
@pytest.mark.filterwarnings("error")
def test_any_date_is_read_or_left_open(value: str) -> None:
    day = parse_published(value)
    assert day is None or str(day.year).zfill(4) in value


@given(day=st.dates())
def test_iso_dates_are_read(day: object) -> None:
    assert parse_published(str(day)) == day
