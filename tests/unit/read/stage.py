"""A text with what a reader would find in it, for tests of what comes after reading.

Who said what is marked in the text: ``<s>`` opens a source, ``<c>`` a cue, ``<t>`` a
content, each with the number of its attribution where there are several, and ``</>``
closes the last one opened. Names are listed. Every person and place is invented.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.core import MentionForm, Span, make_document, normalise
from onrecord.read.cast import Cast, build_cast
from onrecord.read.claims import claim_all
from onrecord.read.found import Claimed, Findings, Named, Said
from onrecord.read.happenings import Happenings
from onrecord.read.quotations import find_quotations
from onrecord.read.scene import Scene, set_scene
from onrecord.read.sentences import split_paragraphs, split_sentences

_MARK = re.compile(r"<(?P<role>[sct])(?P<number>\d?)>|</>")
PEOPLE = (
    *("Arno Vell", "Bea Orr", "Bo Kell", "Cy Dunn", "Dan Isk", "Ida Moss", "Ola Reyk"),
    *("Vell", "Orr", "Kell", "Dunn", "Isk", "Moss", "Reyk"),
)
BODIES = ("Harbour Board", "Radio Null", "Port Union")
PLACES = ("Port Null", "Ostrand", "Westmark")


@dataclass(frozen=True)
class Stage:
    """A text, what was found in it, and what is made of that."""

    findings: Findings
    cast: Cast
    scene: Scene
    claims: tuple[Claimed, ...] = field(repr=False)
    happenings: Happenings = field(repr=False)

    @property
    def text(self) -> str:
        return self.findings.text

    def name(self, figure: int | None) -> str | None:
        return None if figure is None else self.cast.figures[figure].name

    def words(self, span: Span | None) -> str | None:
        return None if span is None else span.of(self.text)


def stage(
    marked: str,
    *,
    people: Iterable[str] = PEOPLE,
    bodies: Iterable[str] = BODIES,
    places: Iterable[str] = PLACES,
    nominals: Mapping[str, str] | None = None,
    published: date | None = None,
) -> Stage:
    """Set up a text.

    Args:
        marked: The text with its marks.
        people: Names of people; every place of each is found.
        bodies: So for organisations.
        places: So for places.
        nominals: Descriptions to their kinds.
        published: Day of publication.
    """
    text, said = _unmark(marked)
    kinds = {
        **dict.fromkeys(people, "person"),
        **dict.fromkeys(bodies, "organisation"),
        **dict.fromkeys(places, "place"),
    }
    document = make_document("a.txt", text, published=published)
    findings = Findings(
        document=document,
        view=normalise(text),
        sentences=split_sentences(text),
        paragraphs=split_paragraphs(text),
        quotations=find_quotations(text),
        names=tuple(_named(text, kinds, MentionForm.NAME)),
        nominals=tuple(_named(text, nominals or {}, MentionForm.NOMINAL)),
        said=said,
    )
    cast = build_cast(findings)
    scene = set_scene(findings, cast)
    claims = claim_all(scene)
    return Stage(findings, cast, scene, claims, Happenings(scene, claims))


def _unmark(marked: str) -> tuple[str, tuple[Said, ...]]:
    text, opened = "", []
    roles: dict[str, dict[str, list[Span]]] = {}
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match["role"]:
            opened.append((match["number"], match["role"], len(text)))
            roles.setdefault(match["number"], {role: [] for role in "sct"})
        else:
            number, role, start = opened.pop()
            roles[number][role].append(Span(start, len(text)))
    said = (
        Said(*(tuple(sorted(own[role])) for role in "sct")) for own in roles.values()
    )
    return text + marked[last:], tuple(said)


def _named(text: str, kinds: Mapping[str, str], form: MentionForm) -> Iterator[Named]:
    if not kinds:
        return
    longest = sorted(kinds, key=lambda name: -len(name))
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", text):
        yield Named(Span(*match.span()), kinds[match[0]], form)
