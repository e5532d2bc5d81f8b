"""The one JSON form of a record, and the way back.

The shape is published as ``record.schema.json`` beside this module. The document's text
is not part of it: `from_json` takes the document and refuses one whose text is not the
one that was read.
"""

import json
import re

from onrecord.core.decode import from_json
from onrecord.core.document import Document
from onrecord.core.encode import Json, document_to_json, to_json
from onrecord.core.errors import CodecError
from onrecord.core.record import Record

__all__ = [
    "Json",
    "document_to_json",
    "dumps",
    "from_json",
    "json_line",
    "loads",
    "to_json",
]

_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(record: Record) -> str:
    """Write a record as one line of JSON.

    Args:
        record: The record.

    Returns:
        The line, without a line end; see `json_line` for how it is written.
    """
    return json_line(to_json(record))


def loads(line: str, document: Document) -> Record:
    """Read a record from its JSON text.

    Args:
        line: What `dumps` gave.
        document: The document that the record was read from.

    Returns:
        The record.

    Raises:
        CodecError: It is no JSON, no record, or the record of another text.
    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise CodecError(
            f"the record of {document.name!r} is no JSON ({error}); read it again"
        ) from error
    return from_json(data, document)


def json_line(data: object) -> str:
    r"""Write JSON values as one line that any program can read.

    Letters of every script stand as themselves. Lone surrogates, which UTF-8 cannot
    carry (a file name or a JSONL input may hold some), are written as ``\udXXX``
    escapes: the line always encodes as UTF-8 and is valid JSON, and `json.loads` gives
    the same string back. Only a high surrogate right before a low one comes back as the
    one character that the two make in JSON.

    Args:
        data: Dicts, lists, strings, finite numbers, booleans and None.

    Returns:
        The line, without a line end.

    Raises:
        CodecError: A number is infinite or not a number, which JSON cannot write.

    Example:
        >>> print(json_line({"name": "Zoë \udc80"}))
        {"name": "Zoë \udc80"}
    """
    try:
        line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise CodecError(
            f"JSON cannot write this value ({error}); give finite numbers"
        ) from error
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
