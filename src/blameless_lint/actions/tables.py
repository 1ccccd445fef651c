"""Tables of actions: what their columns hold, whether they list tasks, and the cells of each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from blameless_lint.actions import naming, tickets, when
from blameless_lint.actions.cells import (
    holds_tasks,
    is_deadline,
    is_somebody,
    left_over,
    names_tasks,
    role_by_shape,
    task_by_shape,
)
from blameless_lint.actions.columns import ROLE, ROLES, WORDS, names_column
from blameless_lint.actions.moods import is_imperative
from blameless_lint.text.document import Block, Cell
from blameless_lint.text.expression import expression

_NOT_TASKS = expression(
    r"\b(?:time|utc|cest|cet|event|cause|factor|finding|why|metric|region|service|impact|before|after|version"
    r"|question|answer|observation|role|evidence|hypothesis|count|duration)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """A row of a table of actions: its task cell, all of its cells in order, and its cells by what they hold."""

    task: Block
    cells: tuple[Block, ...]
    fields: dict[str, Block]


def cell(block: Block) -> Cell:
    """Return where a cell stands; raises ValueError for a block that is no cell."""
    if block.cell is None:
        raise ValueError(block.text)
    return block.cell


def rows(table: Sequence[Block], *, expected: bool) -> tuple[Row, ...]:
    """Return the rows of a table that list actions; `expected` says that the table stands where actions are listed."""
    header = [block for block in table if cell(block).is_header]
    if expected and sum(names_column(block.text) for block in header) < _PAIR and _looks_like_fields(header):
        header = []  # the first row of a table without a header
    roles = _roles(header)
    body: dict[int, list[Block]] = {}
    for block in table:
        if not cell(block).is_header or not header:
            body.setdefault(cell(block).row, []).append(block)
    if _is_transposed(body, header):
        return _transposed([list(header), *body.values()])
    if not _lists_tasks(roles, header, body, expected=expected):
        return ()
    roles |= _by_shape(roles, header, body) if header and expected else {}
    found = [_row(cells, roles) for cells in body.values()]
    return tuple(row for row in found if row)


def _names_field(block: Block) -> bool:
    return len(block.text.split()) <= WORDS and _NAMES.fullmatch(block.text.strip(" *_:")) is not None


def _roles(header: Sequence[Block]) -> dict[int, str]:
    roles: dict[int, str] = {}
    for block in header:
        for name in ("number", "status", "priority", "type", "owner", "due", "ticket", "task"):
            if ROLE[name].fullmatch(block.text.strip(" *_:")) and (name == "task" or name not in roles.values()):
                roles[cell(block).column] = name
                break
    roles |= _whose(header, roles)
    sure = {cell(block).column for block in header if names_tasks(block.text)}
    if sure:
        roles = {column: role for column, role in roles.items() if role != "task" or column in sure}
    if "task" not in roles.values() and header:
        free = [cell(block).column for block in header if cell(block).column not in roles]
        if free:
            roles[free[0]] = "task"
    return roles


def _whose(header: Sequence[Block], roles: dict[int, str]) -> dict[int, str]:
    """Return the columns of a header in which “By” asks for whom, since another column says by when."""
    if "owner" in roles.values():
        return {}
    titles = {cell(block).column: block.text.strip(" *_:").lower() for block in header}
    by = [column for column, title in titles.items() if title == "by"]
    dates = [column for column, title in titles.items() if title != "by" and ROLE["due"].fullmatch(title)]
    return {by[0]: "owner", dates[0]: "due"} if len(by) == 1 and dates else {}


def _lists_tasks(
    roles: dict[int, str], header: Sequence[Block], body: dict[int, list[Block]], *, expected: bool
) -> bool:
    names = set(roles.values())
    if holds_tasks([block.text for block in header]):
        return True
    titles = " ".join(block.text for block in header)
    fields = len(names & {"owner", "due", "ticket", "status", "priority"})
    if not header or not any(block.text.strip() for block in header):
        return expected or sum(_looks_like_fields(cells) for cells in body.values()) * 2 >= max(1, len(body)) > 1
    if (
        re.search(r"\b(?:time|utc|event|cause|factor|finding|why)\b", titles, re.IGNORECASE)
        and fields < 2
        and not expected
    ):
        return False
    if expected:
        return fields >= 1 or ("task" in names and not _NOT_TASKS.search(titles))
    explicit = any(
        re.search(
            r"\b(?:action|task|to-?do|measure|follow-?up|recommendation|remediation|improvement)s?\b",
            block.text,
            re.IGNORECASE,
        )
        for block in header
    )
    if fields == 1 and "owner" in names and len(header) == _PAIR and not _NOT_TASKS.search(titles):
        return _are_tasks(roles, body)
    return (explicit and fields >= 1) or ("owner" in names and fields >= 2 and not _NOT_TASKS.search(titles))


_PAIR = 2
"""Columns of a table that says nothing but who does what."""


def _are_tasks(roles: dict[int, str], body: dict[int, list[Block]]) -> bool:
    """Return whether most cells beside the owners begin with what to do: “Ana | ask the vendor”."""
    told = [block.text for cells in body.values() for block in cells if roles.get(cell(block).column) == "task"]
    return sum(map(is_imperative, told)) * 2 >= max(2, len(told))


def _looks_like_fields(cells: Sequence[Block]) -> bool:
    texts = [block.text for block in cells[1:]]
    return any(tickets.is_reference(text) or (when.read(text) is not None) for text in texts) and any(
        naming.is_name(text) for text in texts
    )


def _by_shape(roles: dict[int, str], header: Sequence[Block], body: dict[int, list[Block]]) -> dict[int, str]:
    """Return what columns hold whose titles do not say so, by most of their cells: people at work, or deadlines."""
    found: dict[int, str] = {}
    for block in header:
        column = cell(block).column
        if column in roles or _OTHERS.search(block.text):
            continue
        texts = [other.text.strip() for cells in body.values() for other in cells if cell(other).column == column]
        texts = [text for text in texts if re.search(r"\w", text)]
        for role, fits in (("due", is_deadline), ("owner", is_somebody)):
            if texts and role not in (*roles.values(), *found.values()) and sum(map(fits, texts)) * 2 > len(texts):
                found[column] = role
                break
    return found


_OTHERS = expression(
    r"\b(?:time|utc|event|cause|factor|finding|why|metric|region|service|impact|version|found|opened|created|reported"
    r"|started?|since|reviewer|approver|reporter|author|note|comment|component|system|affected|done)\w*\b",
    re.IGNORECASE,
)
"""Titles of columns that hold days and people which are no deadline and no owner."""


def _is_transposed(body: dict[int, list[Block]], header: Sequence[Block]) -> bool:
    """Return whether the first column, not the first row, names the fields."""
    first = [min(cells, key=lambda block: cell(block).column) for cells in body.values()]
    names = [block for block in header if cell(block).column == 0] + first
    named = {
        name
        for block in names
        for name in ("owner", "due", "ticket", "task", "status")
        if cell(block).column == 0 and len(block.text) < 20 and ROLE[name].fullmatch(block.text.strip(" *_:"))
    }
    return "owner" in named and len(named) >= 3


def _transposed(lines: Sequence[Sequence[Block]]) -> tuple[Row, ...]:
    columns: dict[int, dict[str, Block]] = {}
    for cells in filter(None, lines):
        head = min(cells, key=lambda block: cell(block).column)
        role = next(
            (
                name
                for name in ("owner", "due", "ticket", "status", "priority", "type", "task")
                if ROLE[name].fullmatch(head.text.strip(" *_:"))
            ),
            None,
        )
        for block in cells:
            if role and block is not head:
                columns.setdefault(cell(block).column, {})[role] = block
    return tuple(Row(fields["task"], (fields["task"],), fields) for fields in columns.values() if "task" in fields)


def _row(cells: Sequence[Block], roles: dict[int, str]) -> Row | None:
    """Return the row of some cells; the task is the cell of the task's column, or the longest one."""
    fields: dict[str, Block] = {}
    named = [
        block for block in cells if roles.get(cell(block).column) == "task" and re.search(r"[A-Za-z]{2}", block.text)
    ]
    words = [block for block in cells if re.search(r"[A-Za-z]{2}", block.text)]
    if not words:
        return None
    task = max(named or words, key=lambda block: len(block.text)) if roles else task_by_shape(words)
    for block in cells:
        role = roles.get(cell(block).column) or ("" if roles else role_by_shape(block, task, fields))
        free = role not in fields or (role == "due" and naming.is_no_one(fields[role].text))
        if role and free and block is not task:
            fields[role] = block
    if not roles and "owner" not in fields:
        left = left_over(cells, task, fields)
        fields |= {"owner": left} if left is not None else {}
    if not roles and sum(map(_names_field, cells)) >= _HEADED:
        return None
    if len(task.text.strip("[]_ .…")) < 3 or re.fullmatch(
        r"[-–—.…\s\[\]]*|<[^>]*>|TBD|n/?a", task.text.strip(), re.IGNORECASE
    ):
        return None
    return Row(task, tuple(cells), fields)


_HEADED = 3
"""Names of fields that make of a row the header of a table that has none."""
_NAMES = expression(
    "|".join(ROLES[name] for name in ("owner", "due", "ticket", "status", "priority", "task")), re.IGNORECASE
)
