"""What a training run is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from blameless_lint.training.progress import Progress, silent


@dataclass(frozen=True)
class Recipe:
    """How the encoder is fitted; `decay` multiplies the learning rate per layer downwards.

    `average` is how much of the averaged weights stays at each step. One thread is as fast as two on a busy machine.
    """

    epochs: int = 2
    batch: int = 32
    rate: float = 2e-4
    decay: float = 0.85
    warmup: float = 0.1
    average: float = 0.99
    seed: int = 13
    dropout: float = 0.1
    severe: float = 1.0
    category: float = 0.5
    tag: float = 0.3
    threads: int = 1


@dataclass(frozen=True)
class Run:
    """What to train from and where to: `run` keeps checkpoints, `target` gets the model.

    The encoder is fitted once for each of `seeds`, without each fold as well, and the weights are averaged. `jobs` fits
    run at once, each with the recipe's threads.
    """

    target: Path
    run: Path = Path("runs/wording")
    public_texts: Path | None = None
    data: Path | None = None
    share: float = 1.0
    everything: bool = False
    seeds: tuple[int, ...] = (13, 17)
    jobs: int = 1
    recipe: Recipe = field(default_factory=Recipe)
    progress: Progress = silent
