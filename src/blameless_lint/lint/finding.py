"""The wire format: what the JSON holds is what these objects hold, by the same names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from blameless_lint.rules.rule import Applicability, Family, Severity


class Model(BaseModel):
    """A frozen record; built on first use, since most runs make only a few."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Place(Model):
    """A place in a file: line and column from 1, the offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class EditEntry(Model):
    """A replacement of the code points [start, end) of the file."""

    start: int
    end: int
    replacement: str


class SuggestionEntry(Model):
    """What to say instead, or what to ask; a question carries no edits."""

    text: str
    applicability: Applicability
    edits: tuple[EditEntry, ...] = ()


class Finding(Model):
    """A place in a file that a rule reports; `end` is exclusive, `also` names rules that matched the same words."""

    rule: str
    family: Family
    category: str
    severity: Severity
    confidence: float
    message: str
    excerpt: str
    start: Place
    end: Place
    suggestions: tuple[SuggestionEntry, ...] = ()
    fingerprint: str = ""
    also: tuple[str, ...] = ()


class Action(Model):
    """An action item, good or bad; `relevant` is None where the document names no cause."""

    start: Place
    end: Place
    text: str
    owner: str | None
    due: str | None
    due_date: str | None
    ticket: str | None
    specific: bool
    measurable: bool
    achievable: bool
    relevant: bool | None
    time_bound: bool
    vague: bool


class SectionEntry(Model):
    """A section by its heading."""

    kind: str
    title: str
    start: Place


class FileReport(Model):
    """What was found in one file.

    `text` is its source, kept for reports that show lines, and `fails` says whether a finding is as severe as the
    configuration's `fail-on`; both are no part of the JSON.
    """

    path: str
    words: int
    findings: tuple[Finding, ...] = ()
    actions: tuple[Action, ...] = ()
    sections: tuple[SectionEntry, ...] = ()
    suppressed: int = 0
    text: str = Field(default="", exclude=True, repr=False)
    fails: bool = Field(default=False, exclude=True, repr=False)


class Remark(Model):
    """Something to know about a path: why it could not be read, or was left alone, and what to do."""

    path: str
    message: str
    hint: str = ""


class Tool(Model):
    """Who made a report."""

    name: str
    version: str


class Summary(Model):
    """How many files were checked, and findings by severity."""

    files: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    suppressed: int = 0


class Report(Model):
    """All that a run found; `problems` are paths that could not be checked, `notes` are paths left alone on purpose."""

    version: Literal["1"] = "1"
    tool: Tool
    files: tuple[FileReport, ...] = ()
    summary: Summary = Summary.model_construct()
    problems: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all files, in order."""
        return tuple(finding for file in self.files for finding in file.findings)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Return the action items of all files, in order."""
        return tuple(action for file in self.files for action in file.actions)

    def __bool__(self) -> bool:
        """Return whether there are findings."""
        return any(file.findings for file in self.files)

    @property
    def exit_code(self) -> int:
        """Return 2 where a path could not be checked, 1 where findings are as severe as `fail-on`, 0 otherwise."""
        if self.problems:
            return 2
        return 1 if any(file.fails for file in self.files) else 0


SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def at_least(level: Severity) -> Iterator[Severity]:
    """Yield the severities from the worst down to this one."""
    for severity in SEVERITIES:
        yield severity
        if severity == level:
            return


def summarise(files: tuple[FileReport, ...]) -> Summary:
    """Return the counts of the files' findings."""
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for file in files:
        for finding in file.findings:
            counts[finding.severity] += 1
    return Summary.model_construct(
        files=len(files),
        error=counts["error"],
        warning=counts["warning"],
        info=counts["info"],
        suppressed=sum(file.suppressed for file in files),
    )
