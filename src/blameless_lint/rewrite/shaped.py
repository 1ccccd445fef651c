"""Leave open what shaped a piece of work that is judged: “The runbook was a joke”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.judging import judging_words
from blameless_lint.rewrite.render import assemble, part_of
from blameless_lint.rewrite.verb import finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The runbook by Delta was a joke.",
        "was a joke",
        "Delta",
        "[Which conditions] shaped the runbook.",
        "judgement",
    ),
    Example(
        "The DNS vendor's slapdash approach to change management is nothing short of scandalous.",
        "slapdash approach",
        "The DNS vendor",
        "[Which conditions] shape the approach to change management.",
        "judgement",
    ),
    Example(
        "Some users were careless with their passwords.",
        "were careless with their passwords",
        "Some users",
        "[Which conditions] shaped the work with passwords.",
        "judgement",
    ),
)
CATEGORIES = frozenset({"judgement", "accusation", "hindsight"})
TRAITS = load("rewriting_traits") | load("vices") | load("rewriting_no_things") | {"lack", "absence", "thinking"}
PERSONAL = load("rewriting_inner") - {"work", "job"}
HANDLED = frozenset({"with", "about", "for", "on", "towards", "around"})


def shaped(root: Token, scene: Scene) -> str | None:
    """Return the work that is judged as what open conditions shaped, None where no work is named."""
    if scene.request.category not in CATEGORIES:
        return None
    how = finite(root) or (finite(root.head) if root.head != root else None)
    if root.lemma_ not in {"be", "remain", "seem", "get", "become"} or how is None or how.modal:
        return None
    verb = "shape" if how.tense.startswith("present") else "shaped"
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    judged = scene.request.category == "judgement"
    thing = (_work(subject, scene) if judged else None) or _handled(root, subject, scene)
    return f"[which conditions] {verb} {thing}" if thing else None


def _inside(token: Token, scene: Scene) -> bool:
    start, end = scene.request.target
    return start <= token.i < end


def _judged(noun: Token, scene: Scene) -> list[int]:
    """Return the places of the adjectives in the blaming words that a noun has, with what makes them strong."""
    return [
        part.i
        for child in noun.children
        if child.dep_ in {"amod", "advmod"} and _inside(child, scene) and _judges(child, scene)
        for part in child.subtree
    ]


def _judges(token: Token, scene: Scene) -> bool:
    words = judging_words() | lemmas("state_adjectives", "harsh_adjectives")
    return token.dep_ == "advmod" or token.i in scene.judging or token.lower_ in words


def _is_work(noun: Token, scene: Scene) -> bool:
    lemma = noun.lemma_.lower()
    if lemma == "one" or any(child.lower_ == "no" for child in noun.children):
        return False
    if (
        noun.tag_ not in {"NN", "NNS", "NNP"}
        or noun.lower_ in judging_words()
        or noun.i in scene.blamed
        or scene.request.is_person(noun)
    ):
        return False
    return lemma not in TRAITS | PERSONAL


def _work(subject: Token, scene: Scene) -> str | None:
    """Return the subject without its judging words and without the blamed."""
    if not _is_work(subject, scene):
        return None
    said = assemble(subject, scene, without=frozenset(_judged(subject, scene)))
    owned = any(child.dep_ == "poss" and child.i in scene.blamed for child in subject.children)
    return f"the {said}" if said and owned and not said.startswith(("the ", "a ", "an ")) else said


def _handled(root: Token, subject: Token, scene: Scene) -> str | None:
    """Return “the work with …” for what the blamed are said to be careless with."""
    if not scene.is_blamed(subject):
        return None
    for adjective in (child for child in root.children if child.dep_ in {"acomp", "attr", "oprd"}):
        for holder in (adjective, root):
            for phrase in (child for child in holder.children if child.dep_ == "prep" and child.i > adjective.i):
                inner = next((part for part in phrase.children if part.dep_ == "pobj"), None)
                if phrase.lower_ not in HANDLED or inner is None or not _is_work(inner, scene):
                    continue
                said = part_of(inner, phrase, scene)
                if said:
                    return f"the work {'on' if phrase.lower_ == 'for' else 'with'} {said}"
    return None
