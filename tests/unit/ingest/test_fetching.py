"""What hosts ask of programs is kept to."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from onrecord.core.document import Document
from onrecord.ingest import IngestOptions, Refused, open_sources
from tests.unit.ingest.host import Page, Site, hosting

SAID = "Mayor Odo Farrant said on Monday that he had met the envoy twice in May."


@pytest.fixture
def site() -> Iterator[Site]:
    with hosting() as site:
        yield site


def read(*addresses: str, **more: object) -> list[Document | Refused]:
    given: dict[str, object] = {"allow_private": True, "delay_s": 0.0, **more}
    options = IngestOptions(**given)  # type: ignore[arg-type]
    return [*open_sources(addresses, options=options)]


def refusal(found: Document | Refused) -> str:
    assert isinstance(found, Refused)
    assert found.error.code == "fetch"
    return str(found)


def rules(site: Site, *lines: str) -> None:
    site.pages["/robots.txt"] = Page("\n".join(lines))


def test_what_robots_txt_closes_is_not_asked_for(site: Site) -> None:
    rules(site, "User-agent: *", "Disallow: /closed")
    closed, open_ = site.article("/closed/a", SAID), site.article("/b", SAID)
    first, second = read(closed, open_)
    assert "robots.txt" in refusal(first)
    assert "--ignore-robots" in refusal(first)
    assert isinstance(second, Document)
    assert site.paths == ["/robots.txt", "/b"]


def test_rules_for_this_program_come_before_those_for_all(site: Site) -> None:
    rules(site, "User-agent: *", "Disallow: /", "User-agent: onrecord", "Allow: /")
    [found] = read(site.article("/a", SAID))
    assert isinstance(found, Document)


def test_a_redirect_is_held_to_the_rules_too(site: Site) -> None:
    rules(site, "User-agent: *", "Disallow: /closed")
    site.article("/closed", SAID)
    site.pages["/a"] = Page(status=301, headers={"Location": "/closed"})
    [found] = read(f"{site.address}/a")
    assert "/closed" in refusal(found)
    assert site.paths == ["/robots.txt", "/a"]


def test_rules_can_be_passed_over_on_purpose(site: Site) -> None:
    rules(site, "User-agent: *", "Disallow: /")
    [found] = read(site.article("/a", SAID), ignore_robots=True)
    assert isinstance(found, Document)
    assert site.paths == ["/a"]


@pytest.mark.parametrize(
    ("status", "is_read"), [(404, True), (403, True), (503, False)]
)
def test_rules_that_cannot_be_read(site: Site, *, status: int, is_read: bool) -> None:
    site.pages["/robots.txt"] = Page(status=status)
    [found] = read(site.article("/a", SAID))
    assert isinstance(found, Document) is is_read
    if not is_read:
        assert str(status) in refusal(found)


@pytest.mark.parametrize("by", ["flag", "rules"])
def test_requests_to_a_host_lie_apart(site: Site, by: str) -> None:
    if by == "rules":
        rules(site, "User-agent: *", "Crawl-delay: 0.3")
    addresses = [site.article(f"/{number}", SAID) for number in range(3)]
    read(*addresses, delay_s=0.3 if by == "flag" else 0.0)
    times = [when for path, when in site.asked if path != "/robots.txt"]
    assert all(b - a >= 0.28 for a, b in pairwise(times))


def test_a_busy_host_is_left_alone(site: Site) -> None:
    busy = f"{site.address}/busy"
    site.pages["/busy"] = Page(status=429, headers={"Retry-After": "120"})
    first, second = read(busy, site.article("/a", SAID))
    assert "429" in refusal(first)
    assert "said that it is busy" in refusal(second)
    assert site.paths == ["/robots.txt", "/busy"]


def test_the_page_is_named_by_its_own_address_on_the_same_host(site: Site) -> None:
    address = site.article("/a?from=feed", SAID)
    page = site.pages["/a?from=feed"]
    page.body = page.body.replace(
        "<body>", "<head><link rel='canonical' href='SITE/a'></head><body>"
    )
    [found] = read(address)
    assert isinstance(found, Document)
    assert found.url == f"{site.address}/a"


def test_the_address_of_another_outlet_is_not_taken_for_the_page_s(site: Site) -> None:
    address = site.article("/a", SAID)
    page = site.pages["/a"]
    page.body = page.body.replace(
        "<body>",
        "<head><link rel='canonical' href='https://post.example/a'></head><body>",
    )
    [found] = read(address)
    assert isinstance(found, Document)
    assert found.url == address
