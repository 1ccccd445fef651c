"""Keep the clauses that tell facts, and ask behind them what would have prompted what was left undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.apart import LEFT, passing, undone
from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.gerund import asked
from blameless_lint.rewrite.in_ing import SAYABLE
from blameless_lint.rewrite.keep import keep
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The usher was in the foyer and did not turn back to the stairs.",
        "did not turn back to the stairs",
        "The usher",
        "The usher was in the foyer; [what would have prompted turning back to the stairs?]",
    ),
    Example("The usher did not turn back to the stairs.", "did not turn back", "The usher", ""),
)
OTHERWISE = expression(r"(?i)\b(?:unlike|because|since|so)\b")
PROMPTING = "what would have prompted "
TOLD = expression(r"; \[what would have prompted \w+ing\b[^\]]+\?\]$")
"""What was left undone, told in the question behind the facts."""


def beside(scene: Scene) -> Iterator[str]:
    """Yield the facts of a sentence with a question that tells what was left undone."""
    if scene.request.category not in LEFT or scene.head is None or "?" in scene.text or OTHERWISE.search(scene.text):
        return
    last = undone(scene)
    if last is not None and (said := asked(last, scene, sayable=SAYABLE)).startswith(PROMPTING):
        yield f"{passing(last, scene)}; [{said}]"
    facts = keep(scene)
    if not facts:
        return
    for verb in scene.tokens:
        if verb.pos_ == "VERB" and scene.request.holds(verb) and scene.is_done_by_blamed(verb):
            said = asked(verb, scene, sayable=SAYABLE)
            if said.startswith(PROMPTING) and scene.text.lower().find(facts[:20].lower()) in range(verb.idx):
                yield f"{facts}; [{said}]"
                return


def tells_in_question(text: str) -> bool:
    """Return whether a rewrite tells what was left undone in the question at its end."""
    return TOLD.search(text) is not None
