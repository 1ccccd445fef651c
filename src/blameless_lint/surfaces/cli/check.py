"""`blameless-lint check`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blameless_lint.surfaces.cli import terminal

if TYPE_CHECKING:
    from blameless_lint.lint.finding import Report


class Format(StrEnum):
    """The formats of a report."""

    text = "text"
    json = "json"


class FailOn(StrEnum):
    """The severities at which the command exits with 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Model(StrEnum):
    """The models that may give scores."""

    auto = "auto"
    encoder = "encoder"
    linear = "linear"
    none = "none"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a report is shown."""

    format: str
    quiet: bool
    no_color: bool
    output: Path | None


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, folders, globs, or - for standard input.")],
    *,
    format_: Annotated[Format, typer.Option("--format", help="How to print the report.")] = Format.text,
    select: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Run only these rules, categories or families.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Leave these out.")] = None,
    severity: Annotated[list[str] | None, typer.Option(metavar="RULE=LEVEL", help="Set a rule to error, warning, info or off.")] = None,
    min_confidence: Annotated[float | None, typer.Option(metavar="0..1", help="Leave out findings less sure than this.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 from this severity on (default: warning).")] = None,
    model: Annotated[Model | None, typer.Option(help="Which model gives scores (default: auto).")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration for all files.")] = None,
    stdin_filename: Annotated[str, typer.Option(metavar="NAME", help="The name of what standard input holds.")] = "<stdin>",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report to a file.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings and problems only.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Print without colour.")] = False,
) -> None:
    """Check post-mortems. Exits with 0 (clean), 1 (findings), or 2 (a path could not be checked)."""
    with terminal.guarded():
        options: dict[str, Any] = {
            "select": _names(select),
            "ignore": _names(ignore),
            "severity": _levels(severity),
            "min-confidence": min_confidence,
            "fail-on": fail_on and fail_on.value,
            "model": model and model.value,
        }
        overrides = {key: value for key, value in options.items() if value is not None}
        report = _checked(paths, overrides, config, stdin_filename)
        _show(report, _Look(format_.value, quiet, no_color, output))
        raise SystemExit(report.exit_code)


def _checked(paths: Sequence[str], overrides: dict[str, Any], config: Path | None, stdin_name: str) -> Report:
    from blameless_lint.lint.discover import Discovery
    from blameless_lint.lint.linter import Linter

    progress = terminal.ProgressBar()
    discovery = Discovery(overrides, config)
    linter = Linter(discovery=discovery, on_rule_error="report", stdin_name=stdin_name, progress=progress)
    try:
        return linter.lint_files(paths)
    finally:
        progress.close()


def _show(report: Report, look: _Look) -> None:
    if report.problems or (report.notes and not look.quiet):
        from blameless_lint.report.text import remark

        colour = terminal.has_colour(sys.stderr, refused=look.no_color)
        notes = () if look.quiet else report.notes
        said = [remark(note, "note", colour=colour) for note in notes]
        said += [remark(problem, "error", colour=colour) for problem in report.problems]
        sys.stderr.write("\n".join(said) + "\n")
        sys.stderr.flush()
    from blameless_lint.report.formats import renderer

    colour = look.output is None and terminal.has_colour(sys.stdout, refused=look.no_color)
    terminal.write(renderer(look.format, colour=colour, summary=not look.quiet)(report), look.output)


def _names(given: Sequence[str] | None) -> list[str] | None:
    if given is None:
        return None
    return [name.strip() for part in given for name in part.split(",") if name.strip()]


def _levels(given: Sequence[str] | None) -> dict[str, str] | None:
    if given is None:
        return None
    levels: dict[str, str] = {}
    for pair in given:
        rule, equals, level = pair.partition("=")
        if not equals or not rule or not level:
            terminal.fail(f"--severity: write RULE=LEVEL, for example omission-by-person=warning, instead of “{pair}”")
        levels[rule.strip()] = level.strip()
    return levels
