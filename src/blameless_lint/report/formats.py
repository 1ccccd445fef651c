"""The table of output formats: a name, and the function that makes a text of a report."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from blameless_lint.lint.finding import Report

HOMES = {"text": "text", "json": "json"}


def renderer(name: str, *, colour: bool = False, summary: bool = True) -> Callable[[Report], str]:
    """Return the function of a format; only that format's module is imported. Colour and summary concern text only."""
    module = import_module(f"blameless_lint.report.{HOMES[name]}")
    if name == "text":
        return lambda report: str(module.render(report, colour=colour, with_summary=summary))
    return lambda report: str(module.render(report))
