"""The clause that a verb stands in: condition, cause, question, order, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

Clause = Literal["main", "cause", "condition", "relative", "without", "purpose", "gerund", "reported", "time"]

CAUSES = frozenset({"because", "since", "as", "cos", "cuz", "bc"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "providing", "provided"})
TIMES = frozenset({"when", "while", "after", "before", "until", "once", "till"})
FUTURE = frozenset({"will", "wo", "shall", "can", "must", "should", "may", "need"})


def clause_of(verb: Token) -> Clause:
    """Return the kind of clause that the verb heads, or that the verb it is joined to heads."""
    if is_carried_out(verb):
        return clause_of(verb.head)
    if _is_infinitive(verb):
        return "purpose"
    while verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ == "pcomp":
        preposition = verb.head.lower_
        if preposition in {"without", "w/o"}:
            return "without"
        return "gerund" if preposition in {"by", "in", "while", "after", "before"} else "purpose"
    if verb.dep_ in {"relcl", "acl"}:
        return "relative"
    if verb.dep_ == "ccomp":
        return "reported"
    return _adverbial(verb)


CARRIED_OUT = frozenset({"choose", "continue", "elect", "proceed", "tend"})


def is_carried_out(verb: Token) -> bool:
    """Return whether the infinitive is what was done: “chose to ignore”, “continues to skip”."""
    return verb.dep_ == "xcomp" and verb.head != verb and verb.head.lemma_.lower() in CARRIED_OUT


def _is_infinitive(verb: Token) -> bool:
    """Return whether the verb is a to-infinitive: what one was told, tried or is to do, and not what one did."""
    return verb.dep_ in {"xcomp", "ccomp", "acl", "advcl", "relcl"} and any(
        child.tag_ == "TO" for child in verb.children
    )


def _adverbial(verb: Token) -> Clause:
    mark = _mark(verb)
    if mark in CAUSES:
        return "cause"
    if mark in CONDITIONS:
        return "condition"
    if mark in TIMES:
        return "time"
    return "main"


def _mark(verb: Token) -> str:
    """Return the word that opens the clause, in lower case."""
    for child in verb.children:
        if child.i < verb.i and (child.dep_ == "mark" or (child.dep_ == "advmod" and child.lower_ in TIMES)):
            return child.lower_
    return ""


def is_hypothetical(verb: Token) -> bool:
    """Return whether the verb stands in or under a condition that is not about the past: “if a pod fails”."""
    for token in (verb, *verb.ancestors):
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        mark = _mark(token)
        if mark in CONDITIONS and not _is_past_perfect(token):
            return True
        if (
            mark in {"when", "once", "until", "before", "after"}
            and token.tag_ in {"VBZ", "VBP"}
            and _governed_by_future(token)
        ):
            return True
    return any(_is_open_condition(child) for child in verb.children if child.dep_ == "advcl")


def _is_open_condition(verb: Token) -> bool:
    return _mark(verb) in {"if", "unless"} and verb.tag_ in {"VBZ", "VBP", "VB"}


def _is_past_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"had", "'d", "’d"} for child in verb.children)


def _governed_by_future(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in FUTURE for child in verb.head.children)


def is_question(verb: Token) -> bool:
    """Return whether the verb is asked about: its sentence ends in “?” and nothing reports it."""
    doc = verb.doc
    return (len(doc) > 0 and "?" in doc[-1].text) or (len(doc) > 1 and doc[-2].text == "?")


def is_imperative(verb: Token, subject: Token | None) -> bool:
    """Return whether the verb is an order or a task: a bare form without a subject at the head of the sentence."""
    root = verb
    while root.dep_ == "conj" and root.head != root:
        root = root.head
    if root.dep_ != "ROOT" or subject is not None:
        return False
    return root.tag_ in {"VB", "VBP"} and not any(
        child.dep_ == "aux" and child.lower_ not in {"do", "don", "to"} for child in root.children
    )
