"""Who the source of an attribution really is, and when not to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.core import MentionForm, Span
from onrecord.read.bodies import body_noun, is_body
from onrecord.read.cast import PERSON, Cast
from onrecord.read.found import Findings, Named, Said
from onrecord.read.heads import head_figure, head_noun
from onrecord.read.lexicon import people_words, singular
from onrecord.read.mention_words import is_pronoun
from onrecord.read.portraits import GENDERS
from onrecord.read.pronouns import Wanted, resolve_person
from onrecord.read.scene import Scene

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "i’m", "i'm", "we’ve"})
_RELATIVES = frozenset({"who", "whom", "that", "which"})
_BODY_PRONOUNS = frozenset({"it", "they", "them", "their", "its"})
_PLURAL = re.compile(r"(?<![\w’'-])([a-z][a-z-]+(?<!s)s|people|those) $")
_SHARE = re.compile(r"(?:[\w.,-]+ ){1,4}?(?:percent|per cent)\b", re.IGNORECASE)
_WHO_REACH = 60
_IT_REACH = 300
_LEAD_PARAGRAPHS = 4
_LATE_REACH = 500
# Below this chance nobody is named. Chosen on the dev labels of speakers.
LEAST_SURE = 0.4


@dataclass(frozen=True, slots=True)
class Speaker:
    """The answer to who spoke.

    Attributes:
        figure: Index in the cast, None when not known.
        anonymous: The text keeps the source unnamed.
        rule: Which rule answered, None when there is no answer.
        described: The words that describe a source without a name.
    """

    figure: int | None
    anonymous: bool = False
    rule: str | None = None
    described: Span | None = None


NOBODY = Speaker(None)


def find_speakers(scene: Scene) -> tuple[Speaker, ...]:
    """Find the speaker of every attribution of a document.

    Args:
        scene: The document and who is who in it.

    Returns:
        One `Speaker` for each of ``findings.said``, in its order.
    """
    findings = scene.findings
    order = sorted(range(len(findings.said)), key=lambda i: _place(findings.said[i]))
    found: dict[int, Speaker] = {}
    spoke: int | None = None
    for i in order:
        found[i] = _speaker_of(scene, findings.said[i], spoke)
        if found[i].figure is not None:
            spoke = found[i].figure
    # "I" within somebody's words often stands before the name of that somebody.
    for i in order:
        if found[i].rule == "first-person":
            found[i] = _quoted_self(findings, findings.said[i], found)
    _name_late(scene, order, found)
    return tuple(found[i] for i in range(len(findings.said)))


def _name_late(scene: Scene, order: Sequence[int], found: dict[int, Speaker]) -> None:
    """Give a lead's "the spokesman for the port" to whom the next sentences name.

    News names late: the lead says what somebody is, the next paragraph who. So a
    titled description near the top goes to the speaker of the next attribution, if
    that one is named there for the first time and holds no other title.
    """
    lead = scene.findings.paragraphs[_LEAD_PARAGRAPHS - 1 : _LEAD_PARAGRAPHS]
    lead_end = lead[0].end if lead else len(scene.findings.text)
    for at, i in enumerate(order):
        speaker = found[i]
        if speaker.rule != "definite" or speaker.described is None:
            continue
        if speaker.described.end > lead_end:
            continue
        for following in order[at + 1 :]:
            figure = found[following].figure
            if figure is not None and _is_new(scene, figure, speaker.described.end):
                found[i] = Speaker(figure, rule="named-later")
                break


def _is_new(scene: Scene, figure: int, place: int) -> bool:
    """Tell whether an untitled person is first named soon after a place."""
    who = scene.cast.figures[figure]
    gap = who.mentions[0].span.start - place
    return who.kind == PERSON and not who.offices and 0 < gap < _LATE_REACH


def _place(said: Said) -> int:
    spans = said.source or said.cue or said.content
    return spans[0].start if spans else 0


def _speaker_of(scene: Scene, said: Said, spoke: int | None) -> Speaker:
    if not said.source:
        return NOBODY
    span = max(said.source, key=len)
    word = _plain(scene, span)
    if scene.resolution and word not in _FIRST_PERSON:
        named = head_figure(scene, said.source)
        if named is not None and word not in _RELATIVES:
            return Speaker(named, rule="name")
        return _meant(scene, said, span, spoke=spoke)
    if word in _FIRST_PERSON | _RELATIVES | _BODY_PRONOUNS or word in GENDERS:
        return _pronoun(scene, said, span, spoke=spoke)
    named = head_figure(scene, said.source)
    return _described(scene, span) if named is None else Speaker(named, rule="name")


def _meant(scene: Scene, said: Said, span: Span, *, spoke: int | None) -> Speaker:
    """Give whom the mention head finds, if it is sure enough; else a description."""
    meant = scene.resolution.of(span)
    if meant is not None and meant.figure is not None and meant.prob >= LEAST_SURE:
        return Speaker(meant.figure, rule="coreference")
    kind = _unnamed_kind(said)
    if is_pronoun(span.of(scene.findings.text)):
        found = _pronoun(scene, said, span, spoke=spoke)
        return replace(found, anonymous=kind == "anonymous" and found.figure is None)
    by_rule = _described(scene, span)
    if by_rule.rule in ("office", "definite"):
        return replace(by_rule, anonymous=by_rule.figure is None)
    if kind != "anonymous":
        return Speaker(None, rule=kind)
    described = span if meant is None or meant.described is None else meant.described
    return Speaker(None, anonymous=True, rule="description", described=described)


def _unnamed_kind(said: Said) -> str:
    """Give the likeliest of `onrecord.read.tags.SPEAKER_KINDS` for who is not found.

    That is never "named": the network tells the kind of every speaker, most of whom
    are; of those whom it cannot find few are.
    """
    if said.judged is None:
        return "unknown"
    speakers = said.judged.speakers
    return max((k for k in speakers if k != "named"), key=speakers.__getitem__)


def _pronoun(scene: Scene, said: Said, span: Span, *, spoke: int | None) -> Speaker:
    word = _plain(scene, span)
    if word in _FIRST_PERSON:
        return Speaker(None, rule="first-person")
    if word in _RELATIVES:
        return _relative(scene, span.start)
    if word in _BODY_PRONOUNS:
        return _body_pronoun(scene, span, spoke)
    if word not in GENDERS:
        return NOBODY
    barred = _named_in_own_words(scene, said)
    wanted = Wanted(span.start, GENDERS[word], spoke, barred)
    return _person(scene, wanted, "pronoun")


def _plain(scene: Scene, span: Span) -> str:
    return span.of(scene.findings.text).strip(' ,“”"').casefold()


def _named_in_own_words(scene: Scene, said: Said) -> frozenset[int]:
    """List whom a quotation names: hardly anybody calls themselves by name."""
    marks = [q.outer for q in scene.findings.quotations]
    return frozenset(
        figure
        for content in said.content
        for named, figure in scene.cast.within(content)
        if any(mark.contains(named.span) for mark in marks)
    )


def _person(scene: Scene, wanted: Wanted, rule: str) -> Speaker:
    figure = resolve_person(scene, wanted)
    return NOBODY if figure is None else Speaker(figure, rule=rule)


def _quoted_self(findings: Findings, said: Said, found: dict[int, Speaker]) -> Speaker:
    """Give "I" inside somebody's words to that somebody; elsewhere it is the writer."""
    place = said.source[0]
    for i, speaker in found.items():
        if any(content.contains(place) for content in findings.said[i].content):
            return Speaker(speaker.figure, speaker.anonymous, "first-person")
    return NOBODY


