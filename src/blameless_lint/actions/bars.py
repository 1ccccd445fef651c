"""Tables that are drawn with bars and that no reader took for one: no line of dashes, or a tracker's own markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from blameless_lint.text.document import Block, BlockKind, Cell
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_LINE = expression(r"[^\n]+")
_FEWEST = 2
"""Lines and cells that make a table."""


def table(block: Block) -> tuple[Block, ...]:
    """Return the cells of a paragraph whose lines are rows between bars, or nothing where it is running text.

    The first row is the header; the cells carry the block's index, section and offsets.
    """
    lines = list(_LINE.finditer(block.text))
    barred = [line for line in lines if line.group().lstrip().startswith("|") and line.group().count("|") > _FEWEST]
    if block.kind is not BlockKind.PARAGRAPH or len(barred) < _FEWEST or len(barred) < len(lines):
        return ()
    titles: dict[int, str] = {}
    cells: list[Block] = []
    for row, line in enumerate(lines):
        for column, (start, end) in enumerate(_cells(line.group())):
            text = block.text[line.start() + start : line.start() + end]
            titles.setdefault(column, text) if row == 0 else None
            place = Cell(block.index, row, column, titles.get(column, ""), is_header=row == 0)
            cells.append(_part(block, Span(line.start() + start, line.start() + end), place))
    return tuple(cell for cell in cells if cell.text)


def _cells(line: str) -> Iterator[tuple[int, int]]:
    """Yield the trimmed range of each cell, empty ones too; doubled bars stand around a tracker's headings."""
    bar = r"\|\|" if line.lstrip().startswith("||") else r"\|"
    marks = list(re.finditer(bar, line))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        start, end = mark.end(), following.start() if following else len(line)
        text = line[start:end]
        if following is None and not text.strip():
            continue
        start += len(text) - len(text.lstrip())
        yield start, max(start, start + len(text.strip()))


def _part(block: Block, span: Span, place: Cell) -> Block:
    """Return a range of a block as a cell."""
    return replace(
        block,
        kind=BlockKind.CELL,
        text=block.text[span.start : span.end],
        starts=block.starts[span.start : span.end],
        ends=block.ends[span.start : span.end],
        opaque=(),
        cell=place,
    )
