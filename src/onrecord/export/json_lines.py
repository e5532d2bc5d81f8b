"""The record's JSON, one record a line."""

import re
from collections.abc import Iterable
from typing import TextIO

from onrecord.core import Record, dumps
from onrecord.export.characters import is_unicode
from onrecord.export.protocol import ExportOptions

__all__ = ["JsonExporter"]

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class JsonExporter:
    """Writes the stable contract of ``onrecord read --format json``."""

    name = "json"

    def export(
        self, records: Iterable[Record], stream: TextIO, *, options: ExportOptions
    ) -> None:
        """Write each record as one line, as soon as it comes.

        On a stream that is not Unicode every letter outside ASCII is written as an
        escape, which means the same.

        Args:
            records: Records to write.
            stream: Where to write.
            options: Nothing in them concerns JSON.
        """
        del options
        for record in records:
            line = dumps(record)
            # Outside ASCII there are only letters inside strings.
            written = line if is_unicode(stream) else _NOT_ASCII.sub(_escape, line)
            stream.write(f"{written}\n")


def _escape(letter: re.Match[str]) -> str:
    # Beyond the Basic Multilingual Plane JSON writes the two halves of a pair.
    units = letter[0].encode("utf-16-be").hex()
    return "".join(rf"\u{units[at : at + 4]}" for at in range(0, len(units), 4))
