"""The doors of this floor: what is behind one is imported when a document has something for it.

A rule asks here at import time, and for everything else of this floor inside its functions: most of a quiet file's time
went into importing what reads tasks that it does not have.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from blameless_lint.text.document import Block, BlockKind, Document, Section, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.actions.timeline import Entry
    from blameless_lint.language.tagged import Tagger

_TOLD = expression(
    r"\b(?:will|going|plans?|intends?|future|todo|fixme|action|follow-?ups?|agreed|propos\w+|recommend\w*)\b|[’']ll\b|\bwe\s(?:should|need|have|must)\b|\|",
    re.IGNORECASE,
)
"""What every task in running text has, unless a heading or a label above it announces tasks."""
_TITLE = 40
"""Characters of a line that could head a list of tasks in a text without headings."""
_LABELLED = expression(r"[A-Z][\w()/ -]{3,40}?:\s")


@lru_cache(maxsize=8)
def action_items(document: Document, tagger: Tagger | None = None) -> tuple[ActionItem, ...]:
    """Return the action items of a document, in order; the answer for a document is kept."""
    if not could_hold_tasks(document):
        return ()
    from blameless_lint.actions.releases import is_release_log

    if is_release_log(document):
        return ()
    from blameless_lint.actions.items import find

    return find(document, tagger)


def timeline(document: Document) -> tuple[Entry, ...]:
    """Return the entries of all timeline sections that begin with a time of day, in the order of the document."""
    if not any(section.kind is SectionKind.TIMELINE for section in document.sections):
        return ()
    from blameless_lint.actions.timeline import entries

    return entries(document)


def could_hold_tasks(document: Document) -> bool:
    """Return whether a document could state a task: it has a list, a table, or words that tell or announce one."""
    return any(map(_is_telling, document.blocks)) or any(map(_is_headed, document.sections))


def _is_telling(block: Block) -> bool:
    if block.item is not None or block.cell is not None or block.kind is BlockKind.ITEM:
        return True
    if _TOLD.search(block.text) or (block.kind is BlockKind.PARAGRAPH and _LABELLED.match(block.text) is not None):
        return True
    if block.section.level or len(block.text) > _TITLE:
        return False
    from blameless_lint.actions.titles import names_tasks

    return names_tasks(block.text)


def _is_headed(section: Section) -> bool:
    if section.kind in (SectionKind.ACTIONS, SectionKind.LESSONS):
        return True
    from blameless_lint.actions.announced import announces

    return section.level > 0 and announces(section.title)
