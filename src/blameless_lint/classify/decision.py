"""The calibrated combiner: weights over the evidence of a sentence, scored without NumPy."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from blameless_lint.classify.arrays import models_folder, open_model
from blameless_lint.language.pipeline import ModelError

NAME = "decision"


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression: the log-odds are the intercept and the weighted sum of the features."""

    weights: tuple[float, ...]
    intercept: float

    def probability(self, features: Sequence[float]) -> float:
        """Return the probability for a list of features."""
        total = self.intercept + sum(w * x for w, x in zip(self.weights, features, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Decision:
    """What turns evidence into findings.

    `blame` gives the probability that the level is at least 1, `severe` that it is 2 given that it is. A sentence is
    reported from `flag` on where a grammar rule explains it, or else from `implied_flag` on; between `info` and that as
    info, below not at all. `reliability` is the log-odds of
    each grammar rule's being right; `features` names what the weights belong to.
    """

    features: tuple[str, ...]
    blame: Logistic
    severe: Logistic
    flag: float
    implied_flag: float
    info: float
    reliability: Mapping[str, float]


@cache
def load_decision(folder: Path | None = None, *, has_encoder: bool = True) -> Decision:
    """Load the decision for scores with or without the encoder; raises ModelError where it is missing or changed."""
    stored = open_model(folder or models_folder() / NAME)
    path = stored.path("weights.json")
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        config |= config["encoder" if has_encoder else "linear"]
        return Decision(
            features=tuple(config["features"]),
            blame=Logistic(tuple(config["blame"]["weights"]), float(config["blame"]["intercept"])),
            severe=Logistic(tuple(config["severe"]["weights"]), float(config["severe"]["intercept"])),
            flag=float(config["flag"]),
            implied_flag=float(config["implied_flag"]),
            info=float(config["info"]),
            reliability=dict(config["reliability"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: lacks {error}; train the decision again") from error
