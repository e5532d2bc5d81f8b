"""A text put together from tokens, with the place of each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.core import Span

_NO_GAP_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "n't"})
_NO_GAP_AFTER = frozenset({"(", "[", "$", "£", "€"})


@dataclass(slots=True)
class Joined:
    """A text under construction.

    Attributes:
        text: The text so far.
        places: Where each token stands.
    """

    text: str = ""
    places: list[Span] = field(default_factory=list)

    def add(self, form: str, gap: str = " ") -> None:
        """Add a token and what follows it."""
        start = len(self.text)
        self.places.append(Span(start, start + len(form)))
        self.text += form + gap

    def end_line(self) -> None:
        """End the line, unless the text is empty."""
        if self.text:
            self.text = self.text.rstrip(" ") + "\n"

    def span(self, first: int, last: int) -> Span:
        """Give the place from one token to another, both included."""
        return Span(self.places[first].start, self.places[last].end)


def gaps_between(forms: Sequence[str]) -> list[str]:
    """Give what stands after each token of a sentence, as it would be printed.

    Files of tokens do not say where there was a blank; a reader of articles has never
    seen one before a comma.

    Source:
        The conventions of the Penn Treebank's tokeniser, for the marks that only
        close or only open; quotation marks, which do either, keep their blanks.

    Example:
        >>> forms = ["Orr", "(", "Vell", "'s", "aide", ")", ",", "too", "."]
        >>> "".join(map(str.__add__, forms, gaps_between(forms)))
        "Orr (Vell's aide), too. "
    """
    following = [*forms[1:], None]
    return [
        "" if one in _NO_GAP_AFTER or other in _NO_GAP_BEFORE else " "
        for one, other in zip(forms, following, strict=True)
    ]
