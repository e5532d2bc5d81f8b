"""What expressions of time mean: the first and last day that are possible.

None means that the expression has no value, or none that the text settles; nothing is
guessed without a publication date.
"""

from collections.abc import Callable, Mapping

from onrecord.core.dates import DateRange
from onrecord.read.times.calendar_values import CALENDAR_VALUES
from onrecord.read.times.relative_values import RELATIVE_VALUES
from onrecord.read.times.setting import Found, Setting

Meaning = Callable[[Found, Setting], DateRange | None]

MEANINGS: Mapping[str, Meaning] = {
    **CALENDAR_VALUES,
    **RELATIVE_VALUES,
    # Found, so that nobody takes them for overlooked, but no day: "recently".
    "vague": lambda _found, _setting: None,
}
