"""The lines of the source around a finding, windowed, with marks below the span."""

from __future__ import annotations

from dataclasses import dataclass

from blameless_lint.report.width import printable, width
from blameless_lint.text.source import Source

COLUMNS = 100
LINES = 3
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Marked:
    """A line to show: its number, its text before, in and after the span; the marks go below the middle part."""

    number: int
    before: str
    inside: str
    after: str

    @property
    def indent(self) -> int:
        """Return the columns before the marks."""
        return width(self.before)

    @property
    def marks(self) -> int:
        """Return how many marks there are: at least one."""
        return max(1, width(self.inside))


def marked(source: Source, start: int, end: int) -> list[Marked]:
    """Return the lines that a span [start, end) touches, at most three, each at most about 100 columns wide."""
    first, last = source.position(start).line, source.position(max(start, end - 1)).line
    return [_line(source, number, start, end) for number in range(first, min(last, first + LINES - 1) + 1)]


def _line(source: Source, number: int, start: int, end: int) -> Marked:
    offset = source.line_starts[number - 1]
    stop = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    low, high = max(start, offset), max(min(end, stop), max(start, offset))
    inside = source.text[low:high].rstrip("\r\n")
    before = printable(source.text[max(offset, low - 4 * COLUMNS) : low])
    after = printable(source.text[high : min(stop, high + 4 * COLUMNS)].rstrip("\r\n"))
    inside = printable(inside)
    if len(inside) > COLUMNS:
        inside, after = inside[: COLUMNS - 1] + ELLIPSIS, ""
    room = max(20, COLUMNS - len(inside))
    left = min(len(before), max(room // 2, room - len(after)))
    return Marked(number, _tail(before, left), inside, _head(after, room - left))


def _tail(text: str, room: int) -> str:
    """Return the end of a text, cut between words."""
    if len(text) <= room:
        return text
    kept = text[len(text) - room :]
    return ELLIPSIS + (kept[kept.index(" ") :] if " " in kept[:20] else kept)


def _head(text: str, room: int) -> str:
    """Return the beginning of a text, cut between words."""
    if len(text) <= room:
        return text
    kept = text[:room]
    return (kept[: kept.rindex(" ") + 1] if " " in kept[-20:] else kept) + ELLIPSIS
