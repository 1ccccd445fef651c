"""The adverbs before a verb that tell how or how often, and go with it when its clause is turned around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.verb import NOT, subject_child

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EMPTY_ADVERBS = load("rewriting_empty_adverbs")
STRENGTHENING = frozenset({"absolutely", "completely", "entirely", "flagrantly", "totally", "utterly", "wholly"})


def adverbs_of(verb: Token, scene: Scene, *, turned: bool = False) -> list[str]:
    """Return the adverbs before a verb; one that strengthens goes where another word takes the verb's place."""
    subject = subject_child(verb)
    edge = subject.i if subject is not None else -1
    return [
        verbatim(child.subtree)
        for child in verb.children
        if child.dep_ == "advmod"
        and child.i not in scene.glued
        and edge < child.i < verb.i
        and scene.is_clean(child)
        and child.lower_ not in EMPTY_ADVERBS | NOT
        and not (turned and child.lower_ in STRENGTHENING)
        and verbatim(child.subtree).lower() not in {"at least", "at the very least"}
        and (subject is not None or child.i > verb.left_edge.i or verb.dep_ == "conj")
        and not child.tag_.startswith("W")
    ]
