"""The terminal view: a record as people read it."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console

from onrecord.core import Record
from onrecord.export.arrange import make_outline
from onrecord.export.characters import encodable
from onrecord.export.protocol import ExportOptions
from onrecord.export.terminal import MAX_WIDTH
from onrecord.export.text_sections import sections

__all__ = ["TextExporter"]


class TextExporter:
    """Writes people, statements, contacts, events and issues for reading."""

    name = "text"

    def export(
        self, records: Iterable[Record], stream: TextIO, *, options: ExportOptions
    ) -> None:
        """Write each record as soon as it comes.

        Without colour the output holds no control characters at all and no blanks at
        the ends of lines, fit for a file or a pipe.

        Args:
            records: Records to write.
            stream: Where to write.
            options: Width and colour.
        """
        for number, record in enumerate(records):
            between = "\n" if number else ""
            page = between + _page(record, options)
            stream.write(encodable(page, stream, errors="backslashreplace"))


def _page(record: Record, options: ExportOptions) -> str:
    width = min(options.width, MAX_WIDTH)
    # Everything that rich finds out about the terminal is given here instead: the
    # caller decides, and the environment of a test or a pipe changes nothing.
    console = Console(
        width=width,
        height=25,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for section in sections(make_outline(record)):
            console.print(section)
    lines = capture.get().split("\n")
    return "\n".join(lines if options.colour else map(str.rstrip, lines))
