"""The gate's learned half: how likely a sentence blames by its words, its document, and what the word lists say.

The linear model alone opens too much of a calm review and too little of an angry draft. So its score is joined with
the mood of the document, which is the mean score of the other sentences, and with whether the word lists let the
sentence through; three weights are fitted on documents that the linear model had not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from blameless_lint.classify.arrays import Numbers, models_folder, open_model
from blameless_lint.classify.linear import NAME, Linear, load_linear, place
from blameless_lint.language.pipeline import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from blameless_lint.text.document import Sentence

USUAL, SENTENCES = 0.05, 10.0
"""What a document's mood is before anything of it is known, and as how many sentences that counts."""
FLOOR = 1e-6


@dataclass(frozen=True)
class Weights:
    """Weights of the log-odds of the score, of the document's mood, and of the word lists' yes, with an intercept.

    From `parse` on (log-odds) a sentence that the word lists let through is parsed; from `show` on any is, and the
    encoder sees it.
    """

    score: float
    mood: float
    words: float
    intercept: float
    parse: float
    show: float


@dataclass(frozen=True)
class Opened:
    """Which sentences are parsed, and which the encoder is shown."""

    parsed: tuple[bool, ...]
    shown: tuple[bool, ...]


@dataclass(frozen=True, eq=False)
class LearnedGate:
    """A linear model with what makes a gate of it."""

    linear: Linear
    weights: Weights

    def __call__(self, sentences: Sequence[Sentence], opened: Sequence[bool]) -> Opened:
        """Decide about all sentences of a document; `opened` are those that the word lists let through."""
        if not sentences:
            return Opened((), ())
        places = [place(s.block.section.kind.value, s.block.kind.value) for s in sentences]
        scores = self.linear.scores([s.text for s in sentences], places, ("blame",))[:, 0]
        by_words = np.asarray(opened, bool)
        odds = promise(scores, moods(scores), by_words, self.weights)
        shown = odds >= self.weights.show
        return Opened(tuple((shown | by_words & (odds >= self.weights.parse)).tolist()), tuple(shown.tolist()))


def promise(scores: Numbers, mood: Numbers, opened: Numbers, weights: Weights) -> Numbers:
    """Return the log-odds that sentences blame; all arrays are (sentences,)."""
    found = weights.score * logit(scores) + weights.mood * mood + weights.words * opened + weights.intercept
    return np.asarray(found)


def moods(scores: Numbers) -> Numbers:
    """Return for each sentence of a document the log-odds of the mean score of the others (sentences,)."""
    others = scores.sum() - scores
    return logit((others + USUAL * SENTENCES) / (len(scores) - 1 + SENTENCES))


def logit(probabilities: Numbers) -> Numbers:
    """Return log-odds; nothing is quite certain."""
    held = np.clip(probabilities, FLOOR, 1 - FLOOR)
    return np.asarray(np.log(held / (1 - held)))


@cache
def load_gate(folder: Path | None = None) -> LearnedGate:
    """Load the gate's learned half, by default the one that ships; raises ModelError where it is missing or changed."""
    stored = open_model(folder or models_folder() / NAME)
    found: Mapping[str, float] | None = stored.config.get("gate")
    if found is None:
        raise ModelError(f"{stored.folder / 'config.json'}: lacks “gate”; train the model again")
    return LearnedGate(load_linear(folder), Weights(**found))
