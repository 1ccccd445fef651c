"""Turn what should have been into the fact behind it: “They should have checked the dashboard”: it was not checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import how_of, passive, told
from blameless_lint.rewrite.verb import Finite, finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
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
    condition = next((child for child in verb.children if child.dep_ == "advcl" and _is_unreal_condition(child)), None)
    if condition is not None and scene.is_done_by_blamed(condition):
        own = finite(condition)
        said = told(condition, scene, Finite("past", "", not (own.negated if own else False), False))
        if said is None:
            return None
        return re.sub(r"^(?:if only|if|had)\b[ ,]*", "", said).rstrip(",") + _stop(verb)
    if verb.lower_ in WISHING and scene.is_done_by_blamed(verb):
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


WISHING = frozenset({"ought", "supposed", "expected", "meant"})


def _is_unreal_condition(verb: Token) -> bool:
    first = verb.left_edge.lower_
    return first in {"if", "had"} and any(
        child.dep_ == "aux" and child.lower_ in {"had", "'d"} for child in verb.children
    )


def _stop(verb: Token) -> str:
    last = verb.doc[-1]
    return last.text if verb.dep_ == "ROOT" and last.is_punct else ""
