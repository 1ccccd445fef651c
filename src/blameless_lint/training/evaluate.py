"""Measure the linter and its models on labelled documents: tables, calibration, plots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from blameless_lint.classify.encoder import Encoder, load_encoder
from blameless_lint.classify.linear import load_linear
from blameless_lint.training.data import documents
from blameless_lint.training.gold import gold_documents
from blameless_lint.training.judge import Found, Judgement, judge
from blameless_lint.training.measure import by_kind
from blameless_lint.training.report import plot, table, wording_table
from blameless_lint.training.sentences import read_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from blameless_lint.training.data import Labelled
    from blameless_lint.training.labels import Split


@dataclass(frozen=True)
class Evaluation:
    """The linter's judgement, the models' figures by name, and the plots written."""

    judgement: Judgement
    models: dict[str, dict[str, Any]]
    plots: tuple[Path, ...] = ()

    def text(self) -> str:
        """Return the tables for people."""
        error = self.judgement.calibration_error
        parts = [
            "The linter:",
            linter_table(self.judgement),
            f"Calibration error of the confidence over {len(self.judgement.right)} findings: {error:.3f}",
        ]
        if self.models:
            parts += ["The models alone, sentence by sentence:", wording_table(self.models)]
        parts += [f"Plot: {path}" for path in self.plots]
        return "\n\n".join(parts) + "\n"


def evaluate(
    where: Path | Split, *, data: Path | None = None, models: bool = True, plots: Path | None = None
) -> Evaluation:
    """Measure on a folder of labelled documents or on a split of ours; `plots` is where PNG files go."""
    chosen = list(documents(where, data)) if isinstance(where, str) else list(gold_documents(where))
    judgement = judge(chosen, linter())
    written = plot(plots, judgement.right, judgement.confidence) if plots is not None and len(judgement.right) else []
    return Evaluation(judgement, measure_models(chosen) if models else {}, tuple(written))


def linter() -> Callable[[str, str], Sequence[Found]]:
    """Return the linter at its default settings as the judge wants it."""
    from blameless_lint.lint.config import Config
    from blameless_lint.lint.linter import Linter

    checker = Linter(Config())

    def find(text: str, name: str) -> list[Found]:
        return [
            Found(each.start.offset, each.end.offset, each.severity, each.category, each.confidence)
            for each in checker.lint(text, path=name).findings
            if each.family == "wording"
        ]

    return find


def measure_models(chosen: Sequence[Labelled]) -> dict[str, dict[str, Any]]:
    """Return the figures of the models alone on the sentences of documents."""
    from blameless_lint.training.gate import blame
    from blameless_lint.training.wording import measure

    examples = [example for document in chosen for example in read_sentences(document)]
    found: dict[str, dict[str, Any]] = {"linear": {"kinds": by_kind(examples, blame(load_linear(), examples))}}
    encoder = load_encoder(threads=2)
    if isinstance(encoder, Encoder):
        found["encoder"] = measure(encoder, examples)
    return found


def linter_table(judgement: Judgement) -> str:
    """Return the linter's figures as a table."""
    head = ("texts", "words", "level 2", "flagged", "precision", "recall", "F1", "level", "category", "false/1k words")
    keys = ("words", "level2", "flagged", "precision", "recall", "f1", "level", "category", "false")
    rows = [
        [name, *("–" if figures[key] is None else figures[key] for key in keys)]
        for name, figures in judgement.figures.items()
    ]
    return table(rows, head)
