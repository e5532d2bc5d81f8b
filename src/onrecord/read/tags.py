"""The label sets of the network's heads; their order is that of its outputs."""

from onrecord.core import ContactKind, Modality, Stance


def bio(*labels: str) -> tuple[str, ...]:
    """Give ``O`` and, for each label, ``B-`` and ``I-``.

    Example:
        >>> bio("cue")
        ('O', 'B-cue', 'I-cue')
    """
    return ("O", *(f"{edge}-{label}" for label in labels for edge in "BI"))


NAME_KINDS = ("person", "organisation", "place")
ROLE_TAGS = bio("source", "cue", "content")
KIND_TAGS = bio(*NAME_KINDS)
TRIGGER_TAGS = bio("trigger")
# Heads that tag every piece by itself.
TOKEN_HEADS = {
    "roles": ROLE_TAGS,
    "names": KIND_TAGS,
    "nominals": KIND_TAGS,
    "triggers": TRIGGER_TAGS,
}
# Of every piece, given one cue.
PAIR_TAGS = bio("source", "content")
# Of every piece, given one trigger.
CONTACT_TAGS = bio("party", "time", "place", "topic")

# What a reading of one anchor (a cue, a trigger, any event) tells of it as a whole.
STANCES = tuple(Stance)
# Of the speaker; "document" is a text that says something, "author" the writer.
SPEAKER_KINDS = ("named", "anonymous", "author", "document", "unknown")
NO_CONTACT = "none"
MODALITIES = (*Modality, NO_CONTACT)
CONTACT_KINDS = tuple(ContactKind)
FACTUALITIES = ("happened", "unsure", "not")
ANCHOR_LABELS = {
    "stance": STANCES,
    "speaker": SPEAKER_KINDS,
    "modality": MODALITIES,
    "contact": CONTACT_KINDS,
    "factuality": FACTUALITIES,
}
# What is read; each task marks its anchors a little differently.
ANCHOR_TASKS = ("attribution", "contact", "happening")
