"""Folds of the labelled documents: every one is scored by models that were fitted without it and without its author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from blameless_lint.classify.gate import LearnedGate, Opened, load_gate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from blameless_lint.classify.encoder import Encoder
    from blameless_lint.classify.linear import Linear
    from blameless_lint.text.document import Sentence

FOLDS = 3
ENCODER, LINEAR = "wording-encoder", "wording-linear"


def fold_of(origin: str) -> int | None:
    """Return the fold of a document by its name, or None for isolated units, which are always fitted on.

    Public documents are dealt out one by one, our own by set, because a set has one author.
    """
    kind, _, rest = origin.partition("/")
    if kind == "public":
        return crc32(origin.encode()) % FOLDS
    if kind == "documents":
        return sum(rest.split("/")[0].encode()) % FOLDS
    return None


@dataclass(frozen=True)
class Fold:
    """The models that have not seen a fold."""

    encoder: Encoder
    linear: Linear

    def opens(self, sentences: Sequence[Sentence], opened: Sequence[bool]) -> Opened:
        """Decide as the gate's learned half does; its weights are the ones that ship."""
        return LearnedGate(self.linear, load_gate().weights)(sentences, opened)


def folder_of(run: Path, fold: int, model: str) -> Path:
    """Return where a run keeps the model that was fitted without a fold."""
    return run / f"fold-{fold}" / model


def load_fold(run: Path, fold: int) -> Fold:
    """Load the models that have not seen a fold; raises FileNotFoundError where training has not left them."""
    from blameless_lint.classify.encoder import Unavailable, load_encoder
    from blameless_lint.classify.linear import load_linear

    places = [folder_of(run, fold, name) for name in (ENCODER, LINEAR)]
    for place in places:
        if not (place / "config.json").is_file():
            raise FileNotFoundError(
                f"{place}: not there; run `blameless-lint train gate` and `train wording` with the same --run first, "
                "they leave the models of each fold"
            )
    encoder = load_encoder(places[0])
    if isinstance(encoder, Unavailable):
        raise FileNotFoundError(encoder.reason)
    return Fold(encoder, load_linear(places[1]))
