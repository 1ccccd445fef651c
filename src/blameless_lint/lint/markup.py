"""Which ranges of a block stand between marks of markup: emphasis, code, links, tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.text.document import Block
    from blameless_lint.text.source import Source

_MARK = expression(
    r"(?P<run>\*+|_+|~~|`+)|(?P<open>!?\[(?!\^))|(?P<close>\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?)"
    r"|(?P<tag></?[A-Za-z][^>]*>)|(?P<angle>[<>])|(?P<blank>\s+|(?<=\s)>+(?=\s)|\\)|(?P<odd>\[\^[^\]\s]*\]|<!--.*?-->|.)"
)
_BEFORE = expression(r"[*_~`\[!<]+\Z")
_AFTER = expression(r"(?:[*_~`>]|\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?)+")
_LOOK = 400


@dataclass(frozen=True, slots=True)
class Unit:
    """The range [start, end) of a block's text between marks, and the range of the source with them."""

    start: int
    end: int
    source_start: int
    source_end: int
    mark: str

    @property
    def is_code(self) -> bool:
        """Return whether the range is code."""
        return self.mark == "`"

    @property
    def is_emphasis(self) -> bool:
        """Return whether the marks only lend weight, so that they may go with the words between them."""
        return self.mark in "*_~"


@dataclass(frozen=True, slots=True)
class Markup:
    """The marked ranges of a block, and the places in its text where something stands that is no part of it."""

    units: tuple[Unit, ...]
    odd: frozenset[int]


@dataclass(slots=True)
class _Open:
    mark: str
    count: int
    place: int
    source_end: int


def markup(block: Block, source: Source) -> Markup:
    """Return the markup of a block, read from what its characters leave out of the source."""
    found: list[Unit] = []
    odd: set[int] = set()
    stack: list[_Open] = []
    for place, at, hidden in _hidden(block, source.text):
        for mark in _MARK.finditer(hidden):
            start = at + mark.start()
            if mark["odd"]:
                odd.add(place)
            elif mark["blank"] is None:
                found.extend(_read(mark.group(), _Here(place, start), stack))
    return Markup(tuple(unit for unit in found if unit.start < unit.end), frozenset(odd))


def _hidden(block: Block, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what the source holds between characters as (place in the block's text, offset, hidden text)."""
    first = block.starts[0]
    before = _BEFORE.search(text[max(0, first - _LOOK) : first])
    if before:
        yield 0, first - len(before.group()), before.group()
    for place in range(1, len(block.text)):
        if block.ends[place - 1] < block.starts[place]:
            yield place, block.ends[place - 1], text[block.ends[place - 1] : block.starts[place]]
    last = block.ends[-1]
    after = _AFTER.match(text, last)
    if after:
        yield len(block.text), last, after.group()


@dataclass(frozen=True, slots=True)
class _Here:
    place: int
    offset: int


def _read(mark: str, here: _Here, stack: list[_Open]) -> Iterator[Unit]:
    """Open or close what a mark stands for."""
    kind = _kind(mark)
    if kind in "*_~`":
        yield from _run(mark, here, stack)
    elif mark.startswith(("[", "![", "<")) and not mark.startswith("</"):
        stack.append(_Open(kind, len(mark), here.place, here.offset + len(mark)))
    elif stack and stack[-1].mark == kind:
        opened = stack.pop()
        end = here.offset + len(mark)
        yield Unit(opened.place, here.place, opened.source_end - opened.count, end, kind)


def _run(mark: str, here: _Here, stack: list[_Open]) -> Iterator[Unit]:
    """Close with a run of marks what of its kind is open, and open something with the rest."""
    left, offset = len(mark), here.offset
    while left and stack and stack[-1].mark == mark[0] and stack[-1].place < here.place:
        opened = stack[-1]
        used = min(left, opened.count)
        offset, left = offset + used, left - used
        yield Unit(opened.place, here.place, opened.source_end - used, offset, mark[0])
        opened.count, opened.source_end = opened.count - used, opened.source_end - used
        if not opened.count:
            stack.pop()
    if left:
        stack.append(_Open(mark[0], left, here.place, offset + left))


def _kind(mark: str) -> str:
    if mark[0] in "[!]":
        return "["
    if mark in "<>":
        return "<"
    return mark.strip("</>").split()[0].lower() + ">" if mark[0] == "<" else mark[0]
