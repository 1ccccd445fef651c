"""Train the linear model of wording: the gate's learned half, and what is left where the encoder cannot run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.linear import Linear, load_linear, place
from blameless_lint.training.cards import write_card
from blameless_lint.training.labels import CATEGORIES, Example
from blameless_lint.training.measure import best_point, by_kind, threshold_for_precision, threshold_for_recall
from blameless_lint.training.mix import parts
from blameless_lint.training.regression import Output, features, fit_all, store
from blameless_lint.training.report import write_metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.training.run import Run

STRENGTH = 30.0
GATE_RECALL = 0.90
FLAG_PRECISION = 0.80


def train_gate(run: Run) -> dict[str, Any]:
    """Fit, store and measure the linear model; return what metrics.json holds."""
    clock = time.process_time()
    material = parts(run.public_texts, run.data, share=run.share, everything=run.everything)
    run.progress.note(f"fitting on {len(material.develop)} sentences")
    matrix = features([e.text for e in material.develop], [place(e.section, e.block) for e in material.develop])
    wanted = outputs(material.develop)
    models = dict(zip((each.name for each in wanted), fit_all(matrix, wanted, strength=STRENGTH), strict=True))
    store(run.target, models, thresholds={"gate": 0.0, "flag": 1.0}, more={"model": "wording-linear"})
    whole = [example for name, rows in material.validation.items() if name != "units" for example in rows]
    thresholds = _thresholds(load_linear(run.target), whole)
    store(run.target, models, thresholds=thresholds, more={"model": "wording-linear"})
    load_linear.cache_clear()
    metrics = {
        "data": {
            "public_texts": run.public_texts is not None,
            "everything": run.everything,
            "sentences": len(material.develop),
        },
        "thresholds": thresholds,
        "sets": {name: measure(load_linear(run.target), rows, thresholds) for name, rows in material.measured.items()},
        "seconds": {"cpu": round(time.process_time() - clock)},
    }
    write_metrics(run.target, metrics)
    write_card(run.target)
    return metrics


def outputs(examples: Sequence[Example]) -> list[Output]:
    """Return what the regressions learn: blame, clear blame, and each category where there is blame."""
    levels = np.array([example.level for example in examples])
    ones, everywhere, blame = np.ones(len(levels)), np.ones(len(levels), bool), levels > 0
    of_level = [
        Output("blame", blame, everywhere, ones),
        Output("severe", levels == 2, everywhere, ones),
    ]
    of_category = [Output(name, np.array([name in e.categories for e in examples]), blame, ones) for name in CATEGORIES]
    return of_level + of_category


def _thresholds(model: Linear, examples: Sequence[Example]) -> dict[str, float]:
    levels = np.array([example.level for example in examples])
    scores = blame(model, examples)
    reached = threshold_for_precision(levels, scores, FLAG_PRECISION)
    return {
        "gate": round(threshold_for_recall(levels, scores, GATE_RECALL), 4),
        "flag": round(min(reached, best_point(levels, scores, 1).threshold * 2), 4),
    }


def blame(model: Linear, examples: Sequence[Example]) -> Numbers:
    """Return the probabilities that the level is at least 1."""
    texts, places = [e.text for e in examples], [place(e.section, e.block) for e in examples]
    return np.asarray(model.scores(texts, places, ("blame",))[:, 0])


def measure(model: Linear, examples: Sequence[Example], thresholds: dict[str, float]) -> dict[str, Any]:
    """Return the figures of the model on examples; `passed` is the share of sentences that the gate lets through."""
    scores = blame(model, examples)
    return {
        "kinds": by_kind(examples, scores, list(thresholds.values())),
        "passed": float((scores >= thresholds["gate"]).mean()),
    }
