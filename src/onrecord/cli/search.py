"""``onrecord search``: passages by their words."""

import click

from onrecord.cli.answer_rows import hit_row
from onrecord.cli.answer_text import hit_lines
from onrecord.cli.asking import OpenArchive, answer, asks, takes_limit, takes_period
from onrecord.query.period import Period
from onrecord.query.searching import Where

EXAMPLES = """\b
Examples:
  onrecord search "ferry licence"
  onrecord search '"no talks" OR (licence NOT ferry)' --outlet Courier
  onrecord search 'licen*' --names "Daniel Osei" --from 2024-03
"""

_OPERATORS = frozenset({"AND", "OR", "NOT"})


@click.command("search", epilog=EXAMPLES)
@click.argument("words", nargs=-1, required=True)
@click.option("--outlet", metavar="NAME", help="Publisher, or a part of its name.")
@click.option(
    "--names",
    metavar="NAME",
    multiple=True,
    help="Somebody whom the document names. Again for each.",
)
@takes_period
@takes_limit(20)
@asks
def command(
    words: tuple[str, ...],
    outlet: str | None,
    names: tuple[str, ...],
    period: Period,
    limit: int,
    archive: OpenArchive,
    form: str,
) -> None:
    """Find passages by their words, the best first, each with who says it.

    All WORDS have to stand in one paragraph. Words in marks are a phrase; AND, OR, NOT
    and brackets go between; a star stands for the rest of a word.
    """
    where = Where(outlet=outlet, names=names, period=period, limit=limit)
    found = archive.search(" ".join(map(_phrase, words)), where)
    answer(found, form, to_row=hit_row, show=hit_lines, limit=limit)


def _phrase(words: str) -> str:
    """Put what the shell kept together in marks, unless it says how to read it."""
    says_how = any(sign in words for sign in '"()*') or _OPERATORS & set(words.split())
    return f'"{words}"' if " " in words and not says_how else words
