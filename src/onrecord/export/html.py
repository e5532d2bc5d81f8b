"""The page: articles with their record beside them, in one self-contained file."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.core import Record
from onrecord.export import phrases
from onrecord.export.characters import encodable, for_page
from onrecord.export.protocol import ExportOptions
from onrecord.export.sheets import Sheet, make_sheet
from onrecord.export.wording import counted, load_wording

__all__ = ["HtmlExporter"]


class HtmlExporter:
    """Writes one page for all records; nothing on it comes from elsewhere."""

    name = "html"

    def export(
        self, records: Iterable[Record], stream: TextIO, *, options: ExportOptions
    ) -> None:
        """Write a page with every record on it.

        The list of articles stands at the top, so nothing is written before the last
        record has come.

        Args:
            records: Records to show.
            stream: Where to write; the page says that it is UTF-8.
            options: The title.
        """
        sheets = [make_sheet(*numbered) for numbered in enumerate(records, 1)]
        style, script = _asset("style.css"), _asset("page.js")
        page = (
            _environment()
            .get_template("page.html")
            .generate(
                sheets=sheets,
                title=_title(sheets, options),
                style=Markup(style),  # noqa: S704 - our own file, no input in it
                script=Markup(script),  # noqa: S704 - our own file, no input in it
                policy=_policy(style, script),
            )
        )
        for part in page:
            stream.write(encodable(part, stream, errors="xmlcharrefreplace"))


def _title(sheets: Sequence[Sheet], options: ExportOptions) -> str:
    if options.title:
        return options.title
    if len(sheets) == 1:
        return sheets[0].outline.title
    return f"{counted(len(sheets), 'article')} on record"


def _policy(style: str, script: str) -> str:
    """Allow our style and script by their digests, and nothing else at all.

    Should anything in an article ever get past the escaping, a browser still neither
    runs it nor fetches for it.

    Source:
        W3C Content Security Policy Level 3, section 2.3.1 (hash sources).
    """
    return (
        f"default-src 'none'; style-src {_digest(style)}; "
        f"script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(source: str) -> str:
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return files("onrecord.export").joinpath("templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters |= {"verbatim": _verbatim, "counted": counted}
    environment.globals |= {"say": load_wording(), "phrases": phrases}
    return environment


def _finalize(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return for_page(value)
    return value


def _verbatim(words: str) -> Markup:
    """Escape words so that a browser has exactly them: it would make CR a line feed."""
    escaped = str(escape(for_page(words)))
    return Markup(escaped.replace("\r", "&#13;"))  # noqa: S704 - escaped above
