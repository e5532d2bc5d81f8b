"""Score the reading of times: ``python -m onrecord.evaluate.times_score FOLDER``.

The folder holds TimeML files, such as TimeBank's.

Every third file by name is the development set that figures are given for; the others
may be looked at. Only TIMEX3 of type DATE and TIME count, for durations and repeated
times are none of ours.

Source:
    UzZaman et al., "SemEval-2013 Task 1: TempEval-3" (2013), for the measures: spans
    by overlap and exactly, and values over the spans that overlap. Values are compared
    as days: ours must lie within the gold one, so that "the end of May" may be told
    more finely than the gold's month; where the gold names no day ("recently"), ours
    must not either.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from onrecord.core.dates import DateRange
from onrecord.core.span import Span
from onrecord.read.times import TimeFound, find_times

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_COUNTED_TYPES = frozenset({"DATE", "TIME"})
_NO_FILES = 1


@dataclass(frozen=True, slots=True)
class GoldTime:
    """An expression of time as a TimeML file marks it.

    Attributes:
        span: Where it stands in the text of its file.
        value: The TIMEX3 value.
    """

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class TimeMLText:
    """The text of a TimeML file.

    Attributes:
        text: The text without mark-up.
        published: Day that the file gives as the document's creation time.
        times: The expressions of type DATE and TIME, in order.
    """

    text: str
    published: date | None
    times: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True)
class TimesScore:
    """Figures in [0, 1] for a set of files.

    Attributes:
        n_texts: Number of files.
        n_gold: Number of expressions in the gold.
        n_found: Number of expressions found.
        overlap_f1: Spans that overlap.
        strict_f1: Spans that are equal.
        value_f1: Spans that overlap and whose value agrees.
    """

    n_texts: int
    n_gold: int
    n_found: int
    overlap_f1: float
    strict_f1: float
    value_f1: float


def read_timeml(path: Path) -> TimeMLText:
    """Read a TimeML file.

    Args:
        path: The file.

    Returns:
        Its text and times.
    """
    root = ElementTree.parse(path).getroot()  # noqa: S314 - files one chose oneself
    created = root.find(".//DCT/TIMEX3")
    whole = _gold_range("" if created is None else created.get("value", ""))
    body = root.find("TEXT")
    parts: list[str] = []
    times: list[GoldTime] = []
    if body is not None:
        _collect(body, parts, times)
    published = whole.earliest if whole else None
    return TimeMLText("".join(parts), published, tuple(times))


def _collect(
    element: ElementTree.Element, parts: list[str], times: list[GoldTime]
) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _collect(child, parts, times)
        parts.append(child.tail or "")
    end = sum(map(len, parts))
    if element.tag == "TIMEX3" and element.get("type") in _COUNTED_TYPES:
        times.append(GoldTime(Span(start, end), element.get("value", "")))


def value_agrees(value: str, found: DateRange | None) -> bool:
    """Say whether a range agrees with a TIMEX3 value.

    Args:
        value: The gold value, such as ``1998-03``, ``1998-Q3`` or ``PAST_REF``.
        found: The range to judge.

    Returns:
        Whether it lies within the gold's days, or is None where the gold has none.

    Example:
        >>> value_agrees("1998-03", DateRange.month(1998, 3))
        True
    """
    gold = _gold_range(value)
    if gold is None or found is None:
        return gold is None and found is None
    if None in {gold.earliest, gold.latest, found.earliest, found.latest}:
        return False
    return _contains(gold, found)


def _contains(gold: DateRange, found: DateRange) -> bool:
    joined = [gold.earliest, found.earliest, found.latest, gold.latest]
    days = [day for day in joined if day is not None]
    return days == sorted(days)


def _gold_range(value: str) -> DateRange | None:
    """Give the days of a TIMEX3 value; unknown places (X) are left off its end."""
    known = re.split(r"-?X|T", value)[0]
    for form, read in _VALUE_FORMS:
        found = re.fullmatch(form, known)
        if found:
            return read(*found.groups())
    return None


def _week(year: str, week: str, weekend: str | None) -> DateRange:
    monday = date.fromisocalendar(int(year), int(week), 1)
    first = monday + timedelta(5 if weekend else 0)
    return DateRange(first, monday + timedelta(6))


def _run(year: int, month: int, n_months: int) -> DateRange:
    last = month + n_months - 2
    end = DateRange.month(year + last // 12, last % 12 + 1)
    return DateRange(date(year, month, 1), end.latest)


_VALUE_FORMS: Sequence[tuple[str, Callable[..., DateRange]]] = (
    (r"(\d{4}-\d\d-\d\d)", lambda day: DateRange.day(date.fromisoformat(day))),
    (
        r"(\d{4})(\d\d)(\d\d)",
        lambda y, m, d: DateRange.day(date(int(y), int(m), int(d))),
    ),
    (r"(\d{4})-(\d\d)", lambda year, month: DateRange.month(int(year), int(month))),
    (r"(\d{4})-W(\d\d?)(-WE)?", _week),
    (r"(\d{4})-Q(\d)", lambda year, n: _run(int(year), 3 * int(n) - 2, 3)),
    (r"(\d{4})-H(\d)", lambda year, n: _run(int(year), 6 * int(n) - 5, 6)),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda year, name: _run(int(year), _SEASONS[name], 3)),
    (r"(\d{4})(?:-[QWH])?", lambda year: DateRange.year(int(year))),
    (r"(\d{3})", lambda tens: _run(int(tens) * 10, 1, 120)),
    (r"(\d{2})", lambda hundreds: _run(int(hundreds) * 100, 1, 1200)),
)


def development_files(folder: Path) -> list[Path]:
    """Give every third TimeML file under a folder, by name."""
    return sorted(folder.rglob("*.tml"), key=lambda path: path.name)[2::3]


def score_times(paths: Iterable[Path]) -> TimesScore:
    """Score the reading of times on TimeML files.

    Args:
        paths: The files.

    Returns:
        The figures over all of them together.
    """
    n_texts = n_gold = n_found = overlaps = stricts = values = 0
    for path in paths:
        gold = read_timeml(path)
        found = find_times(gold.text, published=gold.published)
        pairs = _pair_up(gold.times, found)
        n_texts += 1
        n_gold += len(gold.times)
        n_found += len(found)
        overlaps += len(pairs)
        stricts += sum(one.span == other.span for one, other in pairs)
        values += sum(value_agrees(one.value, other.range) for one, other in pairs)
    both = n_gold + n_found
    return TimesScore(
        n_texts=n_texts,
        n_gold=n_gold,
        n_found=n_found,
        overlap_f1=_ratio(2 * overlaps, both),
        strict_f1=_ratio(2 * stricts, both),
        value_f1=_ratio(2 * values, both),
    )


def _pair_up(
    gold: Sequence[GoldTime], found: Sequence[TimeFound]
) -> list[tuple[GoldTime, TimeFound]]:
    """Pair each gold expression with the first free one found that overlaps it."""
    pairs: list[tuple[GoldTime, TimeFound]] = []
    free = list(found)
    for one in gold:
        match = next((other for other in free if one.span.overlaps(other.span)), None)
        if match is not None:
            free.remove(match)
            pairs.append((one, match))
    return pairs


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures for a folder of TimeML files.

    Args:
        arguments: The command line; that of the process when None.

    Returns:
        0, or 1 when there are no such files.
    """
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path, help="folder of .tml files")
    folder = parser.parse_args(arguments).folder
    paths = development_files(folder)
    if not paths:
        sys.stderr.write(
            f"times not scored: no TimeML files (.tml) in {str(folder)!r}\n"
        )
        return _NO_FILES
    score = score_times(paths)
    sys.stdout.write(
        f"{score.n_texts} texts, {score.n_gold} times, {score.n_found} found; "
        f"F1 overlap {score.overlap_f1:.3f}, strict {score.strict_f1:.3f}, "
        f"value {score.value_f1:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
