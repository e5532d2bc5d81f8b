"""Fetching, from a real server on this machine."""

import asyncio
import re
import socket
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from onrecord.core.document import Document
from onrecord.core.errors import InputError
from onrecord.ingest import IngestOptions, Refused, open_sources, web
from onrecord.ingest.fetching import Fetcher
from tests.unit.ingest.local_server import serving

LOCAL = IngestOptions(allow_private=True)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def read(url: str, options: IngestOptions = LOCAL) -> Document:
    [found] = open_sources([url], options=options)
    assert isinstance(found, Document), str(found)
    return found


def refusal(url: str, options: IngestOptions = LOCAL) -> InputError:
    [found] = open_sources([url], options=options)
    assert isinstance(found, Refused)
    assert found.name == url
    return found.error


@pytest.mark.parametrize("path", ["/article", "/latin", "/packed", "/untyped"])
def test_article_is_read_however_it_is_sent(server: str, path: str) -> None:
    doc = read(server + path)
    assert "Zoë Quist denied it." in doc.text
    assert (doc.title, doc.byline) == ("Harbour talks", "Ann Teal")
    assert (doc.publisher, doc.published) == ("The Brindlewick Post", date(2017, 3, 12))
    assert (doc.url, doc.origin, doc.name) == (server + path,) * 3
    assert doc.media_type == "text/html"


def test_redirect_is_followed_and_the_last_address_kept(server: str) -> None:
    doc = read(f"{server}/moved")
    assert doc.url == f"{server}/article"
    assert doc.origin == f"{server}/moved"


def test_plain_text_is_unchanged(server: str) -> None:
    doc = read(f"{server}/plain.txt")
    assert (doc.text, doc.media_type) == ("He said\r\nno.\r\n", "text/plain")


def test_rows_are_told_by_name_or_type(server: str) -> None:
    rows = [*open_sources([f"{server}/rows.jsonl?v=2"], options=LOCAL)]
    assert [row.text for row in rows if isinstance(row, Document)] == ["One.", "Two."]
    assert rows[1].name.endswith("/rows.jsonl?v=2:2")
    assert read(f"{server}/data").text == "One."


def test_name_is_looked_up_and_still_sent_to_the_server(server: str) -> None:
    named = server.replace("127.0.0.1", "localhost")
    assert read(f"{named}/echo-host").text == named.removeprefix("http://")


def test_works_where_an_event_loop_runs_already(server: str) -> None:
    async def notebook() -> str:
        return Fetcher(LOCAL).fetch(f"{server}/plain.txt").media_type

    assert asyncio.run(notebook()) == "text/plain"


@pytest.mark.parametrize(
    ("path", "code", "message"),
    [
        ("/gone", "fetch", "404.*archived"),
        ("/forbidden", "fetch", "403.*save it as .html"),
        ("/round", "fetch", "redirects more than 5 times"),
        ("/to-file", "fetch", "'file' address; only http and https"),
        ("/to-nowhere", "fetch", "not known"),
        ("/cut", "fetch", "did not answer"),
        ("/garbage", "fetch", "did not answer"),
        ("/broken-packing", "fetch", "did not answer"),
        ("/strange-packing", "fetch", "'br'"),
        ("/picture", "not-text", "image/png"),
        ("/feed", "empty-input", "names nothing"),
        ("/empty", "empty-input", "is empty"),
    ],
)
def test_answer_that_cannot_be_used_is_refused(
    server: str, *, path: str, code: str, message: str
) -> None:
    error = refusal(server + path)
    assert error.code == code
    assert re.search(message, str(error))


@pytest.mark.parametrize("path", ["/silent", "/drip-head", "/drip-body"])
def test_deadline_is_for_everything(server: str, path: str) -> None:
    started = time.monotonic()
    error = refusal(server + path, IngestOptions(allow_private=True, timeout_s=0.5))
    assert time.monotonic() - started < 5
    assert error.code == "fetch"
    assert f"{server}{path}" in str(error)
    assert "0.5 s" in str(error)
    assert "--timeout" in str(error)


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_size_limit_holds_while_the_page_comes(server: str, path: str) -> None:
    error = refusal(server + path, IngestOptions(allow_private=True, max_bytes=100_000))
    assert error.code == "too-large"
    assert "--max-size" in str(error)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1"])
def test_private_address_is_refused_by_default(server: str, host: str) -> None:
    url = server.replace("127.0.0.1", host) + "/article"
    error = refusal(url, IngestOptions())
    assert error.code == "fetch"
    assert "--allow-private" in str(error) or "not known" in str(error)


def test_redirect_into_a_private_network_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A test machine has no public address, so one of its own plays that part.
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    error = refusal(f"{server}/inward", IngestOptions())
    assert "'http://127.0.0.2:9/' lies at 127.0.0.2" in str(error)


def test_name_is_looked_up_once_and_that_address_used(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    look_up = socket.getaddrinfo

    def changing(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        # The first answer is the server's; every later one leads nowhere.
        there = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return look_up(there, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    once = IngestOptions(allow_private=True, ignore_robots=True)
    assert read(server.replace("127.0.0.1", "post.invalid") + "/plain.txt", once)
    assert [str(host) for host in asked if "post" in str(host)] != []
    assert len(asked) == 1


def test_closed_port_is_named() -> None:
    with serving() as address:
        closed = address
    error = refusal(f"{closed}/article")
    assert error.code == "fetch"
    assert closed in str(error)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://post.example/a", "only http and https"),
        ("file:///etc/hostname", "only http and https"),
        ("http://", "names no host"),
        ("http://[::1", "is no address"),
        ("http://a:99999999/", "is no address|not known"),
        ("http://" + "a" * 70 + ".example/", "is no address|not known"),
        ("http://no-such-name.invalid/", "not known"),
    ],
)
def test_address_that_cannot_be_fetched(url: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Fetcher(LOCAL).fetch(url)


def test_password_is_refused_and_not_repeated() -> None:
    error = refusal("http://ann:secret@post.example/a")
    assert "holds a password" in str(error)
    assert "secret" not in str(error)
