"""Reads a block again after edits: what it then says decides whether the edits are offered."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from blameless_lint.text.document import BlockKind
from blameless_lint.text.expression import expression
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span

if TYPE_CHECKING:
    from blameless_lint.rules.rule import Edit
    from blameless_lint.text.document import Block, Document

_DEFINITION = expression(r"^ {0,3}\[(?!\^)(?P<label>[^\]\n]{1,200})\]:[ \t]*\S[^\r\n]*", re.MULTILINE)
LONG = 20_000
"""How many characters are read again at most."""

FAR = 200
"""How many lines before a block are looked at for where its list begins."""


def reads_as(text: str, block: Block, source: Source, edits: Sequence[Edit]) -> bool:
    """Return whether a block has this text once edits are made, while its code and all other blocks stay the same.

    As few lines are read as show the block as it is in the file; where that takes too many, the answer is no.
    """
    for head, lines in _scopes(block, source):
        part = head + source.excerpt(lines)
        part += _definitions(part, source.text) if "]" in part else ""
        shift = len(head) - lines.start
        before = _read(source.path, part)
        place = _place(before, block, shift)
        if place is not None:
            return _holds(text, before, place, read(Source(source.path, _applied(part, edits, shift))))
    return False


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


def _scopes(block: Block, source: Source) -> Iterator[tuple[str, Span]]:
    """Yield what may be read in place of the file: the block's lines, its list or quote, all of a file of some size.

    Before the lines stands what they need before them: a cell needs the head of a table.
    """
    first, last = source.position(block.span.start).line - 1, source.position(block.span.end - 1).line
    own = Span(_line(source, first), _line(source, last))
    if len(own) > LONG:
        return
    if block.cell is None:
        yield "", own
    elif not block.cell.is_header:
        columns = block.cell.column + 1
        yield "|" + " h |" * columns + "\n|" + " --- |" * columns + "\n", own
    for line in range(first, max(first - FAR, -1), -1):
        start = _line(source, line)
        if not source.text[start].isspace() and source.text[start] != "|":
            yield "", Span(start, _line(source, last + 1))
            break
    if len(source.text) <= LONG:
        yield "", Span(0, len(source.text))


def _line(source: Source, number: int) -> int:
    """Return where a line begins, counted from 0, or the end of the text behind the last."""
    return source.line_starts[number] if number < len(source.line_starts) else len(source.text)


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


def _definitions(part: str, text: str) -> str:
    """Return the lines of a text that say where the links of its part can lead."""
    small = part.casefold()
    return "".join(
        f"\n\n{line}" for label, line in _definition_lines(text).items() if all(word in small for word in label.split())
    )


@lru_cache(maxsize=2)
def _definition_lines(text: str) -> Mapping[str, str]:
    """Return the line that defines each label of a text: of several the first, which is the one that counts."""
    lines: dict[str, str] = {}
    for found in _DEFINITION.finditer(text):
        lines.setdefault(" ".join(found["label"].casefold().split()), found.group())
    return lines


@lru_cache(maxsize=4)
def _read(path: str, text: str) -> Document:
    return read(Source(path, text))


def _applied(text: str, edits: Sequence[Edit], shift: int) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start + shift], edit.replacement)
        at = edit.span.end + shift
    return "".join(parts) + text[at:]
