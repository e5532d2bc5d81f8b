"""A contact or an event in the terminal view: never a fact, always an account."""

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.export.outline import Happening
from onrecord.export.phrases import claim, dated, happening_title, where
from onrecord.export.terminal import STYLES, Barred, dim, labelled, plain
from onrecord.export.wording import load_wording

__all__ = ["happening_block"]

_FIELD_WIDTH = 6


def happening_block(happening: Happening) -> RenderableType:
    """Give one contact or event with who says so.

    Args:
        happening: One of an outline.

    Returns:
        A block with its modality as the label.
    """
    modality = happening.annotation.modality
    word = load_wording().of("modality", modality)
    style = STYLES.get(modality, "bold")
    title = plain(happening_title(happening), "bold")
    return labelled(plain(word, style), title, *_fields(happening), _account(happening))


def _fields(happening: Happening) -> list[RenderableType]:
    fields: list[tuple[str, str]] = []
    if happening.contact_kind is None:
        fields += [(one.role, one.label) for one in happening.participants]
    if happening.when:
        fields.append(("when", dated(happening.when)))
    if happening.place:
        fields.append(("where", happening.place.words))
    if happening.topic:
        fields.append(("about", happening.topic.words))
    width = max((_FIELD_WIDTH, *(len(name) for name, _ in fields)))
    return [labelled(dim(name), plain(words), width=width) for name, words in fields]


def _account(happening: Happening) -> RenderableType:
    statement = happening.account.statement
    words = statement.main.words if statement else happening.passage.words
    trigger = dim(f"“{happening.trigger.words}”", *where(happening.trigger))
    return Group(Text(f"{claim(happening)}:"), Barred(words), trigger)
