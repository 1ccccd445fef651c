"""How well tagged spans agree with those that readers marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.text.source import Span


def agreement(pairs: Sequence[tuple[Span | None, Span | None]]) -> dict[str, float]:
    """Return precision and recall of spans (wanted, got); spans agree when they share half of the longer one."""
    right = sum(1 for wanted, got in pairs if wanted and got and _shared(wanted, got) >= 0.5)
    touching = sum(1 for wanted, got in pairs if wanted and got and wanted.overlaps(got))
    got_any = sum(1 for _, got in pairs if got)
    wanted_any = sum(1 for wanted, _ in pairs if wanted)
    return {
        "precision": right / max(1, got_any),
        "recall": right / max(1, wanted_any),
        "touching": touching / max(1, wanted_any),
        "wanted": wanted_any,
    }


def _shared(one: Span, other: Span) -> float:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / max(len(one), len(other))
