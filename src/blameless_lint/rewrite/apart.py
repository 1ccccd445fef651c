"""Keep what someone is told to have done in passing, and say what was left undone behind it without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.omission import LEAVING
from blameless_lint.rewrite.passive import how_of, told
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.verb import finite, is_negated, lemma_of, subject_child
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene
    from blameless_lint.rewrite.verb import Finite

EXAMPLES = (
    Example(
        "The beekeeper was in the orchard and did not close the lid.",
        "did not close the lid",
        "The beekeeper",
        "The beekeeper was in the orchard, and the lid was not closed; [what would have prompted it?]",
    ),
    Example(
        "The usher had a list of names and never checked it.",
        "never checked it",
        "The usher",
        "The usher had a list of names, and it was not checked; [what would have prompted it?]",
    ),
    Example("The usher was lazy and did not check the list.", "did not check the list", "The usher", ""),
)
DENIED = expression(r"(?i)\b(?:not|no|never|nothing|nobody|neither)\b")
KNOWING = frozenset({"know", "realise", "realize", "understand", "suspect", "remember"})
LEFT = frozenset({"omission", "counterfactual"})
PASSING = frozenset({"and", "but"})


def apart(scene: Scene) -> Iterator[str]:
    """Yield the clause that blames no one as it stands, with what was left undone behind it."""
    last = undone(scene)
    if last is None:
        return
    first = passing(last, scene)
    how = how_of(last, scene) or _shared(last)
    said = told(last, scene, how) if how is not None else None
    if said and (_is_blamed_alone(last, scene) or DENIED.search(said)):
        said = re.sub(r"^both were not\b", "neither was", said)
        link = next((child.lower_ for child in last.head.children if child.dep_ == "cc"), "and")
        yield f"{first}, {link} {said}"


def passing(last: Token, scene: Scene) -> str:
    """Return the clause in front of the one that tells what was left undone."""
    link = next(child for child in last.head.children if child.dep_ == "cc")
    return verbatim(scene.doc[: link.i]).rstrip(" ,")


def kept(text: str, scene: Scene) -> str:
    """Return the clause of the blamed that a rewrite keeps at its head as it stands, "" where it keeps none."""
    last = undone(scene)
    first = passing(last, scene) if last is not None else ""
    return text[: len(first)] if first and text.lower().startswith(f"{first}, ".lower()) else ""


def undone(scene: Scene) -> Token | None:
    """Return the verb that tells what was left undone behind a clause of the same subject that blames no one."""
    if scene.request.category not in LEFT or scene.head is None:
        return None
    root = next((token for token in scene.tokens if token.head == token), None)
    subject = subject_child(root) if root is not None else None
    if root is None or subject is None or not scene.is_blamed(subject) or not _is_neutral(root, scene):
        return None
    links = [child for child in root.children if child.dep_ == "cc"]
    others = [child for child in root.children if child.dep_ == "conj"]
    if len(links) != 1 or len(others) != 1 or links[0].lower_ not in PASSING:
        return None
    last = others[0]
    own = subject_child(last)
    if last.pos_ not in {"VERB", "AUX"} or last.i < links[0].i or (own is not None and not scene.is_blamed(own)):
        return None
    if any(child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} for child in last.children):
        return None  # more than one act behind the first
    return last if scene.request.target[1] > links[0].i else None


def _is_blamed_alone(last: Token, scene: Scene) -> bool:
    """Return whether the blaming words stand in the last clause alone."""
    return scene.request.target[0] >= last.left_edge.i


def _is_neutral(root: Token, scene: Scene) -> bool:
    """Return whether the first clause asserts something and judges, denies and leaves nothing."""
    how = finite(root)
    if how is None or how.negated or how.modal or how.unreal or root.pos_ not in {"VERB", "AUX"}:
        return False
    if root.lemma_.lower() in KNOWING or any(child.lower_ == "aware" for child in root.children):
        return False  # what someone knew is held against them
    if lemma_of(root) in LEAVING | lemmas("strong_omission_verbs", "omission_verbs", "judging_verbs"):
        return False
    link = next((child.i for child in root.children if child.dep_ == "cc"), root.i)
    own = scene.tokens[:link]
    if sum(token.dep_ in {"nsubj", "nsubjpass"} and scene.is_blamed(token) for token in own) > 1:
        return False
    if any(token.i in scene.judging or token.dep_ == "neg" or token.lower_ in {"no", "without"} for token in own):
        return False
    said = next((child for child in root.children if child.dep_ in {"acomp", "attr", "oprd"}), None)
    return said is None or (said.dep_ == "acomp" and said.lower_ in {"away", "busy", "absent", "present", "new"})


def _shared(last: Token) -> Finite | None:
    """Return how a verb is said that shares the auxiliary of the first: “had signed and not opened”."""
    how = finite(last.head)
    return None if how is None else replace(how, negated=is_negated(last))
