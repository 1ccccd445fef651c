"""Walks a folder: documents only, what Git ignores left out, hidden folders skipped, no folder entered twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from blameless_lint.lint.files import Unreadable, Wanted, unreadable


@dataclass(frozen=True, slots=True)
class _Ignores:
    """Patterns and the absolute folder they are relative to."""

    root: str
    spec: GitIgnoreSpec

    def check(self, path: str, *, is_folder: bool) -> bool | None:
        relative = os.path.relpath(path, self.root).replace(os.sep, "/")
        return self.spec.check_file(relative + "/" if is_folder else relative).include


def walk(folder: str, *, is_wanted: Wanted) -> Iterator[str | Unreadable]:
    """Yield the files under a folder that are wanted, in the order of their names."""
    yield from _walk(folder, _above(os.path.abspath(folder)), is_wanted, frozenset())


def _walk(
    folder: str, ignores: tuple[_Ignores, ...], is_wanted: Wanted, parents: frozenset[tuple[int, int]]
) -> Iterator[str | Unreadable]:
    try:
        status = os.stat(folder)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(folder, error)
        return
    identity = (status.st_dev, status.st_ino)
    if identity in parents:
        return
    ignores = (*ignores, *_read(os.path.abspath(folder), ".gitignore"))
    for entry in entries:
        path = os.path.join(folder, entry.name)
        if _is_folder(entry):
            if not entry.name.startswith(".") and not _is_ignored(path, ignores, is_folder=True):
                yield from _walk(path, ignores, is_wanted, parents | {identity})
        elif is_wanted(path) and not _is_ignored(path, ignores, is_folder=False) and not _is_special(entry):
            yield path


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder, or a link to one; a loop of links is neither."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_special(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a named pipe, a socket or a device: reading one could wait for ever."""
    try:
        mode = entry.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_ignored(path: str, ignores: Sequence[_Ignores], *, is_folder: bool) -> bool:
    absolute = os.path.abspath(path)
    for rules in reversed(ignores):
        verdict = rules.check(absolute, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _above(folder: str) -> tuple[_Ignores, ...]:
    """Return the patterns that hold for a folder from outside it: those of its repository, from the root down."""
    found: list[_Ignores] = []
    place = Path(folder)
    chain = [place, *place.parents]
    root = next((parent for parent in chain if (parent / ".git").exists()), None)
    if root is None:
        return ()
    found.extend(_read(str(root), os.path.join(".git", "info", "exclude")))
    for parent in reversed(chain[1:]):
        if parent == root or root in parent.parents:
            found.extend(_read(str(parent), ".gitignore"))
    return tuple(found)


def _read(root: str, name: str) -> Iterator[_Ignores]:
    try:
        lines = Path(root, name).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    yield _Ignores(root, GitIgnoreSpec.from_lines(lines))
