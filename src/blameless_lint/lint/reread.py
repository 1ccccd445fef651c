"""Reads a block again after edits: what it then says decides whether the edits are offered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from blameless_lint.text.document import BlockKind
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span

if TYPE_CHECKING:
    from blameless_lint.rules.rule import Edit
    from blameless_lint.text.document import Block, Document


def reads_as(text: str, block: Block, source: Source, edits: Sequence[Edit]) -> bool:
    """Return whether a block has this text once edits are made, while its code and all other blocks stay the same."""
    scope = _scope(block, source)
    if scope is not None:
        head, lines = scope
        part = head + source.excerpt(lines)
        shift = len(head) - lines.start
        before = read(Source(source.path, part))
        place = _place(before, block, shift)
        if place is not None:
            return _holds(text, before, place, read(Source(source.path, _applied(part, edits, shift))))
    whole = _whole(source.path, source.text)
    place = _place(whole, block, 0)
    return place is not None and _holds(text, whole, place, read(Source(source.path, _applied(source.text, edits, 0))))


def said_by(edits: Sequence[Edit], document: Document) -> tuple[Block, str] | None:
    """Return the one block that edits change, and the text that they mean it to have; None where it is not one."""
    first, last = min(edits, key=lambda edit: edit.span).span, max(edits, key=lambda edit: edit.span).span
    place = bisect_right(document.blocks, first.start, key=lambda block: block.span.start) - 1
    block = document.blocks[max(place, 0)]
    if first.start < block.span.start or block.span.end < last.end:
        return None
    text = block.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start, end = (bisect_left(block.starts, offset) for offset in (edit.span.start, edit.span.end))
        text = text[:start] + edit.replacement + text[end:]
    return block, text


def _scope(block: Block, source: Source) -> tuple[str, Span] | None:
    """Return what to put before the lines of a block so that they are read alone as they are in the file."""
    first = source.position(block.span.start).line
    last = source.position(block.span.end - 1).line
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text)
    head = ""
    if block.cell is not None:
        if block.cell.is_header:
            return None
        columns = block.cell.column + 1
        head = "|" + " h |" * columns + "\n|" + " --- |" * columns + "\n"
    return head, Span(source.line_starts[first - 1], end)


def _place(document: Document, block: Block, shift: int) -> int | None:
    """Return the index of the block that is this one, its offsets moved by a shift."""
    for place, other in enumerate(document.blocks):
        if other.text == block.text and other.starts[0] == block.starts[0] + shift and other.kind is block.kind:
            return place
    return None


def _holds(text: str, before: Document, place: int, after: Document) -> bool:
    if len(before.blocks) != len(after.blocks) or len(before.comments) != len(after.comments):
        return False
    for index, (old, new) in enumerate(zip(before.blocks, after.blocks, strict=True)):
        expected = text if index == place else old.text
        if new.text != expected or _shape(new) != _shape(old) or sorted(_opaque(new)) != sorted(_opaque(old)):
            return False
    return True


def _shape(block: Block) -> tuple[BlockKind, bool, int, bool | None, int, int]:
    item, cell = block.item, block.cell
    return (
        block.kind,
        block.quoted,
        item.depth if item else -1,
        item.checked if item else None,
        cell.row if cell else -1,
        cell.column if cell else -1,
    )


def _opaque(block: Block) -> list[str]:
    return [block.text[span.start : span.end] for span in block.opaque]


@lru_cache(maxsize=2)
def _whole(path: str, text: str) -> Document:
    return read(Source(path, text))


def _applied(text: str, edits: Sequence[Edit], shift: int) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start + shift], edit.replacement)
        at = edit.span.end + shift
    return "".join(parts) + text[at:]
