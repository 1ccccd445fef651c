"""Read documents for the rules: the gate, one batch through the parser, who is who, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blameless_lint.language.gate import Gate, passes
from blameless_lint.language.lead import lead
from blameless_lint.language.people.cast import Cast, cast_of
from blameless_lint.language.people.roster import Roster
from blameless_lint.language.reading import ParsedSentence, Reading
from blameless_lint.text.document import Document, SectionKind, Sentence
from blameless_lint.text.sections import kind_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

EMPTY = Roster()


@dataclass(frozen=True, slots=True)
class Terms:
    """How documents are read: who is known beforehand, what the rules look for, and the gate's learned half.

    `cues` come from `rules.registry.cues()`, `learned` from `classify.annotate.learned_gate()`: which of the sentences
    that the word lists turned away may hold blame all the same. Without the gate every sentence is parsed.
    """

    roster: Roster = EMPTY
    cues: tuple[re.Pattern[str], ...] = ()
    learned: Callable[[Sequence[Sentence]], list[bool]] | None = None
    gated: bool = True


def read(document: Document, terms: Terms | None = None) -> Reading:
    """Return the reading of one document; spaCy is imported only if a sentence passes the gate."""
    return read_all([document], terms)[0]


def read_all(documents: Sequence[Document], terms: Terms | None = None) -> list[Reading]:
    """Return the readings of documents, all their sentences that pass the gate parsed in one batch."""
    terms = terms or Terms()
    casts = [cast_of(document, terms.roster) for document in documents]
    chosen = [_chosen(document, cast, terms) for document, cast in zip(documents, casts, strict=True)]
    if not any(chosen):
        return [Reading(document) for document in documents]
    from blameless_lint.language.parse import parse

    parsed = parse([sentence for sentences in chosen for sentence in sentences])
    by_document = _by_document(documents, parsed)
    _name_unknowns(casts, by_document)
    return [
        Reading(document, tuple(_understood(found, cast)))
        for document, cast, found in zip(documents, casts, by_document, strict=True)
    ]


def room_of(sentence: Sentence, label: str = "") -> SectionKind:
    """Return the kind of section that a sentence belongs to: by its label where it has one, or else its heading."""
    return (kind_of(label) if label else None) or sentence.block.section.kind


def _chosen(document: Document, cast: Cast, terms: Terms) -> list[Sentence]:
    """Return the sentences to parse; the learned half is only asked where a word list let something through."""
    sentences = [sentence for sentence in document.sentences if any(letter.isalpha() for letter in sentence.text)]
    if not terms.gated:
        return sentences
    gate = Gate(cast.words, terms.cues)
    kept = [s for s in sentences if passes(s, room_of(s, lead(s.text)[1]), gate)]
    if not kept or terms.learned is None:
        return kept
    passed = {sentence.index for sentence in kept}
    rest = [sentence for sentence in sentences if sentence.index not in passed]
    kept += [sentence for sentence, is_open in zip(rest, terms.learned(rest), strict=True) if is_open]
    return sorted(kept, key=lambda sentence: sentence.index)


def _by_document(documents: Sequence[Document], parsed: Sequence[ParsedSentence]) -> list[list[ParsedSentence]]:
    owners = {id(block): number for number, document in enumerate(documents) for block in document.blocks}
    found: list[list[ParsedSentence]] = [[] for _ in documents]
    for sentence in parsed:
        found[owners[id(sentence.sentence.block)]].append(sentence)
    return found


def _name_unknowns(casts: list[Cast], by_document: Sequence[Sequence[ParsedSentence]]) -> None:
    """Ask the entity recogniser about the sentences whose subject is still unknown, and add the names to the casts."""
    from blameless_lint.language.people.ner import names_in, unknown_subjects

    for number, parsed in enumerate(by_document):
        unknown = [found.doc for found in parsed if unknown_subjects(found.doc, casts[number])]
        if unknown:
            casts[number] = casts[number].with_names(names_in(unknown))


def _understood(parsed: Sequence[ParsedSentence], cast: Cast) -> list[ParsedSentence]:
    from blameless_lint.language.grammar.predication import predications

    found: list[ParsedSentence] = []
    last: ParsedSentence | None = None
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
        found.append(last)
    return found
