"""The page: words, links, and what an article cannot do to it."""

import io
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from onrecord.core import Record
from onrecord.export import EXPORTERS, ExportOptions
from onrecord.export.characters import for_page
from tests.builders import (
    make_attribution,
    make_doc,
    make_entity,
    make_full_record,
    make_record,
)
from tests.unit.export.articles import TITLE, harbour_record
from tests.unit.export.pages import Node, parse


def write(*records: Record, **options: object) -> str:
    stream = io.StringIO()
    EXPORTERS["html"].export(iter(records), stream, options=ExportOptions(**options))
    return stream.getvalue()


def page_of(*records: Record, **options: object) -> Node:
    return parse(write(*records, **options))


def articles(page: Node) -> list[Node]:
    return [node for node in page.walk() if "data-text" in node.attributes]


def marked(article: Node, anchor: str) -> str:
    """Put together the pieces of one mark."""
    return "".join(piece.text for piece in article.find("a", data_words=anchor))


AWKWARD = {
    "line ends": "One.\r\n\r\nTwo,\rthree.\n\n\n \nFour.\u2028Five.",
    "blanks": "  Indented.\n\n\tTabbed.\u00a0 No break. \n",
    "markup": "<script>alert(1)</script> &amp; &#0; <!-- --> ]]> </p></div> \"'`",
    "emoji and right to left": "שלום 👩‍👩‍👧 e\u0301 \u202eabc\u202c",
    "not in pages": "half \ud83d and \0 nul",
    "controls": "bell \x07 feed \x0c unit \x1f delete \x7f next \x85",
    "nothing": "",
    "blanks alone": " \n\n ",
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_the_article_is_there_letter_by_letter(text: str) -> None:
    (article,) = articles(page_of(make_record(make_doc(text))))
    assert article.text == for_page(text)


@pytest.mark.parametrize(
    "record", [harbour_record(), make_full_record()], ids=["harbour", "minister"]
)
def test_marks_are_the_evidence(record: Record) -> None:
    (article,) = articles(page_of(record))
    assert article.text == record.document.text
    for item in record.attributions:
        for role in ("source", "cue", "content"):
            for number, span in enumerate(getattr(item, role)):
                anchor = f"r1-{item.id}-{role}" + (f"-{number}" if number else "")
                assert marked(article, anchor) == span.of(record.document.text)
    for happening in (*record.contacts, *record.events):
        words = happening.trigger.of(record.document.text)
        assert marked(article, f"r1-{happening.id}-trigger") == words


def test_awkward_text_under_a_mark_is_there_letter_by_letter() -> None:
    text = "".join(AWKWARD.values())
    doc = make_doc(text)
    said = make_attribution(doc, content=text)
    (article,) = articles(page_of(make_record(doc, attributions=(said,))))
    assert article.text == for_page(text)
    assert marked(article, f"r1-{said.id}-content") == for_page(text)


def test_words_are_drawn_by_everything_that_covers_them() -> None:
    record = harbour_record()
    (article,) = articles(page_of(record))
    (met,) = article.find("a", class_="contact", data_tag="M")[:1]
    looks = set(met.attributes["class"].split())
    assert {"contact", "content"} <= looks
    # The contact is the innermost: a click leads to it, and to the statement after it.
    contact, statement = record.contacts[0].id, record.attributions[0].id
    assert met.attributes["href"] == f"#r1-{contact}"
    assert met.attributes["data-of"].split()[:2] == [f"r1-{contact}", f"r1-{statement}"]


@pytest.mark.parametrize("n_copies", [1, 3])
def test_anchors_are_unique_and_every_link_has_its_target(n_copies: int) -> None:
    records = [harbour_record(f"copy {number}") for number in range(n_copies)]
    page = page_of(*records)
    ids = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    targets = {
        node.attributes["href"][1:]
        for node in page.find("a")
        if node.attributes["href"].startswith("#")
    }
    assert targets <= set(ids)
    for node in page.walk():
        for key in ("data-of", "data-item", "data-stop", "data-words"):
            assert set((node.attributes.get(key) or "").split()) <= set(ids)
        assert node.attributes.get("aria-labelledby", ids[0]) in ids


def test_every_item_leads_to_its_words_and_back() -> None:
    record = harbour_record()
    page = page_of(record)
    (article,) = articles(page)
    for item in (*record.attributions, *record.contacts, *record.events):
        anchor = f"r1-{item.id}"
        node = page.by_id(anchor)
        links = {link.attributes["href"][1:] for link in node.find("a")}
        words = {link for link in links if link.startswith(f"{anchor}-")}
        assert words
        assert words <= {at.attributes["id"] for at in article.find(class_="at")}
        assert article.find("a", data_of=anchor)


def test_the_keyboard_stops_once_for_each_item() -> None:
    record = harbour_record()
    (article,) = articles(page_of(record))
    stops = [
        link.attributes["data-stop"]
        for link in article.find("a")
        if "data-stop" in link.attributes
    ]
    items = (*record.attributions, *record.contacts, *record.events)
    assert sorted(stops) == sorted(f"r1-{item.id}" for item in items)
    for link in article.find("a"):
        assert ("data-stop" in link.attributes) is (
            link.attributes.get("tabindex") != "-1"
        )


def test_nothing_is_loaded_from_anywhere() -> None:
    page = page_of(harbour_record(), make_full_record())
    loading = {"src", "srcset", "poster", "data", "background", "action", "style"}
    for node in page.walk():
        assert not loading & node.attributes.keys()
    (link,) = page.find("link")
    assert link.attributes["href"] == "data:,"
    (style,), (script,) = page.find("style"), page.find("script")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert not re.search(r"https?:|fetch|import|XMLHttp", script.text)


def test_the_policy_allows_our_style_and_script_alone() -> None:
    page = page_of(harbour_record())
    (policy,) = (
        node.attributes["content"]
        for node in page.find("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for kind in ("style", "script"):
        (node,) = page.find(kind)
        digest = b64encode(sha256(node.text.encode()).digest()).decode()
        assert rules[f"{kind}-src"] == f"'sha256-{digest}'"


ATTACK = (
    "</title></style></script><script>alert(1)</script>\"'><img src=x onerror=y>{{7*7}}"
)


def test_an_article_stays_text_wherever_it_stands() -> None:
    doc = make_doc(
        f"{ATTACK} said {ATTACK}",
        name=ATTACK,
        title=ATTACK,
        publisher=ATTACK,
        byline=ATTACK,
        language=ATTACK,
        url="javascript:alert(1)",
    )
    entity = make_entity(doc, ATTACK, aliases=(ATTACK,))
    said = make_attribution(
        doc, source=ATTACK, cue="said", content=ATTACK, speaker=entity, rule=ATTACK
    )
    record = make_record(doc, entities=(entity,), attributions=(said,))
    page = page_of(record, title=ATTACK)
    assert len(page.find("script")) == len(page.find("style")) == 1
    assert page.find("img") == []
    assert page.find("title")[0].text == ATTACK
    assert articles(page)[0].text == doc.text
    for link in page.find("a"):
        assert link.attributes["href"].startswith("#")


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://tidewater.example/a?b=1&c=2", True),
        ("HTTP://tidewater.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//[broken", False),
        ("C:\\articles\\a.html", False),
    ],
)
def test_only_web_addresses_are_links(url: str, *, is_link: bool) -> None:
    page = page_of(make_record(make_doc(url=url)))
    hrefs = [link.attributes["href"] for link in page.find("a")]
    assert (url in hrefs) is is_link
    assert is_link or url in page.text


def test_lone_surrogates_can_be_written() -> None:
    doc = make_doc("\ud83d", name="\ud83d", title="\ud83d", publisher="\udc80")
    write(make_record(doc)).encode("utf-8")


def test_a_narrow_stream_means_the_same() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, "ascii", newline="\n")
    EXPORTERS["html"].export([harbour_record()], stream, options=ExportOptions())
    stream.flush()
    page = parse(raw.getvalue().decode("ascii"))
    assert articles(page)[0].text == harbour_record().document.text
    assert (
        page.find("script")[0].text == page_of(harbour_record()).find("script")[0].text
    )


