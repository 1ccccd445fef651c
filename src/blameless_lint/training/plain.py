"""A model whose weights are a plain JSON file: its folder, as the linter loads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from blameless_lint.classify.arrays import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def store_plain(target: Path, weights: Mapping[str, Any], metrics: Mapping[str, Any], card: str) -> None:
    """Write weights.json, config.json with its hash, metrics.json and the card."""
    target.mkdir(parents=True, exist_ok=True)
    path = target / "weights.json"
    path.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    config = {"format": 1, "files": {"weights.json": sha256(path)}}
    (target / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    (target / "metrics.json").write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    (target / "CARD.md").write_text(card, encoding="utf-8")
