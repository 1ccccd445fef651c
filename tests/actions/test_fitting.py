"""The choice of owners is fitted from labelled items, and its folder is one that the linter loads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from blameless_lint.classify.owners import load_owners

UNITS = Path(__file__).parents[2] / "data" / "actions" / "actions-2.jsonl"


def test_the_choice_of_owners_is_fitted_and_loaded(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    from blameless_lint.training.owners import train_owners

    (tmp_path / "data" / "actions").mkdir(parents=True)
    (tmp_path / "data" / "documents").mkdir()
    shutil.copy(UNITS, tmp_path / "data" / "actions" / "own.jsonl")
    metrics = train_owners(tmp_path / "model", data=tmp_path / "data")
    assert metrics["items"] > metrics["owners"] > 0
    model = load_owners(tmp_path / "model")
    assert model.probability(["kind:handle", "place:fills-last"]) > model.probability(["kind:low", "verb-first"])
    assert f"{metrics['items']} items" in (tmp_path / "model" / "CARD.md").read_text(encoding="utf-8")
