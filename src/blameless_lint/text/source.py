"""The text of one file, and places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from blameless_lint.text.expression import expression

_LINE_BREAK = expression(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Return whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Return whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """A place as people name it: line and column start at 1, columns count code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True)
class Source:
    """A decoded file: `path` as it was given, `text` without a byte-order mark."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """Return the offset of the first code point of every line.

        Lines end at a line feed, a carriage return, or both together, as editors count them; a text that ends with a
        line break has an empty last line.
        """
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1, offset)

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its line break."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def excerpt(self, span: Span) -> str:
        """Return the text of a range."""
        return self.text[span.start : span.end]
