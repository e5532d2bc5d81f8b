"""Reading takes time linear in the text, whatever the text.

Not a limit in seconds, which would test the machine: sixteen times the text may take
at most some sixty times as long, where quadratic work would take 256.
"""

import time
from collections.abc import Callable
from datetime import date

import pytest

from onrecord.read.quotations import find_quotations, quote_states
from onrecord.read.sentences import split_sentences
from onrecord.read.times import TimeFound, find_times

SMALL = 3_000
TIMES_LONGER = 16
ALLOWED = 60

TEXTS = {
    "one word": "a",
    "one line": "Ann met Bo on May 3, 2016 ",
    "full stops": ".",
    "spaced stops": ". ",
    "stop and marks": '."',
    "straight marks": '"',
    "opening marks": "“",
    "all openings": ' “«"a``',
    "mixed openings": ' “a "b ',
    "single marks": " 'a",
    "ticks": "''",
    "apostrophes": "’s ",
    "line breaks": "\n",
    "blank lines": " \n",
    "blanks": " ",
    "short lines": "a\n",
    "open paragraphs": '"a\n\n',
    "capitals": "A. ",
    "numbers": "1",
    "numbers apart": "1 ",
    "months": "May ",
    "dashes": "2016-",
    "ordinals": "the last the ",
}


def find_times_dated(text: str) -> tuple[TimeFound, ...]:
    return find_times(text, published=date(2017, 3, 12))


READERS = [find_quotations, quote_states, split_sentences, find_times_dated]


def seconds(reader: Callable[[str], object], text: str) -> float:
    """The least of several runs, as other work only ever adds to one."""
    runs = []
    for _ in range(2):
        start = time.process_time()
        reader(text)
        runs.append(time.process_time() - start)
    return min(runs)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("unit", TEXTS.values(), ids=TEXTS.keys())
def test_time_grows_with_the_text(reader: Callable[[str], object], unit: str) -> None:
    small = unit * (SMALL // len(unit))
    reader("Ann met Bo.")  # tables are read once
    # A floor under the small run keeps the clock's grain out of the ratio.
    base = max(seconds(reader, small), 0.0005)
    assert seconds(reader, small * TIMES_LONGER) < base * ALLOWED
