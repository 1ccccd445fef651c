"""Train the action classifier: is it an action item, and which traits it has."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from blameless_lint.classify.actions import NAME, TRAITS
from blameless_lint.classify.linear import Linear, load_linear, place
from blameless_lint.training.cards import write_card
from blameless_lint.training.items import Item, items
from blameless_lint.training.measure import macro_f1
from blameless_lint.training.regression import Output, features, fit_all, store
from blameless_lint.training.report import write_metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.training.run import Run

STRENGTH = 10.0


def train_actions(run: Run) -> dict[str, Any]:
    """Fit, store and measure the action classifier; return what metrics.json holds."""
    clock = time.process_time()
    rows = items("develop", run.public_texts, run.data)
    if run.everything:
        rows += items("validation", None, run.data) + items("test", None, run.data)
    rows = [row for row in rows if run.share >= 1.0 or crc32(row.text.encode()) % 1000 < 1000 * run.share]
    run.progress.note(f"fitting on {len(rows)} items and other sentences")
    wanted = outputs(rows)
    models = dict(zip((each.name for each in wanted), fit_all(matrix(rows), wanted, strength=STRENGTH), strict=True))
    store(run.target, models, thresholds={"action": 0.5}, more={"model": NAME})
    load_linear.cache_clear()
    sets = {"validation": items("validation", None, run.data), "test": items("test", None, run.data)}
    metrics = {
        "data": {"public_texts": run.public_texts is not None, "everything": run.everything, "rows": len(rows)},
        "sets": {name: measure(load_linear(run.target), found) for name, found in sets.items()},
        "seconds": {"cpu": round(time.process_time() - clock)},
    }
    write_metrics(run.target, metrics)
    write_card(run.target)
    return metrics


def matrix(rows: Sequence[Item]) -> Any:
    """Return the hashed n-grams of items."""
    return features([row.text for row in rows], [place(row.section, row.block) for row in rows])


def outputs(rows: Sequence[Item]) -> list[Output]:
    """Return what the regressions learn; traits are known of action items only, and of most."""
    ones = np.ones(len(rows))
    found = [Output("action", np.array([row.action for row in rows]), ones.astype(bool), ones)]
    for trait in TRAITS:
        values = [getattr(row, trait) if row.action else None for row in rows]
        wanted = np.array([bool(value) for value in values])
        known = np.array([value is not None for value in values])
        found.append(Output(trait, wanted, known, _balanced(wanted, known)))
    return found


def _balanced(wanted: Numbers, known: Numbers) -> Numbers:
    """Return weights that give both answers the same say."""
    share = float(wanted[known].mean()) if known.any() else 0.5
    return np.asarray(np.where(wanted, 0.5 / max(share, 1e-6), 0.5 / max(1.0 - share, 1e-6)))


def measure(model: Linear, rows: Sequence[Item]) -> dict[str, Any]:
    """Return macro-F1 of being an action, apart for isolated units and for documents, and of each trait."""
    scores = model.scores([row.text for row in rows], [place(row.section, row.block) for row in rows])
    action = np.array([row.action for row in rows])
    units = np.array([row.origin == "actions" for row in rows])
    found: dict[str, Any] = {"rows": len(rows), "actions": int(action.sum())}
    for name, chosen in (("units", units), ("documents", ~units)):
        if chosen.any():
            found[f"action_{name}"] = macro_f1(action[chosen], scores[chosen, 0] >= 0.5)
    for column, trait in enumerate(TRAITS, 1):
        known = np.array([row.action and getattr(row, trait) is not None for row in rows])
        wanted = np.array([bool(getattr(row, trait)) for row in rows])
        found[trait] = {
            "macro_f1": macro_f1(wanted[known], scores[known, column] >= 0.5),
            "known": int(known.sum()),
            "true": int(wanted[known].sum()),
        }
    return found
