"""Ids that hash content, so that a second run gives the same ones."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256

__all__ = ["content_id", "document_id", "text_sha256"]

_DIGITS = 16


def content_id(prefix: str, *parts: object) -> str:
    """Give the id of something from what it is made of.

    Equal parts give equal ids on every machine and in every version. The prefixes in
    use: ``ety`` entity, ``men`` mention, ``tim`` time expression, ``att`` attribution,
    ``con`` contact, ``evt`` event, ``ten`` tenure.

    Args:
        prefix: Kind of thing, without the underscore.
        *parts: What tells it from others of its kind: strings, numbers, None, dates,
            spans and other data classes, and lists and tuples of these.

    Returns:
        The prefix, an underscore and 16 hexadecimal digits.

    Raises:
        TypeError: A part is none of the above.

    Example:
        >>> content_id("ety", "doc_0123456789abcdef", "person", "Ann Example")
        'ety_7c8333cf8b819739'
    """
    return f"{prefix}_{text_sha256(_encoder().encode(parts))[:_DIGITS]}"


@cache
def _encoder() -> json.JSONEncoder:
    """Give the one way in which parts are written; `json.dumps` makes one a call."""
    return json.JSONEncoder(
        ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )


def document_id(text: str) -> str:
    """Give the id of a document: the same text has the same id, whatever its name.

    Example:
        >>> document_id("Ann met Bo.")
        'doc_64ac20dcd90b7112'
    """
    return f"doc_{text_sha256(text)[:_DIGITS]}"


def text_sha256(text: str) -> str:
    r"""Give the SHA-256 of a text's UTF-8 form, in hexadecimal.

    Lone surrogates, which strict UTF-8 refuses, are written as three bytes each: no
    text is without a digest, and no two texts share one for lack of an encoding.

    Example:
        >>> text_sha256("Ann")[:8], len(text_sha256("\ud800"))
        ('17239b6e', 64)
    """
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    raise TypeError(
        f"{value!r} cannot be part of an id; give strings, numbers, dates or spans"
    )
