"""What is made of HTML."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.core.document import Document
from onrecord.ingest import Refused
from onrecord.ingest.pages import declared_charset
from tests.unit.ingest.reading import read_one, refused_one

SENTENCE = "Mayor Odo Farrant of Brindlewick said that he had met the envoy twice. "


def page(body: str, head: str = "<title>Talks</title>", start: str = "<html>") -> str:
    return f"<!doctype html>{start}<head>{head}</head><body>{body}</body></html>"


def read(tmp_path: Path, html: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    return read_one(path)


def refused(tmp_path: Path, html: str) -> Refused:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    return refused_one(path)


def test_text_is_blocks_with_a_blank_line_between(tmp_path: Path) -> None:
    body = f"""<article><h2>Part   one</h2><p>{SENTENCE}</p>
    <p>“No&nbsp;deals,” he   <b>said</b>,\n   twice.</p>
    <blockquote>He never asked.</blockquote>
    <ul><li>First point.</li><li>Second point.</li></ul></article>"""
    assert read(tmp_path, page(body)).text == "\n\n".join(
        [
            "Part one",
            SENTENCE.strip(),
            "“No deals,” he said, twice.",
            "He never asked.",
            "- First point.",
            "- Second point.",
        ]
    )


def test_what_is_no_article_is_left_out(tmp_path: Path) -> None:
    body = f"""<nav><a href="/">Home page</a></nav>
    <article><p>{SENTENCE * 3}</p><script>alert("ran")</script><style>p {{}}</style>
    <p>{SENTENCE}</p></article><noscript>Switch scripts on.</noscript>
    <div id="comments"><p>First! says a reader.</p></div>
    <footer>All rights reserved.</footer>"""
    text = read(tmp_path, page(body)).text
    assert text.count("Farrant") == 4
    for word in ("Home", "alert", "Switch", "reader", "rights", "<", "{"):
        assert word not in text


def test_page_says_who_wrote_it_when_and_where(tmp_path: Path) -> None:
    head = """<title>Talks - The Brindlewick Post</title>
    <meta property="og:title" content="Harbour talks">
    <meta property="og:site_name" content="The Brindlewick Post">
    <meta name="author" content="Ann Teal">
    <meta property="article:published_time" content="2017-03-12T23:30:00-05:00">
    <link rel="canonical" href="https://post.example/talks">"""
    doc = read(tmp_path, page(f"<article><p>{SENTENCE * 3}</p></article>", head))
    assert doc.title == "Harbour talks"
    assert doc.publisher == "The Brindlewick Post"
    assert doc.byline == "Ann Teal"
    assert doc.published == date(2017, 3, 12)
    assert doc.url == "https://post.example/talks"
    assert doc.language == "en"


def test_day_in_linked_data_is_read(tmp_path: Path) -> None:
    head = """<script type="application/ld+json">{"@context": "https://schema.org",
    "@type": "NewsArticle", "datePublished": "2017-03-12T08:00:00Z",
    "dateModified": "2019-01-01T08:00:00Z"}</script>"""
    doc = read(tmp_path, page(f"<article><p>{SENTENCE * 3}</p></article>", head))
    assert doc.published == date(2017, 3, 12)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<p>On March 3, 2015 the harbour was closed.</p>",
        "<footer>© 2019 The Brindlewick Post. All rights reserved.</footer>",
        '<p><a href="/2014/05/06/other">Another story of 6 May 2014</a></p>',
    ],
    ids=["text", "copyright", "link"],
)
def test_no_day_is_guessed_from_elsewhere(tmp_path: Path, elsewhere: str) -> None:
    body = f"<article><p>{SENTENCE * 3}</p>{elsewhere}</article>"
    assert read(tmp_path, page(body)).published is None


def test_short_text_has_the_language_that_the_page_declares(tmp_path: Path) -> None:
    html = page("<p>Non, dit-elle hier.</p>", start='<html class="a" lang="fr-FR">')
    assert read(tmp_path, html).language == "fr"


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<div id="root"></div><noscript>You need to enable scripts here.</noscript>',
        "<ul>" + '<li><a href="/a">Section of the news</a></li>' * 40 + "</ul>",
        "<div>" + '<a href="/a">Section of the news</a> ' * 40 + "</div>",
        "<form><label>User name <input></label><button>Log in</button></form>",
        "<div>" * 100_000 + SENTENCE,
        "<script>document.write('An article, said the script.')</script>",
    ],
    ids=["empty", "shell", "list", "links", "form", "deep", "script"],
)
def test_page_without_an_article_is_refused(tmp_path: Path, body: str) -> None:
    found = refused(tmp_path, page(body))
    assert found.error.code == "no-article"
    assert "no article text" in str(found)
    assert "save the article" in str(found)


@pytest.mark.parametrize(
    "html",
    [
        f"<math><p>{SENTENCE * 3}</p>",
        f"<?xml version='1.0' encoding='utf-16'?><html><p>{SENTENCE * 3}</p></html>",
        f"<html><p>\0{SENTENCE * 3}&#0;&#xD800;&#x110000;</p>",
        f"{SENTENCE * 3}</p></div></body></html>",
    ],
    ids=["formula", "wrong-declaration", "no-characters", "unopened"],
)
def test_broken_page_is_read_as_far_as_it_goes(tmp_path: Path, html: str) -> None:
    assert read(tmp_path, html).text.count("met the envoy") == 3


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        (
            "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>",
            "koi8_r",
        ),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso8859_5"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_declared_encoding_is_used(
    tmp_path: Path, *, declaration: str, encoding: str
) -> None:
    sentence = "Мэр заявил, что дважды виделся там ещё в мае. "
    path = tmp_path / "page.html"
    path.write_bytes(f"{declaration}<html><p>{sentence * 3}</p>".encode(encoding))
    assert read_one(path).text == (sentence * 3).strip()


def test_charset_is_not_looked_for_in_the_text() -> None:
    assert declared_charset(b"<p>charset=koi8-r</p>") is None
