"""How good scores are, as the judge defines it: a finding is right at level 1 or 2, and recall counts level 2."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.training.labels import Example


@dataclass(frozen=True)
class Point:
    """What a threshold gives: `false` are false alarms per 1,000 words."""

    threshold: float
    precision: float
    recall: float
    false: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def point(levels: Numbers, scores: Numbers, words: int, threshold: float) -> Point:
    """Return what a threshold gives."""
    flagged = scores >= threshold
    right, severe = int((flagged & (levels > 0)).sum()), int((levels == 2).sum())
    return Point(
        threshold=round(float(threshold), 4),
        precision=right / max(1, int(flagged.sum())),
        recall=int((flagged & (levels == 2)).sum()) / max(1, severe),
        false=1000.0 * int((flagged & (levels == 0)).sum()) / max(1, words),
    )


def best_point(levels: Numbers, scores: Numbers, words: int) -> Point:
    """Return the threshold with the highest F1; 1.0 where there is no blame to find."""
    candidates = np.unique(scores[levels > 0])
    points = [point(levels, scores, words, each) for each in candidates[:: max(1, len(candidates) // 400)]]
    return max(points, key=lambda found: found.f1, default=Point(1.0, 0.0, 0.0, 0.0))


def threshold_for_precision(levels: Numbers, scores: Numbers, wanted: float) -> float:
    """Return the lowest threshold at which, and above which, precision reaches what is wanted; 1.0 where none does."""
    order = np.argsort(-scores, kind="stable")
    precision = np.cumsum(levels[order] > 0) / np.arange(1, len(order) + 1)
    reached = np.nonzero(precision >= wanted)[0]
    return float(scores[order[reached[-1]]]) if len(reached) else 1.0


def threshold_for_recall(levels: Numbers, scores: Numbers, wanted: float) -> float:
    """Return the highest threshold that keeps this share of the units of level 2."""
    severe = np.sort(scores[levels == 2])
    return float(severe[int((1.0 - wanted) * len(severe))]) if len(severe) else 0.0


def average_precision(levels: Numbers, scores: Numbers) -> float:
    """Return the area under the precision-recall curve of "level at least 1"."""
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(levels > 0, scores)) if (levels > 0).any() else 0.0


def calibration_error(wanted: Numbers, scores: Numbers, bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal mass."""
    order = np.argsort(scores, kind="stable")
    return float(
        sum(
            len(part) / len(order) * abs(float(wanted[part].mean()) - float(scores[part].mean()))
            for part in np.array_split(order, bins)
            if len(part)
        )
    )


def describe(examples: Sequence[Example], scores: Numbers, thresholds: Sequence[float] = ()) -> dict[str, Any]:
    """Return the figures of scores of "level at least 1" as plain data."""
    levels = np.array([example.level for example in examples])
    words = sum(len(example.text.split()) for example in examples)
    points = [point(levels, scores, words, each) for each in thresholds]
    best = best_point(levels, scores, words) if (levels > 0).any() else None
    return {
        "units": len(levels),
        "words": words,
        "level1": int((levels == 1).sum()),
        "level2": int((levels == 2).sum()),
        "average_precision": average_precision(levels, scores),
        "best": asdict(best) | {"f1": best.f1} if best else None,
        "points": [asdict(each) for each in points],
    }


def by_kind(examples: Sequence[Example], scores: Numbers, thresholds: Sequence[float] = ()) -> dict[str, Any]:
    """Return the figures for all examples and for each kind of document."""
    kinds = np.array([example.kind for example in examples])
    found = {"all": describe(examples, scores, thresholds)}
    for kind in sorted(set(kinds)):
        chosen = np.nonzero(kinds == kind)[0]
        found[kind] = describe([examples[int(i)] for i in chosen], scores[chosen], thresholds)
    return found


def by_origin(examples: Sequence[Example]) -> dict[str, Numbers]:
    """Return the places of the examples of our own documents ("drafts") and of public ones, without empty sets."""
    public = np.array([example.origin.startswith("public/") for example in examples], bool)
    found = {"drafts": np.nonzero(~public)[0], "public": np.nonzero(public)[0]}
    return {name: places for name, places in found.items() if len(places)}


def macro_f1(wanted: Numbers, got: Numbers) -> float:
    """Return the mean of the F1 of the true and of the false answers."""
    from sklearn.metrics import f1_score

    return float(f1_score(wanted.astype(bool), got.astype(bool), average="macro", zero_division=0.0))
