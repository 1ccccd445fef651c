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
    from collections.abc import Callable, Iterator, Mapping, Sequence
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
    epochs: Callable[[int, Mapping[int, float]], Sequence[Encoded]],
    recipe: Recipe,
    *,
    folder: Path,
    report: Callable[[int, Encoder], None],
    progress: Callable[[Iterator[Batch], int, int], Iterator[Batch]] = lambda rows, _total, _epoch: rows,
) -> Encoder:
    """Fit a model and return the average of its weights along the way; `epochs(n, known)` gives the rows of an epoch.

    `known` is the probability of blame that each row had when it was last seen, by the row's number.

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
    rates = [group["lr"] for group in optimizer.param_groups]
    known: dict[int, float] = {}
    for epoch in range(_resume(folder, known, model, optimizer, average), recipe.epochs):
        rows = epochs(epoch, known)
        torch.manual_seed(recipe.seed + epoch)
        model.train()
        total = math.ceil(len(rows) / recipe.batch)
        for step, batch in enumerate(progress(batches(rows, recipe.batch, seed=recipe.seed + epoch), total, epoch)):
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * _pace((epoch + (step + 0.5) / total) / recipe.epochs, recipe.warmup)
            outputs = _outputs(model, batch)
            loss = _loss(outputs, batch, recipe)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update_parameters(model)
            blame = 1.0 - torch.softmax(outputs[0].detach(), -1)[:, 0]
            known.update(zip(batch.numbers, blame.tolist(), strict=True))
        _save(folder, epoch, known, (model, optimizer, average))
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


def _pace(done: float, warmup: float) -> float:
    """Return the share of the learning rate when so much is done (0 to 1): linear up, then a half cosine down."""
    if done < warmup:
        return done / warmup
    return 0.5 * (1.0 + math.cos(math.pi * (done - warmup) / (1.0 - warmup)))


def _outputs(model: Encoder, batch: Batch) -> tuple[Tensor, ...]:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())):
        found = model(batch.ids, batch.segments, batch.mask)
    return tuple(part.float() for part in found)


def _loss(outputs: tuple[Tensor, ...], batch: Batch, recipe: Recipe) -> Tensor:
    """Return the weighted sum of the losses of levels and, where there is blame, of categories and of known tags."""
    levels, categories, tags = outputs
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


def _save(folder: Path, epoch: int, known: Mapping[int, float], parts: tuple[Any, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    scratch = folder / "checkpoint.part"
    torch.save({"epoch": epoch, "known": dict(known), "states": [part.state_dict() for part in parts]}, scratch)
    scratch.replace(folder / "checkpoint.pt")


def _resume(folder: Path, known: dict[int, float], *parts: Any) -> int:
    """Load a checkpoint, if there is one, into `known` and the parts; return the epoch to go on with."""
    path = folder / "checkpoint.pt"
    if not path.is_file():
        return 0
    found = torch.load(path, weights_only=True)
    for part, state in zip(parts, found["states"], strict=True):
        part.load_state_dict(state)
    known.update(found["known"])
    return int(found["epoch"]) + 1
