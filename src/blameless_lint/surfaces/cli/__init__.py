"""The command line: it translates arguments into calls of the linter, and reports into text and exit codes.

It is built on argparse: typer reads arguments with pydantic, which takes longer than importing all of typer.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line; exits with 0 (clean), 1 (findings) or 2 (could not run)."""
    import gc

    from blameless_lint.surfaces.cli.terminal import guarded, let_pipes_close

    gc.set_threshold(50_000, 20, 20)  # most of what a run makes, it keeps: collecting less often saves start-up
    let_pipes_close()
    with guarded():
        from blameless_lint.surfaces.cli.commands import run

        raise SystemExit(run())
