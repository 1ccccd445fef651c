"""The word lists: one term a line; lines that start with # say what a list holds and where it comes from."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def load(name: str) -> frozenset[str]:
    """Return the terms of the list `name`; raises FileNotFoundError where there is no such list."""
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset([line for line in map(str.strip, text.splitlines()) if line and line[0] != "#"])


@cache
def merged(*names: str) -> frozenset[str]:
    """Return the terms of several lists as one set."""
    return frozenset().union(*(load(name) for name in names))
