"""The sections of `make eval`, in the order they are run and shown.

A section is a module that defines one `evals.section.Section`; it is run once it stands
in this table and its figures stand in ``figures.yaml``.
"""

from evals.section import Section
from evals.sections.attribution import ATTRIBUTION
from evals.sections.calibration import CALIBRATION
from evals.sections.copies import COPIES
from evals.sections.coreference import COREFERENCE
from evals.sections.entities import ENTITIES
from evals.sections.events import EVENTS
from evals.sections.gap import GAP, GAP_WHOLE
from evals.sections.identity import IDENTITY
from evals.sections.name_pairs import NAMES
from evals.sections.records import RECORDS
from evals.sections.times import TIMES
from evals.sections.unheld import UNHELD, UNHELD_DENSE, UNHELD_RANDOM

SECTIONS: tuple[Section, ...] = (
    ATTRIBUTION,
    RECORDS,
    UNHELD,
    CALIBRATION,
    ENTITIES,
    COREFERENCE,
    GAP,
    EVENTS,
    TIMES,
    COPIES,
    NAMES,
    IDENTITY,
    GAP_WHOLE,
    UNHELD_RANDOM,
    UNHELD_DENSE,
)
