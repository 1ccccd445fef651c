"""A sentence that already states what was not done, and blames no one: only a question is missing behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.grammar.subject import is_passive
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.pronouns import FIRST, SECOND, THIRD
from blameless_lint.rewrite.verb import is_negated, subject_child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The restore had never been tested.",
        "had never been tested",
        "",
        "The restore had never been tested; [what would have prompted it?]",
    ),
    Example(
        "No spare key was cut.", "No spare key was cut", "", "No spare key was cut; [what would have prompted it?]"
    ),
    Example(
        "The first smoke went unnoticed.",
        "went unnoticed",
        "",
        "The first smoke went unnoticed; [what would have drawn attention to it?]",
    ),
    Example("Lack of alerts on queue depth", "Lack of alerts", "", ""),
    Example("The pump did not get a signal.", "did not get a signal", "", ""),
    Example("The swap was not required to be finished.", "was not required", "", ""),
    Example("They did not call and were not heard.", "They did not call and were not heard", "", ""),
    Example("Moreover, because the jobs were never finished.", "were never finished", "", ""),
)
MARKED = load("rewriting_granting")
BOUND = frozenset({"advcl", "acl", "relcl", "csubj"})


def states_what_was_not_done(scene: Scene) -> bool:
    """Return whether the blaming words are a denied passive of a main clause, in a sentence that blames no one."""
    if scene.head is not None or scene.request.category != "omission":
        return False
    if any(token.dep_ in {"nsubj", "nsubjpass"} and _is_someone(token, scene) for token in scene.tokens):
        return False
    return any(scene.request.holds(verb) and _is_undone(verb) for verb in scene.tokens)


def _is_someone(subject: Token, scene: Scene) -> bool:
    """Return whether a subject in the blaming words is a person or stands for people."""
    people = subject.lower_ in FIRST | SECOND | THIRD or scene.request.is_person(subject)
    return people and scene.request.holds(subject)


def _goes_unseen(verb: Token) -> bool:
    """Return whether something went without what it needed: “went unnoticed”."""
    told = [child for child in verb.children if child.dep_ in {"acomp", "xcomp", "oprd", "advmod", "advcl", "dobj"}]
    return verb.lemma_ == "go" and any(child.lower_.startswith("un") and child.lower_.endswith("ed") for child in told)


def _is_undone(verb: Token) -> bool:
    if _goes_unseen(verb):
        return verb.dep_ not in BOUND
    subject = subject_child(verb)
    denied = is_negated(verb) or (subject is not None and any(child.lower_ == "no" for child in subject.children))
    if verb.tag_ != "VBN" or not is_passive(verb) or not denied:
        return False
    if verb.lemma_.lower() in MARKED or any(child.dep_ == "agent" for child in verb.children):
        return False
    return verb.dep_ not in BOUND and not any(child.dep_ == "mark" for child in verb.children)
