"""Whose a noun is: “Alex's failure”, “the failure of Alex”, “a mistake by Alex”, “on the part of Alex”, “our”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence

PREPOSITIONS = frozenset({"of", "by", "from", "among", "amongst", "between", "within", "in", "at"})


MAKING = frozenset({"make", "commit", "introduce", "cause", "do", "show", "take"})
"""Verbs by whose agent a noun is held: “a mistake made by Alex”, and not “an error reported by Alex”."""


def holder_of(noun: Token, parsed: ParsedSentence) -> Agent | None:
    """Return who holds what a noun names, or None where no person or group does."""
    for token in _holders(noun):
        agent = parsed.who(token)
        if agent is not None:
            return agent
    return None


def _holders(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.dep_ in {"prep", "agent"} and (child.lower_ in PREPOSITIONS or _is_on_the_part(child)):
            yield from _objects(child)
    for child in noun.children:
        if child.dep_ in {"compound", "nmod"}:
            yield child
        elif child.dep_ == "acl" and child.lemma_.lower() in MAKING:
            yield from (token for by in child.children if by.dep_ == "agent" for token in _objects(by))
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN":
        yield from (child for child in noun.head.head.children if child.dep_ == "poss")
    if noun.head.lemma_.lower() in MAKING:
        yield from (
            token
            for child in noun.head.children
            if child.dep_ == "agent" and child.i > noun.i
            for token in _objects(child)
        )


def _objects(preposition: Token) -> Iterator[Token]:
    for token in preposition.children:
        if token.dep_ in {"pobj", "pcomp"}:
            if token.lower_ in {"part", "side", "behalf"}:
                yield from (child for child in token.children if child.dep_ == "poss")
                for child in token.children:
                    if child.dep_ == "prep":
                        yield from _objects(child)
            else:
                yield token


def _is_on_the_part(preposition: Token) -> bool:
    return preposition.lower_ == "on" and any(
        token.lower_ in {"part", "side", "behalf"} for token in preposition.children
    )
