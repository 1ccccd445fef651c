"""Files that are checked together: parsed in one batch, and put together to reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from blameless_lint.lint.assemble import assemble
from blameless_lint.lint.discover import Loaded
from blameless_lint.lint.finding import FileReport
from blameless_lint.lint.remark import Remark
from blameless_lint.lint.run import RuleError, examine
from blameless_lint.text.source import Source

CHARACTERS = 100_000
"""How much text is checked at once: enough to fill the parser's batches, little enough to be held in memory."""


@dataclass(frozen=True, slots=True)
class Task:
    """A decoded file and the configuration in force for it."""

    source: Source
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class Checked:
    """The reports of the files of a batch, the rules that broke, and what is to be said of files and models."""

    files: tuple[FileReport, ...]
    errors: tuple[RuleError, ...]
    notes: tuple[Remark, ...]


def check(batch: list[Task]) -> Checked:
    """Return what is found in files that share a configuration."""
    loaded = batch[0].loaded
    found, note = examine([task.source for task in batch], loaded.config, loaded.root)
    files: list[FileReport] = []
    errors: list[RuleError] = []
    notes = [Remark(path="models", message=note)] if note else []
    for file in found:
        errors += file.errors
        if file.check.note:
            notes.append(Remark(path=file.check.source.path, message=file.check.note))
        files.append(assemble(file.check, file.matches))
    return Checked(tuple(files), tuple(errors), tuple(notes))


def batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Yield runs of tasks that share a configuration, at most 100,000 characters or one file each."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        if batch and (task.loaded.config is not batch[0].loaded.config or size + len(task.source.text) > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(task)
        size += len(task.source.text)
    if batch:
        yield batch
