"""One step of one article's way: whatever goes wrong, the others go on."""

import logging
from collections.abc import Callable
from typing import TypeVar

from onrecord.core.errors import ConflictError, OnRecordError, StageError, StoreError

_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")
_SHOWN_CHARS = 200


def attempt(
    stage: str, name: Callable[[], str], step: Callable[[], _T]
) -> _T | StageError:
    """Take one step of one article's way, whatever comes of it.

    Args:
        stage: What messages call it.
        name: Gives the article, or the source that it comes from, for messages.
        step: What to do.

    Returns:
        What the step gave, or the error that says what went wrong with it.

    Raises:
        StoreError: The archive cannot be used.
    """
    try:
        return step()
    except ConflictError as error:
        return _failed(stage, name(), error)
    except StoreError:
        # Not this article's fault: every other would meet the same full disk.
        raise
    # The one place for it in the pipeline: whatever a library does on one odd article,
    # the others go on, and the outcome says so.
    except Exception as error:  # noqa: BLE001
        return _failed(stage, name(), error)


def _failed(stage: str, name: str, error: Exception) -> StageError:
    _LOG.info("%s failed on %s: %s", stage, name, type(error).__name__)
    # A traceback may quote the article.
    _LOG.debug("%s failed on %s", stage, name, exc_info=error)
    reason = str(error) if isinstance(error, OnRecordError) else _unexpected(error)
    failure = StageError(stage, name, reason)
    failure.__cause__ = error
    return failure


def _unexpected(error: Exception) -> str:
    words = " ".join(str(error).split())
    short = words if len(words) <= _SHOWN_CHARS else f"{words[:_SHOWN_CHARS]}…"
    return (
        f"{type(error).__name__}: {short or 'without a word'}; this is a fault in "
        "onrecord, please report it with what the option -vv prints"
    )
