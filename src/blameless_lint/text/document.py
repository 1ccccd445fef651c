"""What the readers make of a file: blocks, sentences and sections, every character knowing where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from blameless_lint.text.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class SectionKind(StrEnum):
    """What a section of a post-mortem is about."""

    SUMMARY = "summary"
    IMPACT = "impact"
    TIMELINE = "timeline"
    DETECTION = "detection"
    CAUSES = "causes"
    RESOLUTION = "resolution"
    LESSONS = "lessons"
    ACTIONS = "actions"
    PARTICIPANTS = "participants"
    EVIDENCE = "evidence"
    OTHER = "other"


class BlockKind(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it opens: `span` is the heading's, `title` its plain text.

    Level 0 is the text before any heading, 7 a section that a bold line, a line with a colon at its end, or a summary
    of HTML's details opens.
    `own` is the kind that the heading itself names; `kind` is the own kind or, where it names none, the parent's.
    """

    kind: SectionKind
    own: SectionKind
    title: str
    level: int
    span: Span
    parent: Section | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Where a list item stands: `depth` from 0, `ordered`, `checked` for task lists, `marker` in the source."""

    depth: int
    ordered: bool
    checked: bool | None
    marker: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: `table`, `row` and `column` from 0; `header` is its column's heading."""

    table: int
    row: int
    column: int
    header: str
    is_header: bool


@dataclass(frozen=True, eq=False, slots=True)
class Block:
    """A run of prose with one layout role.

    `text` is plain: markup is gone, soft line breaks are spaces, code spans keep their content. A line feed stands
    where a line was ended on purpose (a hard break, `<br>`, a line that begins with a bold label); no sentence holds
    one.
    `starts[i]` and `ends[i]` are the offsets in the source of `text[i]`.
    `opaque` are the ranges of `text` that are never judged: code, URLs, HTML, footnote marks.
    `quoted` says that someone else's words are given: a block quote or a chat transcript.
    `speaker` is the range of `text` that names who speaks, in a transcript.
    """

    index: int
    kind: BlockKind
    section: Section
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    opaque: tuple[Span, ...] = ()
    quoted: bool = False
    speaker: Span | None = None
    item: Item | None = None
    cell: Cell | None = None

    @property
    def span(self) -> Span:
        """Return the range of the source from the first to the last character."""
        return Span(self.starts[0], self.ends[-1]) if self.text else Span(0, 0)

    def to_source(self, span: Span) -> Span:
        """Return the range of the source that a range of this block's text came from."""
        return Span(self.starts[span.start], self.ends[span.end - 1])


@dataclass(frozen=True, eq=False, slots=True)
class Sentence:
    """A sentence of a block: the trimmed range [start, end) of its text; `index` counts through the document."""

    index: int
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the plain text."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Return the range of the source."""
        return self.to_source(Span(0, self.end - self.start))

    @property
    def opaque(self) -> tuple[Span, ...]:
        """Return the ranges of this sentence's text that are never judged."""
        return tuple(
            Span(max(span.start, self.start) - self.start, min(span.end, self.end) - self.start)
            for span in self.block.opaque
            if span.start < self.end and self.start < span.end
        )

    def to_source(self, span: Span) -> Span:
        """Return the range of the source that a range of this sentence's text came from."""
        return self.block.to_source(Span(self.start + span.start, self.start + span.end))


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: `span` with its marks, `text` between them."""

    span: Span
    text: str


@dataclass(frozen=True, eq=False)
class Document:
    """A file as its reader understood it."""

    source: Source
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    comments: tuple[Comment, ...] = ()
    front_matter: str = field(default="", repr=False)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of all blocks, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        from blameless_lint.text.sentences import split

        index = 0
        for block in self.blocks:
            for span in split(block.text, opaque=block.opaque):
                yield Sentence(index, block, span.start, span.end)
                index += 1
