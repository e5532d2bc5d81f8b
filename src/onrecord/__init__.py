"""Who met whom, who said what and who denies it, each line on its exact words.

Importing the package loads nothing heavy: each part is imported by its own name,
such as ``onrecord.core.document``, by whoever needs it.
"""

__version__ = "0.1.0"
