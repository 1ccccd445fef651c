"""Train the linear model of wording: the gate's learned half, and what is left where the encoder cannot run."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.gate import Weights, logit, moods, promise
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
SHOW_RECALL = 0.91
"""The share of clear blame that is promising enough for the encoder."""
PARSE_RECALL = 0.997
"""The share of the clear blame let through by word lists that is parsed."""
FLAG_PRECISION = 0.80


def train_gate(run: Run) -> dict[str, Any]:
    """Fit, store and measure the linear model, and one without each fold; return what metrics.json holds."""
    clock = time.process_time()
    material = parts(run.public_texts, run.data, share=run.share, everything=run.everything)
    crossed = [_fold(run, material, fold) for fold in range(FOLDS)]
    examples = [example for rows, _ in crossed for example in rows]
    scores = np.concatenate([found for _, found in crossed])
    thresholds = {"flag": _flag(examples, scores)}
    weights = gate_weights(examples, scores)
    run.progress.note(f"fitting on {len(material.develop)} sentences")
    _fit(material.develop, run.target, thresholds, {"gate": asdict(weights)})
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
        "thresholds": thresholds | asdict(weights),
        "sets": {
            name: measure([rows[int(i)] for i in chosen], found[chosen], weights)
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
    _fit(material.without(fold), folder, {"flag": 1.0}, {})
    held = material.held(fold)
    return held, blame(load_linear(folder), held)


def _fit(examples: Sequence[Example], folder: Path, thresholds: dict[str, float], more: dict[str, Any]) -> None:
    matrix = features([e.text for e in examples], [place(e.section, e.block) for e in examples])
    wanted = outputs(examples)
    models = dict(zip((each.name for each in wanted), fit_all(matrix, wanted, strength=STRENGTH), strict=True))
    store(folder, models, thresholds=thresholds, more={"model": LINEAR} | more)
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


def _flag(examples: Sequence[Example], scores: Numbers) -> float:
    """Return from which score on the model alone reports, from scores by models that have not seen the document."""
    levels = np.array([example.level for example in examples])
    reached = threshold_for_precision(levels, scores, FLAG_PRECISION)
    return round(min(reached, best_point(levels, scores, 1).threshold * 2), 4)


def gate_weights(examples: Sequence[Example], scores: Numbers) -> Weights:
    """Fit the gate's three weights on scores by models that have not seen the document, and set where it opens."""
    from sklearn.linear_model import LogisticRegression

    levels = np.array([example.level for example in examples])
    opened = np.array([example.is_open for example in examples])
    table = np.stack([logit(scores), document_moods(examples, scores), opened], axis=1)
    fitted = LogisticRegression(C=10.0, max_iter=1000).fit(table, levels > 0)
    odds = fitted.decision_function(table)
    score, mood, words = (round(float(weight), 4) for weight in fitted.coef_[0])
    return Weights(
        score=score,
        mood=mood,
        words=words,
        intercept=round(float(fitted.intercept_[0]), 4),
        parse=round(threshold_for_recall(levels[opened], odds[opened], PARSE_RECALL), 4),
        show=round(threshold_for_recall(levels, odds, SHOW_RECALL), 4),
    )


def document_moods(examples: Sequence[Example], scores: Numbers) -> Numbers:
    """Return the mood of each example's document, from the scores of the document's other examples."""
    places: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        places.setdefault(example.origin, []).append(number)
    found = np.zeros(len(examples))
    for numbers in places.values():
        found[numbers] = moods(scores[numbers])
    return found


def blame(model: Linear, examples: Sequence[Example]) -> Numbers:
    """Return the probabilities that the level is at least 1."""
    texts, places = [e.text for e in examples], [place(e.section, e.block) for e in examples]
    return np.asarray(model.scores(texts, places, ("blame",))[:, 0])


def measure(examples: Sequence[Example], scores: Numbers, weights: Weights) -> dict[str, Any]:
    """Return the figures of scores of examples, with the shares that the gate lets through and shows the encoder."""
    opened = np.array([example.is_open for example in examples])
    odds = promise(scores, document_moods(examples, scores), opened, weights)
    shown = odds >= weights.show
    return {
        "kinds": by_kind(examples, scores, [0.05, 0.5]),
        "by_words": float(opened.mean()),
        "passed": float((shown | (opened & (odds >= weights.parse))).mean()),
        "shown": float(shown.mean()),
        "clear_blame_passed": _share(examples, shown | (opened & (odds >= weights.parse))),
    }


def _share(examples: Sequence[Example], passed: Numbers) -> float:
    """Return how much of the clear blame is let through."""
    severe = np.array([example.level == 2 for example in examples])
    return float(passed[severe].mean()) if severe.any() else 1.0
