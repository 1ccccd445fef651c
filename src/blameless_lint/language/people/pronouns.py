"""Pronouns: whom they stand for, as far as the sentence and the one before it tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from blameless_lint.language.people.kind import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Who = Callable[["Token"], "Kind | None"]

WORDS: dict[str, Kind] = {
    word: kind
    for kind, text in {
        Kind.SELF: "i me my mine myself",
        Kind.WE: "we us our ours ourselves we'd we've",
        Kind.PRONOUN: "he him his himself she her hers herself you your yours yourself yourselves u ya y'all s/he",
        Kind.INDEFINITE: "someone somebody anyone anybody everyone everybody whoever whomever whosoever sb sbdy",
        Kind.NOBODY: "nobody noone",
    }.items()
    for word in text.split()
}
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "themself", "they'd"})
MODALS = frozenset({"should", "could", "would", "must", "ought", "might"})


def partitive_of(token: Token) -> Token | None:
    """Return the noun that a partitive takes from: “one of our engineers”, “a member of the database team”."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "from", "in", "among", "amongst"}:
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def they(token: Token, who: Who, previous: Doc | None, *, alone: Kind | None = Kind.PRONOUN) -> Kind | None:
    """Return PRONOUN where “they” has a person before it, None where it has things, `alone` where it has neither."""
    for doc, end in ((token.doc, token.i), (previous, len(previous) if previous is not None else 0)):
        if doc is None:
            continue
        for wanted in ({"nsubj", "nsubjpass"}, {"dobj", "pobj", "attr", "conj", "poss", "dative", "ROOT", "appos"}):
            for candidate in reversed(doc[:end]):
                if candidate.dep_ not in wanted or candidate.pos_ not in {"NOUN", "PROPN", "PRON"}:
                    continue
                if (
                    candidate.lower_ in PLURAL
                    or candidate.lower_ in {"it", "this", "that", "which"}
                    or _owns(candidate, token)
                ):
                    continue
                if who(candidate) is not None:
                    return Kind.PRONOUN
                if candidate.tag_ in {"NNS", "NNPS"}:
                    return None
    return alone


def _owns(candidate: Token, token: Token) -> bool:
    """Return whether a possessive belongs to the very noun that is asked about: “their pods”."""
    return token.dep_ == "poss" and token.head.i == candidate.i


def one(token: Token) -> Kind | None:
    """Return PRONOUN for the impersonal “one”, which has a modal verb and nothing beside it."""
    if token.dep_ != "nsubj" or any(True for _ in token.children):
        return None
    head = token.head
    return Kind.PRONOUN if any(child.dep_ == "aux" and child.lower_ in MODALS for child in head.children) else None


def antecedent(token: Token) -> Token | None:
    """Return the noun that a relative “who” or “whose” stands for, or None where it asks."""
    clause = token.head
    while clause.dep_ not in {"relcl", "acl", "ROOT"} and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ in {"relcl", "acl"} and clause.head.i < token.i else None
