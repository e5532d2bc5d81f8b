"""Feeds, outlines and sitemaps lead to their articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.core.document import Document
from onrecord.ingest import IngestOptions, Refused, open_sources
from tests.unit.ingest.host import Page, Site, hosting

SAID = "Mayor Odo Farrant said on Monday that he had met the envoy twice in May."
LOCAL = IngestOptions(allow_private=True, delay_s=0)

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>
<item><title>A</title><link>SITE/a</link></item>
<item><title>B</title><guid>SITE/b</guid></item>
<item><title>C</title><guid isPermaLink="false">tag:c</guid></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel/><item><link>SITE/a</link></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><link rel="self" href="SITE/no"/><link rel="alternate" href="/a"/></entry>
<entry><link href="SITE/b"/></entry></feed>"""
OPML = """<opml version="2.0"><body><outline text="News">
<outline text="Post" type="rss" xmlUrl="SITE/rdf"/></outline></body></opml>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<!-- all of it --><url><loc> SITE/a </loc><lastmod>2024-05-17</lastmod></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>SITE/sitemap</loc></sitemap><sitemap><loc>SITE/index</loc></sitemap>
</sitemapindex>"""
LAUGHS = """<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY file SYSTEM "file:///etc/hostname">]>
<rss><channel><item><link>&file;&b;</link></item></channel></rss>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with hosting() as site:
        for path in ("/a", "/b"):
            site.article(path, SAID, f"This is {path}.")
        for path, body in {
            "/rss": RSS,
            "/rdf": RDF,
            "/atom": ATOM,
            "/opml": OPML,
            "/sitemap": SITEMAP,
            "/index": INDEX,
            "/laughs": LAUGHS,
        }.items():
            site.pages[path] = Page(body, headers={"Content-Type": "text/xml"})
        yield site


def outline(*sources: str) -> list[str]:
    found = open_sources(sources, options=LOCAL)
    return [
        f"refused {one.error.code}"
        if isinstance(one, Refused)
        else one.name.rpartition("/")[2]
        for one in found
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/rss", ["refused input", "a", "b"]),
        ("/rdf", ["a"]),
        ("/atom", ["a", "b"]),
        ("/opml", ["a"]),
        ("/sitemap", ["a"]),
        ("/index", ["a"]),
    ],
)
def test_what_a_list_names_is_read(site: Site, path: str, expected: list[str]) -> None:
    assert outline(site.address + path) == expected


def test_an_article_of_two_feeds_is_fetched_once(site: Site) -> None:
    assert outline(f"{site.address}/atom", f"{site.address}/rdf") == ["a", "b"]
    assert site.paths.count("/a") == 1


def test_a_feed_may_lie_in_a_file(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RDF.replace("SITE", site.address), encoding="utf-8")
    assert outline(str(path)) == ["a"]


def test_nothing_outside_a_list_is_loaded_into_it(site: Site) -> None:
    [found] = open_sources([f"{site.address}/laughs"], options=LOCAL)
    assert isinstance(found, Refused)
    assert "without an address" in str(found)


def test_lists_without_end_are_left(site: Site) -> None:
    for number in range(6):
        body = INDEX.replace("SITE/sitemap", f"SITE/{number + 1}.xml")
        site.pages[f"/{number}.xml"] = Page(body, headers={"Content-Type": "text/xml"})
    assert "refused input" in outline(f"{site.address}/0.xml")
    assert "/4.xml" not in site.paths


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<html><body>Not found</body></html>", "not-text"),
        ("<rss><channel/></rss>", "empty-input"),
        ("", "empty-input"),
        ("no XML at all", "empty-input"),
    ],
)
def test_xml_that_is_no_list_is_refused(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(text, encoding="utf-8")
    [found] = open_sources([str(path)], options=LOCAL)
    assert isinstance(found, Refused)
    assert found.error.code == code


def test_documents_say_where_they_were_read(site: Site) -> None:
    [found] = open_sources([f"{site.address}/rdf"], options=LOCAL)
    assert isinstance(found, Document)
    assert found.origin == found.url == f"{site.address}/a"
