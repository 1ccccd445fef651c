"""How likely a phrase names who is to do an item: weights over what speaks for and against it, in plain Python."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from blameless_lint.classify.arrays import models_folder, open_model
from blameless_lint.language.pipeline import ModelError

NAME = "owners"


@dataclass(frozen=True, slots=True)
class Owners:
    """A logistic regression over named clues."""

    weights: Mapping[str, float]
    intercept: float

    def probability(self, clues: Iterable[str]) -> float:
        """Return the probability that a phrase with some clues, each given once, names the owner."""
        total = self.intercept + sum(self.weights.get(clue, 0.0) for clue in clues)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_owners(folder: Path | None = None) -> Owners:
    """Load the weights; raises ModelError where they are missing or changed."""
    stored = open_model(folder or models_folder() / NAME)
    path = stored.path("weights.json")
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        return Owners(dict(config["weights"]), float(config["intercept"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: lacks {error}; train the owners again") from error
