"""Examples as padded tensors, in batches of similar length."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from blameless_lint.classify.context import context
from blameless_lint.training.labels import CATEGORIES, Example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

    from blameless_lint.text.source import Span

LONGEST = 112
POOL = 24


@dataclass(frozen=True)
class Batch:
    """Tensors of some examples: ids, segments, mask (rows, length), the wanted outputs and what of them is known.

    `numbers` says which rows of the mix they are.
    """

    ids: Tensor
    segments: Tensor
    mask: Tensor
    levels: Tensor
    categories: Tensor
    tags: Tensor
    tags_known: Tensor
    weights: Tensor
    numbers: list[int]


@dataclass(frozen=True)
class Encoded:
    """An example as token ids with its tag of every token (target, agent); `number` is its place among the rows."""

    example: Example
    ids: list[int]
    segments: list[int]
    tags: list[tuple[float, float]]
    number: int


def tokenizer_for_training(tokenizer: Tokenizer) -> Tokenizer:
    """Set a tokenizer to cut pairs to the longest length, the context first, and not to pad."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="longest_first")
    return tokenizer


def encode(tokenizer: Tokenizer, examples: Sequence[Example], numbers: Sequence[int] | None = None) -> list[Encoded]:
    """Return examples as token ids; they are numbered through where no numbers are given."""
    pairs = [(context(e.section, e.block, e.previous), e.text) for e in examples]
    found = tokenizer.encode_batch(pairs)
    return [
        Encoded(example, row.ids, row.type_ids, _tags(example, row.type_ids, row.offsets), number)
        for example, row, number in zip(examples, found, numbers or range(len(examples)), strict=True)
    ]


def _tags(example: Example, segments: Sequence[int], offsets: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Return for every token whether it lies in the target and in the agent."""

    def inside(span: Span | None, start: int, end: int) -> float:
        return float(span is not None and start < end and start < span.end and span.start < end)

    return [
        (inside(example.target, *place), inside(example.agent, *place)) if segment else (0.0, 0.0)
        for segment, place in zip(segments, offsets, strict=True)
    ]


def batches(rows: Sequence[Encoded], size: int, *, seed: int | None = None) -> Iterator[Batch]:
    """Yield batches of similar length; shuffled when a seed is given, else in order."""
    order = list(range(len(rows)))
    if seed is None:
        for start in range(0, len(order), size):
            yield collate([rows[i] for i in order[start : start + size]])
        return
    generator = random.Random(seed)  # noqa: S311
    generator.shuffle(order)
    pools = [order[start : start + size * POOL] for start in range(0, len(order), size * POOL)]
    groups = [
        group
        for pool in pools
        for by_length in [sorted(pool, key=lambda i: len(rows[i].ids))]
        for group in (by_length[start : start + size] for start in range(0, len(by_length), size))
    ]
    generator.shuffle(groups)
    for group in groups:
        yield collate([rows[i] for i in group])


def collate(rows: Sequence[Encoded]) -> Batch:
    """Return the padded tensors of some rows."""
    length = max(len(row.ids) for row in rows)
    fill = [length - len(row.ids) for row in rows]
    examples = [row.example for row in rows]
    return Batch(
        ids=torch.tensor([row.ids + [0] * n for row, n in zip(rows, fill, strict=True)]),
        segments=torch.tensor([row.segments + [0] * n for row, n in zip(rows, fill, strict=True)]),
        mask=torch.tensor([[1] * len(row.ids) + [0] * n for row, n in zip(rows, fill, strict=True)]),
        levels=torch.tensor([e.level for e in examples]),
        categories=torch.tensor([[float(name in e.categories) for name in CATEGORIES] for e in examples]),
        tags=torch.tensor([[*row.tags, *[(0.0, 0.0)] * n] for row, n in zip(rows, fill, strict=True)]),
        tags_known=torch.tensor([[float(e.target_known), float(e.agent_known)] for e in examples]),
        weights=torch.tensor([e.weight for e in examples]),
        numbers=[row.number for row in rows],
    )
