"""What was acted on, as the subject of the clause in which no one acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.render import assemble, part_of
from blameless_lint.rewrite.verb import Finite, lemma_of, object_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene


NOMINATIVE = {"me": "I", "us": "we", "him": "he", "her": "she", "them": "they", "whom": "who"}
NEGATIVE = {
    "any": "no",
    "anything": "nothing",
    "anyone": "no one",
    "anybody": "nobody",
    "either": "neither",
    "a": "no",
    "an": "no",
}
CHAINS = frozenset(tuple(line.split()) for line in load("rewriting_chains"))
IDIOMS = frozenset({"wing", "blow", "lose", "make", "call", "take", "do", "get", "push"})
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "night"})
PLACING = load("rewriting_placing")
MOVING = load("rewriting_moving")


def promoted(verb: Token, scene: Scene, how: Finite) -> tuple[str | None, Token | None, bool]:
    """Return the new subject's text, the token it is made of, and whether the clause stays denied."""
    target = object_of(verb)
    if target is None:
        return _without_object(verb, scene, how)
    if target.i in scene.blamed or target.lower_ in {
        "what",
        "which",
        "whom",
        "that",
        "who",
        "itself",
        "themselves",
        "himself",
        "each",
    }:
        return None, None, how.negated
    if any(token.text in {"(", "["} for token in target.doc[verb.i : target.i]) or (
        target.lower_ == "it" and lemma_of(verb) in IDIOMS
    ):
        return None, None, how.negated
    moved = moving(target)
    said = (
        part_of(target, verb, scene)
        if not moved
        else assemble(target, scene, without=frozenset(child.i for child in moved))
    )
    if not said:
        return None, None, how.negated
    closing = closing_quote(target)
    if closing is not None:
        said += target.doc[closing].text
    if "," in said and any(child.dep_ in {"relcl", "appos"} for child in target.children):
        said += ","
    return _as_subject(said, target, how.negated), target, how.negated


def closing_quote(target: Token) -> int | None:
    """Return the place of the quotation mark behind an object that opens one and does not close it."""
    after = target.right_edge.i + 1
    if sum(token.text in {'"', "“", "”"} for token in target.subtree) % 2 == 0 or after >= len(target.doc):
        return None
    return after if target.doc[after].text in {'"', "”"} else None


def moving(target: Token) -> list[Token]:
    """Return the prepositional phrases at the end of an object that tell more of the act than of the thing."""
    last = [child for child in target.children if child.i > target.i]
    return (
        last
        if last and all(child.lower_ == "instead" or (child.dep_ == "prep" and _moves(child)) for child in last)
        else []
    )


def _moves(preposition: Token) -> bool:
    verb = preposition.head.head
    if preposition.lower_ == "for" and any(part.lemma_.lower() in TIMES for part in preposition.subtree):
        return True
    return preposition.lower_ in MOVING or (preposition.lower_ in {"on", "in"} and verb.lemma_.lower() in PLACING)


def _as_subject(said: str, target: Token, negated: bool) -> str:
    if said.lower() in NOMINATIVE:
        return NOMINATIVE[said.lower()]
    first, space, rest = said.partition(" ")
    plain = first.lower() not in {"a", "an"} or target.right_edge == target
    if negated and plain and first.lower() in NEGATIVE and target.left_edge.lower_ == first.lower():
        return NEGATIVE[first.lower()] + space + rest
    return said


def _without_object(verb: Token, scene: Scene, how: Finite) -> tuple[str | None, Token | None, bool]:
    for child in verb.children:
        if child.dep_ == "dative" and child.i > verb.i and child.lower_ != "to" and child.i not in scene.blamed:
            said = part_of(child, verb, scene)
            return (NOMINATIVE.get(said.lower(), said), child, how.negated) if said else (None, None, how.negated)
        if child.dep_ == "ccomp" and child.i > verb.i and verb.lemma_.lower() not in {"say", "let", "make"}:
            known = child.left_edge.lower_ in {"that", "whether", "if", "how", "which", "what", "when", "where"}
            return ("it", None, how.negated) if known else (None, None, how.negated)
        if child.dep_ == "prep" and (verb.lemma_.lower(), child.lower_) in CHAINS:
            inner = next((part for part in child.children if part.dep_ == "pobj"), None)
            said = part_of(inner, child, scene) if inner is not None else None
            if inner is not None and said:
                return _as_subject(said, inner, how.negated), inner, how.negated
    return None, None, how.negated
