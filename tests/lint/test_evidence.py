"""What speaks for and against blame in a sentence."""

from __future__ import annotations

import json
import math
from dataclasses import replace

from blameless_lint.classify.arrays import models_folder
from blameless_lint.language.read import read
from blameless_lint.language.score import Score
from blameless_lint.lint.evidence import NAMES, evidence
from blameless_lint.text.reader import read as read_document
from blameless_lint.text.source import Source

READING = read(read_document(Source("x.md", "Dana forgot to rotate the key.\n")))


def features(others: int, blame: float) -> dict[str, float]:
    """Return the evidence of the first sentence, with so many other sentences of that blame judged beside it."""
    own = Score(0.5, 0.5)
    scores = {0: own, **{number: Score(blame, blame) for number in range(1, others + 1)}}
    return dict(zip(NAMES, evidence(READING.parsed[0], (), replace(READING, scores=scores), {}), strict=True))


def test_how_many_sentences_are_judged_counts_by_its_logarithm() -> None:
    assert features(0, 0.1)["judged"] == 0.0
    assert math.isclose(features(99, 0.1)["judged"], math.log(100))


def test_one_more_calm_sentence_never_makes_blame_likelier() -> None:
    weights = json.loads((models_folder() / "decision" / "weights.json").read_text(encoding="utf-8"))
    values = dict(zip(weights["features"], weights["encoder"]["blame"]["weights"], strict=True))

    def odds(others: int) -> float:
        found = features(others, 0.0)
        return sum(values[name] * found[name] for name in ("document", "judged"))

    seen = [odds(others) for others in range(30)]
    assert seen == sorted(seen, reverse=True)
