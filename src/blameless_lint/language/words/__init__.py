"""The word lists: one term a line; lines that start with # say what a list holds and where it comes from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> frozenset[str]:
    """Return the terms of the list `name`; raises FileNotFoundError where there is no such list."""
    text = (files(__name__) / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def merged(*names: str) -> frozenset[str]:
    """Return the terms of several lists as one set."""
    return frozenset().union(*(load(name) for name in names))
