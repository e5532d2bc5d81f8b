"""Quotations of a text, and for each character whether it stands in one."""

import numpy as np
from numpy.typing import NDArray

from onrecord.read.quotation_pairs import pair_double_marks

OUTSIDE = 0
INSIDE = 1
ON_MARK = 2


def quote_states(text: str) -> NDArray[np.uint8]:
    """Say for each character whether it stands inside double quotation marks.

    The trained reader gets this as a feature, when it is trained and when it reads,
    so any change here asks for new weights. Single marks are left out: too many of
    them are apostrophes.

    Args:
        text: The normalised text.

    Returns:
        One number a character: 0 outside, 1 inside, 2 on a double quotation mark,
        paired or not. Shape ``(len(text),)``.

    Example:
        >>> quote_states('"No," he').tolist()
        [2, 1, 1, 1, 2, 0, 0, 0]
    """
    pieces, marks = pair_double_marks(text)
    states = np.zeros(len(text), dtype=np.uint8)
    for piece in pieces:
        states[piece.inner_start : piece.inner_end] = INSIDE
    for mark in marks:
        states[mark.start : mark.end] = ON_MARK
    return states
