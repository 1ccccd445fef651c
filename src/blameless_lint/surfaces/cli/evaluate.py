"""`blameless-lint evaluate`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from blameless_lint.surfaces.cli import terminal


class Part(StrEnum):
    """The parts of our labelled documents that nothing was fitted on."""

    validation = "validation"
    test = "test"


def register(parent: typer.Typer) -> None:
    """Add the command `evaluate` to an application."""
    parent.command("evaluate")(evaluate)


def evaluate(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder with labels.jsonl and docs/; without it, a split of ours.")
    ] = None,
    *,
    split: Annotated[Part, typer.Option(help="Which split of ours.")] = Part.test,
    plots: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write reliability and precision-recall plots here.")
    ] = None,
    models: Annotated[bool, typer.Option(help="Measure the models alone as well.")] = True,
    data: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Labelled files (default: data/ of the checkout).")
    ] = None,
) -> None:
    """Measure the linter and its models on labelled documents."""
    with terminal.guarded():
        from blameless_lint.training.evaluate import evaluate as measure

        found = measure(folder or split.value, data=data, models=models, plots=plots)
        terminal.write(found.text(), None)
