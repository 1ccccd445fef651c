"""Turn what should have been into the fact behind it: “They should have checked the dashboard”: it was not checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import be, form
from blameless_lint.rewrite.passive import how_of, passive, told
from blameless_lint.rewrite.render import join, part_of, verbatim
from blameless_lint.rewrite.verb import Finite, finite, is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "If the roofer had read the drawing, we would not be sitting here.",
        "If the roofer had read the drawing",
        "the roofer",
        "The drawing was not read; [what would have drawn attention to it?]",
        "counterfactual",
    ),
    Example(
        "They should have checked the dashboard.",
        "should have checked",
        "They",
        "The dashboard was not checked",
        "counterfactual",
    ),
    Example(
        "The DBA should not have dropped the index.",
        "should not have dropped",
        "The DBA",
        "The index was dropped",
        "counterfactual",
    ),
    Example(
        "This should have been caught in review.",
        "should have been caught",
        "",
        "This was not caught in review; [",
        "counterfactual",
    ),
    Example("What should have been done differently was discussed.", "should have been done", "", "", "counterfactual"),
    Example(
        "The rigger might have dropped the load, hurting the crew.",
        "might have dropped",
        "The rigger",
        "",
        "counterfactual",
    ),
    Example(
        "If Dana had run the tests, this would not have happened.",
        "If Dana had run the tests",
        "Dana",
        "The tests were not run",
        "counterfactual",
    ),
)


def counterfactual(verb: Token, scene: Scene) -> str | None:
    """Return the fact behind a wish about the past."""
    how = finite(verb)
    condition = next((child for child in verb.children if child.dep_ == "advcl" and is_unreal_condition(child)), None)
    if condition is not None and scene.is_done_by_blamed(condition):
        own = finite(condition)
        said = told(condition, scene, Finite("past", "", not (own.negated if own else False), False))
        if said is None:
            return None
        cause = re.sub(r"^(?:if only|if|had)\b[ ,]*", "", said).rstrip(",.")
        outcome = outcome_of(verb, condition, scene)
        return cause + (f", and {outcome}" if outcome else "") + _stop(verb)
    if how is not None and how.modal:
        return None  # “should be checked” asks for something to come
    if how is not None and how.unreal and condition is None and verb.dep_ != "relcl" and _is_agentless(verb, scene):
        return _undone(verb, how, scene)
    if is_wishing(verb) and scene.is_done_by_blamed(verb):
        inner = next((child for child in verb.children if child.dep_ == "xcomp"), None)
        return (
            told(inner, scene, how_of(inner, scene) or Finite("past", "", True, False)) if inner is not None else None
        )
    if (
        how is None
        or not how.unreal
        or not scene.is_done_by_blamed(verb)
        or any(child.dep_ == "advcl" and child.left_edge.lower_ in {"if", "had"} for child in verb.children)
    ):
        return None
    fact = how_of(verb, scene)
    return passive(verb, scene, fact) if fact is not None else None


def outcome_of(verb: Token, condition: Token, scene: Scene) -> str:
    """Return what did come about, of what would not have come about: “the port was open”, “the wallet did not hold”."""
    how = finite(verb)
    subject = next(
        (child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.i < verb.i), None
    )
    if how is None or not how.unreal or subject is None or not scene.is_clean(subject):
        return ""
    if subject.pos_ == "PRON" and subject.lower_ not in {"we", "i", "they", "it"}:
        return ""
    rest = [child for child in verb.children if child.i > verb.i and child != condition and not child.is_punct]
    if any(part.lower_ in {"this", "here"} for child in rest for part in child.subtree):
        return ""
    if not all(scene.is_clean(child) for child in rest) or any(part.lemma_.lower() in SEEN for part in (verb, *rest)):
        return ""  # what was there to be seen was there all the same
    plural, denied = is_plural(subject), not how.negated
    tail = [verbatim(child.subtree) for child in rest]
    if verb.lemma_ == "be" or any(child.dep_ == "auxpass" for child in verb.children):
        done = [] if verb.lemma_ == "be" else [verb.text]
        return join([verbatim(subject.subtree), be("past", plural=plural, negated=denied), *done, *tail])
    lemma = verb.lemma_.lower()
    return join([verbatim(subject.subtree), f"did not {lemma}" if denied else form(lemma, "VBD"), *tail])


def _is_agentless(verb: Token, scene: Scene) -> bool:
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if subject is None or subject.tag_ == "WP" or scene.is_blamed(subject):
        return False
    return any(child.dep_ == "auxpass" for child in verb.children)


def _undone(verb: Token, how: Finite, scene: Scene) -> str | None:
    """Return “X was not caught” for “X should have been caught”."""
    subject = next(child for child in verb.children if child.dep_ == "nsubjpass")
    gone = frozenset(child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "nsubjpass"})
    front = [part_of(child, verb, scene) for child in verb.children if child.i < subject.i and child.i not in gone]
    after = [part_of(child, verb, scene) for child in verb.children if child.i > verb.i]
    name = part_of(subject, verb, scene)
    if name is None or None in front or None in after:
        return None
    middle = [
        child.text
        for child in verb.children
        if child.dep_ == "advmod"
        and subject.i < child.i < verb.i
        and child.lower_ not in {"really", "simply", "just", "also"}
    ]
    auxiliary = be("past", plural=is_plural(subject), negated=not how.negated)
    return join([*(part or "" for part in front), name, auxiliary, *middle, verb.text, *(part or "" for part in after)])


SEEN = frozenset({"clear", "evident", "obvious", "plain", "visible"})
WISHING = frozenset({"ought", "supposed", "expected", "meant"})


def is_wishing(verb: Token) -> bool:
    """Return whether a verb says what someone was to do: “ought to”, “was supposed to”, and not “meant to”."""
    return verb.lower_ in WISHING and (
        verb.lower_ == "ought" or any(child.lemma_ == "be" and child.i < verb.i for child in verb.children)
    )


def is_unreal_condition(verb: Token) -> bool:
    """Return whether a clause is a condition that was not met: “if X had …”, “had X …”."""
    first = verb.left_edge.lower_
    return first in {"if", "had"} and any(
        child.dep_ == "aux" and child.lower_ in {"had", "'d"} for child in verb.children
    )


def _stop(verb: Token) -> str:
    last = verb.doc[-1]
    return last.text if verb.dep_ == "ROOT" and last.is_punct else ""
