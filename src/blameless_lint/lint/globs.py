"""Globs of the configuration: those of .gitignore, relative to the folder of the configuration file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pathspec import GitIgnoreSpec


def matches(path: str, globs: Sequence[str], root: Path) -> bool:
    """Return whether a path matches one of the globs; a path outside the root is compared as it was given."""
    absolute = os.path.abspath(path)
    relative = os.path.relpath(absolute, root)
    name = path if relative.startswith("..") else relative
    return bool(_spec(tuple(globs)).match_file(name))


@lru_cache(maxsize=64)
def _spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(globs)
