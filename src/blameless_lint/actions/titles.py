"""Titles of texts without headings: a short line by itself, or a numbered one: “Measures”, “4. Agreed”."""

from __future__ import annotations

import re

from blameless_lint.language.words import load
from blameless_lint.text.document import Block, BlockKind
from blameless_lint.text.expression import expression

_LONGEST = 5
"""Words of a title."""
_TASKS = load("action_titles")
_ASKS_WHAT = expression(
    r"(?:what|how) (?:we|i)(?:[’']ll| will| are going to| are changing| want to| plan to| do\b(?! not|n[’']t))(?: .*)?"
    r"|what (?:comes|happens|is|changes|now|next|will change|will happen)(?: next| now)?"
    r"|(?:we|i)(?:[’']ll| will| want to| are going to) (?:do|change|try)(?: now| next| differently)?"
    r"|who (?:does|will do|takes|is doing|has) what(?:,? (?:and )?(?:by )?when)?",
    re.IGNORECASE,
)
_AROUND = expression(
    r"^(?:so|and|now|right|ok(?:ay)?|then)\b[,:]? (?=\w)|(?: \([^()]{0,60}\))?[\s:.–—-]*$", re.IGNORECASE
)
"""What may stand before and behind the words of a title: “So, next steps (after the call) –”."""
_TELLS = expression(
    r"\b(?:was|were|is|are|had|has|have|did|does|will|can|could|should|must|may|no one|nobody|\w{2,}ed)\b",
    re.IGNORECASE,
)
"""Words of a line that tells something and is no title."""


def plain_title(block: Block, following: Block | None) -> str | None:
    """Return the title that a block is in a text without headings, or None."""
    if block.section.level or block.cell is not None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return None
    if block.item is not None and (not is_numbered(block) or following is None or following.item is not None):
        return None
    title = block.text.strip()
    if names_tasks(title):
        return _bare(title)
    is_line = 0 < len(title.split()) <= _LONGEST and title[-1] not in ".,;!?"
    return title.rstrip(":") if is_line and not _TELLS.search(title) else None


def is_numbered(block: Block) -> bool:
    """Return whether a block is an item of a numbered list that stands in no other."""
    return block.item is not None and block.item.ordered and not block.item.depth


def names_tasks(line: str) -> bool:
    """Return whether a line by itself heads a list of tasks."""
    bare = _bare(line)
    if not 0 < len(bare.split()) <= _LONGEST or line.rstrip().endswith((",", ";", "!")):
        return False
    if bare.endswith("?"):
        return bare.lower() in ("what now?", "what next?")
    parts = [part.strip() for part in re.split(r"[/&+]| and ", bare.lower())]
    return _ASKS_WHAT.fullmatch(bare) is not None or (
        any(part in _TASKS for part in parts) and all(len(part.split()) <= 2 or part in _TASKS for part in parts)
    )


def _bare(line: str) -> str:
    """Return the words of a title without its number and what may stand around them."""
    return _AROUND.sub("", re.sub(r"^[\d.]+\s+", "", line.strip()))
