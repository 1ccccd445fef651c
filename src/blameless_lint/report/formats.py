"""The table of output formats: a name, and the function that makes the pieces of a text of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module

from blameless_lint.lint.finding import Report

HOMES = {"text": "text", "json": "json"}


def renderer(name: str, *, colour: bool = False, summary: bool = True) -> Callable[[Report], Iterable[str]]:
    """Return the function of a format; only that format's module is imported. Colour and summary concern text only."""
    pieces: Callable[..., Iterable[str]] = import_module(f"blameless_lint.report.{HOMES[name]}").pieces
    return partial(pieces, colour=colour, with_summary=summary) if name == "text" else pieces
