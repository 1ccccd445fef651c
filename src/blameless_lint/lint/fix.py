"""Applies the edits of suggestions until nothing more applies; what does not settle stays as it was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from blameless_lint.lint.finding import SEVERITIES, EditEntry, FileReport, Finding, Report, SuggestionEntry

if TYPE_CHECKING:
    from blameless_lint.lint.linter import Linter

ROUNDS = 20
"""How often a text is checked again before it counts as one that never settles, and is left as it was."""

Check = Callable[[str], "FileReport | None"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which edits to apply: always the safe ones; the `suggested`, and of these also those that leave `prompts`."""

    suggested: bool = False
    prompts: bool = False

    def takes(self, suggestion: SuggestionEntry, text: str) -> bool:
        """Return whether a suggestion on a text is to be applied."""
        if not suggestion.edits or suggestion.applicability == "question":
            return False
        if suggestion.applicability == "suggested" and not self.suggested:
            return False
        return self.prompts or not any(_asks(edit, text) for edit in suggestion.edits)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text after its fixes, what is left in it, and how many findings were fixed."""

    text: str
    report: FileReport
    count: int


@dataclass(frozen=True, slots=True)
class _Fix:
    """The edits of one finding; `start` and `end` are the range that they and the finding take."""

    finding: Finding
    edits: tuple[EditEntry, ...]
    start: int
    end: int

    @property
    def growth(self) -> int:
        return sum(len(edit.replacement) - (edit.end - edit.start) for edit in self.edits)


def fix_text(text: str, report: FileReport, choice: Choice, check: Check) -> Fixed:
    """Return a text with its fixes applied, round by round; `report` is that of the text, `check` makes new ones.

    Edits that overlap never meet: the first by position is applied, the next round takes the others. An edit is
    refused where its own rule, or a new one as severe, then finds something in its place. A text that never settles
    is left alone.
    """
    now, left, count = text, report, 0
    seen = {text}
    for _ in range(ROUNDS):
        step = _round(now, left, choice, check)
        if step is None:
            return Fixed(now, left, count)
        now, left, count = step.text, step.report, count + step.count
        if now in seen:
            break
        seen.add(now)
    return Fixed(text, report, 0)


def _round(text: str, report: FileReport, choice: Choice, check: Check) -> Fixed | None:
    """Return the text with all the edits that settle, or None where none does."""
    refused: set[int] = set()
    while True:
        fixes = list(_chosen(text, report.findings, choice, refused))
        if not fixes:
            return None
        changed = applied(text, [edit for fix in fixes for edit in fix.edits])
        after = check(changed)
        unsettled = set(_unsettled(fixes, report, after)) if after is not None else {id(fix.finding) for fix in fixes}
        if after is not None and not unsettled:
            return Fixed(changed, replace(after, text=changed), len(fixes))
        refused |= unsettled


def _chosen(text: str, findings: Sequence[Finding], choice: Choice, refused: set[int]) -> Iterator[_Fix]:
    """Yield the fixes to apply at once, in order, none of which touches another."""
    last = -1
    for fix in sorted(_offered(text, findings, choice, refused), key=lambda fix: (fix.start, fix.end)):
        if fix.start > last:
            yield fix
            last = fix.end


def _offered(text: str, findings: Sequence[Finding], choice: Choice, refused: set[int]) -> Iterator[_Fix]:
    for finding in findings:
        taken = next((offer for offer in finding.suggestions if choice.takes(offer, text)), None)
        if taken is None or id(finding) in refused:
            continue
        edits = tuple(sorted(taken.edits, key=lambda edit: (edit.start, edit.end)))
        start = min(finding.start.offset, edits[0].start)
        yield _Fix(finding, edits, start, max(finding.end.offset, *(edit.end for edit in edits)))


def _unsettled(fixes: Sequence[_Fix], before: FileReport, after: FileReport) -> Iterator[int]:
    """Yield the findings, by identity, in whose place the same is found again, or something new that is as severe."""
    moved = 0
    for fix in fixes:
        own = fix.finding
        known = Counter(name for found in _inside(before, fix.start, fix.end) for name in (found.rule, *found.also))
        known[own.rule] -= 1
        there = list(_inside(after, fix.start + moved, fix.end + moved + fix.growth))
        severe = Counter(found.rule for found in there if found.rule == own.rule or _is_as_severe(found, own))
        if any(severe[rule] > known[rule] for rule in severe):
            yield id(own)
        moved += fix.growth


def _inside(report: FileReport, start: int, end: int) -> Iterator[Finding]:
    """Yield what is found in a range, prompts left in it apart."""
    for finding in report.findings:
        if finding.start.offset < end and start < finding.end.offset and finding.rule != "unanswered-prompt":
            yield finding


def _is_as_severe(one: Finding, other: Finding) -> bool:
    return SEVERITIES.index(one.severity) <= SEVERITIES.index(other.severity)


def applied(text: str, edits: Sequence[EditEntry]) -> str:
    """Return a text with edits made, given in order and without overlap."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.replacement)
        at = edit.end
    return "".join(parts) + text[at:]


def _asks(edit: EditEntry, text: str) -> bool:
    """Return whether an edit brings a bracketed prompt that its place does not hold yet."""
    return edit.replacement.count("[") > text.count("[", edit.start, edit.end)


def checker(linter: Linter, path: str) -> Check:
    """Return what checks a text as if it stood in the file of a path; None where a rule broke on it."""

    def check(text: str) -> FileReport | None:
        report: Report = linter.lint(text, path=path)
        return None if report.problems else report.files[0]

    return check
