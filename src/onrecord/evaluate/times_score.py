"""Score the reading of times: ``python -m onrecord.evaluate.times_score FOLDER``.

The folder holds TimeML files, such as TimeBank's.

Every third file by name is the development set that figures are given for; the others
may be looked at. All TIMEX3 of the text count, durations and repeated times too, though
a record does not show these.

Source:
    UzZaman et al., "SemEval-2013 Task 1: TempEval-3" (2013), task A: spans exactly
    (strict) and by overlap (relaxed), and the value F1, which counts the overlapping
    ones whose value is the same word for word.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from onrecord.core.span import Span
from onrecord.read.times import TimeFound, find_timexes

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
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
        times: The expressions of time, in order.
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
        strict_f1: Spans that are equal.
        relaxed_f1: Spans that overlap.
        value_f1: Spans that overlap and whose values are equal.
    """

    n_texts: int
    n_gold: int
    n_found: int
    strict_f1: float
    relaxed_f1: float
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
    body = root.find("TEXT")
    parts: list[str] = []
    times: list[GoldTime] = []
    if body is not None:
        _collect(body, parts, times)
    published = _day("" if created is None else created.get("value", ""))
    return TimeMLText("".join(parts), published, tuple(times))


def _day(value: str) -> date | None:
    found = _DAY.match(value)
    return date(*map(int, found.groups())) if found else None


def _collect(
    element: ElementTree.Element, parts: list[str], times: list[GoldTime]
) -> None:
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        _collect(child, parts, times)
        parts.append(child.tail or "")
    end = sum(map(len, parts))
    if element.tag == "TIMEX3":
        times.append(GoldTime(Span(start, end), element.get("value", "")))


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
    n_texts = n_gold = n_found = stricts = overlaps = values = 0
    for path in paths:
        gold = read_timeml(path)
        found = find_timexes(gold.text, published=gold.published)
        pairs = _pair_up(gold.times, found)
        n_texts += 1
        n_gold += len(gold.times)
        n_found += len(found)
        overlaps += len(pairs)
        stricts += sum(one.span == other.span for one, other in pairs)
        values += sum(one.value == other.value.timex for one, other in pairs)
    both = n_gold + n_found
    return TimesScore(
        n_texts=n_texts,
        n_gold=n_gold,
        n_found=n_found,
        strict_f1=_ratio(2 * stricts, both),
        relaxed_f1=_ratio(2 * overlaps, both),
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
        f"F1 strict {score.strict_f1:.3f}, relaxed {score.relaxed_f1:.3f}, "
        f"value {score.value_f1:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
