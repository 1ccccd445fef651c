"""Train the one decision: weights over the evidence of sentences, calibrated on documents that no model has seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.arrays import sha256
from blameless_lint.lint.evidence import NAMES, evidence, is_grammar, logit
from blameless_lint.lint.run import propose, understand
from blameless_lint.lint.settings import Settings
from blameless_lint.text.source import Source
from blameless_lint.training.align import examples
from blameless_lint.training.data import documents, public_documents
from blameless_lint.training.features import unseen
from blameless_lint.training.measure import calibration_error
from blameless_lint.training.mix import is_held
from blameless_lint.training.progress import Progress, silent

if TYPE_CHECKING:
    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.rules.rule import Match, Rule
    from blameless_lint.training.data import Labelled

PRECISION = 0.79
"""The share of right ones among reported sentences that the threshold is chosen for."""
INFO = 0.3
STRENGTH = 0.05
FOLDS = 5
PRIOR = 4.0


@dataclass(frozen=True)
class Row:
    """A sentence that was parsed: its features, its level, and the document it comes from."""

    features: list[float]
    level: int
    document: str
    kind: str


def rows(chosen: Iterable[Labelled], reliability: Mapping[str, float], model: str = "auto") -> Iterator[Row]:
    """Yield a row for every parsed sentence of documents."""
    for document in chosen:
        for parsed, hits, reading, level in _sentences(document, model):
            yield Row(evidence(parsed, hits, reading, reliability), level, document.name, document.kind)


def _sentences(document: Labelled, model: str) -> Iterator[tuple[Any, list[tuple[Rule, Match]], Any, int]]:
    source = Source(document.name, document.text)
    checks, _ = understand([source], Settings(model=model), Path.cwd())  # type: ignore[arg-type]
    check = checks[0]
    if check.reading is None:
        return
    labelled = examples(check.document, document.labels, origin=document.name, kind=document.kind)
    hits: dict[int, list[tuple[Rule, Match]]] = {}
    for rule, match in propose(check)[0]:
        if rule.family == "wording" and is_grammar(rule) and match.sentence is not None:
            hits.setdefault(match.sentence.sentence.index, []).append((rule, match))
    for parsed in check.reading.parsed:
        index = parsed.sentence.index
        yield parsed, hits.get(index, []), check.reading, labelled[index].level


def reliability(chosen: Iterable[Labelled]) -> dict[str, float]:
    """Return the log-odds of each grammar rule's being right, drawn towards that of all rules together."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for document in chosen:
        for _, hits, _, level in _sentences(document, "none"):
            (right if level else wrong).update({rule.name for rule, _ in hits})
    base = sum(right.values()) / max(1, sum(right.values()) + sum(wrong.values()))
    return {
        name: logit((right[name] + PRIOR * base) / (right[name] + wrong[name] + PRIOR))
        for name in sorted({*right, *wrong})
    }


def train_decision(target: Path, public_texts: Path | None = None, progress: Progress = silent) -> dict[str, Any]:
    """Fit, choose the thresholds, store and measure the decision; return what metrics.json holds.

    There is one decision with the encoder's scores and one with the linear model's alone.
    """
    progress.note("how right each rule is on the development part")
    trusted = reliability(_develop(public_texts))
    weights: dict[str, Any] = {"features": NAMES, "reliability": trusted}
    metrics: dict[str, Any] = {"public_texts": public_texts is not None}
    for model in ("encoder", "linear"):
        progress.note(f"evidence on the documents that no model has seen, scored by the {model} model")
        weights[model], metrics[model] = _decision(list(rows(unseen(public_texts), trusted, model)))
    store(target, weights, metrics)
    return metrics


