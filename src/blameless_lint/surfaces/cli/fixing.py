"""`blameless-lint check --fix` and `--diff`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from blameless_lint.surfaces.cli import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from blameless_lint.lint.finding import Report
    from blameless_lint.lint.fix_files import Fixes
    from blameless_lint.lint.linter import Linter

    Say = Callable[[Report, argparse.Namespace], None]


def refuse(options: argparse.Namespace) -> None:
    """Exit with 2 where options about fixing stand without those that they need."""
    if options.prompts and not options.suggested:
        terminal.fail("--prompts needs --suggested: prompts only come with suggested edits")
    if options.suggested and not is_wanted(options):
        terminal.fail("--suggested needs --fix or --diff")


def is_wanted(options: argparse.Namespace) -> bool:
    """Return whether files are to be fixed, or shown as they would be."""
    return bool(options.fix or options.diff)


def fixes(linter: Linter, options: argparse.Namespace) -> Fixes:
    """Fix the files of the options, or with --diff find out how they would be fixed."""
    from blameless_lint.lint.fix import Choice
    from blameless_lint.lint.fix_files import fix_files

    choice = Choice(suggested=options.suggested, prompts=options.prompts)
    return fix_files(linter, options.paths, choice, write=not options.diff)


def show_patch(done: Fixes, options: argparse.Namespace) -> int:
    """Print the patch; return 2 where a path could not be checked, 1 where something would change, 0 otherwise."""
    from blameless_lint.report.patch import patch

    terminal.write((patch(change.path, change.before, change.after) for change in done.changes), options.output)
    if not options.quiet:
        sys.stderr.write(f"{_counted(done, 'would be fixed')}\n")
    return 2 if done.report.problems else int(bool(done.changes))


def show(done: Fixes, render: Callable[[Report], Iterable[str]], options: argparse.Namespace) -> int:
    """Print what is left and how many findings were fixed; fixed standard input goes to standard output."""
    said = _counted(done, "fixed")
    text = "".join(render(done.report))
    is_text = (options.format or "text") == "text"
    if is_text and not options.quiet:
        text += f"{said}\n"
    if done.stdin is not None:
        sys.stdout.write(done.stdin)
        sys.stdout.flush()
    if done.stdin is not None and options.output is None:
        sys.stderr.write(text)
    else:
        terminal.write(text, options.output)
    if not is_text and not options.quiet:
        sys.stderr.write(f"{said}\n")
    return done.report.exit_code


def _counted(done: Fixes, verb: str) -> str:
    if not done.changes:
        return f"No findings {verb}"
    findings = "1 finding" if done.count == 1 else f"{done.count} findings"
    files = "1 file" if len(done.changes) == 1 else f"{len(done.changes)} files"
    return f"{findings} {verb} in {files}"
