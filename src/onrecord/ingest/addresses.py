"""Addresses that may be fetched: the Web's, not those inside this network."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

__all__ = ["is_public"]

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
