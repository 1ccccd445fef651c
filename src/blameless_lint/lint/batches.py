"""Files that are checked together: parsed in one batch, and put together to reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from blameless_lint.lint.assemble import assemble, found_actions
from blameless_lint.lint.broken import CHECK, FileError, RuleError, named
from blameless_lint.lint.discover import Loaded
from blameless_lint.lint.finding import FileReport
from blameless_lint.lint.remark import Remark
from blameless_lint.lint.run import Examined, examine
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
    """The reports of the files of a batch, what broke, and what is to be said of files and models."""

    files: tuple[FileReport, ...]
    errors: tuple[RuleError | FileError, ...]
    notes: tuple[Remark, ...]


def check(batch: list[Task]) -> Checked:
    """Return what is found in files that share a configuration; a text on which we break costs no other file."""
    try:
        with named(CHECK, batch[0].source.path):
            return _together(batch)
    except FileError as error:
        if len(batch) == 1:
            return Checked((), (error,), ())
    return _joined([check([task]) for task in batch])


def _together(batch: list[Task]) -> Checked:
    loaded = batch[0].loaded
    found, note = examine([task.source for task in batch], loaded.config, loaded.root)
    said = (Checked((), (), (Remark(path="models", message=note),)),) if note else ()
    return _joined([*said, *map(_assembled, found)])


def _assembled(file: Examined) -> Checked:
    """Return the report of a file; rules that broke only because its action items cannot be found are not named."""
    check = file.check
    actions, broken = found_actions(check)
    errors = [error for error in file.errors if broken is None or error.said != broken.said]
    notes = (Remark(path=check.source.path, message=check.note),) if check.note else ()
    return Checked((assemble(check, file.matches, actions),), (*errors, *([broken] if broken else ())), notes)


def _joined(parts: Sequence[Checked]) -> Checked:
    return Checked(
        tuple(file for part in parts for file in part.files),
        tuple(error for part in parts for error in part.errors),
        tuple(dict.fromkeys(note for part in parts for note in part.notes)),
    )


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
