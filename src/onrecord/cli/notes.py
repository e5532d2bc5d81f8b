"""Short ways to say what a document is beside others."""

from datetime import date

from onrecord.store import Holding

_UNDATED = "undated   "


def day(published: date | None) -> str:
    """Give a day in the width of a day.

    Example:
        >>> day(date(2024, 5, 17)), len(day(None))
        ('2024-05-17', 10)
    """
    return published.isoformat() if published else _UNDATED


def percent(share: float) -> str:
    """Say which share of a text stands elsewhere.

    Example:
        >>> percent(0.874)
        '87 % of it'
    """
    return f"{share:.0%} of it".replace("%", " %")


def note(holding: Holding) -> str:
    """Say whether a document is a copy of another, or one of several versions.

    Args:
        holding: The document.

    Returns:
        Such as ``copy of doc_3f2a0c1d2e3f4a5b, version 2 of 3``; else nothing.
    """
    words = []
    if holding.copy_of is not None:
        words.append(f"copy of {holding.copy_of}")
    if holding.version is not None:
        words.append("version {} of {}".format(*holding.version))
    if holding.agency is not None:
        words.append(holding.agency)
    return ", ".join(words)
