"""Fit the wording encoder: batches, loss, schedule, checkpoints; seeded and resumable."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from blameless_lint.training.batches import Batch, Encoded, batches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from blameless_lint.training.bert import Encoder
    from blameless_lint.training.run import Recipe

FROZEN = ("words", "positions", "segments")


@dataclass(frozen=True)
class Scores:
    """Outputs for some rows: level probabilities (rows, 3) and category probabilities (rows, 8)."""

    levels: np.ndarray[Any, np.dtype[np.float32]]
    categories: np.ndarray[Any, np.dtype[np.float32]]


def fit(
    model: Encoder,
    epochs: Callable[[int], Sequence[Encoded]],
    recipe: Recipe,
    *,
    folder: Path,
    report: Callable[[int, Encoder], None],
    progress: Callable[[Iterator[Batch], int, int], Iterator[Batch]] = lambda rows, _total, _epoch: rows,
) -> Encoder:
    """Fit a model and return the average of its weights along the way; `epochs(n)` gives the rows of an epoch.

    `report` is called after each epoch. The average is exponential (Polyak and Juditsky, 1992).

    After every epoch the state goes to `folder/checkpoint.pt`; a run that finds one goes on from there.
    """
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    optimizer = torch.optim.AdamW(_groups(model, recipe), weight_decay=0.01)
    average = torch.optim.swa_utils.AveragedModel(
        model,
        multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.average),
    )
    steps = math.ceil(len(epochs(0)) / recipe.batch) * recipe.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps, recipe.warmup))
    for epoch in range(_resume(folder, model, optimizer, schedule, average), recipe.epochs):
        rows = epochs(epoch)
        torch.manual_seed(recipe.seed + epoch)
        model.train()
        total = math.ceil(len(rows) / recipe.batch)
        for batch in progress(batches(rows, recipe.batch, seed=recipe.seed + epoch), total, epoch):
            loss = _loss(model, batch, recipe)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update_parameters(model)
        _save(folder, epoch, (model, optimizer, schedule, average))
        report(epoch, cast("Encoder", average.module))
    return cast("Encoder", average.module)


def _groups(model: Encoder, recipe: Recipe) -> list[dict[str, Any]]:
    """Return the parameters with the learning rate of their layer; the embeddings stay as they are."""
    top = len(model.layers)
    found = []
    for name, parameter in model.named_parameters():
        if name.startswith(FROZEN):
            parameter.requires_grad_(False)
            continue
        depth = (
            top - int(name.split(".")[1]) - 1 if name.startswith("layers.") else top if name.startswith("norm") else -1
        )
        rate = recipe.rate * (2.0 if depth < 0 else recipe.decay**depth)
        found.append({"params": [parameter], "lr": rate})
    return found


def _pace(step: int, steps: int, warmup: float) -> float:
    """Return the share of the learning rate at a step: linear up, then a half cosine down."""
    rise = max(1, int(steps * warmup))
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1.0 + math.cos(math.pi * min(1.0, (step - rise) / max(1, steps - rise))))


def _outputs(model: Encoder, batch: Batch) -> tuple[Tensor, ...]:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())):
        found = model(batch.ids, batch.segments, batch.mask)
    return tuple(part.float() for part in found)


def _loss(model: Encoder, batch: Batch, recipe: Recipe) -> Tensor:
    """Return the weighted sum of the losses of levels and, where there is blame, of categories and of known tags."""
    levels, categories, tags = _outputs(model, batch)
    importance = torch.tensor([1.0, 1.0, recipe.severe])
    level = F.cross_entropy(levels, batch.levels, weight=importance, reduction="none") * batch.weights
    blame = (batch.levels > 0).float()
    category = F.binary_cross_entropy_with_logits(categories, batch.categories, reduction="none").mean(-1)
    known = batch.tags_known[:, None, :] * (batch.segments * batch.mask * blame[:, None]).unsqueeze(-1)
    tag = F.binary_cross_entropy_with_logits(tags, batch.tags, reduction="none") * known
    return (
        level.mean()
        + recipe.category * (category * blame).sum() / blame.sum().clamp(min=1.0)
        + recipe.tag * tag.sum() / known.sum().clamp(min=1.0)
    )


def predict(model: Encoder, rows: Sequence[Encoded], size: int = 64) -> Scores:
    """Return the model's probabilities for rows, in their order."""
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    levels = np.zeros((len(rows), 3), np.float32)
    categories = np.zeros((len(rows), 8), np.float32)
    with torch.inference_mode():
        for number, batch in enumerate(batches([rows[i] for i in order], size)):
            place = order[number * size : (number + 1) * size]
            found = _outputs(model, batch)
            levels[place] = torch.softmax(found[0], -1).numpy()
            categories[place] = torch.sigmoid(found[1]).numpy()
    return Scores(levels, categories)


def _save(folder: Path, epoch: int, parts: tuple[Any, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / "checkpoint.part"
    torch.save({"epoch": epoch, "states": [part.state_dict() for part in parts]}, scratch)
    scratch.replace(folder / "checkpoint.pt")


def _resume(folder: Path, *parts: Any) -> int:
    """Load a checkpoint, if there is one; return the epoch to go on with."""
    path = folder / "checkpoint.pt"
    if not path.is_file():
        return 0
    found = torch.load(path, weights_only=True)
    for part, state in zip(parts, found["states"], strict=True):
        part.load_state_dict(state)
    return int(found["epoch"]) + 1
