"""Contacts that an article denies, plans, calls off or only imagines, shown as held.

Such a contact is shown as held when a contact of the record, with modality "happened",
has its trigger where the gold has it: at the gold's trigger in the PolNeAR articles, at
the gold's evidence in the articles about one story, apart from evidence that a contact
which was held or alleged shares. The share is of all such contacts in the gold, whether
the record has them or not, and of those that it has.

Source:
    Design of onrecord, law 2: a denied or planned meeting is never shown as one that
    happened. The second rule is that of ``accounts_score.py``, which asks for parties
    as well.
"""

from collections.abc import Iterable, Sequence

from evals.corpus import Corpus
from evals.gold.accounts import Told, read_rows
from evals.measures.counts import share
from evals.section import Measured, Readings, Section
from evals.sections.events import ARTICLES, LABELS, load_told
from evals.sections.events import texts as told_texts
from onrecord.core import Document, Modality, Record, Span, make_document

_UNHELD = frozenset(
    {Modality.DENIED, Modality.PLANNED, Modality.NOT_HELD, Modality.HYPOTHETICAL}
)
_DEV = "data/contacts/dev.jsonl"


#: For each contact that was not held, the modalities that the record has it with.
Shown = list[frozenset[Modality]]


def look_up(places: Iterable[Sequence[Span]], record: Record) -> Shown:
    """Look how a record shows contacts that were not held.

    Args:
        places: Of each such contact, where the article tells it.
        record: Of the article.
    """
    return [
        frozenset(
            contact.modality
            for contact in record.contacts
            if any(contact.trigger.overlaps(span) for span in place)
        )
        for place in places
    ]


def share_as_held(shown: Shown) -> float:
    """Give the share that is shown as having happened."""
    return share(_n_as_held(shown), len(shown))


def _n_as_held(shown: Shown) -> int:
    return sum(Modality.HAPPENED in one for one in shown)


def _line(label: str, shown: Shown) -> str:
    found = [one for one in shown if one]
    return (
        f"{label}: {len(shown)} not held, {len(found)} found, {_n_as_held(shown)} "
        f"shown as held ({100 * share_as_held(shown):.1f} of all, "
        f"{100 * share_as_held(found):.1f} of those found)"
    )


def own_places(told: Told) -> list[tuple[Span, ...]]:
    """Give the evidence of each contact not held that no contact held shares."""
    held = {
        span
        for contact in told.contacts
        if contact.modality not in _UNHELD
        for span in contact.evidence
    }
    places = (
        tuple(span for span in contact.evidence if span not in held)
        for contact in told.contacts
        if contact.modality in _UNHELD
    )
    return [place for place in places if place]


def look_up_articles(labels: str, records: Iterable[Record], corpus: Corpus) -> Shown:
    """Look at the PolNeAR articles of one file of labels.

    Args:
        labels: The file, below the shared folder.
        records: Of its articles; others are passed over.
        corpus: Holds it.
    """
    gold = {row["doc"]: row["contacts"] for row in read_rows(corpus.shared / labels)}
    shown: Shown = []
    for record in records:
        contacts = gold.get(record.document.name.removesuffix(".txt"), [])
        places = [[Span(*c["trigger"])] for c in contacts if c["modality"] in _UNHELD]
        shown += look_up(places, record)
    return shown


def score_unheld(corpus: Corpus, readings: Readings) -> Measured:
    """Look at the development articles and at those about one story."""
    articles = look_up_articles(_DEV, readings.of(Corpus.documents), corpus)
    story: Shown = []
    for told, record in zip(load_told(corpus), readings.of(told_texts), strict=True):
        story += look_up(own_places(told), record)
    both = articles + story
    return Measured(
        {"contacts not held shown as held": share_as_held(both)},
        (_line("articles", articles), _line("one story", story), _line("both", both)),
    )


def _on_train(name: str) -> Section:
    """Make the section that looks at a file of the training part, on demand."""
    labels = f"data/contacts/{name}.jsonl"

    def texts(corpus: Corpus) -> list[Document]:
        folder = corpus.shared / "data" / "polnear" / "train" / "text"
        paths = [folder / f"{r['doc']}.txt" for r in read_rows(corpus.shared / labels)]
        return [make_document(path.name, path.read_bytes().decode()) for path in paths]

    def score(corpus: Corpus, readings: Readings) -> Measured:
        shown = look_up_articles(labels, readings.of(texts), corpus)
        return Measured(notes=(_line(name, shown),))

    section = f"unheld-{name.removeprefix('train_')}"
    data = ("data/polnear/train/text/*.txt", labels)
    return Section(name=section, data=data, score=score, optional=True)


UNHELD_RANDOM = _on_train("train_random")
UNHELD_DENSE = _on_train("train_dense")
UNHELD = Section(
    name="unheld",
    data=("data/polnear/dev/text/*.txt", _DEV, LABELS, ARTICLES),
    score=score_unheld,
)
