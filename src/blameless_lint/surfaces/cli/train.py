"""`blameless-lint train wording|gate|actions|fields|owners|decision`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blameless_lint.surfaces.cli import terminal

if TYPE_CHECKING:
    from blameless_lint.training.run import Run

PublicTexts = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Join the public texts of this folder (see data/README.md).")
]
Data = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Labelled files (default: data/ of the checkout).")]
Target = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Where the model goes (default: models/NAME).")]
Share = Annotated[float, typer.Option(metavar="0..1", help="Take only this part of the data, for a quick run.")]
Everything = Annotated[bool, typer.Option("--everything", help="Fit on the test part as well.")]
Folds = Annotated[
    Path,
    typer.Option(metavar="FOLDER", help="Checkpoints and the models of each fold; a run that finds them goes on."),
]
RUN = Path("runs/wording")

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Train the models from labelled texts; your own files beside ours join in (see data/README.md).",
)


def register(parent: typer.Typer) -> None:
    """Add the command `train` to an application."""
    parent.add_typer(app, name="train")


@app.command()
def wording(
    *,
    public_texts: PublicTexts = None,
    data: Data = None,
    target: Target = None,
    share: Share = 1.0,
    everything: Everything = False,
    run: Folds = RUN,
    epochs: Annotated[int | None, typer.Option(min=1, help="How often to see the data.")] = None,
    seed: Annotated[
        list[int] | None, typer.Option(help="The seed of everything random; given again, another fit to average.")
    ] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="How many CPU cores a fit uses.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many fits run at once.")] = 1,
    also: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Measure on this folder of labelled documents too.")
    ] = None,
) -> None:
    """Fine-tune the encoder of blaming wording, and export it."""
    with terminal.guarded():
        from blameless_lint.training.wording import measure_also, train_wording

        options = {"epochs": epochs, "seeds": tuple(seed or ()), "threads": threads, "jobs": jobs}
        made = _made(
            "wording-encoder", target, public_texts, data, share=share, everything=everything, run=run, **options
        )
        metrics = train_wording(made)
        _tell(made, metrics if also is None else measure_also(made.target, also))


@app.command()
def gate(
    *,
    public_texts: PublicTexts = None,
    data: Data = None,
    target: Target = None,
    share: Share = 1.0,
    everything: Everything = False,
    run: Folds = RUN,
) -> None:
    """Fit the linear model of blaming wording: the gate's learned half, and the stand-in for the encoder."""
    with terminal.guarded():
        from blameless_lint.training.gate import train_gate

        made = _made("wording-linear", target, public_texts, data, share=share, everything=everything, run=run)
        _tell(made, train_gate(made))


@app.command()
def actions(
    *,
    public_texts: PublicTexts = None,
    data: Data = None,
    target: Target = None,
    share: Share = 1.0,
    everything: Everything = False,
) -> None:
    """Fit the classifier of action items and their traits."""
    with terminal.guarded():
        from blameless_lint.training.traits import train_actions

        made = _made("actions-linear", target, public_texts, data, share=share, everything=everything)
        _tell(made, train_actions(made))


@app.command()
def owners(*, public_texts: PublicTexts = None, data: Data = None, target: Target = None) -> None:
    """Fit the choice of owners, which is asked where no rule finds one and the tagger cannot run."""
    with terminal.guarded():
        import json

        from blameless_lint.classify.arrays import models_folder
        from blameless_lint.training.owners import train_owners

        folder = target or models_folder() / "owners"
        metrics = train_owners(folder, public_texts, data)
        terminal.write(f"{json.dumps(metrics, indent=2)}\n\nWritten to {folder}\n", None)


@app.command()
def fields(*, public_texts: PublicTexts = None, data: Data = None, target: Target = None) -> None:
    """Fit the tagger of tasks: which words name the owner, which the due date."""
    with terminal.guarded():
        import json

        from blameless_lint.classify.arrays import models_folder
        from blameless_lint.training.fields import train_fields
        from blameless_lint.training.progress import on_stderr

        folder = target or models_folder() / "task-fields"
        metrics = train_fields(folder, public_texts, data, progress=on_stderr())
        terminal.write(f"{json.dumps(metrics, indent=2)}\n\nWritten to {folder}\n", None)


@app.command()
def decision(*, public_texts: PublicTexts = None, data: Data = None, target: Target = None, run: Folds = RUN) -> None:
    """Fit the one decision over rules and scores, each document scored by models that had not seen it; run it last."""
    with terminal.guarded():
        import json

        from blameless_lint.classify.arrays import models_folder
        from blameless_lint.training.combine import train_decision
        from blameless_lint.training.progress import on_stderr

        folder = target or models_folder() / "decision"
        metrics = train_decision(folder, run, public_texts, data, on_stderr())
        terminal.write(f"{json.dumps(metrics, indent=2)}\n\nWritten to {folder}\n", None)


def _made(name: str, target: Path | None, texts: Path | None, data: Path | None, **more: Any) -> Run:
    from dataclasses import replace

    from blameless_lint.classify.arrays import models_folder
    from blameless_lint.training.progress import on_stderr
    from blameless_lint.training.run import Recipe, Run

    recipe = {key: more.pop(key) for key in ("epochs", "threads") if more.get(key) is not None}
    kept = ("share", "everything", "run", "seeds", "jobs")
    plain = {key: value for key, value in more.items() if key in kept and value not in (None, ())}
    return Run(
        target=target or models_folder() / name,
        public_texts=texts,
        data=data,
        recipe=replace(Recipe(), **recipe),
        progress=on_stderr(),
        **plain,
    )


def _tell(made: Run, metrics: dict[str, Any]) -> None:
    from blameless_lint.training.cards import summary

    terminal.write(f"{summary(metrics)}\n\nWritten to {made.target}\n", None)
