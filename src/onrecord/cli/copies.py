"""``onrecord copies``: which texts count as one, and which share long passages."""

import json
from dataclasses import asdict

import click

from onrecord.cli.notes import day, percent
from onrecord.cli.options import takes_archive
from onrecord.cli.terminal import printable, say
from onrecord.store import Archive, CopyGroup, Print, Quoted

EXAMPLES = """\b
Examples:
  onrecord copies
  onrecord copies article.txt
  onrecord copies --passages --json > passages.jsonl
"""
_SHOWN_CHARS = 300


@click.command("copies", epilog=EXAMPLES)
@click.argument("reference", metavar="[ID]", required=False)
@takes_archive
@click.option(
    "--passages",
    "with_passages",
    is_flag=True,
    help="List the passages that texts share which are no copies.",
)
@click.option("--json", "as_json", is_flag=True, help="One group a line, as JSON.")
def command(
    reference: str | None, archive: str, *, with_passages: bool, as_json: bool
) -> None:
    """Show reprints and wire copy, the earliest first.

    Texts of one group count as one source. Each line says which share of the text's
    words stands in the copy by which it was found. ID is the document's id, the start
    of it, its name or its address; without it all groups are shown.
    """
    with Archive.open(archive, create=False) as opened:
        if with_passages:
            _print_passages(opened.passages(reference), as_json=as_json)
        else:
            _print_groups(opened.copies(reference), as_json=as_json)


def _print_groups(groups: list[CopyGroup], *, as_json: bool) -> None:
    for group in groups:
        if as_json:
            click.echo(json.dumps(_group(group), ensure_ascii=False))
            continue
        agency = f", credited to {group.agency}" if group.agency else ""
        click.echo(printable(f"{len(group.prints)} prints of one text{agency}"))
        for one in group.prints:
            click.echo(printable(f"  {_line(one)}"))
    if not as_json:
        n_prints = sum(len(group.prints) for group in groups)
        say(
            f"{n_prints} prints count as {len(groups)}."
            if groups
            else "No copies were found."
        )


def _line(one: Print) -> str:
    headline = ": ".join(word for word in (one.publisher, one.title) if word)
    notes = [
        percent(one.share) if one.share is not None else "",
        f"version {one.version} of its page" if one.version is not None else "",
    ]
    note = ", ".join(word for word in notes if word)
    words = (one.document_id, day(one.published), headline or one.name)
    return f"{'  '.join(words)}{f'  ({note})' if note else ''}".replace("\n", " ")


def _group(group: CopyGroup) -> dict[str, object]:
    return {"agency": group.agency, "prints": [_print(one) for one in group.prints]}


def _print(one: Print) -> dict[str, object]:
    published = one.published.isoformat() if one.published else None
    return {**asdict(one), "published": published}


def _print_passages(passages: list[Quoted], *, as_json: bool) -> None:
    for found in passages:
        if as_json:
            click.echo(json.dumps(_passage(found), ensure_ascii=False))
            continue
        words = " ".join(found.words.split())
        short = words if len(words) <= _SHOWN_CHARS else f"{words[:_SHOWN_CHARS]}…"
        place = f"{found.span.start}–{found.span.end}"
        source = f"{found.source_span.start}–{found.source_span.end}"
        click.echo(
            printable(
                f"{found.document_id} {place}  as in  {found.source_id} {source}"
                f"\n  {short}"
            )
        )
    if not as_json and not passages:
        say("No long passages are shared but by copies.")


def _passage(found: Quoted) -> dict[str, object]:
    return {
        "document_id": found.document_id,
        "span": [found.span.start, found.span.end],
        "source_id": found.source_id,
        "source_span": [found.source_span.start, found.source_span.end],
        "words": found.words,
    }
