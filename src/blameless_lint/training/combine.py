"""Train the one decision: weights over the evidence of sentences, scored by models that had not seen them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.lint.evidence import NAMES
from blameless_lint.training.folds import FOLDS
from blameless_lint.training.measure import average_precision, calibration_error
from blameless_lint.training.plain import store_plain
from blameless_lint.training.progress import Progress, silent
from blameless_lint.training.rows import labelled, read_rows, reliability

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.training.rows import Seen

FLAG = 0.4
"""The confidence from which on what grammar rules explain is reported."""
IMPLIED_FLAG = 0.58
"""The confidence that is asked of what only the models see: on unseen texts they are surer than they should be."""
INFO = 0.3
STRENGTH = 0.05
REAL = 2.0
"""What a sentence of a public text weighs against one that was written for us: the tool meets the former."""
PARTS = {
    "rules": ("hit", "hit-error", "hits", "reliability"),
    "linear": ("linear",),
    "encoder": ("blame", "severe"),
    "rules and linear": ("hit", "hit-error", "hits", "reliability", "linear"),
    "rules and encoder": ("hit", "hit-error", "hits", "hit-blame", "reliability", "blame", "severe"),
}
"""The evidence that each part gives by itself, for the ablation."""


def train_decision(
    target: Path,
    run: Path,
    public_texts: Path | None = None,
    data: Path | None = None,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Fit, choose the thresholds, store and measure the decision; return what metrics.json holds.

    There is one decision with the encoder's scores and one with the linear model's alone. `run` holds the models of
    each fold; raises FileNotFoundError where they are not there.
    """
    progress.note("evidence on all labelled documents, scored by models that had not seen them")
    found = list(read_rows(labelled(public_texts, data), run))
    weights: dict[str, Any] = {"features": NAMES, "reliability": reliability(found)}
    metrics: dict[str, Any] = {"public_texts": public_texts is not None, "sentences": len(found)}
    for model in ("encoder", "linear"):
        weights[model], metrics[model] = _decision(found, evidence_table(found, model))
    metrics["ablation"] = ablation(found, evidence_table(found, "encoder"))
    store_plain(target, weights, metrics, card(metrics))
    return metrics


def evidence_table(found: Sequence[Seen], model: str) -> Numbers:
    """Return the features of sentences (sentences, features); how reliable a rule is comes from the other folds."""
    trusted = [reliability(row for row in found if row.fold != fold) for fold in range(FOLDS)]
    return np.array([row.features(model, trusted[row.fold]) for row in found])


