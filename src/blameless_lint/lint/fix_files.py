"""Fixes files where they are, and what standard input holds."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from blameless_lint.lint.discover import Discovery
from blameless_lint.lint.files import STDIN, Unreadable, decode
from blameless_lint.lint.finding import FileReport, Report, summarise
from blameless_lint.lint.fix import Choice, checker, fix_text
from blameless_lint.lint.linter import Linter
from blameless_lint.lint.remark import Remark
from blameless_lint.lint.replace import Unwritable, has_mark, replace_text

MARK = codecs.BOM_UTF8.decode("utf-8")


@dataclass(frozen=True, slots=True)
class Change:
    """What fixing does to one file; `count` findings are fixed. Both texts have the byte-order mark that it has."""

    path: str
    before: str
    after: str
    count: int


@dataclass(frozen=True, slots=True)
class Fixes:
    """What is left after fixing, and what was changed; `stdin` is what standard input held, after its fixes."""

    report: Report
    changes: tuple[Change, ...] = ()
    stdin: str | None = None

    @property
    def count(self) -> int:
        """Return how many findings were fixed."""
        return sum(change.count for change in self.changes)


def fix_files(linter: Linter, paths: Sequence[str], choice: Choice, *, write: bool) -> Fixes:
    """Fix the files that paths mean; without `write` nothing is written, and the report is that of the files as is.

    A file that cannot be written is among the report's problems, and stays as it was.
    """
    named = [path for path in paths if path != STDIN]
    report = linter.lint_files(named) if named else linter.lint_files([])
    files: list[FileReport] = []
    problems = list(report.problems)
    changes: list[Change] = []
    for file in report.files:
        left, change = _fixed(linter, file, choice)
        try:
            if change is not None and write:
                replace_text(file.path, file.text, change.after.removeprefix(MARK))
        except Unwritable as error:
            problems.append(Remark(path=file.path, message=error.message, hint=error.hint))
            files.append(file)
            continue
        files.append(left if write else file)
        changes.extend([change] if change is not None else ())
    notes = tuple(note for note in report.notes if note.path)
    done = Fixes(_report(report, files, problems, notes), tuple(changes))
    return _with_stdin(linter, done, choice, write=write) if STDIN in paths else done


def _fixed(linter: Linter, file: FileReport, choice: Choice) -> tuple[FileReport, Change | None]:
    if not file.text:
        return file, None
    fixed = fix_text(file.text, file, choice, checker(linter, file.path))
    if fixed.text == file.text:
        return file, None
    mark = MARK if has_mark(Path(file.path)) else ""
    return fixed.report, Change(file.path, mark + file.text, mark + fixed.text, fixed.count)


def _with_stdin(linter: Linter, done: Fixes, choice: Choice, *, write: bool) -> Fixes:
    name = linter.stdin_name
    limit = (linter.discovery or Discovery(linter.overrides)).for_path(name).config.max_file_size
    data = sys.stdin.buffer.read(limit + 1)
    try:
        text = decode(data, path=name, limit=limit)
    except Unreadable as error:
        return replace(done, report=replace(done.report, problems=(*done.report.problems, error.remark)))
    mark = MARK if data.startswith(codecs.BOM_UTF8) else ""
    own = linter.lint(text, path=name)
    problems = (*done.report.problems, *own.problems)
    if not own.files:
        return Fixes(replace(done.report, problems=problems), done.changes, mark + text)
    fixed = fix_text(text, own.files[0], choice, checker(linter, name))
    file = fixed.report if write else own.files[0]
    report = _report(done.report, (*done.report.files, file), problems, (*done.report.notes, *own.notes))
    change = Change(name, mark + text, mark + fixed.text, fixed.count)
    changes = (*done.changes, change) if fixed.text != text else done.changes
    return Fixes(report, changes, mark + fixed.text)


def _report(old: Report, files: Iterable[FileReport], problems: Iterable[Remark], notes: Iterable[Remark]) -> Report:
    done = tuple(files)
    return replace(old, files=done, summary=summarise(done), problems=tuple(problems), notes=tuple(notes))
