"""Collects the blocks, sections and comments of a document as a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blameless_lint.text.document import Block, BlockKind, Comment, Document, Section, SectionKind
from blameless_lint.text.draft import Draft, Place
from blameless_lint.text.expression import expression
from blameless_lint.text.likeness import likely_kind
from blameless_lint.text.sections import kind_of, names_kind
from blameless_lint.text.settle import settled
from blameless_lint.text.source import Source, Span
from blameless_lint.text.transcripts import mark

if TYPE_CHECKING:
    from blameless_lint.text.flow import Flow

_LONG_TITLE = 5
_TITLE_WORD = expression(
    r"\b(?:report|review|analysis|post-?mortem|retro\w*|incident|outage|rca|pir|learning)\b", re.IGNORECASE
)

LABEL_LEVEL = 7
"""The level of a section that a bold or colon-ended line opens: below every heading."""

_OPENING = Section(SectionKind.OTHER, SectionKind.OTHER, "", 0, Span(0, 0))


@dataclass(eq=False)
class Builder:
    """A document under construction."""

    source: Source
    drafts: list[Draft] = field(default_factory=list)
    sections: list[Section] = field(default_factory=lambda: [_OPENING])
    comments: list[Comment] = field(default_factory=list)
    front_matter: str = ""

    def add(self, flow: Flow, kind: BlockKind, place: Place) -> None:
        """Append a block, unless its text is empty."""
        flow = flow.piece(0, flow.size)
        if flow.size:
            self.drafts.append(Draft(flow, kind, self.sections[-1], place))

    def open(self, flow: Flow, level: int) -> None:
        """Open a section with a heading's flow."""
        flow = flow.piece(0, flow.size)
        if not flow.size:
            return
        starts, ends = flow.offsets()
        parent: Section | None = self.sections[-1]
        while parent is not None and parent.level >= level:
            parent = parent.parent
        own = None if self._is_title(flow.text, level) else kind_of(flow.text)
        if own is None and len(self.sections) > 1 and level < LABEL_LEVEL and (parent is None or not _names(parent)):
            own = likely_kind(flow.text)
        kind = own or (parent.kind if parent is not None else SectionKind.OTHER)
        span = Span(starts[0], ends[-1])
        self.sections.append(Section(kind, own or SectionKind.OTHER, flow.text, level, span, parent))

    def _is_title(self, text: str, level: int) -> bool:
        """Return whether a heading is the document's title: the first, and more than the name of a kind of section."""
        if len(self.sections) > 1 or level >= LABEL_LEVEL or names_kind(text):
            return False
        return text.count(" ") >= _LONG_TITLE or (level == 1 and bool(_TITLE_WORD.search(text)))

    def document(self) -> Document:
        """Return the finished document."""
        held: dict[int, list[str]] = {}
        for draft in self.drafts:
            if draft.kind is not BlockKind.HEADING:
                held.setdefault(id(draft.section), []).append(draft.flow.text)
        sections = settled(self.sections, held)
        drafts = mark(self.drafts)
        self.drafts.clear()
        blocks = tuple(_block(i, draft, sections[id(draft.section)]) for i, draft in enumerate(_emptied(drafts)))
        comments = tuple(sorted(self.comments, key=lambda comment: comment.span))
        return Document(self.source, blocks, tuple(sections.values()), comments, self.front_matter)


def _emptied(drafts: list[Draft]) -> Iterator[Draft]:
    """Yield the drafts and let each go, so that a large file's are not held beside all of its blocks."""
    drafts.reverse()
    while drafts:
        yield drafts.pop()


def _names(section: Section) -> bool:
    """Return whether a section is of a kind that those below it share."""
    return section.kind is not SectionKind.OTHER


def _block(index: int, draft: Draft, section: Section) -> Block:
    starts, ends = draft.flow.offsets()
    place = draft.place
    return Block(
        index=index,
        kind=draft.kind,
        section=section,
        text=draft.flow.text,
        starts=starts,
        ends=ends,
        opaque=tuple(draft.flow.opaque),
        quoted=place.quoted,
        speaker=draft.speaker,
        item=place.item,
        cell=place.cell,
    )
