"""The words beside an expression of time, which say whether it is one."""

import re

# Signs before a number that is an amount.
AMOUNT_SIGNS = frozenset("$€£#.,-/:–%")
# No word that matters is further off.
REACH = 24
_WORD_BEFORE = re.compile(r"([^\W_][\w.'’]*)[\s(,“\"-]{0,3}$")
_WORD_AFTER = re.compile(r"[\s-]{1,3}([^\W_]\w*)")


def word_before(text: str, start: int) -> str:
    """Give the word before a place, in lower case; empty at a paragraph's start."""
    before = text[max(0, start - REACH) : start].rpartition("\n")[2]
    found = _WORD_BEFORE.search(before)
    return found[1].lower() if found else ""


def word_after(text: str, end: int) -> str:
    """Give the word after a place, in lower case; empty after punctuation."""
    found = _WORD_AFTER.match(text, end, min(len(text), end + REACH))
    return found[1].lower() if found else ""
