"""Judge a linter's findings against labelled documents, by the definitions of the gold standard."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.training.measure import calibration_error
from blameless_lint.training.sentences import read_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.training.data import Labelled
    from blameless_lint.training.labels import Example

LEVELS = {"info": 0, "warning": 1, "error": 2}


@dataclass(frozen=True, slots=True)
class Found:
    """A wording finding: a range of the text, and what the linter says of it."""

    start: int
    end: int
    severity: str
    category: str
    confidence: float


@dataclass(frozen=True)
class Judgement:
    """Figures for all documents and by kind, and every finding's confidence beside whether its sentence blames."""

    figures: dict[str, dict[str, Any]]
    confidence: Numbers
    right: Numbers
    calibration_error: float


@dataclass
class _Tally:
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, examples: Sequence[Example], hits: dict[int, list[Found]]) -> None:
        for number, example in enumerate(examples):
            flagged = [hit for hit in hits.get(number, []) if hit.severity != "info"]
            self.counts["words"] += len(example.text.split())
            self.counts[f"level{example.level}"] += 1
            if not flagged:
                continue
            self.counts[f"flagged{example.level}"] += 1
            if example.level:
                self.counts["same"] += max(LEVELS[hit.severity] for hit in flagged) == example.level
            if example.level == 2:
                self.counts["category"] += any(hit.category in example.categories for hit in flagged)

    def figures(self) -> dict[str, Any]:
        c = self.counts
        right, flagged = c["flagged1"] + c["flagged2"], c["flagged0"] + c["flagged1"] + c["flagged2"]
        precision, recall = _share(right, flagged), _share(c["flagged2"], c["level2"])
        total = (precision or 0.0) + (recall or 0.0)
        return {
            "words": c["words"],
            "level2": c["level2"],
            "flagged": flagged,
            "precision": precision,
            "recall": recall,
            "f1": 2 * (precision or 0.0) * (recall or 0.0) / total if total else 0.0,
            "level": _share(c["same"], right),
            "category": _share(c["category"], c["flagged2"]),
            "false": 1000.0 * c["flagged0"] / max(1, c["words"]),
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def judge(documents: Iterable[Labelled], find: Callable[[str, str], Sequence[Found]]) -> Judgement:
    """Return the judgement of `find(text, name)` over documents.

    A finding belongs to the sentence that it overlaps most; findings of info count for calibration only.
    """
    tallies: dict[str, _Tally] = {"all": _Tally()}
    pairs: list[tuple[float, bool]] = []
    for document in documents:
        examples = read_sentences(document)
        hits: dict[int, list[Found]] = {}
        for found in find(document.text, document.name):
            number = _home(examples, found)
            if number is not None:
                hits.setdefault(number, []).append(found)
                pairs.append((found.confidence, examples[number].level > 0))
        for name in ("all", document.kind):
            tallies.setdefault(name, _Tally()).add(examples, hits)
    confidence, right = np.array([pair[0] for pair in pairs]), np.array([pair[1] for pair in pairs], bool)
    error = calibration_error(right, confidence) if pairs else 0.0
    return Judgement({name: tally.figures() for name, tally in tallies.items()}, confidence, right, error)


def _home(examples: Sequence[Example], found: Found) -> int | None:
    shared = [min(example.end, found.end) - max(example.start, found.start) for example in examples]
    best = max(range(len(examples)), key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] > 0 else None
