"""Who met whom, who said what and who denies it, each line on its exact words.

Importing the package loads nothing heavy: each part is imported by its own name,
such as ``onrecord.core.document``, by whoever needs it. ``onrecord.open`` is
`onrecord.query.opened.open`, loaded when it is first used.
"""

import importlib
from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load what is asked for by name and is not loaded yet."""
    if name == "open":
        return importlib.import_module("onrecord.query.opened").open
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