def _relative(scene: Scene, place: int) -> Speaker:
    """Give "who" to the person, named or described, that stands right before it."""
    items = scene.before(place, _WHO_REACH)
    noun = _noun_before(scene, place, items)
    if noun is not None:
        return Speaker(None, anonymous=True, rule="relative", described=noun)
    if not items:
        return NOBODY
    people = [item for item in items if _may_speak(scene, item[0])]
    named, figure = max(people or items, key=lambda item: item[0].span.end)
    if figure is None:
        return Speaker(None, anonymous=True, rule="relative", described=named.span)
    return Speaker(figure, rule="relative")


def _noun_before(
    scene: Scene, place: int, items: Sequence[tuple[Named, int | None]]
) -> Span | None:
    """Give the people right before "who" that no reader marked: "voters who said".

    Only a plural noun counts that stands behind every name found near.
    """
    match = _PLURAL.search(scene.findings.text, max(0, place - _WHO_REACH), place)
    if match is None or any(n.span.end > match.start() for n, _ in items):
        return None
    return Span(*match.span(1))


def _may_speak(scene: Scene, named: Named) -> bool:
    """Tell whether a name is a person's, or a description's noun a person's."""
    if named.form is MentionForm.NAME:
        return named.kind == PERSON
    head = head_noun(named.span.of(scene.findings.text))
    return head is not None and _is_person(singular(head))


def _body_pronoun(scene: Scene, span: Span, spoke: int | None) -> Speaker:
    """Give "they" and "it" to the body that spoke last, "it" to the next before."""
    if spoke is not None and scene.cast.figures[spoke].kind != PERSON:
        return Speaker(spoke, rule="body-pronoun")
    is_thing = span.of(scene.findings.text).casefold().startswith("it")
    items = scene.before(span.start, _IT_REACH) if is_thing else []
    bodies = [(n, i) for n, i in items if n.kind == "organisation" and i is not None]
    if not bodies:
        return NOBODY
    return Speaker(max(bodies, key=lambda b: b[0].span.end)[1], rule="body-pronoun")


def _described(scene: Scene, span: Span) -> Speaker:
    """Resolve a source without a name of its own: "the spokesman", "two officials"."""
    words = scene.findings.text[span.start : span.end].strip(" ,")
    noun = body_noun(words)
    if noun is not None:
        return _known_body(scene.cast, noun, span)
    if _SHARE.match(words):
        return Speaker(None, anonymous=True, rule="description", described=span)
    head = head_noun(words)
    if head is None or singular(head) in people_words().documents:
        return NOBODY
    if _is_definite(words) and singular(head) == head and _is_person(head):
        return _holder(scene.cast, head, span)
    # A body without a name ("the company") is not unnamed people.
    is_one_body = is_body(singular(head)) and singular(head) == head
    return Speaker(None, not is_one_body, "description", described=span)


def _known_body(cast: Cast, noun: str, span: Span) -> Speaker:
    """Give "the campaign" to the campaign that was named last before it."""
    fits = [
        (named.span.end, i)
        for named, i in cast.mentions
        if named.span.end <= span.start
        and cast.figures[i].name.casefold().endswith(noun)
    ]
    if not fits:
        return Speaker(None, anonymous=True, rule="body", described=span)
    return Speaker(max(fits)[1], rule="body")


def _holder(cast: Cast, head: str, span: Span) -> Speaker:
    """Give "the spokesman" to the only one so titled before it; else leave it open.

    The nearest person would be right in half of the cases only (measured on the train
    labels), which is not enough to put words in a mouth.
    """
    figure = cast.holder(head, span.start)
    if figure is not None:
        return Speaker(figure, rule="office")
    return Speaker(None, described=span, rule="definite")


def _is_definite(words: str) -> bool:
    return words.casefold().startswith(("the ", "this ", "that "))


def _is_person(noun: str) -> bool:
    known = people_words()
    return noun in known.persons or noun in known.offices
