"""Addresses that may be fetched: the Web's, not those inside this network."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from courlan import normalize_url

__all__ = ["is_public", "page_address"]

_NAT64 = ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Say whether an IP address lies on the public internet.

    Args:
        address: As `socket.getaddrinfo` gives it.

    Returns:
        ``False`` for this machine, private and carrier networks, link-local
        addresses (cloud metadata among them), multicast and reserved ones, and for
        IPv6 addresses that stand for such an IPv4 address.

    Source:
        IANA special-purpose address registries, as in Python's `ipaddress`.

    Example:
        >>> is_public("8.8.8.8"), is_public("::ffff:127.0.0.1")
        (True, False)
    """
    parsed = ip_address(address.partition("%")[0])
    inner = _embedded(parsed) if isinstance(parsed, IPv6Address) else None
    return _is_global(parsed if inner is None else inner)


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast


def _embedded(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour


def page_address(url: str | None) -> str | None:
    """Spell the address of a page in one way, so that it is known again.

    The scheme, a leading ``www.``, a closing slash, the fragment and the marks by which
    readers are followed do not tell pages apart; everything else does.

    Args:
        url: The address of a text, if it has one.

    Returns:
        The address without its scheme, or ``None`` for what is no page's: a site's
        front page has new texts all day, and they are no versions of each other.

    Example:
        >>> page_address("http://www.example.org/Ferry/?utm_source=feed#top")
        'example.org/Ferry'
        >>> page_address("https://example.org/") is None
        True
    """
    try:
        parts = urlsplit(normalize_url(url or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or not host:
        return None
    if not path and not parts.query:
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}{path}{query}"
