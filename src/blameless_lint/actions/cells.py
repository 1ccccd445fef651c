"""What the cells of a row under no header hold, by their shape and their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blameless_lint.actions import naming, status, tickets, when
from blameless_lint.actions.asked import is_sure
from blameless_lint.actions.loose import is_loose
from blameless_lint.actions.moods import is_imperative
from blameless_lint.text.document import Block
from blameless_lint.text.expression import expression

_SHORT = 26
"""Characters below which a cell with a date in it is a deadline."""


def _column(block: Block) -> int:
    return block.cell.column if block.cell is not None else 0


def left_over(cells: Sequence[Block], task: Block, fields: dict[str, Block]) -> Block | None:
    """Return the only cell under no header that is nothing else and may name whoever does it: “Ingest”."""
    if not fields:
        return None
    free = [block for block in cells if block is not task and block not in fields.values() and block.text.strip()]
    named = [
        block for block in free if _MAY_NAME.fullmatch(block.text.strip()) and not _field_by_shape(block.text.strip())
    ]
    return named[0] if len(named) == 1 and not naming.is_common(named[0].text) else None


def task_by_shape(words: Sequence[Block]) -> Block:
    """Return the cell under no header that says what to do: one that begins with a verb, or the longest of no field."""
    free = [block for block in words if len(block.text) >= _SHORT or not _field_by_shape(block.text.strip())]
    return max(
        free or words, key=lambda block: (is_imperative(block.text) and not naming.is_team(block.text), len(block.text))
    )


def _field_by_shape(text: str) -> str:
    """Return what a text is by its shape alone: a number, a reference, a state, a priority, a kind or a deadline."""
    if re.fullmatch(r"(?![QHS]\d|FY|W\d\d|[CK]W)[A-Z]{0,3}-?\d{1,3}\.?", text):
        return "number"
    if tickets.is_reference(text):
        return "ticket"
    if status.is_state(text):
        return "status"
    if re.fullmatch(r"v\d+\.\d+(?:\.\d+)?", text):
        return "due"
    if status.priority(text) or text in ("H", "M", "L"):
        return "priority"
    if status.type_cell(text):
        return "type"
    found = when.read(text)
    dated = found is not None and (len(found.text) * 2 >= len(text) or (found.date and len(text) < _SHORT))
    return "due" if dated or (_LED.match(text) and len(text.split()) <= _EVENT) else ""


def is_deadline(text: str) -> bool:
    """Return whether a cell is one of a deadline by its shape."""
    return _field_by_shape(text.rstrip(" ?")) == "due"


def is_somebody(text: str) -> bool:
    """Return whether a cell names people at work by its words alone: a given name, a handle, a team, a role."""
    plain = re.sub(r"\s*\([^)]*\)|\s+[+&/,]\s*.*|,.*|\s*\?$", "", text)
    return bool(plain) and (naming.is_team(plain) or is_sure(plain, frozenset()))


def role_by_shape(block: Block, task: Block, fields: dict[str, Block]) -> str:
    """Return what a cell under no header holds, by its shape."""
    text = block.text.strip()
    if block is task or not text:
        return ""
    shape = _field_by_shape(text)
    if shape:
        return shape
    beside = _column(block) == _column(task) + 1
    plain = re.sub(r"\s*\([^)]*\)|\s+[–-]\s+.*", "", text)
    named = (
        naming.is_name(text)
        or naming.is_name(plain)
        or (beside and is_loose(plain, sure=True))
        or (naming.is_no_one(text) and (beside or re.search(r"[A-Za-z?]", text) is not None))
    )
    if "owner" not in fields and (named or (beside and (naming.is_team(plain) or _LOGIN.fullmatch(plain)))):
        return "owner"
    behind = "owner" in fields and _column(block) == _column(fields["owner"]) + 1
    return "due" if behind and len(text.split()) <= _EVENT and not text.endswith("?") else ""


_MAY_NAME = expression(rf"{naming.UPPER}[\w’'&-]*(?: [\w’'&-]+){{0,3}}")
_LOGIN = expression(r"[a-z]+[._][a-z]+\d?")
_LED = expression(
    r"(?:by|before|until|till|ahead of|next|end of|mid|early|late|during|when|once|after|with the)\b", re.IGNORECASE
)
_EVENT = 5
"""Words that an event has at most that stands for a deadline in a cell of its own."""


def holds_tasks(titles: Sequence[str]) -> bool:
    """Return whether a column of this name holds tasks whatever stands beside it, unless the table is a log."""
    return any(map(names_tasks, titles)) and not any(map(_TIMED.search, titles))


def names_tasks(title: str) -> bool:
    """Return whether a column of this name holds tasks and nothing else."""
    return _STRONG.fullmatch(title.strip(" *_:")) is not None


_STRONG = expression(
    r"counter-?measures?|(?:corrective|preventive|preventative|recommended|agreed|planned|proposed|follow-?up|remedial)"
    r" (?:actions?|measures?|steps?)|recommendations?|action items?|remed(?:y|ies)|improvements?"
    r"|follow[- ]?ups?|next steps?",
    re.IGNORECASE,
)
_TIMED = expression(r"\b(?:time|utc|cest|cet|event)\b", re.IGNORECASE)
