"""A sentence that already states what was not done, and blames no one: only a question is missing behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.grammar.subject import is_passive
from blameless_lint.language.lexicon import lemmas
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
    Example(
        "No rehearsal in the hall",
        "No rehearsal",
        "",
        "No rehearsal in the hall; [what stood in the way?]",
    ),
    Example(
        "Guest list not printed",
        "not printed",
        "",
        "Guest list not printed; [what would have prompted it?]",
    ),
    Example("No problem so far", "No problem", "", ""),
    Example("Lack of alerts on queue depth", "Lack of alerts", "", ""),
    Example("The pump did not get a signal.", "did not get a signal", "", ""),
    Example("The swap was not required to be finished.", "was not required", "", ""),
    Example("They did not call and were not heard.", "They did not call and were not heard", "", ""),
    Example("Moreover, because the jobs were never finished.", "were never finished", "", ""),
)
MARKED = load("rewriting_granting")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
STEPS = load("rewriting_steps") | load("rewriting_checking") | load("rewriting_telling")
MISSED = frozenset(
    {"announcement", "answer", "backup", "confirmation", "drill", "handover", "notice", "reaction", "reply", "response"}
    | {"rehearsal", "sign-off", "ticket", "approval", "plan", "alert", "escalation", "follow-up", "briefing"}
)
BOUND = frozenset({"advcl", "acl", "relcl", "csubj"})


def states_what_was_not_done(scene: Scene) -> bool:
    """Return whether the blaming words are a denied passive of a main clause, in a sentence that blames no one."""
    if scene.head is not None or scene.request.category != "omission":
        return False
    if any(token.dep_ in {"nsubj", "nsubjpass"} and _is_someone(token, scene) for token in scene.tokens):
        return False
    if not any(token.tag_ in FINITE for token in scene.tokens):
        return any(scene.request.holds(token) and _is_headline(token) for token in scene.tokens)
    return any(scene.request.holds(verb) and _is_undone(verb) for verb in scene.tokens)


def _is_headline(token: Token) -> bool:
    """Return whether a line without a verb of its own tells what was not done: “No review”, “Form not filled in”."""
    if token.dep_ == "ROOT" and token.pos_ == "NOUN":
        work = token.lemma_.lower() in lemmas("work_nouns") | set(MISSED) | STEPS
        return work and any(child.lower_ == "no" for child in token.children) and token.left_edge.i <= 1
    undone = token.tag_ == "VBN" and is_negated(token) and token.lemma_.lower() not in MARKED
    by = any(child.dep_ == "agent" for child in token.children)
    return undone and not by and token.dep_ in {"acl", "ROOT"} and (token.dep_ == "ROOT" or token.head.dep_ == "ROOT")


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
