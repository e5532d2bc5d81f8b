"""How the parts of a record look in a terminal: styles, bars and hanging labels.

Colour repeats what a word says and never says anything alone. Nothing is red or green:
a stance is no verdict.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from onrecord.core import Modality, Stance
from onrecord.export.characters import for_terminal

__all__ = [
    "MAX_WIDTH",
    "STYLES",
    "Barred",
    "dim",
    "heading",
    "indented",
    "labelled",
    "plain",
]

# Lines longer than this are hard to follow back to the left.
MAX_WIDTH: Final = 100
_BAR = "│ "
_INDENT = 2
# The longest label is "hypothetical".
_LABEL_WIDTH = len("hypothetical")

STYLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        Stance.CONFIRMS: "bold blue",
        Stance.DENIES: "bold yellow",
        Stance.ACCUSES: "bold magenta",
        Stance.PROMISES: "bold cyan",
        Stance.DEMANDS: "bold cyan",
        Modality.HAPPENED: "bold blue",
        Modality.DENIED: "bold yellow",
        Modality.NOT_HELD: "bold yellow",
        Modality.ALLEGED: "bold magenta",
        Modality.PLANNED: "bold cyan",
    }
)


@dataclass(frozen=True, slots=True)
class Barred:
    """The article's words, set apart from ours by a bar along their lines.

    Attributes:
        words: The words, exactly.
    """

    words: str

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        """Wrap the words and put the bar before each line."""
        width = max(1, options.max_width - len(_BAR))
        bar = Segment(_BAR, console.get_style("dim"))
        for line in plain(self.words).wrap(console, width, tab_size=4):
            line.rstrip()
            yield bar
            yield from line.render(console)
            yield Segment.line()


def plain(words: str, style: str = "") -> Text:
    """Give words as text that is printed as it is, without markup.

    Args:
        words: Any text; what could steer a terminal is replaced.
        style: Style of the whole.

    Returns:
        The text.
    """
    return Text(for_terminal(words), style=style, overflow="fold")


def dim(*parts: str) -> Text:
    """Give small print: its parts with dots between, those that are empty left out."""
    return plain(" · ".join(part for part in parts if part), "dim")


def heading(title: str, count: str = "") -> Text:
    """Give a section's heading, with how much is in it."""
    return plain(title.upper(), "bold").append_text(plain(f"  {count}", "dim"))


def indented(*parts: RenderableType) -> Padding:
    """Set parts below each other, moved in."""
    return Padding(Group(*parts), (0, 0, 0, _INDENT))


def labelled(
    label: Text, *parts: RenderableType, width: int = _LABEL_WIDTH
) -> RenderableType:
    """Set parts below each other beside a label.

    Args:
        label: A word, in its style.
        *parts: What stands beside it.
        width: Columns for the label.

    Returns:
        A block as wide as the console.
    """
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=width, overflow="fold")
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(label, Group(*parts))
    return grid
