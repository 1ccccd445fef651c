"""Say it about the system: try the transformations in order, offer what the verifier lets through, end with a question."""

from __future__ import annotations

from collections.abc import Iterator

from blameless_lint.rewrite.counterfactual import counterfactual
from blameless_lint.rewrite.draft import Draft
from blameless_lint.rewrite.drop_agent import drop_agent
from blameless_lint.rewrite.omission import omission
from blameless_lint.rewrite.promote import promote
from blameless_lint.rewrite.prompts import core, prompt, question
from blameless_lint.rewrite.render import render, tidy
from blameless_lint.rewrite.request import Request
from blameless_lint.rewrite.scene import Scene
from blameless_lint.rewrite.verify import objection

CLAUSES = (counterfactual, omission, promote, drop_agent)


def rewrite(request: Request) -> tuple[Draft, ...]:
    """Return drafts for the sentence of a request, best first; the last one is always a question."""
    scene = Scene(request, CLAUSES)
    length = len(request.doc.text)
    offered = []
    for name, text in _candidates(scene):
        if not objection(text, scene) and (request.is_clean is None or request.is_clean(text)):
            offered.append(Draft(text, "suggested", 0, length, name))
            break
    return (*offered, Draft(question(scene), "question", 0, length, "question"))


def _candidates(scene: Scene) -> Iterator[tuple[str, str]]:
    root = next((token for token in scene.doc if token.head == token), None)
    said = render(root, scene) if root is not None else None
    if not said:
        return
    verb, how = core(scene)
    negated = how is not None and how.negated
    yield "drop-agent", finished(said, scene, prompt(verb, negated=negated or scene.request.category in {"omission", "counterfactual"}))


def finished(said: str, scene: Scene, ask: str) -> str:
    """Return a clause as a sentence: capital and final mark as before, the bracketed question at its end."""
    said = tidy(said)
    original = scene.doc.text.strip()
    mark = ""
    while said and said[-1] in ".!?…":
        said = said[:-1]
    mark = original[-1] if original[-1:] in ".!" else "." if original[-1:] == "?" else ""
    said = said.rstrip(" ,;:")
    if original[:1].isupper() and said[:1].islower() and not said.startswith("`"):
        said = said[0].upper() + said[1:]
    return tidy(f"{said}; {ask}{mark}" if ask else f"{said}{mark}")
