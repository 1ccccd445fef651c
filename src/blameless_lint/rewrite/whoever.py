"""Tell what “whoever …” did as a clause of its own: “The key was cut, and it was not logged”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.passive import how_of, told
from blameless_lint.rewrite.render import join
from blameless_lint.rewrite.verb import is_whoever

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Whoever cut the spare key did not log it.",
        "did not log",
        "Whoever cut the spare key",
        "The spare key was cut, and it was not logged",
    ),
    Example("Whoever is on duty did not open the gate.", "did not open", "Whoever is on duty", ""),
)


def whoever(verb: Token, scene: Scene) -> str | None:
    """Return the clause of a verb whose subject is a clause of “whoever”, behind what that clause tells."""
    inner = next((child for child in verb.children if child.dep_ == "csubj"), None)
    if (
        scene.request.category != "omission"
        or inner is None
        or not is_whoever(inner)
        or not scene.is_done_by_blamed(verb)
    ):
        return None
    if any(scene.given is not None and scene.given[0] == place for place in (verb.i, inner.i)):
        return None
    how, inner_how = how_of(verb, scene), how_of(inner, scene)
    if how is None or inner_how is None or inner_how.negated or inner_how.modal:
        return None
    first, second = told(inner, scene, inner_how), told(verb, scene, how)
    return join([f"{first}, and", second]) if first and second else None
