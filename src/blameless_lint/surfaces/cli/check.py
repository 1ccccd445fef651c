"""`blameless-lint check`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blameless_lint.surfaces.cli import terminal
from blameless_lint.surfaces.cli.parser import add_choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from blameless_lint.lint.finding import Report
    from blameless_lint.lint.linter import Linter

FORMATS = ("text", "json")
FAIL_ON = ("error", "warning", "info", "never")
MODELS = ("auto", "encoder", "linear", "none")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="files, folders, globs, or - for standard input")
    add_choice(parser, "--format", FORMATS, "how to print the report (default: text)")
    add("--output", type=Path, metavar="FILE", help="write the report to a file")
    add("--select", action="append", metavar="RULES", help="run only these rules, categories or families")
    add("--ignore", action="append", metavar="RULES", help="leave these out")
    add("--severity", action="append", metavar="RULE=LEVEL", help="set a rule to error, warning, info or off")
    add("--min-confidence", metavar="0..1", help="leave out findings less sure than this")
    add_choice(parser, "--fail-on", FAIL_ON, "exit with 1 from this severity on (default: warning)")
    add_choice(parser, "--model", MODELS, "which model gives scores (default: auto)")
    add("--config", type=Path, metavar="FILE", help="use this configuration for all files")
    add("--stdin-filename", default="<stdin>", metavar="NAME", help="the name of what standard input holds")
    add("--jobs", type=_count, metavar="N", help="check many files in N processes (default: one a core, at most 4)")
    add("--fix", action="store_true", help="apply the edits that are safe, and print what is left")
    add("--suggested", action="store_true", help="with --fix or --diff: also edits that a person should look at")
    add("--prompts", action="store_true", help="with --suggested: also those that leave a [prompt] to be answered")
    add("--diff", action="store_true", help="print what --fix would change as a patch, and exit with 1 if anything")
    add("-q", "--quiet", action="store_true", help="print findings and problems only")
    add("--no-color", action="store_true", help="print without colour")


def run(options: argparse.Namespace) -> int:
    """Check the paths, print the report, and return the exit code."""
    if options.fix or options.diff or options.suggested or options.prompts:
        return _fix(options)
    report = _checked(options, _overrides(options))
    _say(report, options)
    terminal.write(_renderer(options)(report), options.output)
    return report.exit_code


def _fix(options: argparse.Namespace) -> int:
    """Fix the paths, or print how, and return the exit code."""
    from blameless_lint.surfaces.cli import fixing

    fixing.refuse(options)
    with _linter(options, _overrides(options)) as linter:
        done = fixing.fixes(linter, options)
    _say(done.report, options)
    if options.diff:
        return fixing.show_patch(done, options)
    return fixing.show(done, _renderer(options), options)


def _renderer(options: argparse.Namespace) -> Callable[[Report], Iterable[str]]:
    from blameless_lint.report.formats import renderer

    colour = options.output is None and terminal.has_colour(sys.stdout, refused=options.no_color)
    return renderer(options.format or "text", colour=colour, summary=not options.quiet)


def _overrides(options: argparse.Namespace) -> dict[str, Any]:
    given = {
        "select": _names(options.select),
        "ignore": _names(options.ignore),
        "severity": _levels(options.severity),
        "min-confidence": options.min_confidence,
        "fail-on": options.fail_on,
        "model": options.model,
    }
    return {key: value for key, value in given.items() if value is not None}


def _checked(options: argparse.Namespace, overrides: dict[str, Any]) -> Report:
    with _linter(options, overrides) as linter:
        return linter.lint_files(options.paths)


@contextmanager
def _linter(options: argparse.Namespace, overrides: dict[str, Any]) -> Iterator[Linter]:
    """Give a linter that shows its progress while it is used."""
    from blameless_lint.language.light import light_imports
    from blameless_lint.lint.discover import Discovery
    from blameless_lint.lint.linter import Linter
    from blameless_lint.lint.processes import processes

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the parser has one thread, the encoder another
    progress = terminal.ProgressBar()
    linter = Linter(
        discovery=Discovery(overrides, options.config),
        on_rule_error="report",
        stdin_name=options.stdin_filename,
        progress=progress,
        jobs=options.jobs or processes(),
    )
    try:
        with light_imports():
            yield linter
    finally:
        progress.close()


def _say(report: Report, options: argparse.Namespace) -> None:
    """Print notes and problems to standard error."""
    notes = () if options.quiet else report.notes
    if not notes and not report.problems:
        return
    from blameless_lint.report.text import remark

    colour = terminal.has_colour(sys.stderr, refused=options.no_color)
    said = [remark(note, "note", colour=colour) for note in notes]
    said += [remark(problem, "error", colour=colour) for problem in report.problems]
    sys.stderr.write("\n".join(said) + "\n")
    sys.stderr.flush()


def _count(given: str) -> int:
    if not given.isdigit() or not int(given):
        raise argparse.ArgumentTypeError(f"“{given}” is no number of processes; write 1 or more")
    return int(given)


def _names(given: Sequence[str] | None) -> list[str] | None:
    if given is None:
        return None
    return [name.strip() for part in given for name in part.split(",") if name.strip()]


def _levels(given: Sequence[str] | None) -> dict[str, str] | None:
    if given is None:
        return None
    levels: dict[str, str] = {}
    for pair in (part for parts in given for part in parts.split(",")):
        rule, _, level = pair.partition("=")
        if not rule.strip() or not level.strip():
            terminal.fail(f"--severity: write RULE=LEVEL, for example omission-by-person=warning, instead of “{pair}”")
        levels[rule.strip()] = level.strip()
    return levels
