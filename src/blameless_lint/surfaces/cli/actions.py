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
    from blameless_lint.text.document import Document

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
    from blameless_lint.actions.items import find, named_causes
    from blameless_lint.lint.scoring import tagger_of
    from blameless_lint.report import action_table

    tagger = tagger_of("auto")
    problems: list[str] = []
    documents = list(_documents(options, problems))
    found = [(document.source, item) for document in documents for item in find(document, tagger)]
    if options.relevant_to:
        causes = [
            (document.source.path, cause.text) for document in documents for cause in named_causes(document, tagger)
        ]
        shown = action_table.coverage(found, causes)
    else:
        shown = action_table.FORMATS[options.format or "text"](found)
    terminal.write(shown, options.output)
    for problem in problems:
        sys.stderr.write(f"blameless-lint: {problem}\n")
    return FAILED if problems else 0


def _documents(options: argparse.Namespace, problems: list[str]) -> Iterator[Document]:
    """Yield the documents that the paths mean, and collect what could not be read."""
    from blameless_lint.lint.comments import read_document
    from blameless_lint.lint.files import Unreadable, read_source, read_stdin, unique

    for path in unique(options.paths):
        try:
            if isinstance(path, Unreadable):
                raise path
            is_stdin = path == "-"
            source = read_stdin(options.stdin_filename, limit=LIMIT) if is_stdin else read_source(path, limit=LIMIT)
        except Unreadable as error:
            problems.append(str(error))
            continue
        yield read_document(source)
