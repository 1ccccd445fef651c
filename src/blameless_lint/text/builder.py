"""Collects the blocks, sections and comments of a document as a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from blameless_lint.text.document import Block, BlockKind, Cell, Comment, Document, Item, Section, SectionKind
from blameless_lint.text.flow import Flow
from blameless_lint.text.sections import kind_of
from blameless_lint.text.source import Source, Span

LABEL_LEVEL = 7
"""The level of a section that a bold or colon-ended line opens: below every heading."""

_OPENING = Section(SectionKind.OTHER, SectionKind.OTHER, "", 0, Span(0, 0))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its list item, its table cell, and whether it is someone else's words."""

    quoted: bool = False
    item: Item | None = None
    cell: Cell | None = None


@dataclass(eq=False)
class Builder:
    """A document under construction."""

    source: Source
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [_OPENING])
    comments: list[Comment] = field(default_factory=list)
    front_matter: str = ""

    def add(self, flow: Flow, kind: BlockKind, place: Place, speaker: Span | None = None) -> None:
        """Append a block, unless its text is empty."""
        flow = flow.piece(0, flow.size)
        if not flow.size:
            return
        starts, ends = flow.offsets()
        self.blocks.append(
            Block(
                len(self.blocks), kind, self.sections[-1], flow.text, starts, ends, merged(flow.opaque),
                place.quoted, speaker, place.item, place.cell,
            )
        )  # fmt: skip

    def open(self, flow: Flow, level: int) -> None:
        """Open a section with a heading's flow."""
        flow = flow.piece(0, flow.size)
        if not flow.size:
            return
        starts, ends = flow.offsets()
        parent: Section | None = self.sections[-1]
        while parent is not None and parent.level >= level:
            parent = parent.parent
        title = flow.text
        own = kind_of(title)
        kind = own or (parent.kind if parent is not None else SectionKind.OTHER)
        section = Section(kind, own or SectionKind.OTHER, title, level, Span(starts[0], ends[-1]), parent)
        self.sections.append(section)

    def document(self) -> Document:
        """Return the finished document."""
        comments = tuple(sorted(self.comments, key=lambda comment: comment.span))
        return Document(self.source, tuple(self.blocks), tuple(self.sections), comments, self.front_matter)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping ones joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif span.start < span.end:
            out.append(span)
    return tuple(out)
