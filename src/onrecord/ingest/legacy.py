"""Encodings from before Unicode: Windows-1252 unless the text speaks against it."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from charset_normalizer import from_bytes

from onrecord.ingest.languages import guess_language

__all__ = ["legacy_encoding"]

_DEFAULT = "cp1252"
# What no text of Western Europe is written with in Windows-1252: unassigned bytes, rare
# signs, and eth, thorn and y acute, which are Icelandic, or Turkish read wrongly.
_NOT_WESTERN = (
    b"\x81\x83\x86\x87\x8d\x8f\x90\x9d\xa4\xa6\xac\xaf\xb1\xb2\xb3\xb5\xb6\xb8\xb9"
    b"\xd0\xdd\xde\xf0\xfd\xfe"
)
# Capitals and signs where no Western text has them, right after a small letter: so come
# out Mac OS quotation marks and the letters of DOS and of Central Europe.
_MISPLACED = re.compile(
    rb"[a-z\xdf-\xf6\xf8-\xff][\xc0-\xd6\xd8-\xdc\x8a\x8c\x8e\x9f\x82\x84\xa1\xa3\xa5"
    rb"\xbc-\xbf]|[A-Za-z][\xa2\xaa\xb0\xba][a-z]"
)
# Letters beyond ASCII: some 5 % of French, 80 % of Russian.
_MAX_WESTERN_SHARE = 0.4
_CHAOS_WEIGHT = 4.0
_SURE_PROB = 0.9
_FAIR_PROB = 0.5


@cache
def _languages() -> dict[str, frozenset[str]]:
    """Give each encoding of ``encodings.csv`` the languages that are written in it."""
    table = files(__package__).joinpath("encodings.csv").read_text("utf-8")
    return {
        row["encoding"]: frozenset(row["languages"].split())
        for row in csv.DictReader(table.splitlines())
    }


def legacy_encoding(data: bytes) -> str:
    """Name the likeliest encoding of text that is not Unicode.

    Args:
        data: The whole input.

    Returns:
        Python's name of the encoding; the same for the same bytes, always. Where
        nothing speaks for another it is Windows-1252.

    Example:
        >>> legacy_encoding("Le ministre a nié, dit-il.".encode("cp1252"))
        'cp1252'
        >>> denial = "Министр заявил, что встреча не состоялась."
        >>> legacy_encoding(denial.encode("koi8_r"))
        'koi8_r'
    """
    score, likeliest = max(_scores(data), key=lambda scored: scored[0])
    western = _is_western(data)
    if western and (score < _SURE_PROB or _fit(data, _DEFAULT) >= _FAIR_PROB):
        return _DEFAULT
    return likeliest


def _scores(data: bytes) -> Iterator[tuple[float, str]]:
    """Score the encodings that charset-normalizer can imagine, likeliest first.

    Its order alone takes Czech for Mac OS Roman and Hebrew for KOI8; the language that
    comes out alone takes Chinese for Korean. Together they were right on every one of
    the samples of tests/unit/ingest, down to one sentence.
    """
    for match in from_bytes(data, cp_isolation=list(_languages())):
        for encoding in match.could_be_from_charset:
            yield _fit(data, encoding) - _CHAOS_WEIGHT * match.chaos, encoding
    yield -1.0, _DEFAULT


def _is_western(data: bytes) -> bool:
    n_high = len(data) - len(data.decode("ascii", "ignore"))
    if n_high > _MAX_WESTERN_SHARE * len(data):
        return False
    if data.translate(None, _NOT_WESTERN) != data:
        return False
    return _MISPLACED.search(data) is None


def _fit(data: bytes, encoding: str) -> float:
    """Say how likely bytes are in a language that the encoding is for."""
    languages = _languages().get(encoding)
    if languages is None:
        return 0.0
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    guess = guess_language(text)
    return guess.language_prob if guess.language in languages else 0.0
