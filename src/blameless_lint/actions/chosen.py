"""Who is to do an item that no rule finds an owner in: the likeliest of its phrases, if it is likely enough."""

from __future__ import annotations

from collections.abc import Sequence

from blameless_lint.actions.segments import Segment
from blameless_lint.text.source import Span


def chosen(text: str, segments: Sequence[Segment], known: frozenset[str], *, least: float) -> Span | None:
    """Return the range of the phrase that names the owner, or None; raises ModelError where the weights are changed."""
    from blameless_lint.actions.clues import clues, setting
    from blameless_lint.actions.phrases import phrases
    from blameless_lint.classify.owners import load_owners

    model = load_owners()
    here = setting(text, segments, known)
    best = max(
        ((model.probability(clues(phrase, here)), phrase.span) for phrase in phrases(segments, known)),
        key=lambda pair: pair[0],
        default=None,
    )
    return best[1] if best is not None and best[0] >= least else None
