"""Train the linear model of wording: the gate's learned half, and what is left where the encoder cannot run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.linear import Linear, load_linear, place
from blameless_lint.training.cards import write_card
from blameless_lint.training.folds import FOLDS, LINEAR, folder_of
from blameless_lint.training.labels import CATEGORIES, Example
from blameless_lint.training.measure import (
    best_point,
    by_kind,
    by_origin,
    threshold_for_precision,
    threshold_for_recall,
)
from blameless_lint.training.mix import Parts, parts
from blameless_lint.training.regression import Output, features, fit_all, store
from blameless_lint.training.report import write_metrics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.training.run import Run

STRENGTH = 30.0
GATE_RECALL = 0.92
"""The share of clear blame that word lists and learned half together let through."""
FLAG_PRECISION = 0.80


def train_gate(run: Run) -> dict[str, Any]:
    """Fit, store and measure the linear model, and one without each fold; return what metrics.json holds."""
    clock = time.process_time()
    material = parts(run.public_texts, run.data, share=run.share, everything=run.everything)
    crossed = [_fold(run, material, fold) for fold in range(FOLDS)]
    examples = [example for rows, _ in crossed for example in rows]
    scores = np.concatenate([found for _, found in crossed])
    thresholds = _thresholds(examples, scores)
    run.progress.note(f"fitting on {len(material.develop)} sentences")
    _fit(material.develop, run.target, thresholds)
    sets = {name: (examples, scores, chosen) for name, chosen in by_origin(examples).items()}
    if material.test and not run.everything:
        unseen = blame(load_linear(run.target), material.test)
        sets["test"] = (material.test, unseen, np.arange(len(unseen)))
    metrics = {
        "data": {
            "public_texts": run.public_texts is not None,
            "everything": run.everything,
            "sentences": len(material.develop),
        },
        "thresholds": thresholds,
        "sets": {
            name: measure([rows[int(i)] for i in chosen], found[chosen], thresholds)
            for name, (rows, found, chosen) in sets.items()
        },
        "seconds": {"cpu": round(time.process_time() - clock)},
    }
    write_metrics(run.target, metrics)
    write_card(run.target)
    return metrics


def _fold(run: Run, material: Parts, fold: int) -> tuple[list[Example], Numbers]:
    """Fit without a fold; return its examples and their scores."""
    run.progress.note(f"fitting without fold {fold + 1} of {FOLDS}")
    folder = folder_of(run.run, fold, LINEAR)
    _fit(material.without(fold), folder, {"gate": 0.0, "flag": 1.0})
    held = material.held(fold)
    return held, blame(load_linear(folder), held)


def _fit(examples: Sequence[Example], folder: Path, thresholds: dict[str, float]) -> None:
    matrix = features([e.text for e in examples], [place(e.section, e.block) for e in examples])
    wanted = outputs(examples)
    models = dict(zip((each.name for each in wanted), fit_all(matrix, wanted, strength=STRENGTH), strict=True))
    store(folder, models, thresholds=thresholds, more={"model": LINEAR})
    load_linear.cache_clear()


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


def _thresholds(examples: Sequence[Example], scores: Numbers) -> dict[str, float]:
    """Return the operating points, from scores by models that have not seen the document."""
    levels = np.array([example.level for example in examples])
    opened = np.where([example.is_open for example in examples], 1.0, scores)
    reached = threshold_for_precision(levels, scores, FLAG_PRECISION)
    return {
        "gate": round(threshold_for_recall(levels, opened, GATE_RECALL), 4),
        "flag": round(min(reached, best_point(levels, scores, 1).threshold * 2), 4),
    }


def blame(model: Linear, examples: Sequence[Example]) -> Numbers:
    """Return the probabilities that the level is at least 1."""
    texts, places = [e.text for e in examples], [place(e.section, e.block) for e in examples]
    return np.asarray(model.scores(texts, places, ("blame",))[:, 0])


def measure(examples: Sequence[Example], scores: Numbers, thresholds: dict[str, float]) -> dict[str, Any]:
    """Return the figures of scores of examples; `passed` is the share of sentences that the whole gate lets through."""
    opened = np.array([example.is_open for example in examples])
    return {
        "kinds": by_kind(examples, scores, list(thresholds.values())),
        "passed": float((opened | (scores >= thresholds["gate"])).mean()),
    }
