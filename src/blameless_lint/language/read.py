"""Read documents for the rules: the gate, one batch through the parser, who is who, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING, Protocol

from blameless_lint.language.gate import Gate, passes
from blameless_lint.language.lead import lead
from blameless_lint.language.people.cast import Cast, cast_of
from blameless_lint.language.people.roster import Roster
from blameless_lint.language.reading import LONGEST, ParsedSentence, Reading
from blameless_lint.text.document import Document, SectionKind, Sentence
from blameless_lint.text.sections import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

EMPTY = Roster()
SLICE = 2_000
"""How many sentences are parsed and held at once; a document with more is understood part by part."""


class Opened(Protocol):
    """What the gate's learned half says of the sentences of a document: which are parsed, which the encoder sees."""

    @property
    def parsed(self) -> Sequence[bool]:
        """Return for each sentence whether it is parsed."""

    @property
    def shown(self) -> Sequence[bool]:
        """Return for each sentence whether the encoder is shown it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How documents are read: who is known beforehand, what the rules look for, and the gate's learned half.

    `cues` come from `rules.registry.cues()`, `learned` from `classify.gate.load_gate()`: which sentences of a document
    may hold blame, given which of them the word lists let through. Without the gate every sentence is parsed.
    """

    roster: Roster = EMPTY
    cues: tuple[re.Pattern[str], ...] = ()
    learned: Callable[[Sequence[Sentence], Sequence[bool]], Opened] | None = None
    gated: bool = True


@dataclass(frozen=True, slots=True)
class Chosen:
    """A document, who is known in it, and the sentences to parse.

    `doubtful` are the indices of those that no word list let through, `shown` of those that the encoder is shown: all
    of them where there is no learned half.
    """

    document: Document
    cast: Cast
    sentences: tuple[Sentence, ...]
    doubtful: frozenset[int] = frozenset()
    shown: frozenset[int] | None = None


def read(document: Document, terms: Terms | None = None) -> Reading:
    """Return the reading of one document; spaCy is imported only if a sentence passes the gate."""
    return read_all([document], terms)[0]


def read_all(documents: Sequence[Document], terms: Terms | None = None) -> list[Reading]:
    """Return the readings of documents, all their sentences that pass the gate parsed together."""
    parsed: list[list[ParsedSentence]] = [[] for _ in documents]
    for number, part in parts([choose(document, terms or Terms()) for document in documents]):
        parsed[number] += part.parsed
    return [Reading(document, tuple(found)) for document, found in zip(documents, parsed, strict=True)]


def parts(
    chosen: Sequence[Chosen], confirm: Callable[[int, Sentence], bool] | None = None
) -> Iterator[tuple[int, Reading]]:
    """Yield readings of documents in parts of at most 2,000 sentences, each with the document's number.

    Of the doubtful sentences only those are parsed that `confirm` holds for; it is asked when all others are parsed.
    Names that the entity recogniser finds are known from the part on in which they stand.
    """
    casts = [one.cast for one in chosen]
    last: dict[int, ParsedSentence] = {}
    for group in in_groups([one.sentences for one in chosen], SLICE):
        for (number, _), found in zip(group, _parsed(group, chosen, confirm), strict=True):
            casts[number] = _with_unknowns(casts[number], found)
            understood = tuple(_understood(found, casts[number], last.get(number)))
            if understood:
                last[number] = understood[-1]
                yield number, Reading(chosen[number].document, understood)


def in_groups(lists: Sequence[Sequence[Sentence]], most: int) -> Iterator[list[tuple[int, Sequence[Sentence]]]]:
    """Yield the sentences of documents in groups of at most `most`, each run with the number of its document."""
    group: list[tuple[int, Sequence[Sentence]]] = []
    size = 0
    for number, sentences in enumerate(lists):
        for start in range(0, len(sentences), most):
            run = sentences[start : start + most]
            if group and size + len(run) > most:
                yield group
                group, size = [], 0
            group.append((number, run))
            size += len(run)
    if group:
        yield group


def room_of(sentence: Sentence, label: str = "") -> SectionKind:
    """Return the kind of section that a sentence belongs to: by its label where it has one, or else its heading."""
    return (kind_of(label) if label else None) or sentence.block.section.kind


def choose(document: Document, terms: Terms) -> Chosen:
    """Return the sentences of a document to parse; the learned half decides only where a word list found something."""
    cast = cast_of(document, terms.roster)
    short = (sentence for sentence in document.sentences if sentence.end - sentence.start <= LONGEST)
    sentences = [sentence for sentence in short if any(map(str.isalpha, sentence.text))]
    if not terms.gated:
        return Chosen(document, cast, tuple(sentences))
    gate = Gate(cast.words, terms.cues)
    by_words = [passes(s, room_of(s, lead(s.text)[1]), gate) for s in sentences]
    if terms.learned is None or not any(by_words):
        return Chosen(document, cast, tuple(compress(sentences, by_words)))
    found = terms.learned(sentences, by_words)
    return Chosen(
        document,
        cast,
        tuple(compress(sentences, found.parsed)),
        doubtful=frozenset(s.index for s, is_known in zip(sentences, by_words, strict=True) if not is_known),
        shown=frozenset(s.index for s in compress(sentences, found.shown)),
    )


def _parsed(
    group: Sequence[tuple[int, Sequence[Sentence]]],
    chosen: Sequence[Chosen],
    confirm: Callable[[int, Sentence], bool] | None,
) -> list[list[ParsedSentence]]:
    from blameless_lint.language.parse import parse

    sure = [s for number, run in group for s in run if confirm is None or s.index not in chosen[number].doubtful]
    found = {id(parsed.sentence): parsed for parsed in parse(sure)}
    if confirm is not None:
        doubtful = [(number, s) for number, run in group for s in run if s.index in chosen[number].doubtful]
        kept = [s for number, s in doubtful if confirm(number, s)]
        found |= {id(parsed.sentence): parsed for parsed in parse(kept)}
    return [[found[id(s)] for s in run if id(s) in found] for _, run in group]


def _with_unknowns(cast: Cast, parsed: Sequence[ParsedSentence]) -> Cast:
    """Ask the entity recogniser about the sentences whose subject is still unknown, and add the names to the cast."""
    from blameless_lint.language.people.ner import names_in, unknown_subjects

    unknown = [found.doc for found in parsed if unknown_subjects(found.doc, cast)]
    return cast.with_names(names_in(unknown)) if unknown else cast


def _understood(parsed: Sequence[ParsedSentence], cast: Cast, last: ParsedSentence | None) -> Iterator[ParsedSentence]:
    from blameless_lint.language.grammar.predication import predications

    for sentence in parsed:
        previous: Doc | None = None
        if (
            last is not None
            and last.sentence.block is sentence.sentence.block
            and last.sentence.index + 1 == sentence.sentence.index
        ):
            previous = last.doc
        room = room_of(sentence.sentence, sentence.label)
        last = replace(
            sentence, room=room, cast=cast, previous=previous, predications=predications(sentence.doc, cast, previous)
        )
        yield last
