"""The way from sources to records: the steps, and running many articles through them.

Start with `stages`: it lists the steps in order.
"""

from onrecord.pipeline.outcome import Outcome, Reader, Status
from onrecord.pipeline.run import run
from onrecord.pipeline.stages import Stage, make_stages

__all__ = ["Outcome", "Reader", "Stage", "Status", "make_stages", "run"]
