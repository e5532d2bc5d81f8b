"""Keeping: the archive of documents, their records and the words they rest on.

`Archive` is the way in. The tables stand in `schema`, the steps that build them in
`migrations`, and `verify` re-reads everything that is kept.
"""

from onrecord.store.archive import Archive
from onrecord.store.arrival import Arrival, TextPrint, Visit
from onrecord.store.identities import Identities
from onrecord.store.results import (
    AddResult,
    AddStatus,
    CopyGroup,
    DocumentCheck,
    Finding,
    Holding,
    Print,
    Quoted,
    Version,
)

__all__ = [
    "AddResult",
    "AddStatus",
    "Archive",
    "Arrival",
    "CopyGroup",
    "DocumentCheck",
    "Finding",
    "Holding",
    "Identities",
    "Print",
    "Quoted",
    "TextPrint",
    "Version",
    "Visit",
]
