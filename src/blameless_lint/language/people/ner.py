"""Named entities for the sentences whose subject is still unknown, in one batch over docs that are already parsed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from blameless_lint.language import words
from blameless_lint.language.people.agent import identify
from blameless_lint.language.people.cast import Cast, is_thing_word
from blameless_lint.language.people.phrase import governor, is_code_shaped, is_opaque
from blameless_lint.language.people.roles import is_human_act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})


def unknown_subjects(doc: Doc, cast: Cast) -> bool:
    """Return whether a subject, possessor or by-agent is a capitalised word of which nothing is known."""
    return any(_is_unknown(token, cast) for token in doc)


def _is_unknown(token: Token, cast: Cast) -> bool:
    if token.pos_ != "PROPN" or not token.text[:1].isupper() or token.text.isupper() or is_code_shaped(token.text):
        return False
    if token.dep_ not in SUBJECTS and not (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return False
    if is_opaque(token) or is_thing_word(token.lower_) or token.lower_ in words.load("companies") | cast.systems:
        return False
    return identify(token, cast) is None


def names_in(docs: Sequence[Doc]) -> set[str]:
    """Return the names of people that the entity recogniser finds in parsed docs; the docs get their entities set."""
    from blameless_lint.language.pipeline import recogniser

    return {
        entity.text
        for doc in recogniser().pipe(docs)
        for entity in doc.ents
        if entity.label_ == "PERSON" and _is_plausible(entity)
    }


def _is_plausible(entity: Span) -> bool:
    """Return whether an entity may be a person: no word for software; a single word needs an act of people."""
    for token in entity:
        if (
            is_opaque(token)
            or not token.text[:1].isupper()
            or is_code_shaped(token.text)
            or token.lower_ in words.merged("software", "things")
        ):
            return False
    root = entity.root
    return len(entity) > 1 or root.dep_ == "poss" or is_human_act(governor(root))
