"""Plain text that grows piece by piece, every character knowing where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from blameless_lint.text.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Offsets(Sequence[int]):
    """Offsets of characters, kept as runs: characters from `at[k]` on come from `to[k]` on, one by one."""

    at: Sequence[int]
    to: Sequence[int]
    size: int

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self.size))]
        if not -self.size <= index < self.size:
            raise IndexError(index)
        index %= self.size
        run = bisect_right(self.at, index) - 1
        return self.to[run] + index - self.at[run]


@dataclass(frozen=True, slots=True, eq=False)
class Ends(Sequence[int]):
    """The ends of characters: one after the start, but for those that are `wide` in the source."""

    starts: Offsets
    wide: Mapping[int, int]

    def __len__(self) -> int:
        return self.starts.size

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self.starts.size))]
        start = self.starts[index]
        return self.wide.get(index % self.starts.size, start + 1)


@dataclass(eq=False)
class Flow:
    """A text under construction. `breaks` are the places of soft line breaks, `opaque` what is never judged."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    at: list[int] = field(default_factory=list)
    to: list[int] = field(default_factory=list)
    wide: dict[int, int] = field(default_factory=dict)
    opaque: list[Span] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def add(self, piece: str, start: int) -> None:
        """Append characters that stand in the source one by one from `start` on."""
        if not piece:
            return
        if not self.at or self.to[-1] + self.size - self.at[-1] != start:
            self.at.append(self.size)
            self.to.append(start)
        self.parts.append(piece)
        self.size += len(piece)

    def put(self, piece: str, start: int, end: int) -> None:
        """Append characters that all stand for the range [start, end) of the source."""
        for character in piece:
            self.at.append(self.size)
            self.to.append(start)
            self.parts.append(character)
            if end != start + 1:
                self.wide[self.size] = end
            self.size += 1

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.parts)

    def piece(self, start: int, end: int) -> Flow:
        """Return a part of this flow as a flow of its own, without surrounding white space."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        part = Flow(parts=[text[start:end]] if end > start else [], size=end - start)
        first = max(bisect_right(self.at, start) - 1, 0)
        for at, to in zip(self.at[first:], self.to[first:], strict=True):
            if at >= end:
                break
            skip = max(start - at, 0)
            part.at.append(at + skip - start)
            part.to.append(to + skip)
        part.wide = {i - start: to for i, to in self.wide.items() if start <= i < end}
        part.opaque = [
            Span(max(span.start, start) - start, min(span.end, end) - start)
            for span in self.opaque
            if span.start < end and start < span.end
        ]
        part.breaks = [i - start for i in self.breaks if start <= i < end]
        return part

    def with_line_end(self, index: int) -> Flow:
        """Return this flow with a line feed for the soft line break at an index."""
        text = self.text
        if index < len(text):
            text = f"{text[:index]}\n{text[index + 1 :]}"
        return replace(self, parts=[text])

    def offsets(self) -> tuple[Offsets, Ends]:
        """Return where the characters start and end."""
        starts = Offsets(self.at, self.to, self.size)
        return starts, Ends(starts, self.wide)
