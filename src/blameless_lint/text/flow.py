"""Plain text that grows piece by piece, every character knowing where it came from."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from blameless_lint.text.source import Span

_NARROW: Mapping[int, int] = {}


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
            start, stop, step = index.indices(self.size)
            return list(self._between(start, stop)) if step == 1 else [self[i] for i in range(start, stop, step)]
        if not -self.size <= index < self.size:
            raise IndexError(index)
        index %= self.size
        run = bisect_right(self.at, index) - 1
        return self.to[run] + index - self.at[run]

    def __iter__(self) -> Iterator[int]:
        return self._between(0, self.size)

    def _between(self, start: int, stop: int) -> Iterator[int]:
        """Yield the offsets of a range, run by run."""
        run = bisect_right(self.at, start) - 1
        while start < stop:
            end = min(stop, self.at[run + 1]) if run + 1 < len(self.at) else stop
            yield from range(self.to[run] + start - self.at[run], self.to[run] + end - self.at[run])
            start, run = end, run + 1


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
            places = range(*index.indices(self.starts.size))
            return [self.wide.get(i, start + 1) for i, start in zip(places, self.starts[index], strict=True)]
        start = self.starts[index]
        return self.wide.get(index % self.starts.size, start + 1)


@dataclass(eq=False, slots=True)
class Flow:
    """A text under construction. `breaks` are the places of line breaks, `opaque` what is never judged.

    `wide` are the characters that stand for more than one of the source, `wide_ends` where these end. `opaque` is in
    order and does not overlap.
    """

    parts: list[str] = field(default_factory=list)
    size: int = 0
    at: list[int] = field(default_factory=list)
    to: list[int] = field(default_factory=list)
    wide: list[int] = field(default_factory=list)
    wide_ends: list[int] = field(default_factory=list)
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
                self.wide.append(self.size)
                self.wide_ends.append(end)
            self.size += 1

    @property
    def text(self) -> str:
        """Return the text so far."""
        if len(self.parts) != 1:
            self.parts[:] = ["".join(self.parts)]
        return self.parts[0]

    def piece(self, start: int, end: int) -> Flow:
        """Return a part of this flow as a flow of its own, without surrounding white space."""
        text = self.text
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end = max(start + len(text[start:end].rstrip()), start)
        if start == 0 and end == self.size:
            return self
        first = max(bisect_right(self.at, start) - 1, 0)
        last = bisect_left(self.at, end)
        at, to = self.at[first:last], self.to[first:last]
        return Flow(
            parts=[text[start:end]] if end > start else [],
            size=end - start,
            at=[max(place - start, 0) for place in at],
            to=[there + max(start - place, 0) for place, there in zip(at, to, strict=True)],
            wide=_within(self.wide, start, end),
            wide_ends=self.wide_ends[bisect_left(self.wide, start) : bisect_left(self.wide, end)],
            opaque=[
                Span(max(span.start, start) - start, min(span.end, end) - start)
                for span in self.opaque[
                    bisect_right(self.opaque, start, key=_end) : bisect_left(self.opaque, end, key=_start)
                ]
            ],
            breaks=_within(self.breaks, start, end),
        )

    def with_line_end(self, index: int) -> Flow:
        """Return this flow with a line feed for the soft line break at an index."""
        text = self.text
        if index < len(text):
            text = f"{text[:index]}\n{text[index + 1 :]}"
        return replace(self, parts=[text])

    def offsets(self) -> tuple[Offsets, Ends]:
        """Return where the characters start and end."""
        starts = Offsets(array("I", self.at), array("I", self.to), self.size)
        return starts, Ends(starts, dict(zip(self.wide, self.wide_ends, strict=True)) if self.wide else _NARROW)


def _within(places: Sequence[int], start: int, end: int) -> list[int]:
    return [place - start for place in places[bisect_left(places, start) : bisect_left(places, end)]]


def _start(span: Span) -> int:
    return span.start


def _end(span: Span) -> int:
    return span.end


def merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, overlapping ones joined, empty ones left out."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif span.start < span.end:
            out.append(span)
    return out
