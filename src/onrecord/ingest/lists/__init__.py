"""Lists of people and the posts they held, in the forms that they are published in."""

from onrecord.ingest.lists.listed_row import ListedRow
from onrecord.ingest.lists.opening import read_list

__all__ = ["ListedRow", "read_list"]