def _decision(found: Sequence[Seen], table: Numbers) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the weights and thresholds that sentences teach, and their figures fold by fold."""
    levels = np.array([row.level for row in found])
    weights = _weights(found)
    crossed = _crossed(table, levels, np.array([row.fold for row in found]), weights)
    explained = table[:, NAMES.index("hit")] > 0
    flags = {"flag": FLAG, "implied_flag": IMPLIED_FLAG, "info": INFO}
    bad = levels > 0
    blame, severe = _fit(table, bad, weights), _fit(table[bad], levels[bad] == 2, weights[bad])
    learned = {"blame": _plain(blame), "severe": _plain(severe), **flags}
    flagged = crossed >= np.where(explained, FLAG, IMPLIED_FLAG)
    return learned, flags | _metrics(found, levels, crossed, flagged)


def ablation(found: Sequence[Seen], table: Numbers) -> dict[str, dict[str, float]]:
    """Return what each part finds by itself and all together: average precision on public texts and on our own.

    The decision is fitted anew on the part's evidence, fold by fold.
    """
    levels, folds = (np.array([getattr(row, name) for row in found]) for name in ("level", "fold"))
    public = np.array([row.document.startswith("public/") for row in found])
    out: dict[str, dict[str, float]] = {}
    for name, chosen in {**PARTS, "all": NAMES}.items():
        seen = _crossed(table[:, [NAMES.index(each) for each in chosen]], levels, folds, _weights(found))
        groups = {"public": public, "drafts": ~public}
        out[name] = {group: average_precision(levels[here], seen[here]) for group, here in groups.items() if here.any()}
    return out


def _weights(found: Sequence[Seen]) -> Numbers:
    """Return what each sentence weighs."""
    return np.array([REAL if row.document.startswith("public/") else 1.0 for row in found])


def _fit(table: Numbers, wanted: Numbers, weights: Numbers) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000))
    return model.fit(table, wanted, logisticregression__sample_weight=weights)


def _crossed(table: Numbers, levels: Numbers, folds: Numbers, weights: Numbers) -> Numbers:
    """Return the probability of blame of every sentence by weights that were fitted without its fold."""
    out = np.zeros(len(levels))
    for fold in np.unique(folds):
        held = folds == fold
        model = _fit(table[~held], levels[~held] > 0, weights[~held])
        out[held] = model.predict_proba(table[held])[:, 1]
    return out


def _plain(model: Any) -> dict[str, Any]:
    """Return weights over the plain features: the scaling is folded into them."""
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    return {
        "weights": [round(float(w), 6) for w in weights],
        "intercept": round(float(regression.intercept_[0] - (weights * scaler.mean_).sum()), 6),
    }


def _metrics(found: Sequence[Seen], levels: Numbers, crossed: Numbers, flagged: Numbers) -> dict[str, Any]:
    kinds = np.array([row.kind for row in found])
    out: dict[str, Any] = {"calibration_error": calibration_error(levels > 0, crossed)}
    for kind in sorted({*kinds}):
        here = kinds == kind
        out[str(kind)] = {
            "flagged": int((here & flagged).sum()),
            "right": int((here & flagged & (levels > 0)).sum()),
            "level2": int((here & (levels == 2)).sum()),
            "found": int((here & flagged & (levels == 2)).sum()),
        }
    return out


CARD = """# decision

The one decision of blameless-lint: two logistic regressions over the evidence of a sentence (what the grammar rules
propose and how reliable each is, the encoder's and the linear model's scores, who is blamed, the section, how the rest
of the document reads). The first gives a finding its confidence, the probability that the sentence blames at all (level
1 or 2); the second tells level 2 from 1. One pair is for scores with the encoder, one for the linear model alone.

**Intended use**: inside blameless-lint. **Form**: weights.json, scored in plain Python; its SHA-256 is in config.json.

**Data**: all labelled documents but those of the test part, each scored by an encoder and a linear model that were
fitted without it and, where it is one of ours, without its author ({folds} folds; stacking, Wolpert, 1992); the rules'
reliability comes from the same sentences. A sentence of a public text weighs {real:g} times as much as one of ours.

**Thresholds**: what grammar rules explain is reported from a confidence of {flag} on, what only the models see from
{implied} on, below that down to {info} as info. The confidence is calibrated, so these are the chances of being right
of the least certain findings; the table says what share of all was right, by weights fitted without the fold.

| scores | kind | reported | right | level 2 | found | calibration error |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

**What each part adds** (average precision of blame among the sentences that the gate lets through, the decision fitted
anew on that evidence alone, fold by fold; "all" adds who is blamed, the section and the rest of the document):

| evidence | public texts | our drafts |
| --- | --- | --- |
{parts}

Written by `blameless-lint train decision` from metrics.json. **Limits**: English; the mix of texts is that
of the data (see `python benchmarks/quality.py` for what it gives on unseen ones).
"""


def card(metrics: Mapping[str, Any]) -> str:
    """Return the card of the decision, every figure of it from the metrics."""
    lines = [
        f"| {model} | {kind} | {row['flagged']} | {row['right']} | {row['level2']} | {row['found']} "
        f"| {metrics[model]['calibration_error']:.3f} |"
        for model in ("encoder", "linear")
        for kind, row in metrics[model].items()
        if isinstance(row, dict)
    ]
    parts = [
        f"| {name} | {row.get('public', float('nan')):.3f} | {row.get('drafts', float('nan')):.3f} |"
        for name, row in metrics["ablation"].items()
    ]
    known = {"flag": FLAG, "implied": IMPLIED_FLAG, "info": INFO, "folds": FOLDS, "real": REAL}
    return CARD.format(rows="\n".join(lines), parts="\n".join(parts), **known)
