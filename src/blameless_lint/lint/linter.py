"""The linter: reads texts, lets the rules propose, and makes the report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from blameless_lint import __version__
from blameless_lint.lint.batches import Checked, Task, batches, check
from blameless_lint.lint.broken import FileError, RuleError
from blameless_lint.lint.discover import Discovery, Loaded
from blameless_lint.lint.files import STDIN, Unreadable, is_document, read_source, read_stdin, unique
from blameless_lint.lint.finding import FileReport, Report, Tool, summarise
from blameless_lint.lint.remark import Remark
from blameless_lint.lint.settings import Settings
from blameless_lint.text.source import Source

Progress = Callable[[int, int], None]


@dataclass
class Linter:
    """Checks texts and files.

    With a configuration it holds for everything; without one, each file's is found upwards from its folder, and
    `overrides` win over what the file says. A rule that breaks raises RuleError, and what else breaks on a text
    FileError; with `on_rule_error="report"` either becomes a problem of the report, and all else that is found stays.
    With more than one of `jobs`, many files are checked in that many processes; a script that asks for it needs the
    guard `if __name__ == "__main__":`.

    >>> from blameless_lint import Config, Linter
    >>> report = Linter(Config(select=["omission"])).lint("The pod failed to start.")
    >>> report.findings
    ()
    """

    config: Settings | None = None
    overrides: Mapping[str, Any] = field(default_factory=dict)
    discovery: Discovery | None = None
    on_rule_error: Literal["raise", "report"] = "raise"
    stdin_name: str = "<stdin>"
    progress: Progress | None = None
    jobs: int = 1

    def lint(self, text: str, *, path: str = "<text>") -> Report:
        """Return what is found in a text; its path decides whether it is read as Markdown or as plain text."""
        return self._report([Source(path, text)])

    def lint_file(self, path: str | os.PathLike[str]) -> Report:
        """Return what is found in a file; raises Unreadable where it cannot be read."""
        name = os.fspath(path)
        return self._report([read_source(name, limit=self._loaded(name).config.max_file_size)])

    def lint_files(self, paths: Iterable[str | os.PathLike[str]]) -> Report:
        """Return what is found in files, folders and globs; what cannot be read is among the report's problems."""
        problems: list[Remark] = []
        notes: list[Remark] = []
        tasks = self._tasks([os.fspath(path) for path in paths], problems, notes)
        return self._run(tasks, problems, notes)

    def _report(self, sources: Sequence[Source]) -> Report:
        return self._run((Task(source, self._loaded(source.path)) for source in sources), [], [])

    def _loaded(self, path: str) -> Loaded:
        if self.config is not None:
            return Loaded(self.config, None, Path.cwd(), {})
        return self._discovery.for_path(path)

    @cached_property
    def _discovery(self) -> Discovery:
        return self.discovery or Discovery(self.overrides)

    def _tasks(self, paths: Sequence[str], problems: list[Remark], notes: list[Remark]) -> Iterator[Task]:
        named = frozenset(paths)
        found = list(unique(paths, is_wanted=self._is_wanted))
        for done, path in enumerate(found):
            if self.progress is not None:
                self.progress(done, len(found))
            try:
                if isinstance(path, Unreadable):
                    raise path
                loaded = self._loaded(self.stdin_name if path == STDIN else path)
                if path != STDIN and _is_excluded(path, loaded):
                    if path in named:
                        notes.append(Remark(path=path, message="is excluded by the configuration"))
                    continue
                limit = loaded.config.max_file_size
                read = read_stdin(self.stdin_name, limit=limit) if path == STDIN else read_source(path, limit=limit)
                yield Task(read, loaded)
            except Unreadable as error:
                problems.append(error.remark)
        if not found:
            notes.append(Remark(path=" ".join(paths), message="holds no document to check", hint=_KINDS))

    def _is_wanted(self, path: str) -> bool:
        loaded = self._loaded(path)
        if not loaded.config.include:
            return is_document(path)
        from blameless_lint.lint.globs import matches

        return matches(path, loaded.config.include, loaded.root)

    def _run(self, tasks: Iterable[Task], problems: list[Remark], notes: list[Remark]) -> Report:
        files: list[FileReport] = []
        for found in self._checked(tasks):
            for error in found.errors:
                said = self._broken(error)
                if isinstance(error, FileError) or said.message not in {known.message for known in problems}:
                    problems.append(said)
            notes.extend(note for note in found.notes if note not in notes)
            files.extend(found.files)
        done = tuple(files)
        return Report(
            version="1",
            tool=Tool(name="blameless-lint", version=__version__),
            files=done,
            summary=summarise(done),
            problems=tuple(problems),
            notes=tuple(notes),
        )

    def _checked(self, tasks: Iterable[Task]) -> Iterator[Checked]:
        if self.jobs == 1:
            return map(check, batches(tasks))
        from blameless_lint.lint.processes import checked

        return checked(batches(tasks), self.jobs)

    def _broken(self, error: RuleError | FileError) -> Remark:
        if self.on_rule_error == "raise":
            raise error
        left = "this is said once; all other rules were run" if isinstance(error, RuleError) else _LEFT
        return Remark(path=error.path, message=str(error), hint=f"{left}. Please report it with the text")


_LEFT = "this is an error of ours, and all else was checked"
_KINDS = "a folder means its .md, .markdown, .mdx and .txt files, without what Git ignores"


def _is_excluded(path: str, loaded: Loaded) -> bool:
    if not loaded.config.exclude:
        return False
    from blameless_lint.lint.globs import matches

    return matches(path, loaded.config.exclude, loaded.root)
