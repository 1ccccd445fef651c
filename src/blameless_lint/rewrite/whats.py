"""Put in front what was not asked or told: “never asked what it weighs”: “what it weighs was not asked”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.inflect import base
from blameless_lint.rewrite.passive import front_of, how_of
from blameless_lint.rewrite.render import join, verbatim
from blameless_lint.rewrite.verb import participle

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The porter never asked what the crate weighs.",
        "never asked what the crate weighs",
        "The porter",
        "What the crate weighs was not asked; [",
    ),
    Example("The porter asked what the crate weighs.", "asked what the crate weighs", "The porter", ""),
)
ASKING = frozenset({"ask", "check", "explain", "verify", "confirm", "question", "establish", "document", "record"})
WHETHER = frozenset({"how", "what", "where", "when", "whether", "which"})
LONGEST = 10  # words


def what_was_not(verb: Token, scene: Scene) -> str | None:
    """Return the clause of what was not asked or explained, with what that is as its subject."""
    if not scene.is_done_by_blamed(verb) or base(verb.text, verb.lemma_) not in ASKING:
        return None
    how = how_of(verb, scene)
    after = [child for child in verb.children if child.i > verb.i and not child.is_punct]
    if how is None or not how.negated or how.modal or len(after) != 1 or verb.dep_ not in {"ROOT", "conj", "xcomp"}:
        return None
    clause = after[0]
    words = list(clause.subtree)
    if clause.dep_ not in {"ccomp", "xcomp"} or words[0].lower_ not in WHETHER or words[0].i != verb.i + 1:
        return None
    if not scene.is_clean(clause) or len(words) > LONGEST or any(word.is_punct for word in words):
        return None
    front = front_of(verb, scene)
    return (
        None if front is None else join([front, verbatim(words), how.be(plural=False, negated=True), participle(verb)])
    )
