"""Logistic regressions over hashed n-grams, fitted with scikit-learn, stored as plain arrays."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.arrays import sha256, write_arrays
from blameless_lint.classify.hashing import grams

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    from blameless_lint.classify.arrays import Numbers

BITS = 16


@dataclass(frozen=True)
class Output:
    """What one regression learns: `wanted` per row, `known` where the label is there, `weights` of the rows."""

    name: str
    wanted: Numbers
    known: Numbers
    weights: Numbers


def features(texts: Sequence[str], places: Sequence[str], bits: int = BITS) -> csr_matrix:
    """Return the hashed n-grams of texts as a sparse matrix; scikit-learn's twin of Linear.scores."""
    from scipy.sparse import coo_matrix

    found = grams(texts, places, bits=bits)
    return coo_matrix((found.scale[found.owners], (found.owners, found.buckets)), shape=(len(texts), 2**bits)).tocsr()


def fit_all(matrix: csr_matrix, outputs: Sequence[Output], *, strength: float) -> list[LogisticRegression]:
    """Fit one regression for each output; `strength` is the inverse of the L2 penalty."""
    from sklearn.linear_model import LogisticRegression

    fitted = []
    for output in outputs:
        rows = np.nonzero(output.known)[0]
        model = LogisticRegression(C=strength, max_iter=400, solver="lbfgs", random_state=0)
        fitted.append(model.fit(matrix[rows], output.wanted[rows], sample_weight=output.weights[rows]))
    return fitted


def store(
    folder: Path,
    models: Mapping[str, LogisticRegression],
    *,
    thresholds: Mapping[str, float],
    more: Mapping[str, Any],
) -> None:
    """Write weights.safetensors and config.json; the first output is the one that the thresholds are for."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = np.stack([model.coef_[0] for model in models.values()]).astype(np.float32)
    intercepts = np.array([model.intercept_[0] for model in models.values()], np.float64)
    write_arrays(folder / "weights.safetensors", {"weights": weights, "intercepts": intercepts})
    config = {
        "format": 1,
        **more,
        "outputs": list(models),
        "bits": int(np.log2(weights.shape[1])),
        "thresholds": dict(thresholds),
        "files": {"weights.safetensors": sha256(folder / "weights.safetensors")},
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
