"""Part of speech, morphology and lemma, as spaCy's attribute ruler and lemmatizer set them, worked out once a kind.

Run on every token, the two take longer than tagger and parser. But what the ruler sets depends on the tag and the
dependency of a token, and for words that its patterns name on the word; what the lemmatizer sets depends on the word,
its part of speech and its morphology. Sentences in which a pattern of two words may hold are left to the ruler.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG

from blameless_lint.language.pipeline import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.strings import StringStore
    from spacy.tokens import Doc

SET = [TAG, POS, MORPH, LEMMA, DEP]
Kind = tuple[int, int, int]
"""The word in lower case, or 0 where no pattern names it; the tag; the dependency."""


class Attributes(NamedTuple):
    """What the ruler sets of a token, as keys of the string store; the lemma is 0 where it sets none."""

    tag: int
    pos: int
    morph: int
    lemma: int
    dep: int


class Annotator:
    """Sets the attributes of docs that are tagged and parsed, and remembers them by kind of token."""

    def __init__(self, ruler: Any, lemmatizer: Any, strings: StringStore) -> None:
        """Take the two components to ask about what was not yet seen."""
        self._ruler, self._lemmatizer, self._strings = ruler, lemmatizer, strings
        self._named = _Words(token["LOWER"] for tokens in _lists(ruler) for token in tokens if "LOWER" in token)
        first = [tokens[0] for tokens in _lists(ruler) if len(tokens) > 1]
        self._opening = _Words(token["LOWER"] for token in first if "LOWER" in token)
        self._openers = {strings[token["DEP"]] for token in first if "DEP" in token}
        self._words: dict[int, int] = {}
        self._kinds: dict[Kind, Attributes] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, part of speech, morphology, lemma and dependency of all tokens of a doc; return it."""
        rows = doc.to_array([ORTH, LOWER, TAG, DEP]).tolist()
        kinds = [(self._word(lower), tag, dep) for _, lower, tag, dep in rows]
        if any(word in self._openers or dep in self._openers for word, _, dep in kinds[:-1]):
            self._ruler(doc)
            found = [Attributes(*row) for row in doc.to_array(SET).tolist()]
        else:
            found = self._remembered(doc, kinds)
        self._set(doc, [row[0] for row in rows], found)
        return doc

    def _word(self, lower: int) -> int:
        word = self._words.get(lower)
        if word is None:
            text = self._strings[lower]
            word = self._words[lower] = lower if text in self._named or text.isspace() else 0
            if text in self._opening:
                self._openers.add(lower)
        return word

    def _remembered(self, doc: Doc, kinds: Sequence[Kind]) -> list[Attributes]:
        if not all(kind in self._kinds for kind in kinds):
            self._ruler(doc)
            for kind, row in zip(kinds, doc.to_array(SET).tolist(), strict=True):
                self._kinds[kind] = Attributes(*row)
        return [self._kinds[kind] for kind in kinds]

    def _set(self, doc: Doc, words: Sequence[int], found: Sequence[Attributes]) -> None:
        lemmas = [
            one.lemma or self._lemmas.get((word, one.pos, one.morph), 0) for word, one in zip(words, found, strict=True)
        ]
        rows = [(one.tag, one.pos, one.morph, lemma, one.dep) for one, lemma in zip(found, lemmas, strict=True)]
        if not rows:
            return
        doc.from_array(SET, np.array(rows, np.uint64))  # type: ignore[arg-type]
        for place, lemma in enumerate(lemmas):
            if lemma == 0:
                token, one = doc[place], found[place]
                token.lemma_ = self._lemmatizer.lemmatize(token)[0]
                self._lemmas[words[place], one.pos, one.morph] = token.lemma


class _Words:
    """The words that conditions of patterns name, by themselves or by an expression."""

    def __init__(self, conditions: Iterable[str | dict[str, Any]]) -> None:
        self._words: set[str] = set()
        self._expressions: list[re.Pattern[str]] = []
        for condition in conditions:
            if isinstance(condition, str):
                self._words.add(condition)
            elif "REGEX" in condition:
                self._expressions.append(re.compile(condition["REGEX"]))
            else:
                self._words.update(condition["IN"])

    def __contains__(self, word: str) -> bool:
        return word in self._words or any(form.search(word) for form in self._expressions)


def _lists(ruler: Any) -> Iterator[list[dict[str, Any]]]:
    """Yield the patterns of a ruler, each a list of conditions for one token after the other."""
    for pattern in ruler.patterns:
        yield from pattern["patterns"]


@cache
def annotator() -> Annotator:
    """Return the annotator of the pipeline, loaded once."""
    nlp = load()
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part, words in list(index.items()):
        index[part] = frozenset(words)  # a list is searched from end to end for every form
    return Annotator(nlp.get_pipe("attribute_ruler"), lemmatizer, nlp.vocab.strings)
