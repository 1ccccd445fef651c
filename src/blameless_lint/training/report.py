"""What training leaves beside the weights: metrics.json, tables for people, and plots."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from blameless_lint.classify.arrays import Numbers


def write_metrics(folder: Path, metrics: Mapping[str, Any]) -> None:
    """Write metrics.json with four digits behind the point."""
    text = json.dumps(rounded(metrics), indent=2, ensure_ascii=False)
    (folder / "metrics.json").write_text(text + "\n", encoding="utf-8")


def rounded(value: Any) -> Any:
    """Return plain data with its floats rounded to four digits."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return value


def table(rows: Sequence[Sequence[object]], head: Sequence[str]) -> str:
    """Return a Markdown table; floats get three digits."""
    cells = [[f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in [list(head), ["---"] * len(head), *cells]]
    return "\n".join(lines)


def wording_table(sets: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the figures of wording scores as a table: a row for each set and kind of document."""
    rows = []
    for name, figures in sets.items():
        for kind, part in figures["kinds"].items():
            best = part["best"] or {"threshold": "–", "precision": "–", "recall": "–", "f1": "–", "false": "–"}
            rows.append([
                f"{name}, {kind}", part["units"], part["level1"], part["level2"], part["average_precision"],
                *(best[key] for key in ("threshold", "precision", "recall", "f1", "false")),
            ])  # fmt: skip
    head = ("set", "units", "level 1", "level 2", "AP", "threshold", "precision", "recall", "F1", "false/1k words")
    return table(rows, head)


def plot(folder: Path, wanted: Numbers, scores: Numbers, *, name: str = "") -> list[Path]:
    """Write reliability and precision-recall plots as PNG; return their paths."""
    import matplotlib as mpl

    mpl.use("Agg")
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}reliability.png", folder / f"{name}precision-recall.png"]
    _reliability(paths[0], wanted, scores)
    _precision_recall(paths[1], wanted, scores)
    return paths


def _reliability(path: Path, wanted: Numbers, scores: Numbers) -> None:
    from matplotlib import pyplot as plt

    bins = np.array_split(np.argsort(scores, kind="stable"), 10)
    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", linewidth=1)
    axes.plot(
        [scores[part].mean() for part in bins if len(part)],
        [wanted[part].mean() for part in bins if len(part)],
        marker="o",
    )
    axes.set(
        xlabel="confidence",
        ylabel="share that is blame",
        xlim=(0, 1),
        ylim=(0, 1),
        title="Reliability, 10 bins of equal mass",
    )
    figure.tight_layout()
    figure.savefig(path, dpi=120)
    plt.close(figure)


def _precision_recall(path: Path, wanted: Numbers, scores: Numbers) -> None:
    from matplotlib import pyplot as plt
    from sklearn.metrics import precision_recall_curve

    precision, recall, _ = precision_recall_curve(wanted, scores)
    figure, axes = plt.subplots(figsize=(5, 5))
    axes.step(recall, precision, where="post")
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02), title="Level at least 1")
    figure.tight_layout()
    figure.savefig(path, dpi=120)
    plt.close(figure)
