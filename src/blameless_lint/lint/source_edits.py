"""From a draft over the plain text of a sentence to edits of the source: only the words that change, markup kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.lint.differences import Change, ways
from blameless_lint.lint.markup import Markup, Unit, markup
from blameless_lint.lint.reread import LONG, reads_as, said_by
from blameless_lint.rules.rule import Edit
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.language.reading import ParsedSentence
    from blameless_lint.rewrite.draft import Draft
    from blameless_lint.text.document import Block, Document
    from blameless_lint.text.source import Source

_SPECIAL = expression(r"([\\`*_<&|~])")


def edits(parsed: ParsedSentence, draft: Draft, source: Source) -> tuple[Edit, ...]:
    """Return the edits that a draft means for the source, or none where they would not give its very words.

    Marks around what stays are kept, code and links move with their marks, and someone else's words are left alone.
    What is returned was read again: the block then has the draft's text, and all its code.
    """
    block = parsed.sentence.block
    base = parsed.sentence.start + parsed.shift
    if block.text[base : base + len(parsed.text)] != parsed.text:
        return ()
    return _block_edits(block, Span(base + draft.start, base + draft.end), draft.text, source)


def mended(given: Sequence[Edit], document: Document) -> tuple[Edit, ...]:
    """Return edits that a rule gave, made anew where they would tear markup, or none where that cannot be."""
    said = said_by(given, document)
    if said is None or said[0].quoted or len(said[0].text) > LONG:
        return ()
    block, text = said
    ordered = tuple(sorted(given, key=lambda edit: edit.span))
    if reads_as(text, block, document.source, ordered):
        return ordered
    return _block_edits(block, Span(0, len(block.text)), text, document.source)


def _block_edits(block: Block, span: Span, said: str, source: Source) -> tuple[Edit, ...]:
    """Return the edits by which a range of a block's text says something else."""
    if block.quoted or len(block.text) > LONG:
        return ()
    expected = block.text[: span.start] + said + block.text[span.end :]
    marks = markup(block, source)
    for words in ways(block.text[span.start : span.end], said, span.start):
        changes = _settled([_slid(change, marks, block) for change in words], marks, block)
        for is_escaped in (False, True):
            found = _edits(changes, marks, _Writer(block, source, is_escaped))
            if found and reads_as(expected, block, source, found):
                return found
    return ()


def _slid(change: Change, marks: Markup, block: Block) -> Change:
    """Return a change that leaves words out with the blank before them instead of the one after, where marks end."""
    start, end = change.start, change.end
    if change.text or start == 0 or not block.text[start - 1].isspace() or block.text[start - 1] != block.text[end - 1]:
        return change
    moved = Change(start - 1, end - 1, "")
    return moved if _is_cut(change, marks) and not _is_cut(moved, marks) else change


def _is_cut(change: Change, marks: Markup) -> bool:
    """Return whether a change reaches over one end of a marked range."""
    return _grown(change, marks) != Span(change.start, change.end)


def _settled(small: Sequence[Change], marks: Markup, block: Block) -> list[Change]:
    """Return changes that lie wholly inside or outside of every marked range, or hold all of it."""
    changes = list(small)
    for _ in range(len(marks.units) + len(small) + 1):
        spans = _joined([_grown(change, marks) for change in changes])
        grown = [Change(span.start, span.end, _text(span, small, block)) for span in spans]
        if grown == changes:
            break
        changes = grown
    return changes


def _grown(change: Change, marks: Markup) -> Span:
    start, end = change.start, change.end
    for unit in marks.units:
        if not ((start < unit.end and unit.start < end) or unit.start < start == end < unit.end):
            continue
        inside = unit.start <= start and end <= unit.end
        if unit.is_code or not (inside or (start <= unit.start and unit.end <= end)):
            start, end = min(start, unit.start), max(end, unit.end)
    return Span(start, end)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return ranges in order, those that meet made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _text(span: Span, changes: Sequence[Change], block: Block) -> str:
    """Return what a range of the block's text becomes by the changes inside it."""
    parts: list[str] = []
    at = span.start
    for change in changes:
        if span.start <= change.start and change.end <= span.end:
            parts += (block.text[at : change.start], change.text)
            at = change.end
    return "".join(parts) + block.text[at : span.end]


