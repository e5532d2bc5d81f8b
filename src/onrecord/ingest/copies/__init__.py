"""Copies among texts: reprints, cut and edited wire stories, passages quoted in full.

`TextPrint` is the way in: what an archive keeps of a text to find its copies by, and
the comparison that has the last word. How texts are found is in `fingerprints`, what
makes a copy in `comparing`, which agency is credited in `credits`.
"""

from onrecord.ingest.copies.credits import credited_agency
from onrecord.ingest.copies.text_print import METHOD, TextPrint

__all__ = ["METHOD", "TextPrint", "credited_agency"]
