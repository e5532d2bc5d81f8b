"""Bytes that are no text: images, programs, archives, noise."""

import filetype  # type: ignore[import-untyped]  # has no types

__all__ = ["has_text", "known_binary", "share_of_controls"]

# Tab, line feed, vertical tab, form feed and carriage return stand in texts.
_CONTROLS = bytes([*range(9), *range(14, 32), 127])
# Their signatures are text themselves and long enough to be believed.
_TEXT_LIKE = frozenset({"application/pdf", "application/rtf", "application/postscript"})
_PROBE_BYTES = 8192
# A few stray signs in a short text are no share.
_STRAY = 3


def known_binary(data: bytes) -> str | None:
    r"""Name the media type of bytes that bear a binary format's signature.

    Short signatures are words too: "MZ" starts a program and may start an article. So
    a signature counts only where control characters follow.

    Args:
        data: The start of the input, 8 kB or more where there is as much.

    Returns:
        Such as ``image/png``, or ``None``.

    Example:
        >>> known_binary(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
        'image/png'
        >>> known_binary(b"MZ Media reports") is None
        True
    """
    probe = data[:_PROBE_BYTES]
    kind = filetype.guess(probe)
    if kind is None:
        return None
    if kind.mime in _TEXT_LIKE or probe.translate(None, _CONTROLS) != probe:
        return str(kind.mime)
    return None


def share_of_controls(data: bytes | str) -> float:
    """Say which share of a text are control characters that no text needs.

    Args:
        data: Text, or bytes in an encoding that leaves ASCII in its place.

    Returns:
        A share in [0, 1]; 0 for up to three of them, which stay in the text.

    Example:
        >>> share_of_controls(b"ab" + bytes(8))
        0.8
    """
    if isinstance(data, bytes):
        n_controls = len(data) - len(data.translate(None, _CONTROLS))
    else:
        n_controls = sum(data.count(chr(code)) for code in _CONTROLS)
    return n_controls / len(data) if n_controls > _STRAY else 0.0


def has_text(text: str) -> bool:
    r"""Say whether anything in a text can be seen.

    Args:
        text: Decoded text.

    Returns:
        Whether it holds more than blanks, controls, zero-width signs and unpaired
        surrogates.

    Example:
        >>> has_text("\u200b \n")
        False
    """
    return any(sign.isprintable() and not sign.isspace() for sign in text)
