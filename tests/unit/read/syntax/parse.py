"""One sentence taken apart, with words to point at; all names are invented."""

from onrecord.read.syntax.sentence import Sentence
from tests.unit.read.stage import Stage, stage


def parse(text: str) -> tuple[Stage, Sentence]:
    found = stage(text)
    return found, found.happenings.sentence(found.findings.sentences[0])


def index(sentence: Sentence, word: str) -> int:
    """Give the index of the first token with this text."""
    return next(i for i, token in enumerate(sentence.tokens) if token.text == word)


def words(sentence: Sentence, text: str) -> list[str]:
    """List the words of the sentence's noun phrases."""
    return [phrase.span.of(text) for phrase in sentence.phrases]
