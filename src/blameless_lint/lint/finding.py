"""The wire format: what the JSON holds is what these objects hold, by the same names.

They are plain frozen dataclasses, so that a run without findings needs no pydantic; `read_report` is where it checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from blameless_lint.lint.remark import Remark
from blameless_lint.rules.rule import Applicability, Family, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a file: line and column from 1, the offset from 0, all in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditEntry:
    """A replacement of the code points [start, end) of the file."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionEntry:
    """What to say instead, or what to ask; a question carries no edits."""

    text: str
    applicability: Applicability
    edits: tuple[EditEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEntry:
    """A section by its heading."""

    kind: str
    title: str
    start: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReport:
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
    text: str = field(default="", repr=False)
    fails: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Who made a report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many files were checked, and findings by severity."""

    files: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    suppressed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that a run found; `problems` are paths that could not be checked, `notes` are paths left alone on purpose."""

    version: Literal["1"] = "1"
    tool: Tool
    files: tuple[FileReport, ...] = ()
    summary: Summary = Summary()
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


HIDDEN = ("text", "fails")
"""The fields of a FileReport that are no part of the JSON."""


def read_report(json: str | bytes) -> Report:
    """Return the report that a JSON text holds; raises pydantic's ValidationError where it is none."""
    from pydantic import TypeAdapter

    return TypeAdapter(Report).validate_json(json)


def summarise(files: tuple[FileReport, ...]) -> Summary:
    """Return the counts of the files' findings."""
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for file in files:
        for finding in file.findings:
            counts[finding.severity] += 1
    return Summary(
        files=len(files),
        error=counts["error"],
        warning=counts["warning"],
        info=counts["info"],
        suppressed=sum(file.suppressed for file in files),
    )