def _takes(change: Change, unit: Unit) -> bool:
    """Return whether a change replaces a marked range with its marks."""
    if (change.start, change.end) == (unit.start, unit.end):
        return unit.is_code or not change.text.strip()
    return change.start <= unit.start and unit.end <= change.end and change.start < change.end


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes plain text as the source of a block would have it."""

    block: Block
    source: Source
    is_escaped: bool

    def plain(self, text: str) -> str:
        """Return text in which what could be read as markup is escaped, if it is to be."""
        if self.is_escaped:
            text = _SPECIAL.sub(r"\\\1", text)
        elif self.block.cell is not None:
            text = text.replace("|", "\\|")
        return text

    def marked(self, unit: Unit, words: str) -> str:
        """Return a marked range as the source has it, beginning as `words` do."""
        raw = self.source.text[unit.source_start : unit.source_end]
        first = self.block.starts[unit.start] - unit.source_start
        return raw if raw[first : first + 1] == words[:1] else raw[:first] + words[:1] + raw[first + 1 :]


def _edits(changes: Sequence[Change], marks: Markup, writer: _Writer) -> tuple[Edit, ...]:
    """Return the edits of changes; none where code, a link or what is no text would be lost."""
    if any(change.start < place < change.end for change in changes for place in marks.odd):
        return ()
    taken = [[unit for unit in marks.units if _takes(change, unit)] for change in changes]
    texts = _rewrapped([change.text for change in changes], [unit for units in taken for unit in units], writer)
    if texts is None:
        return ()
    return tuple(
        Edit(_span(change, units, marks, writer.block), text)
        for change, units, text in zip(changes, taken, texts, strict=True)
    )


def _rewrapped(texts: Sequence[str], units: Sequence[Unit], writer: _Writer) -> list[str] | None:
    """Return texts with marks put back around the words that had them; None where code or a link has no place."""
    parts: list[list[tuple[str, bool]]] = [[(text, False)] for text in texts]
    done: list[Unit] = []
    for unit in sorted(units, key=lambda unit: (unit.start - unit.end, unit.source_start)):
        if any(outer.source_start <= unit.source_start and unit.source_end <= outer.source_end for outer in done):
            continue
        if any(_put(part, unit, writer) for part in parts):
            done.append(unit)
        elif not unit.is_emphasis:
            return None
    return ["".join(text if is_raw else writer.plain(text) for text, is_raw in part) for part in parts]


def _put(part: list[tuple[str, bool]], unit: Unit, writer: _Writer) -> bool:
    words = writer.block.text[unit.start : unit.end]
    form = rf"(?<!\w)(?i:{re.escape(words[0])}){re.escape(words[1:])}(?!\w)"
    for index, (text, is_raw) in enumerate(part):
        found = None if is_raw else re.search(form if words[0].isalnum() else re.escape(words), text)
        if found:
            raw = writer.marked(unit, found.group())
            part[index : index + 1] = [(text[: found.start()], False), (raw, True), (text[found.end() :], False)]
            return True
    return False


def _span(change: Change, taken: Sequence[Unit], marks: Markup, block: Block) -> Span:
    """Return the range of the source that a change replaces, with the marks that it takes."""
    if change.start == change.end:
        return _between(change.start, marks, block)
    start = min([block.starts[change.start], *(unit.source_start for unit in taken)])
    return Span(start, max([block.ends[change.end - 1], *(unit.source_end for unit in taken)]))


def _between(place: int, marks: Markup, block: Block) -> Span:
    """Return where something is inserted before a place: behind the marks that close there."""
    if place == 0:
        at = min([block.starts[0], *(unit.source_start for unit in marks.units if unit.start == 0)])
    else:
        at = max([block.ends[place - 1], *(unit.source_end for unit in marks.units if unit.end == place)])
    return Span(at, at)
