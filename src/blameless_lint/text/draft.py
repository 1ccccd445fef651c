"""A block before it is finished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blameless_lint.text.document import BlockKind, Cell, Item, Section
    from blameless_lint.text.flow import Flow
    from blameless_lint.text.source import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its list item, its table cell, and whether it is someone else's words."""

    quoted: bool = False
    item: Item | None = None
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """What becomes a block: its flow, trimmed, and where it stands."""

    flow: Flow
    kind: BlockKind
    section: Section
    place: Place
    speaker: Span | None = None
