"""Characters that a terminal, a page or a narrow stream cannot take as they are.

Every replacement is one code point for one, so offsets still hold in what is shown.
"""

import re
from typing import Final, TextIO

__all__ = ["encodable", "for_page", "for_terminal", "is_unicode"]

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"

# A page cannot hold NUL, and UTF-8 cannot hold half of a surrogate pair.
_NOT_IN_PAGES = re.compile("[\0\ud800-\udfff]")
# An article must not be able to move the cursor or recolour the screen: every control
# character but tab and line feed, in both of Unicode's blocks of them (ECMA-48).
_NOT_IN_TERMINALS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def for_page(text: str) -> str:
    r"""Replace what HTML cannot hold: NUL and lone surrogates.

    Args:
        text: Any text, not yet escaped.

    Returns:
        A text of the same length that UTF-8 can encode.

    Example:
        >>> for_page("a\0b") == "a\ufffdb"
        True
    """
    return _NOT_IN_PAGES.sub(REPLACEMENT, text)


def for_terminal(text: str) -> str:
    r"""Replace control characters, so that no text can steer the terminal.

    Line ends of every kind become a line feed; a pair of CR and LF becomes one.

    Args:
        text: Any text.

    Returns:
        Text without control characters other than tab and line feed.

    Example:
        >>> for_terminal("red: \x1b[31m") == "red: \ufffd[31m"
        True
    """
    return _NOT_IN_TERMINALS.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text))


def is_unicode(stream: TextIO) -> bool:
    """Tell whether a stream takes every character.

    Args:
        stream: Any text stream; one without an encoding is in memory.

    Returns:
        True for UTF-8 and its kin.
    """
    encoding = getattr(stream, "encoding", None)
    return encoding is None or encoding.lower().startswith("utf")


def encodable(text: str, stream: TextIO, *, errors: str) -> str:
    """Write what a narrow stream cannot take in another way.

    Args:
        text: Text without lone surrogates.
        stream: Where it will be written.
        errors: Name of a codec error handler, such as ``"backslashreplace"``.

    Returns:
        The text itself on a stream of Unicode, else one that the stream can encode.
    """
    if is_unicode(stream):
        return text
    encoding = stream.encoding
    return text.encode(encoding, errors).decode(encoding)
