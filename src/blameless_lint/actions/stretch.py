"""A run of text gathered from blocks, every character knowing its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blameless_lint.text.document import Block
from blameless_lint.text.source import Span


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """Plain text and the offsets in the source of each of its characters."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @property
    def span(self) -> Span:
        """Return the range of the source from the first to the last character."""
        return Span(self.starts[0], self.ends[-1])

    def to_source(self, span: Span) -> Span:
        """Return the range of the source that a range of the text came from."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def part(self, start: int, end: int) -> Stretch:
        """Return the stretch of a range of the text."""
        return Stretch(self.text[start:end], self.starts[start:end], self.ends[start:end])


def of_text(text: str) -> Stretch:
    """Return a text that is its own source."""
    return Stretch(text, range(len(text)), range(1, len(text) + 1))


def of_blocks(blocks: Iterable[Block], joiner: str) -> Stretch:
    """Return the text of blocks, one after the other, with a joiner between them."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for block in blocks:
        if text and block.text:
            text.append(joiner)
            starts += [ends[-1]] * len(joiner)
            ends += [block.starts[0]] * len(joiner)
        text.append(block.text)
        starts += block.starts
        ends += block.ends
    return Stretch("".join(text), starts, ends)
