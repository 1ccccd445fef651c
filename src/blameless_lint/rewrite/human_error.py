"""Put an open question in the place of “human error” and of judgements that are given as the cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import join, part_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Human error led to the deletion of the namespace.",
        "Human error",
        "",
        "[Which step, under which conditions] led to the deletion of the namespace",
        "human-error",
    ),
    Example(
        "The outage was due to a mistake by an operator.",
        "a mistake by an operator",
        "an operator",
        "The outage was due to [which step, under which conditions]",
        "human-error",
    ),
    Example(
        "Negligence on the part of the vendor led to the outage.",
        "Negligence",
        "the vendor",
        "[Which condition] led to the outage",
        "judgement",
    ),
    Example("My mistake was the missing WHERE.", "My mistake", "My", "", "human-error"),
    Example(
        "A lack of judgement led to the loss.",
        "lack of judgement",
        "",
        "",
        "judgement",
    ),
    Example("Sam's negligence to fit a guard led to the loss.", "Sam's negligence", "Sam", "", "judgement"),
    Example("Two mistakes by two fitters led to the loss.", "Two mistakes", "two fitters", "", "human-error"),
    Example(
        "A parser error led to the outage.",
        "error",
        "",
        "",
        "human-error",
    ),
)

ERRORS = load("rewriting_errors")
HUMAN = load("rewriting_human")
TRAITS = load("rewriting_traits")
CAUSES = frozenset({"blame", "cause", "culprit", "factor", "origin", "problem", "reason", "root", "source", "trigger"})

COMING_OF = frozenset({"because", "case", "combination", "consequence", "mix", "product", "result"})


def open_cause(noun: Token, scene: Scene) -> str | None:
    """Return the bracketed question that stands for a noun of error or character, with what else is told of it."""
    what = _what(noun, scene)
    if what is None:
        return None
    parts = [*("(" for child in noun.children if child.text == "(" and child.i < noun.i), what]
    for child in noun.children:
        if child.i < noun.i or child.dep_ in {"det", "amod", "compound"}:
            continue
        if child.dep_ == "prep" and child.lower_ in {
            "of",
            "in",
            "with",
            "by",
            "on",
            "among",
            "from",
            "at",
            "to",
            "for",
            "towards",
        }:
            said = part_of(child, noun, scene)
            inner = next((part for part in child.children if part.dep_ == "pobj"), None)
            if (
                not said
                or inner is None
                or inner.lower_ == "part"
                or scene.request.is_person(inner)
                or what != "[which condition]"
            ):
                if (
                    said
                    and inner is not None
                    and what != "[which condition]"
                    and child.lower_ in {"in", "with", "at", "during"}
                    and not scene.request.is_person(inner)
                ):
                    parts.append(said)
                continue
            parts.append(f"around {said.split(' ', 1)[-1]}")
            continue
        if child.dep_ == "acl" and child.lemma_.lower() in {"make", "commit", "cause", "introduce"}:
            kept = [part_of(part, child, scene) or "" for part in child.children if part.dep_ == "prep"]
            parts.extend(kept)
            continue
        said = part_of(child, noun, scene)
        if said is None:
            return None
        parts.append(said)
    return join(parts)


def _what(noun: Token, scene: Scene) -> str | None:
    lemma = noun.lemma_.lower()
    if not _is_a_cause(noun):
        return None
    blamed = any(part.i in scene.blamed for part in noun.subtree)
    named = scene.request.target[0] <= noun.i < scene.request.target[1]
    if lemma in ERRORS:
        kind = any(
            child.lower_ in HUMAN and child.dep_ in {"amod", "compound", "nmod", "poss"} for child in noun.children
        )
        return (
            "[which step, under which conditions]"
            if kind or blamed or (named and lemma in {"mistake", "slip", "lapse", "oversight"})
            else None
        )
    if lemma in TRAITS and (named or blamed):
        return None if any(child.dep_ in {"acl", "relcl"} for child in noun.children) else "[which condition]"
    return None


def _is_a_cause(noun: Token) -> bool:
    """Return whether a noun stands where a cause is told: subject of what came of it, “due to …”, “was …”, alone."""
    if any(child.dep_ in {"nummod", "relcl"} or child.lower_ in {"no", "several", "many"} for child in noun.children):
        return False
    verb = noun.head
    if noun.dep_ == "nsubj":
        thing = next((child for child in verb.children if child.dep_ in {"attr", "acomp"}), None)
        return verb.lemma_ != "be" or (thing is not None and thing.lemma_.lower() in CAUSES)
    if noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.pos_ in {"NOUN", "PROPN"}:
        return verb.head.lemma_.lower() in CAUSES | COMING_OF
    if noun.dep_ == "pobj":
        return verb.lower_ in {"by", "of", "to", "from", "through", "at", "as", "for"}
    if noun.dep_ == "conj":
        return _is_a_cause(verb) or verb.pos_ not in {"NOUN", "VERB"}
    return noun.dep_ in {"ROOT", "attr", "appos", "dep", "parataxis", "npadvmod", "oprd"}
