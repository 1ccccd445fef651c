"""A compact BERT in torch, with the heads of the wording encoder; it loads the published MiniLM weights by name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from blameless_lint.training.labels import CATEGORIES

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
OUTPUTS = ("levels", "categories", "tags")


class Layer(nn.Module):
    """One transformer layer: attention, then a feed-forward step, each with its residual and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the states after this layer; `bias` is added to the attention logits."""
        rows, length, _ = x.shape
        q, k, v = (
            part(x).view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias, dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        return self.norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The wording encoder: token ids in, level logits (3), category logits (8) and tag logits (target, agent) out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.levels = nn.Linear(2 * WIDTH, 3)
        self.categories = nn.Linear(2 * WIDTH, len(CATEGORIES))
        self.tags = nn.Linear(WIDTH, 2)

    def states(self, ids: Tensor, segments: Tensor, mask: Tensor) -> Tensor:
        """Return the last hidden states; `mask` is 1 on real tokens."""
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.segments(segments)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return level, category and tag logits; the sentence is segment 1, its context segment 0."""
        x = self.states(ids, segments, mask)
        inside = (segments * mask).unsqueeze(-1).to(x.dtype)
        mean = (x * inside).sum(1) / inside.sum(1).clamp(min=1.0)
        pooled = self.dropout(torch.cat([x[:, 0], mean], dim=-1))
        return self.levels(pooled), self.categories(pooled), self.tags(self.dropout(x))


class Tagger(Encoder):
    """The lowest layers of the encoder with the tags alone: owner and due date of each token of a task."""

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return tag logits; segment 1 marks words with a capital."""
        return (self.tags(self.dropout(self.states(ids, segments, mask))),)


_Model = TypeVar("_Model", bound=Encoder)


def load_tagger(path: Path, layers: int, dropout: float = 0.1) -> Tagger:
    """Return a tagger on the lowest layers of MiniLM-L6-H384."""
    model = _filled(Tagger(dropout), path)
    model.layers = model.layers[:layers]
    return model


def load_base(path: Path, dropout: float = 0.1) -> Encoder:
    """Return an encoder with the published weights of MiniLM-L6-H384 and fresh heads."""
    return _filled(Encoder(dropout), path)


def _filled(model: _Model, path: Path) -> _Model:
    found = load_file(path)
    renamed = {ours: found[theirs] for ours, theirs in _names().items()}
    missing, unexpected = model.load_state_dict(renamed, strict=False)
    if unexpected or any(not name.startswith(OUTPUTS) for name in missing):
        raise ValueError(f"{path}: not the weights of MiniLM-L6-H384 ({[*missing, *unexpected][:4]})")
    return model


def _names() -> dict[str, str]:
    """Return our parameter names with those of the published file."""
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    names = {
        f"{ours}.weight": f"embeddings.{theirs}_embeddings.weight"
        for ours, theirs in (("words", "word"), ("positions", "position"), ("segments", "token_type"))
    }
    for kind in ("weight", "bias"):
        names[f"norm.{kind}"] = f"embeddings.LayerNorm.{kind}"
        for layer in range(LAYERS):
            for ours, theirs in parts.items():
                names[f"layers.{layer}.{ours}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
    return names
