"""The commands. A new one is a module with a function, and a line here."""

from __future__ import annotations

from typing import Annotated

import typer

from blameless_lint.surfaces.cli.check import check
from blameless_lint.surfaces.cli.explain import explain
from blameless_lint.surfaces.cli.rules import rules
from blameless_lint.surfaces.cli.settings import config

app = typer.Typer(
    name="blameless-lint",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check)
app.command("explain")(explain)
app.command("rules")(rules)
app.command("config")(config)


def _version(wanted: bool) -> None:
    if wanted:
        from blameless_lint import __version__

        typer.echo(f"blameless-lint {__version__}")
        raise typer.Exit


@app.callback()
def blameless_lint(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Find wording in post-mortems that puts the failure on people, and follow-up actions too vague to be done."""
    del version