def test_one_article_has_its_headline_once_and_no_list() -> None:
    page = page_of(harbour_record())
    assert [heading.text for heading in page.find("h1")] == [TITLE]
    assert page.find("title")[0].text == TITLE
    assert page.find("nav", class_="index") == []


def test_many_articles_are_listed() -> None:
    page = page_of(harbour_record(), make_full_record(), make_record())
    (index,) = page.find("nav", class_="index")
    assert [link.text for link in index.find("a")] == [
        TITLE,
        "Minister resigns",
        "a.txt",
    ]
    assert "no publication date" in index.text
    assert page.find("title")[0].text == "3 articles on record"
    assert len(page.find("h1")) == 1


def test_no_article_gives_a_page_that_says_so() -> None:
    assert "No article was given." in page_of().text


def test_a_contact_shows_modality_and_claimant() -> None:
    record = harbour_record()
    page = page_of(record)
    denied = page.by_id(f"r1-{record.contacts[1].id}")
    assert denied.find("span", class_="label")[0].text == "denied"
    assert "Viktor Orlan denies:" in denied.text
    told = page.by_id(f"r1-{record.contacts[3].id}")
    assert "Sergei Tal states, as told by a campaign official" in told.text
    own = page.by_id(f"r1-{record.contacts[6].id}")
    assert "The article gives it as not having taken place:" in own.text
    assert "Mayor Ines Roe never met Gov. Tal." in own.text


def test_each_statement_stands_under_its_speaker() -> None:
    page = page_of(harbour_record())
    speakers = [" ".join(node.text.split()) for node in page.find(class_="speaker")]
    assert speakers[:4] == [
        "Viktor Orlan 5",
        "a campaign official, who asked not to be named unnamed 1",
        "Sergei Tal 1",
        "He speaker not resolved 1",
    ]
    assert "no source given 1" in speakers


def test_an_empty_record_says_that_nothing_was_found() -> None:
    assert page_of(make_record()).text.count("None found.") == 4
