"""Pages over HTTP: public addresses only, one deadline, one size limit."""

import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from socket import SOCK_STREAM
from types import MappingProxyType

import anyio
import httpx

from onrecord.core.errors import FetchError
from onrecord.ingest.addresses import is_public
from onrecord.ingest.files import too_large
from onrecord.ingest.options import IngestOptions

__all__ = ["USER_AGENT", "Fetched", "Permit", "fetch"]

#: The name that robots.txt files know this program by.
USER_AGENT = "onrecord"

_MAX_REDIRECTS = 5
_NOT_MODIFIED = 304
_PORTS = {"http": 80, "https": 443}
# Others unpack a small answer to gigabytes in one step, or need more libraries.
_CODINGS = frozenset({"", "identity", "gzip", "deflate"})
_HEADERS = {
    "User-Agent": f"{USER_AGENT} (reads what a person asked for; keeps to robots.txt)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_SAVE_IT = "open it in a browser, save it as .html and read that file"
_REMEDIES = {
    401: _SAVE_IT,
    402: _SAVE_IT,
    403: _SAVE_IT,
    404: "check the address, or look for an archived copy",
    410: "look for an archived copy",
    429: "wait and try again",
    451: "look for an archived copy",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered.

    Attributes:
        url: Address that answered, after redirects.
        data: Body, unpacked.
        media_type: What the server calls it, in lower case; empty if it does not.
        charset: Encoding that the server names, or ``None``.
        etag: What the server calls this state of the page, or ``None``.
        last_modified: When it says that the page changed last, or ``None``.
        is_unmodified: The server says that nothing changed; there is no body then.
    """

    url: str
    data: bytes
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    is_unmodified: bool = False


Permit = Callable[[httpx.URL], Awaitable[None]]


async def _everything(_: httpx.URL) -> None:
    """Permit every address at once."""


async def fetch(
    url: str,
    options: IngestOptions,
    *,
    headers: Mapping[str, str] = MappingProxyType({}),
    permit: Permit = _everything,
) -> Fetched:
    """Fetch one page.

    Every name is looked up once, each of its addresses checked, and exactly a checked
    address connected to, for each redirect anew: a name that answers differently the
    second time gains nothing. Proxies, cookies and passwords of the environment are
    not used. `onrecord.ingest.fetching.Fetcher` is what keeps to the rules of hosts.

    Args:
        url: An http or https address.
        options: Time and size limits, and whether private addresses are allowed.
        headers: Sent besides ours.
        permit: Waits until an address may be asked, or raises; what it waits does not
            count against the time limit. Each redirect is asked about as well.

    Returns:
        The answer.

    Raises:
        FetchError: No usable answer; the message names the address and the remedy.
        TooLargeError: The body is over the size limit.
    """
    left_s = options.timeout_s
    async with httpx.AsyncClient(
        verify=_tls_context(),
        trust_env=False,
        headers={**_HEADERS, **headers},
        # The deadline around all of this ends reads; half of it leaves the next of a
        # name's addresses a chance.
        timeout=httpx.Timeout(None, connect=options.timeout_s / 2),
    ) as client:
        current = _parsed(url)
        for _ in range(_MAX_REDIRECTS + 1):
            await permit(current)
            started = anyio.current_time()
            answer = await _answer_within(
                client, current, options=options, left_s=left_s
            )
            left_s -= anyio.current_time() - started
            if isinstance(answer, Fetched):
                return answer
            current = _parsed(answer)
    raise FetchError(
        f"{url!r} redirects more than {_MAX_REDIRECTS} times; give the address that it "
        "ends at"
    )


async def _answer_within(
    client: httpx.AsyncClient, url: httpx.URL, *, options: IngestOptions, left_s: float
) -> Fetched | str:
    try:
        # Timeouts of single reads never end on a server that drips.
        with anyio.fail_after(left_s):
            return await _answer(client, url, options)
    except TimeoutError as error:
        raise FetchError(
            f"{str(url)!r} did not answer in full within {options.timeout_s:g} s; try "
            "again or allow more with --timeout"
        ) from error


@cache
def _tls_context() -> ssl.SSLContext:
    # Honours SSL_CERT_FILE, which networks that inspect traffic set.
    return httpx.create_ssl_context()


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError(f"{url!r} is no address ({error}); check it") from error
    if parsed.scheme not in _PORTS:
        raise FetchError(
            f"{url!r} is a {parsed.scheme!r} address; only http and https are fetched"
        )
    if not parsed.host:
        raise FetchError(f"{url!r} names no host; check the address")
    if parsed.userinfo:
        # It would be stored with the document, and shown with every line of it.
        raise FetchError(f"the address at {parsed.host!r} holds a password; {_SAVE_IT}")
    return parsed.copy_with(fragment=None)


async def _answer(
    client: httpx.AsyncClient, url: httpx.URL, options: IngestOptions
) -> Fetched | str:
    """Give the page, or the address that it redirects to."""
    response = await _connect(client, url, await _addresses(url, options))
    try:
        if response.status_code == _NOT_MODIFIED:
            return Fetched(str(url), b"", is_unmodified=True)
        if response.has_redirect_location:
            return str(url.join(response.headers["location"]))
        _check(response, url)
        data = await _body(response, options.max_bytes)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _failed(url, error) from error
    finally:
        await response.aclose()
    media_type = response.headers.get("content-type", "").partition(";")[0]
    return Fetched(
        str(url),
        data,
        media_type.strip().lower(),
        response.charset_encoding,
        etag=response.headers.get("etag"),
        last_modified=response.headers.get("last-modified"),
    )


async def _addresses(url: httpx.URL, options: IngestOptions) -> list[str]:
    host = url.raw_host.decode("ascii")
    try:
        found = await anyio.getaddrinfo(
            host, url.port or _PORTS[url.scheme], type=SOCK_STREAM
        )
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"{str(url)!r}: the name {url.host!r} is not known ({error}); check the "
            "address and your connection"
        ) from error
    # IPv4 first: an IPv6 address without a route costs half of the deadline.
    addresses = sorted({entry[4][0] for entry in found}, key=lambda one: ":" in one)
    for address in addresses:
        if not options.allow_private and not is_public(address):
            raise FetchError(
                f"{str(url)!r} lies at {address}, inside this machine or its network; "
                "allow that with --allow-private"
            )
    return addresses


async def _connect(
    client: httpx.AsyncClient, url: httpx.URL, addresses: list[str]
) -> httpx.Response:
    failure: httpx.HTTPError | None = None
    for address in addresses:
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode("ascii")},
            # The certificate must be the name's, not the number's.
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )
        try:
            return await client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
        except httpx.HTTPError as error:
            raise _failed(url, error) from error
    raise _failed(url, failure) from failure


def _check(response: httpx.Response, url: httpx.URL) -> None:
    status = response.status_code
    if not response.is_success:
        remedy = _REMEDIES.get(status, "try again later, or check the address")
        error = FetchError(
            f"{str(url)!r} answered {status} {response.reason_phrase}; {remedy}"
        )
        error.status = status
        error.retry_after = response.headers.get("retry-after")
        raise error
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise FetchError(
            f"{str(url)!r} is packed as {coding!r}, which was not asked for; {_SAVE_IT}"
        )


async def _body(response: httpx.Response, max_bytes: int) -> bytes:
    data = bytearray()
    async for chunk in response.aiter_bytes():
        data += chunk
        if len(data) > max_bytes:
            raise too_large(max_bytes)
    return bytes(data)


def _failed(url: httpx.URL, error: Exception | None) -> FetchError:
    reason = str(error) or type(error).__name__
    return FetchError(
        f"{str(url)!r} did not answer ({reason}); check the address and your "
        "connection, or try again later"
    )
