"""UTF-16 and UTF-32 without a byte order mark."""

from collections.abc import Iterator

__all__ = ["wide_encoding"]

_ENCODINGS = (
    ("utf-32-le", 4),
    ("utf-32-be", 4),
    ("utf-16-le", 2),
    ("utf-16-be", 2),
)
_SAMPLE_BYTES = 65_536
# Latin to Syriac; kana and CJK signs; ideographs; Hangul; full-width forms.
_COMMON = (
    (0x20, 0x800),
    (0x2010, 0x2040),
    (0x3000, 0x3100),
    (0x4E00, 0xA000),
    (0xAC00, 0xD7A4),
    (0xFF00, 0xFFF0),
)
_LATIN_END = 0x250
_MIN_SHARE = 0.95


def wide_encoding(data: bytes) -> str | None:
    """Find out whether bytes read as text two or four at a time.

    Call it only when they do not read as text one at a time: any plain English in
    pairs reads as Chinese.

    Args:
        data: The whole input.

    Returns:
        Python's name of the encoding, or ``None``. Text with NUL characters in it is
        not recognised without a mark.

    Source:
        The known failure of `IsTextUnicode` ("Bush hid the facts"), which this order
        of tests avoids.

    Example:
        >>> wide_encoding("No meeting was held.".encode("utf-16-be"))
        'utf-16-be'
    """
    scored = sorted(_scores(data), reverse=True)
    return scored[0][1] if scored else None


def _scores(data: bytes) -> Iterator[tuple[float, str]]:
    for encoding, width in _ENCODINGS:
        if len(data) % width:
            continue
        sample = data[:_SAMPLE_BYTES]
        try:
            # The sample may end within a surrogate pair.
            text = sample.decode(encoding, "strict" if sample is data else "ignore")
        except UnicodeDecodeError:
            continue
        if not text or "\0" in text:
            continue
        share = sum(map(_is_common, text)) / len(text)
        if share >= _MIN_SHARE:
            # The wrong byte order makes ideographs of Latin letters, never the reverse.
            n_latin = sum(ord(sign) < _LATIN_END for sign in text)
            yield share + n_latin / len(text), encoding


def _is_common(sign: str) -> bool:
    code = ord(sign)
    return sign in "\t\n\r" or any(low <= code < high for low, high in _COMMON)
