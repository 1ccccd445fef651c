"""Say what the blamed did, or left, as a phrase in -ing that a bracketed question can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas, pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.counterfactual import is_wishing
from blameless_lint.rewrite.inflect import base, form
from blameless_lint.rewrite.omission import EFFORT, EFFORTS, LEAVING
from blameless_lint.rewrite.passive import LEFT_OUT, how_of
from blameless_lint.rewrite.render import join, part_of
from blameless_lint.rewrite.subject import IDIOM_OBJECTS
from blameless_lint.rewrite.verb import Finite, finite, lemma_of, object_of, prefix, subject_child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

NOT_SAID = load("rewriting_not_in_ing")
LONGEST = 14  # words
TIMES = load("rewriting_times")


def gerund(verb: Token, scene: Scene, *, sayable: frozenset[str] = frozenset()) -> str | None:
    """Return a verb with what follows it, without its subject: “asking before touching the hosted zone”."""
    lemma = base(verb.text, verb.lemma_)
    if (
        (lemma in NOT_SAID and lemma not in sayable)
        or lemma in lemmas("misconduct_verbs", "judging_verbs", "sanction_verbs", "harm_verbs", "damage_verbs")
        or not lemma.isalpha()
    ):
        return None
    if (verb.i and verb.doc[verb.i - 1].tag_ == "POS") or any(child.dep_ == "auxpass" for child in verb.children):
        return None
    thing = object_of(verb)
    if thing is not None and (thing.lower_ in {"it", "them", "this", "that"} or thing.lemma_.lower() in IDIOM_OBJECTS):
        return None
    particle = next((child.text for child in verb.children if child.dep_ == "prt"), "")
    parts = [prefix(verb) + form(lemma, "VBG"), particle]
    for child in verb.children:
        if child.i < verb.i or child.dep_ in LEFT_OUT or (child.is_punct and child.i >= verb.right_edge.i):
            continue
        if child.dep_ == "conj" and (
            subject_child(child) is not None or not any(c.dep_ == "neg" for c in child.children)
        ):
            break
        if child.dep_ in {"conj", "parataxis", "ccomp", "relcl", "dep"}:
            return None
        if child.dep_ == "advcl" and any(part.dep_ in {"nsubj", "nsubjpass"} for part in child.children):
            return None
        if child.dep_ == "cc":
            continue
        if child.dep_ == "punct" and child.text in {"-", "/"}:
            return None
        if child.dep_ == "punct":
            break
        said = None if _is_duration(child) else part_of(child, verb, scene)
        if said is None:
            return None
        parts.append(said)
    after = verb.doc[verb.right_edge.i + 1 : verb.right_edge.i + 2].text
    if after in {"-", "/"}:
        return None
    said = join(parts).rstrip(" ,;:.!?")
    return (
        said
        if 1 < len(said.split()) <= LONGEST and "," not in said and not pattern("rewriting_never").search(said)
        else None
    )


def _is_duration(child: Token) -> bool:
    return child.lower_ == "for" and any(part.lemma_.lower() in TIMES for part in child.subtree)


def asked(verb: Token, scene: Scene, *, sayable: frozenset[str] = frozenset()) -> str:
    """Return the question, without brackets, about what a verb tells of the blamed, "" where it cannot be asked."""
    how = how_of(verb, scene)
    left, inner = _left(verb, how)
    said = gerund(inner, scene, sayable=sayable)
    if said is None:
        return ""
    own = finite(inner)
    if (own is not None and own.modal) or (how is not None and how.modal) or scene.request.category == "punitive":
        return ""
    if left:
        general = how is not None and how.tense == "present" and scene.request.category in {"judgement", "hindsight"}
        return "" if general else f"what would have prompted {said}?"
    if how is None or how.negated:
        return ""
    if scene.request.category == "omission" or lemma_of(inner) in EFFORT:
        return ""
    return f"what made {said} look right at the time?"


def _left(verb: Token, how: Finite | None) -> tuple[bool, Token]:
    """Return whether something was left undone, and the verb that tells what."""
    inner = next((child for child in verb.children if child.dep_ == "xcomp" and child.i > verb.i), None)
    if verb.left_edge.lower_ in {"if", "had"} and finite(verb) is not None:
        return not any(child.dep_ == "neg" for child in verb.children), verb
    if is_wishing(verb) and inner is not None:
        return True, inner
    denied = how is not None and how.negated
    if inner is not None and verb.lemma_.lower() in LEAVING:
        return not denied, inner
    if inner is not None and lemma_of(verb) in EFFORT:
        return denied, inner
    thing = object_of(verb)
    if thing is not None and thing.lemma_.lower() in EFFORTS:
        inner = next((child for child in thing.children if child.dep_ in {"acl", "relcl"} and child.tag_ == "VB"), None)
        return (denied, inner) if inner is not None else (False, verb)
    return denied, verb
