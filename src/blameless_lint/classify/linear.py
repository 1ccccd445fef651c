"""A linear model over hashed n-grams, scored with NumPy: the gate's learned half, and the stand-in for the encoder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.arrays import Numbers, models_folder, open_model, read_arrays
from blameless_lint.classify.hashing import grams
from blameless_lint.language.pipeline import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

CHUNK = 2048
MOST = 60.0
"""Log-odds beyond which nothing changes; without a bound a text of megabytes would overflow."""
NAME = "wording-linear"


@dataclass(frozen=True, eq=False)
class Linear:
    """Weights (outputs, buckets) and intercepts of logistic regressions that share their features.

    `thresholds` are named operating points of the first output.
    """

    outputs: tuple[str, ...]
    weights: Numbers
    intercepts: Numbers
    bits: int
    thresholds: Mapping[str, float]

    def scores(self, texts: Sequence[str], places: Sequence[str], outputs: Sequence[str] | None = None) -> Numbers:
        """Return the probabilities (texts, outputs); `places` are "section/block" of each text."""
        columns = [self.outputs.index(name) for name in outputs or self.outputs]
        parts = [
            self._chunk(texts[start : start + CHUNK], places[start : start + CHUNK], columns)
            for start in range(0, len(texts), CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(columns)))

    def _chunk(self, texts: Sequence[str], places: Sequence[str], columns: Sequence[int]) -> Numbers:
        found = grams(texts, places, bits=self.bits)
        scale = found.scale
        logits = np.stack(
            [
                np.bincount(found.owners, self.weights[column][found.buckets], found.texts) * scale
                + self.intercepts[column]
                for column in columns
            ],
            axis=1,
        )
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -MOST, MOST))))


def place(section: str, block: str) -> str:
    """Return where a sentence stands, as the linear models name it."""
    return f"{section}/{block}"


@cache
def load_linear(folder: Path | None = None, name: str = NAME) -> Linear:
    """Load a linear model, by default one that ships; raises ModelError where a file is missing or changed."""
    stored = open_model(folder or models_folder() / name)
    arrays = read_arrays(stored.path("weights.safetensors"))
    config: Mapping[str, Any] = stored.config
    try:
        return Linear(
            outputs=tuple(config["outputs"]),
            weights=arrays["weights"],
            intercepts=arrays["intercepts"],
            bits=int(config["bits"]),
            thresholds=dict(config["thresholds"]),
        )
    except KeyError as error:
        raise ModelError(f"{stored.folder}: config.json or the weights lack {error}; train the model again") from error
