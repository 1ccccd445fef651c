"""Leave open which condition stands behind conduct that is judged and said to have done harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.render import join, part_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Poor judgement by the incident commander prolonged the outage by at least thirty minutes.",
        "Poor judgement",
        "the incident commander",
        "[Which condition] prolonged the outage by at least thirty minutes.",
        "judgement",
    ),
    Example(
        "Careless handling of the keys by Figaro led to 14 lost blocks.",
        "Careless handling of the keys by Figaro",
        "Figaro",
        "[Which condition] around handling of the keys led to 14 lost blocks.",
        "judgement",
    ),
    Example(
        "The loss was due to horseplay, racing and very poor judgement.",
        "horseplay, racing and very poor judgement",
        "",
        "",
        "judgement",
    ),
    Example(
        "Due to the lack of consistent communication, the chief pulled the crews.",
        "lack of consistent communication",
        "",
        "",
        "judgement",
    ),
)
CONDUCT = load("rewriting_conduct")
POOR = frozenset({"bad", "improper", "inadequate", "insufficient", "poor", "wrong"})
AROUND = frozenset({"of", "in", "with", "on", "to", "for", "at"})


def open_conduct(noun: Token, scene: Scene) -> str | None:
    """Return the bracketed question that stands for judged conduct as a cause, with the work that it was about."""
    start, end = scene.request.target
    if scene.request.category != "judgement" or not start <= noun.i < end or noun.dep_ not in {"nsubj", "pobj"}:
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ not in {"by", "to", "of", "from"}:
        return None
    if any(child.tag_ == "MD" for child in noun.head.head.children):
        return None  # what can come about tells of no cause
    lemma = noun.lemma_.lower()
    if any(child.dep_ == "conj" for child in noun.children) or noun.head.head.lemma_.lower() in {"lack", "absence"}:
        return None
    judged = any(child.dep_ in {"amod", "compound"} and _judges(child, start, end) for child in noun.children)
    if not judged or lemma not in CONDUCT | lemmas("conduct_nouns") or noun.head.lemma_ == "be":
        return None
    if lemma in {"attitude", "discipline", "judgement", "judgment", "decision"}:
        about = _about(noun, scene)
    else:
        own = [
            child.text.lower()
            for child in noun.children
            if child.dep_ == "compound" and child.lower_ not in judging_words()
        ]
        about = join([*own, noun.text.lower(), _phrase(noun, scene)])
    return f"[which condition] around {about}" if about else "[which condition]"


def _judges(token: Token, start: int, end: int) -> bool:
    words = judging_words() | lemmas("state_adjectives", "harsh_adjectives", "judgement_adjectives")
    return start <= token.i < end and token.lower_ in words | POOR


def _about(noun: Token, scene: Scene) -> str:
    return _phrase(noun, scene).partition(" ")[2]


def _phrase(noun: Token, scene: Scene) -> str:
    """Return the phrase that tells what the conduct was about, "" where it only names the blamed."""
    for child in noun.children:
        inner = next((part for part in child.children if part.dep_ == "pobj"), None)
        if child.dep_ != "prep" or child.lower_ not in AROUND or inner is None or scene.request.is_person(inner):
            continue
        if inner.lower_ in {"part", "side", "behalf"} or not scene.is_clean(child):
            continue
        return part_of(child, noun, scene) or ""
    return ""
