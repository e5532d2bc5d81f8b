"""Document to record: readers, and everything they share.

A reader finds names and attributions (`onrecord.read.found.Findings`); who speaks,
the stance, contacts, events and times are worked out the same way for all readers.
"""

from onrecord.read.readers import (
    READERS,
    Reader,
    RulesReader,
    TrainedReader,
    open_reader,
)

__all__ = ["READERS", "Reader", "RulesReader", "TrainedReader", "open_reader"]
