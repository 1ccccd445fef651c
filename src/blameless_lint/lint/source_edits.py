"""From a draft over the plain text of a sentence to edits of the source: only the words that change, markup kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Edit
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from blameless_lint.language.reading import ParsedSentence
    from blameless_lint.rewrite.draft import Draft
    from blameless_lint.text.source import Source

WORD = re.compile(r"\w+|\s+|[^\w\s]")


def edits(parsed: ParsedSentence, draft: Draft, source: Source) -> tuple[Edit, ...]:
    """Return the edits that a draft means for the source, or none where they would break markup."""
    changes = list(_changes(parsed.doc.text[draft.start : draft.end], draft.text))
    found: list[Edit] = []
    for start, end, text in changes:
        place = _place(parsed, draft.start + start, draft.start + end, source)
        if place is None:
            return ()
        found.append(Edit(place, _with_code(text, parsed, source)))
    return tuple(found)


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield what changes as (start, end, text) over the old text, word by word; changes one space apart are one."""
    before, after = WORD.findall(old), WORD.findall(new)
    offsets = [0]
    for word in before:
        offsets.append(offsets[-1] + len(word))
    held: tuple[int, int, str] | None = None
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            between = "".join(before[i1:i2])
            if held is not None and between.isspace():
                held = (held[0], offsets[i2], held[2] + between)
                continue
            if held is not None:
                yield held
                held = None
            continue
        text = "".join(after[j1:j2])
        held = (held[0], offsets[i2], held[2] + text) if held is not None else (offsets[i1], offsets[i2], text)
    if held is not None:
        yield held


def _place(parsed: ParsedSentence, start: int, end: int, source: Source) -> Span | None:
    """Return the range of the source of characters of the doc's text, or None where markup lies in or around it."""
    sentence = parsed.sentence
    block, first = sentence.block, sentence.start + parsed.shift
    if start == end:
        at = block.ends[first + start - 1] if start else block.starts[first]
        return Span(at, at)
    span = block.to_source(Span(first + start, first + end))
    plain = source.excerpt(span).replace("\r\n", " ").replace("\n", " ")
    if plain == block.text[first + start : first + end] and not _is_wrapped(span, source):
        return span
    return _unwrapped(span, parsed, source)


def _is_wrapped(span: Span, source: Source) -> bool:
    """Return whether the range stands alone between marks that would be left empty."""
    before, after = source.text[max(0, span.start - 1) : span.start], source.text[span.end : span.end + 1]
    return before in {"`", "*", "_", "["} and after in {"`", "*", "_", "]"}


def _unwrapped(span: Span, parsed: ParsedSentence, source: Source) -> Span | None:
    """Return the range with whole code spans in it, their backticks included; None where other markup is concerned."""
    text = source.text
    start, end = span.start, span.end
    while start > 0 and text[start - 1] == "`" and _opens(parsed, span.start):
        start -= 1
    while end < len(text) and text[end] == "`" and _closes(parsed, span.end):
        end += 1
    inside = re.sub(r"(`+)([^`]*)\1", r"\2", text[start:end])
    return Span(start, end) if inside == _plain(parsed, span) else None


def _opens(parsed: ParsedSentence, offset: int) -> bool:
    return any(parsed.sentence.block.starts[code.start] == offset for code in parsed.sentence.block.opaque)


def _closes(parsed: ParsedSentence, offset: int) -> bool:
    return any(parsed.sentence.block.ends[code.end - 1] == offset for code in parsed.sentence.block.opaque)


def _plain(parsed: ParsedSentence, span: Span) -> str:
    block = parsed.sentence.block
    return "".join(
        letter for letter, start in zip(block.text, block.starts, strict=False) if span.start <= start < span.end
    )


def _with_code(text: str, parsed: ParsedSentence, source: Source) -> str:
    """Return a replacement in which code that moved has its backticks again."""
    block = parsed.sentence.block
    for code in parsed.sentence.opaque:
        words = parsed.sentence.text[code.start : code.end]
        place = block.to_source(Span(parsed.sentence.start + code.start, parsed.sentence.start + code.end))
        if source.text[max(0, place.start - 1) : place.start] == "`" and words in text:
            text = text.replace(words, f"`{words}`")
    return text
