"""Bytes to text: the encoding is found, and nothing else about the text is changed."""

import codecs
from dataclasses import dataclass

import webencodings  # type: ignore[import-untyped]  # has no types

from onrecord.core.errors import EmptyInputError, EncodingError, NotTextError
from onrecord.ingest.binary import has_text, known_binary, share_of_controls
from onrecord.ingest.legacy import legacy_encoding
from onrecord.ingest.wide import wide_encoding

__all__ = ["Decoded", "decode", "given_encoding"]

# Longest first: UTF-32's mark starts with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Windows is where UTF-16 without a mark comes from.
_UNMARKED = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}
_MAX_CONTROL_SHARE = 0.05
# Half the bytes of UTF-16 Latin, one in twenty of Chinese, none of Windows-1252.
_WIDE_CONTROL_SHARE = 0.02
_GIVE_ENCODING = "name the encoding with --encoding"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it stood in bytes.

    ``mark + text.encode(encoding, "surrogatepass")`` gives the bytes back wherever the
    encoding writes each text in one way only (every one but some of East Asia's).

    Attributes:
        text: The text, without a byte order mark and otherwise unchanged.
        encoding: Python's name of the encoding.
        mark: The byte order mark that stood before the text, or nothing.
    """

    text: str
    encoding: str
    mark: bytes = b""


def decode(
    data: bytes, *, encoding: str | None = None, hint: str | None = None
) -> Decoded:
    r"""Turn bytes into the text that they stand for.

    Line ends, NUL characters, unpaired surrogates and zero-width signs all stay: what
    is wanted normalised is normalised on a view. In order: the encoding that is given;
    a byte order mark; UTF-8; UTF-16 or UTF-32 without a mark; the hint; the Western
    default Windows-1252; what the text's language speaks for.

    Args:
        data: The whole input.
        encoding: Its encoding, if it is known; nothing else is tried then.
        hint: The label that a server or a page names. It loses against bytes that
            are UTF-8, as labels are often left over from a template.

    Returns:
        The text with its encoding.

    Raises:
        EmptyInputError: Nothing in it can be seen.
        NotTextError: The bytes are an image, a program or the like.
        EncodingError: The bytes break the encoding given, or fit none.

    Example:
        >>> decode(b"caf\xe9").encoding
        'cp1252'
        >>> decode("no\r\n".encode("utf-16")).text
        'no\r\n'
    """
    if not data:
        raise EmptyInputError("is empty (0 bytes); give a file that holds text")
    if encoding is not None:
        return _checked(_decode_as(data, encoding))
    marked = _decode_marked(data)
    if marked is not None:
        return _checked(marked)
    found = known_binary(data)
    if found is not None:
        raise NotTextError(
            f"is {found}, no text; save its text as .txt or .html and read that"
        )
    return _checked(_find(data, hint))


def _checked(decoded: Decoded) -> Decoded:
    share = share_of_controls(decoded.text)
    if share > _MAX_CONTROL_SHARE:
        raise _not_text(share)
    if not has_text(decoded.text):
        raise EmptyInputError(
            f"holds nothing that can be seen ({len(decoded.text)} characters, all "
            "blank); give a file that holds text"
        )
    return decoded


def given_encoding(data: bytes, encoding: str) -> tuple[str, bytes]:
    r"""Make an encoding that somebody named exact: which byte order, which mark.

    Args:
        data: The start of the input.
        encoding: The name, such as ``utf-16``.

    Returns:
        Python's name of the encoding, and the byte order mark that the data start with.

    Example:
        >>> given_encoding(b"N\0o\0", "UTF-16")
        ('utf-16-le', b'')
    """
    name = codecs.lookup(encoding).name
    for mark, marked in _MARKS:
        # "utf-16" covers both byte orders, "utf-16-le" its own.
        if data.startswith(mark) and marked.startswith(name.removesuffix("-sig")):
            return marked, mark
    return _UNMARKED.get(name, name), b""


def _decode_as(data: bytes, encoding: str) -> Decoded:
    decoded = _try(data, *given_encoding(data, encoding))
    if decoded is None:
        raise EncodingError(
            f"is not {encoding!r}: its bytes break that encoding; give another with "
            "--encoding, or leave it out and have it found"
        )
    return decoded


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            decoded = _try(data, encoding, mark)
            if decoded is not None:
                return decoded
    return None


def _find(data: bytes, hint: str | None) -> Decoded:
    decoded = _try(data, "utf-8")
    share = share_of_controls(data if decoded is None else decoded.text)
    if decoded is not None and share <= _MAX_CONTROL_SHARE:
        return decoded
    if share > _WIDE_CONTROL_SHARE:
        wide = wide_encoding(data)
        paired = None if wide is None else _try(data, wide)
        if paired is not None:
            return paired
    if share > _MAX_CONTROL_SHARE:
        raise _not_text(share)
    decoded = _try_label(data, hint) or _try(data, legacy_encoding(data))
    if decoded is None:
        raise EncodingError(f"is in no encoding that is known; {_GIVE_ENCODING}")
    return decoded


def _try_label(data: bytes, label: str | None) -> Decoded | None:
    # The Web's own table: there "iso-8859-1" means Windows-1252.
    found = webencodings.lookup(label) if label else None
    return _try(data, found.codec_info.name) if found else None


def _try(data: bytes, encoding: str, mark: bytes = b"") -> Decoded | None:
    body = data.removeprefix(mark)
    # Unpaired surrogates are no UTF, but programs write them: they are kept.
    for errors in ("strict", "surrogatepass"):
        try:
            return Decoded(body.decode(encoding, errors), encoding, mark)
        except (UnicodeError, LookupError):
            continue
    return None


def _not_text(share: float) -> NotTextError:
    return NotTextError(
        f"is no text: {share:.0%} of it are control characters; if it is, "
        f"{_GIVE_ENCODING}"
    )
