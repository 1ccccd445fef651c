"""Ask about the act where no clause can be turned, and keep the clauses that tell facts where only a judgement goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.gerund import asked
from blameless_lint.rewrite.keep import clean_clauses, keep
from blameless_lint.rewrite.prompts import LEADING
from blameless_lint.rewrite.sentence import finished

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

Candidate = tuple[str, str]  # the name of the transformation, the sentence it makes


def fallbacks(scene: Scene) -> Iterator[Candidate]:
    """Yield the facts of a sentence with a question in the place of its judgement, and questions about its act."""
    if scene.head is None and scene.request.category in {"human-error", "person-cause"}:
        return
    told = scene.request.category != "punitive"
    for facts in told * (keep(scene.but(tolerant=True)), clean_clauses(scene)):
        if facts:
            yield "ask", finished(facts, scene, LEADING)
    for ask in _asks_in_ing(scene):
        yield "ask", f"[{ask[0].upper()}{ask[1:]}]"


def _asks_in_ing(scene: Scene) -> Iterator[str]:
    start, end = scene.request.target
    verbs = [token for token in scene.doc if token.pos_ == "VERB" and scene.is_done_by_blamed(token)]
    verbs.sort(key=lambda verb: (not start <= verb.i < end, verb.i))
    for verb in verbs[:3]:
        said = asked(verb, scene)
        if said:
            yield said
