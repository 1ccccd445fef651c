"""`blameless-lint actions`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from blameless_lint.surfaces.cli import terminal
from blameless_lint.surfaces.cli.parser import add_choice

if TYPE_CHECKING:
    from blameless_lint.lint.tasks import Tasks
    from blameless_lint.text.source import Source

FORMATS = ("text", "markdown", "csv", "json", "jira", "github")
LIMIT = 20_000_000
FAILED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="files, folders, globs, or - for standard input")
    add_choice(parser, "--format", FORMATS, "how to print the items (default: text)")
    add("--relevant-to", action="store_true", help="show which items address which causes instead")
    add("--output", type=Path, metavar="FILE", help="write to a file")
    add("--stdin-filename", default="<stdin>", metavar="NAME", help="the name of what standard input holds")


def run(options: argparse.Namespace) -> int:
    """Print the action items of the paths; returns 0, or 2 where a path could not be read."""
    from blameless_lint.lint.broken import FileError
    from blameless_lint.lint.tasks import read_tasks
    from blameless_lint.report import action_table

    problems: list[str] = []
    read: list[Tasks] = []
    for source in _sources(options, problems):
        try:
            read.append(read_tasks(source))
        except FileError as error:
            problems.append(f"{error.path}: {error}")
    found = [(tasks.source, item) for tasks in read for item in tasks.items]
    if options.relevant_to:
        causes = [(tasks.source.path, cause.text) for tasks in read for cause in tasks.causes]
        shown = action_table.coverage(found, causes)
    else:
        shown = action_table.FORMATS[options.format or "text"](found)
    terminal.write(shown, options.output)
    for problem in problems:
        sys.stderr.write(f"blameless-lint: {problem}\n")
    return FAILED if problems else 0


def _sources(options: argparse.Namespace, problems: list[str]) -> Iterator[Source]:
    """Yield the texts that the paths mean, and collect what could not be read."""
    from blameless_lint.lint.files import Unreadable, read_source, read_stdin, unique

    for path in unique(options.paths):
        try:
            if isinstance(path, Unreadable):
                raise path
            is_stdin = path == "-"
            yield read_stdin(options.stdin_filename, limit=LIMIT) if is_stdin else read_source(path, limit=LIMIT)
        except Unreadable as error:
            problems.append(str(error))
