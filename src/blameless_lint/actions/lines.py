"""Lists that no reader took for one: lines of a paragraph that begin with “•”, “a)”, “(1)”, “A1.” or “TODO”."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from blameless_lint.text.document import Block, BlockKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_MARK = expression(
    r"(?<!\S)(?:(?:[•·▪◦●‣→–—☐☑☒□■✓✔✅❌⬜🔲-]|\d️?⃣|:(?:one|two|three|four|five|six|seven|eight|nine|keycap_ten):"
    r"|\[[ xX]?\]|\d{1,2}\.\d{1,2}\.?|\(?\d{1,2}\)|\(?[a-z]\)|\(?[ivx]{1,4}\)|[a-z]\.|[A-Z]{1,3}-?\d{1,2}[.):]"
    r"|(?:(?:19|20)\d\d[-/]\d{1,3} )?[A-Z]{1,4}-?\d{1,2}(?=[ \t]+[A-Z@*?])|AP(?=[ \t]+[^\d\s:][^:\n]{0,40}:))"
    r"[ \t]+(?=\S)|(?=(?:TODO|FIXME|ACTION)\b|CAPA \d))"
)
_NUMBER = expression(
    r"(?!D[1-8]\b)(?:\(?\d{1,2}\)|\(?[a-z]\)|\(?[ivx]{1,4}\)|(?:(?:19|20)\d\d[-/]\d{1,3} )?[A-Z]{1,4}-?\d{1,2}[.):]?"
    r"|(?:19|20)\d\d[-/]\d{1,3}(?:-\d{1,2})?(?=[ \t]+[A-Z])|\d{1,2}\.\d{1,2}\.?(?=[ \t]+[A-Z])"
    r"|[☐☑☒□■⬜🔲]|\[[ xX]?\])(?: [–—-])?[ \t]+(?=\S)"
)
"""What numbers a paragraph that is an item of a list: “(a)”, “R2”, “3.1”, “☐”."""
_FEWEST = 2
"""Lines with a mark that make a list."""


def items(block: Block, source: str) -> tuple[Block, ...]:
    """Return the items of a paragraph whose lines are marked as those of a list, or nothing where it is running text.

    A line without a mark goes on with the item above it; before the first mark a line that ends with a colon may stand.
    """
    if block.kind is not BlockKind.PARAGRAPH:
        return ()
    marks = [mark for mark in _MARK.finditer(block.text) if _begins_line(block, mark.start(), source)]
    if len(marks) < _FEWEST:
        return ()
    before = block.text[: marks[0].start()].strip()
    if before and not before.endswith(":"):
        return ()
    ends = [mark.start() for mark in marks[1:]] + [len(block.text)]
    return tuple(part(block, mark.end(), end) for mark, end in zip(marks, ends, strict=True))


def cut(blocks: Iterable[Block], source: str) -> Iterator[Block]:
    """Yield blocks with the lines of what goes on with an item as items of their own, where they are marked so."""
    for block in blocks:
        yield from (items(block, source) if block.item is not None else ()) or (block,)


def numbered(block: Block) -> Block | None:
    """Return the item that a whole paragraph is behind its number, or None: “(a) …”, “R2 …”."""
    if block.kind is not BlockKind.PARAGRAPH or block.cell is not None:
        return None
    number = _NUMBER.match(block.text)
    return part(block, number.end(), len(block.text)) if number is not None else None


def sole(block: Block, source: str) -> Block | None:
    """Return the item that a paragraph could be which is a single short line in a text without headings, or None."""
    if block.kind is not BlockKind.PARAGRAPH or block.cell is not None or not block.text:
        return None
    if block.section.level or block.item is not None or "\n" in source[block.starts[0] : block.ends[-1]]:
        return None
    brief = len(block.text.split()) <= _SHORT and not _SENTENCES.search(block.text)
    return part(block, 0, len(block.text)) if brief else None


_SENTENCES = expression(r"[a-z)][.!?] +[A-Z]")
"""Where a second sentence begins."""
_SHORT = 30
"""Words of a line that can be an item of a list without marks."""
_LED = expression(
    r"(?:@[\w.-]+(?:[ \t]*(?:→|⇒|=>|->|:|[–—-] )|(?=[ \t]+[a-z]))"
    r"|(?P<name>[^\W\d_][^:→⇒\n.;]{0,40}?)[ \t]*(?:→|⇒|=>|->|:|[–—-] ))"
    r"[ \t]*(?=\S)"
)


def led(block: Block, source: str, is_one: Callable[[str], bool]) -> tuple[Block, ...]:
    """Return the lines of a paragraph as items where each begins with who is to do it: “Ana → …”, “@bo …”."""
    begins = starts(block, source)
    if len(begins) > 1 and block.text[: begins[1]].rstrip().endswith(":"):
        begins = begins[1:]
    found = [_LED.match(block.text, start) for start in begins]
    if len(begins) < _FEWEST or not all(match and (not match["name"] or is_one(match["name"])) for match in found):
        return ()
    ends = [*begins[1:], len(block.text)]
    return tuple(part(block, start, end) for start, end in zip(begins, ends, strict=True))


_ARROW = expression(r"(?<!\S)(?:→|⇒|➔|➜|⟶|=>|->|-->)[ \t]+(?=\S)")


def drawn(block: Block, source: str) -> tuple[Block, ...]:
    """Return the lines of a paragraph that begin with an arrow, each as an item; a line without one ends it."""
    if block.kind is not BlockKind.PARAGRAPH:
        return ()
    marks = [mark for mark in _ARROW.finditer(block.text) if _begins_line(block, mark.start(), source)]
    ends = [*(mark.start() for mark in marks[1:]), len(block.text)][: len(marks)]
    return tuple(
        replace(part(block, mark.end(), _line_end(block, mark.end(), end)), quoted=False)
        for mark, end in zip(marks, ends, strict=True)
    )


def _line_end(block: Block, start: int, end: int) -> int:
    """Return where what an arrow draws out ends: where a line is ended on purpose, or with the text."""
    place = block.text.find("\n", start, end)
    return place if place >= 0 else end


def starts(block: Block, source: str) -> list[int]:
    """Return where the lines of a block begin that the source has."""
    if not block.text or "\n" not in source[block.starts[0] : block.ends[-1]]:
        return [0]
    return [0, *(end.end() for end in _SPACE.finditer(block.text) if _begins_line(block, end.end(), source))]


_SPACE = expression(r"\s+(?=\S)")


def _begins_line(block: Block, start: int, source: str) -> bool:
    """Return whether a place in a block begins a line of the source; the reader makes a space of the end of a line."""
    return start == 0 or "\n" in source[block.starts[start - 1] : block.starts[start]]


def part(block: Block, start: int, end: int) -> Block:
    """Return the item that a range of a block's text is; it carries the block's index, section and offsets."""
    end = start + len(block.text[start:end].rstrip())
    opaque = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in block.opaque
        if span.start < end and span.end > start
    )
    return replace(
        block,
        kind=BlockKind.ITEM,
        text=block.text[start:end],
        starts=block.starts[start:end],
        ends=block.ends[start:end],
        opaque=opaque,
    )


def paragraph(block: Block, start: int, end: int) -> Block:
    """Return the paragraph that a range of a block's text is."""
    return replace(part(block, start, end), kind=block.kind)
