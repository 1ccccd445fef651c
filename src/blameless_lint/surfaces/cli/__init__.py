"""The command line: it translates arguments into calls of the linter, and reports into text and exit codes."""

from __future__ import annotations


def main() -> None:
    """Run the command line; exits with 0 (clean), 1 (findings) or 2 (could not run)."""
    from blameless_lint.surfaces.cli.app import app
    from blameless_lint.surfaces.cli.terminal import let_pipes_close

    let_pipes_close()
    app()
