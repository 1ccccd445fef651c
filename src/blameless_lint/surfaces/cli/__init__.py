"""The command line: it translates arguments into calls of the linter, and reports into text and exit codes.

It is built on argparse: a first command of typer's needs twice the time that a whole check of a clean file takes here.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line; exits with 0 (clean), 1 (findings) or 2 (could not run)."""
    from blameless_lint.surfaces.cli.terminal import guarded, let_pipes_close

    let_pipes_close()
    with guarded():
        from blameless_lint.surfaces.cli.commands import run

        raise SystemExit(run())
