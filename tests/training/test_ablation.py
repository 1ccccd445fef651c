"""What each part of the evidence adds, measured fold by fold on sentences made for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

pytest.importorskip("sklearn")

import numpy as np

from blameless_lint.lint.evidence import NAMES
from blameless_lint.training.combine import ablation


def test_the_part_that_tells_blame_is_better_than_one_that_does_not() -> None:
    generator = np.random.default_rng(7)
    levels = np.tile([0, 0, 1, 2], 60)
    table = generator.normal(size=(len(levels), len(NAMES)))
    table[:, NAMES.index("blame")] += 4.0 * (levels > 0)
    rows = [
        SimpleNamespace(level=int(level), fold=number % 3, document=f"{('public', 'documents')[number % 2]}/{number}")
        for number, level in enumerate(levels)
    ]

    found = ablation(cast("Any", rows), table)

    for group in ("public", "drafts"):
        assert found["encoder"][group] > 0.9 > 0.75 > found["linear"][group]
        assert found["all"][group] > 0.9
