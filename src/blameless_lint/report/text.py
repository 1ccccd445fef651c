"""The report that people read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from blameless_lint.lint.finding import FileReport, Finding, Report, SuggestionEntry
from blameless_lint.lint.remark import Remark
from blameless_lint.report.width import printable
from blameless_lint.text.source import Source

_RESET = "\x1b[0m"
_STYLES = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[1;33m",
    "info": "\x1b[1;36m",
    "strong": "\x1b[1m",
    "dim": "\x1b[2m",
    "help": "\x1b[32m",
}
_LEAD = {"safe": "instead", "suggested": "instead", "question": "ask"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours a text, or leaves it alone."""

    colour: bool

    def __call__(self, text: str, style: str) -> str:
        """Return the text in a style."""
        return f"{_STYLES[style]}{text}{_RESET}" if self.colour and text else text


def render(report: Report, *, colour: bool = False, with_summary: bool = True) -> str:
    """Return the findings one by one, then one summary line."""
    return "".join(pieces(report, colour=colour, with_summary=with_summary))


def pieces(report: Report, *, colour: bool = False, with_summary: bool = True) -> Iterator[str]:
    """Yield what `render` returns, finding by finding."""
    paint = Paint(colour)
    for number, part in enumerate(part for file in report.files for part in _file(file, paint)):
        yield f"\n{part}" if number else part
    if with_summary:
        yield ("\n" if report else "") + summary(report, paint=paint) + "\n"


def summary(report: Report, *, paint: Paint | None = None) -> str:
    """Return the summary line: "3 errors, 2 warnings in 2 files (4 files checked)"."""
    paint = paint or Paint(colour=False)
    counts = report.summary
    checked = _count(counts.files, "file")
    named = [("error", counts.error), ("warning", counts.warning), ("info", counts.info)]
    found = [paint(_count(number, name), name) for name, number in named if number]
    tail = f", {counts.suppressed} suppressed" if counts.suppressed else ""
    if report.problems:
        tail += f", {_count(len(report.problems), 'path')} could not be checked"
    if not found:
        return f"No findings ({checked} checked{tail})"
    files = sum(1 for file in report.files if file.findings)
    return f"{', '.join(found)} in {_count(files, 'file')} ({checked} checked{tail})"


def remark(said: Remark, kind: str, *, colour: bool = False) -> str:
    """Return what is said of a path, on one line or two."""
    paint = Paint(colour)
    style = "error" if kind == "error" else "info"
    lines = [f"{paint(printable(said.path), 'strong')}: {paint(kind, style)}: {printable(said.message)}"]
    if said.hint:
        lines.append(f"   {paint('=', 'dim')} {paint('help', 'help')}: {printable(said.hint)}")
    return "\n".join(lines)


def _file(file: FileReport, paint: Paint) -> Iterator[str]:
    source = Source(file.path, file.text)
    for finding in file.findings:
        yield "\n".join(_finding(finding, source, paint)) + "\n"


def _finding(finding: Finding, source: Source, paint: Paint) -> Iterator[str]:
    from blameless_lint.report.excerpt import marked

    place = f"{printable(source.path)}:{finding.start.line}:{finding.start.column}"
    severity = paint(finding.severity, finding.severity)
    yield f"{paint(place, 'strong')}: {severity} {paint(finding.rule, 'strong')}"
    lines = marked(source, finding.start.offset, finding.end.offset) if source.text else []
    gutter = len(str(lines[-1].number if lines else finding.start.line))
    bar = paint(f"{'':{gutter}} |", "dim")
    for line in lines:
        yield f"{paint(f'{line.number:{gutter}} |', 'dim')} {line.before}{line.inside}{line.after}".rstrip()
        yield f"{bar} {' ' * line.indent}{paint('^' * line.marks, finding.severity)}"
    yield f"{bar} {printable(finding.message)}"
    for suggestion in finding.suggestions[:1]:
        yield f"{bar} {_suggestion(suggestion, paint)}"
    if finding.also:
        yield f"{bar} {paint('also: ' + ', '.join(finding.also), 'dim')}"


def _suggestion(suggestion: SuggestionEntry, paint: Paint) -> str:
    return f"{paint(_LEAD[suggestion.applicability] + ':', 'help')} {printable(suggestion.text)}"


def _count(number: int, noun: str) -> str:
    if noun == "info":
        return f"{number} info"
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
