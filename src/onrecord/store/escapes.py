r"""Text that databases refuse, made storable and back without loss.

SQLite and PostgreSQL keep text as UTF-8, which has no form for a lone surrogate (a
file name that is not UTF-8, a broken ``\ud83d`` in JSON); PostgreSQL also refuses NUL
and SQLite's own functions stop at it. Both occur in real input, and a document's text
is never changed. So these two, and the backslash that marks them, are escaped as JSON
does; every other text is stored as it is, readable with any database tool.
"""

import re

_UNSTORABLE = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(?:\\|u([0-9a-f]{4}))")


def escape(text: str) -> str:
    r"""Give a text the form in which it is stored.

    Args:
        text: Any string, lone surrogates and NUL included.

    Returns:
        The same text with ``\`` as ``\\`` and NUL and surrogates as ``\uXXXX``.

    Source:
        RFC 8259, section 7 (the escapes of a JSON string).

    Example:
        >>> escape("a\x00b") == r"a\u0000b"
        True
    """
    return _UNSTORABLE.sub(_escaped, text)


def unescape(stored: str) -> str:
    r"""Give a stored text back as it was.

    Args:
        stored: What `escape` returned.

    Returns:
        The text before `escape`, code point for code point.

    Example:
        >>> unescape(escape("C:\\new \ud83d")) == "C:\\new \ud83d"
        True
    """
    return _ESCAPED.sub(_unescaped, stored)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return "\\\\" if character == "\\" else f"\\u{ord(character):04x}"


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return "\\" if code is None else chr(int(code, 16))
