"""The times that the parser hung on the blamed, which stay when they go: “by the porter at 06:30”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

CLOCK = expression(r"\d{1,2}[:.h]\d\d$")


def times_of(name: Token, scene: Scene) -> list[Token]:
    """Return the prepositions of the times that hang on a name."""
    return [
        child
        for child in name.children
        if child.dep_ == "prep"
        and child.lower_ in {"at", "on"}
        and scene.is_clean(child)
        and any(CLOCK.match(part.text) or part.lower_ in lemmas("calendar") for part in child.subtree)
    ]
