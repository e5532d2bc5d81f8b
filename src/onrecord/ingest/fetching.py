"""Fetching as hosts want it: what robots.txt allows, slowly, and only what changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import anyio
import httpx
from anyio.from_thread import start_blocking_portal
from protego import Protego

from onrecord.core.errors import FetchError, TooLargeError
from onrecord.ingest.options import IngestOptions
from onrecord.ingest.web import USER_AGENT, Fetched, fetch

__all__ = ["Answer", "Fetcher"]

# RFC 9309 asks for 500 KiB at least.
_ROBOTS_BYTES = 512_000
_ROBOTS_S = 10.0
_MAX_CRAWL_DELAY_S = 60.0
# Busy hosts say so with these; the first may say for how long.
_BUSY = frozenset({429, 503})
_REST_S = 60.0
_SERVER_ERROR = 500

Conditions = Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of the text that it gave.

    Attributes:
        etag: The ``ETag``, if any.
        last_modified: The ``Last-Modified``, if any.
    """

    etag: str | None
    last_modified: str | None


@dataclass(slots=True)
class _Host:
    """What is known of a host during one run."""

    rules: Protego | None = None
    delay_s: float = 0.0
    next_s: float = 0.0
    rests_until_s: float = 0.0


class Fetcher:
    """Fetches pages of one run, keeping to each host's rules.

    A host's robots.txt is read once. Between two requests to a host lies the delay of
    the options, or what robots.txt asks for. A host that says that it is busy is left
    alone for as long as it says.

    Args:
        options: Limits, delay, whether robots.txt counts.
        conditions: Gives for an address the headers that ask whether it has changed.
    """

    def __init__(
        self, options: IngestOptions, *, conditions: Conditions = lambda _: {}
    ) -> None:
        self._options = options
        self._conditions = conditions
        self._hosts: dict[str, _Host] = {}
        self._answers: dict[str, Answer] = {}

    def fetch(self, url: str) -> Fetched:
        """Fetch one address.

        Args:
            url: An http or https address.

        Returns:
            The answer; one without a body if nothing has changed.

        Raises:
            FetchError: No usable answer, or one that the host does not want to give;
                the message names the address and the remedy.
            TooLargeError: The body is over the size limit.
        """
        # A loop in a thread of its own works in notebooks too, where one runs already.
        with start_blocking_portal() as portal:
            found = portal.call(self._fetch, url, dict(self._conditions(url)))
        if found.etag or found.last_modified:
            self._answers[url] = Answer(found.etag, found.last_modified)
        return found

    def answer(self, url: str | None) -> Answer | None:
        """Give what a server said of the text it gave for an address in this run.

        Args:
            url: As it was given to `fetch`.
        """
        return self._answers.get(url or "")

    async def _fetch(self, url: str, headers: Mapping[str, str]) -> Fetched:
        asked: list[httpx.URL] = []

        async def permit(address: httpx.URL) -> None:
            asked.append(address)
            await self._permit(address)

        try:
            return await fetch(url, self._options, headers=headers, permit=permit)
        except FetchError as error:
            if error.status in _BUSY:
                rest_s = _seconds(error.retry_after)
                self._hosts[_name(asked[-1])].rests_until_s = (
                    anyio.current_time() + rest_s
                )
            raise
        finally:
            # From the end of an answer on: a slow host has as much rest as a quick one.
            for address in asked:
                host = self._hosts.get(_name(address))
                if host is not None:
                    host.next_s = anyio.current_time() + host.delay_s

    async def _permit(self, url: httpx.URL) -> None:
        """Wait for a host's turn; raise if it does not want to be asked."""
        name = _name(url)
        if name not in self._hosts:
            self._hosts[name] = await self._meet(url)
        host = self._hosts[name]
        now = anyio.current_time()
        if now < host.rests_until_s:
            raise FetchError(
                f"{str(url)!r} was not asked for: {name!r} said that it is busy; try "
                f"again in {host.rests_until_s - now:.0f} s"
            )
        if host.rules is not None and not host.rules.can_fetch(str(url), USER_AGENT):
            raise FetchError(
                f"{str(url)!r} is closed to programs by the robots.txt of {name!r}; "
                "open it in a browser and save it as .html, or, if you may, give "
                "--ignore-robots"
            )
        wait_s = host.next_s - now
        host.next_s = max(now, host.next_s) + host.delay_s
        if wait_s > 0:
            await anyio.sleep(wait_s)

    async def _meet(self, url: httpx.URL) -> _Host:
        host = _Host(delay_s=self._options.delay_s)
        if self._options.ignore_robots:
            return host
        host.rules = await self._rules(url)
        if host.rules is not None:
            wanted_s = float(host.rules.crawl_delay(USER_AGENT) or 0.0)
            host.delay_s = max(host.delay_s, min(wanted_s, _MAX_CRAWL_DELAY_S))
        return host

    async def _rules(self, url: httpx.URL) -> Protego | None:
        """Read a host's robots.txt; None where there is none.

        Source:
            RFC 9309, section 2.3.1: one that is not there allows everything, one that
            a failing server keeps back forbids everything.
        """
        address = url.copy_with(raw_path=b"/robots.txt")
        options = replace(
            self._options,
            max_bytes=_ROBOTS_BYTES,
            timeout_s=min(self._options.timeout_s, _ROBOTS_S),
        )
        try:
            found = await fetch(str(address), options)
        except FetchError as error:
            if error.status is None or error.status < _SERVER_ERROR:
                # None: asking for the page itself will say what is wrong.
                return None
            raise FetchError(
                f"{str(url)!r} was not asked for: the server's robots.txt answered "
                f"{error.status}, so what it allows is not known; try again later"
            ) from error
        except TooLargeError:
            # Rules of half a megabyte are no rules; the page may be asked for.
            return None
        return Protego.parse(found.data.decode("utf-8", "replace"))


def _name(url: httpx.URL) -> str:
    return url.netloc.decode("ascii")


def _seconds(retry_after: str | None) -> float:
    if retry_after is not None and retry_after.isdigit():
        return float(retry_after)
    return _REST_S