def _decision(found: Sequence[Row]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the weights and thresholds that rows teach, and their figures by models that had not seen the document."""
    table = np.array([row.features for row in found])
    levels = np.array([row.level for row in found])
    crossed = _crossed(table, levels, np.array([row.document for row in found]))
    flag = threshold(levels > 0, crossed, PRECISION)
    blame, severe = _fit(table, levels > 0), _fit(table[levels > 0], levels[levels > 0] == 2)
    weights = {"blame": _plain(blame), "severe": _plain(severe), "flag": flag, "info": min(INFO, flag / 2)}
    return weights, _metrics(found, levels, crossed, flag)


def _develop(public_texts: Path | None) -> Iterator[Labelled]:
    yield from documents("develop")
    if public_texts is not None:
        yield from (document for document in public_documents(public_texts) if not is_held(document.name))


def _fit(table: Numbers, wanted: Numbers) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000)).fit(table, wanted)


def _crossed(table: Numbers, levels: Numbers, groups: Numbers) -> Numbers:
    """Return the probability of blame of every row by a model that has not seen its document."""
    from sklearn.model_selection import GroupKFold

    out = np.zeros(len(levels))
    for train, test in GroupKFold(FOLDS).split(table, levels, groups):
        out[test] = _fit(table[train], levels[train] > 0).predict_proba(table[test])[:, 1]
    return out


def threshold(right: Numbers, scores: Numbers, precision: float) -> float:
    """Return the lowest threshold at which this share of what is reported is right, on average of the steps around."""
    order = np.argsort(-scores)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.nonzero(share >= precision)[0]
    return float(scores[order[enough[-1]]]) if len(enough) else 0.5


def _plain(model: Any) -> dict[str, Any]:
    """Return weights over the plain features: the scaling is folded into them."""
    scaler, regression = model[0], model[1]
    weights = regression.coef_[0] / scaler.scale_
    return {
        "weights": [round(float(w), 6) for w in weights],
        "intercept": round(float(regression.intercept_[0] - (weights * scaler.mean_).sum()), 6),
    }


def _metrics(found: Sequence[Row], levels: Numbers, crossed: Numbers, flag: float) -> dict[str, Any]:
    kinds = np.array([row.kind for row in found])
    out: dict[str, Any] = {"flag": flag, "calibration_error": calibration_error(levels > 0, crossed)}
    for kind in sorted({*kinds}):
        here = kinds == kind
        flagged = here & (crossed >= flag)
        out[str(kind)] = {
            "flagged": int(flagged.sum()),
            "right": int((flagged & (levels > 0)).sum()),
            "level2": int((here & (levels == 2)).sum()),
            "found": int((flagged & (levels == 2)).sum()),
        }
    return out


CARD = """# decision

The one decision of blameless-lint: two logistic regressions over the evidence of a sentence (what the grammar rules
propose and how reliable each is, the encoder's and the linear model's scores, who is blamed, the section, how the rest
of the document reads). The first gives a finding its confidence, the probability that the sentence blames at all (level
1 or 2); the second tells level 2 from 1. One pair is for scores with the encoder, one for the linear model alone.

**Intended use**: inside blameless-lint. **Form**: weights.json, scored in plain Python; its SHA-256 is in config.json.

**Data**: the validation documents (set-e) and the tenth of the public texts that training holds out; the rules'
reliability comes from the development part. No document that the encoder was trained on.

**Thresholds**: reported from the lowest confidence at which a share of {precision:.0%} was right, by models that had
not seen the document (five folds); as info from half of it.

| scores | kind | reported | right | level 2 | found | calibration error |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

Written by `blameless-lint train decision` from metrics.json. **Limits**: few documents; on hand-written drafts by an
author that it has not seen it is less sure than it could be (see `python benchmarks/quality.py`).
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
    return CARD.format(precision=PRECISION, rows="\n".join(lines))


def store(target: Path, weights: Mapping[str, Any], metrics: Mapping[str, Any]) -> None:
    """Write weights.json, config.json with its hash, and metrics.json."""
    target.mkdir(parents=True, exist_ok=True)
    path = target / "weights.json"
    path.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    config = {"format": 1, "files": {"weights.json": sha256(path)}}
    (target / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    (target / "metrics.json").write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    (target / "CARD.md").write_text(card(metrics), encoding="utf-8")
