"""Names behind other words: what "who" stands for, whom a description explains."""

from onrecord.read.lexicon import people_words
from onrecord.read.syntax.parts import Part
from onrecord.read.syntax.phrases import Phrase, Sort
from onrecord.read.syntax.sentence import Sentence


def explained_name(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Find the name that a description between commas explains.

    Args:
        sentence: The sentence.
        phrase: Any phrase.

    Returns:
        "Orr" for "the mayor" in "Orr, the mayor, met"; None for anything else.
    """
    if phrase.sort is not Sort.NOMINAL or not _follows_comma(sentence, phrase):
        return None
    return _climb(sentence, phrase.first - 2)


def antecedent_of(sentence: Sentence, relative: int) -> Phrase | None:
    """Find what "who" stands for: the nearest person or body that it can belong to.

    Args:
        sentence: The sentence.
        relative: Index of "who", "which" or "that".

    Returns:
        The phrase, None where nobody stands before it.
    """
    i = relative - 1
    aside = sentence.part(i) is Part.COMMA
    phrase = sentence.phrase_at(i - 1 if aside else i)
    if phrase is None:
        return None
    if aside and not phrase.is_person:
        return _climb(sentence, i - 1)
    if _is_no_person(sentence, phrase, relative):
        return _climb(sentence, i)
    return explained_name(sentence, phrase) or phrase


def _is_no_person(sentence: Sentence, phrase: Phrase, relative: int) -> bool:
    """Tell "people in the office who": the office is no "who"."""
    if phrase.sort in (Sort.THING, Sort.PLACE):
        return True
    body = phrase.sort is Sort.NOMINAL and phrase.noun in people_words().bodies
    return body and sentence.low(relative) == "who"


def _follows_comma(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.part(phrase.first - 1) is Part.COMMA


def _climb(sentence: Sentence, i: int) -> Phrase | None:
    """Go back over "of ..." and "in ..." to the phrase that these belong to."""
    phrase = sentence.phrase_at(i)
    while phrase is not None and sentence.part(phrase.first - 1) is Part.PREPOSITION:
        outer = sentence.phrase_at(phrase.first - 2)
        if outer is None:
            break
        phrase = outer
    if phrase is None or phrase.sort is Sort.THING:
        return None
    return explained_name(sentence, phrase) or phrase
