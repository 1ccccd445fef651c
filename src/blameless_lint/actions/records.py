"""Tasks written as forms: lines of a paragraph or an item that give one field each: “Action: …”, “Who: …”, “By: …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from blameless_lint.actions import lines
from blameless_lint.actions.columns import role_of
from blameless_lint.text.document import Block, BlockKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_LABEL = expression(
    r"\W*(?!(?:TODO|FIXME)\b)(?P<label>[^\W\d_][^:=|.,;!?\n]{0,30}?\.?)\s*[:=]\s*(?P<value>\S.*)?$", re.DOTALL
)
_WORDS = 4
"""Words of a label."""
_TASK = expression(
    r"(?:corrective |preventive |follow-?up |agreed |next )?"
    r"(?:actions?(?: item| point)?|tasks?|to-?do|measure|capa|what|follow-?up|recommendation|improvement|remedy|step"
    r"|description|commitment|thing|job|do)(?:\(s\))?(?: (?:no\.? ?|nr\.? ?|#)?[\w.-]{0,4}\d[\w.-]{0,4})?",
    re.IGNORECASE,
)
_FIELDS = frozenset(("owner", "due", "ticket", "status", "priority", "type"))


@dataclass(frozen=True, eq=False, slots=True)
class Record:
    """A form: the block of all its lines, the part that says what to do, and the values by what they hold."""

    whole: Block
    task: Block
    fields: dict[str, Block]
    named: bool
    """Whether a label says that it is a task."""


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    role: str
    value: Span | None


def records(block: Block, source: str) -> tuple[Record, ...]:
    """Return the forms that the lines of a block are, in order, or nothing where it is running text."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or not ({":", "="} & {*block.text}):
        return ()
    found = list(_lines(block, source))
    told = [line.role for line in found if line.role and line.role != "other"]
    if len({*told} - {"task"}) < _FEWEST - ("task" in told) or not {"owner", "due"} & {*told}:
        return ()
    return tuple(record for group in _groups(found) if (record := _record(block, group)) is not None)


_FEWEST = 2
"""Fields that make a form; one is enough beside a line that is labelled as the task."""


def _lines(block: Block, source: str) -> Iterator[_Line]:
    """Yield the lines of a block; one without a label goes on with the one above it."""
    last: _Line | None = None
    for span in _cut(block, source):
        this = _line(block.text[span.start : span.end].rstrip(), span.start)
        if last is not None and not this.role and (last.value is not None or not last.role):
            value = Span(last.value.start, this.span.end) if last.value is not None else None
            last = _Line(Span(last.span.start, this.span.end), last.role, value)
            continue
        if last is not None:
            yield last
        last = this
    if last is not None:
        yield last


def _cut(block: Block, source: str) -> Iterator[Span]:
    cuts = [*lines.starts(block, source), len(block.text)]
    yield from (Span(start, end) for start, end in pairwise(cuts) if block.text[start:end].strip())


def _line(text: str, start: int) -> _Line:
    match = _LABEL.fullmatch(text)
    role = _role(match["label"].strip(" *_")) if match is not None else ""
    if match is None or not role:
        return _Line(Span(start, start + len(text)), "", None)
    value = Span(start + match.start("value"), start + match.end("value")) if match["value"] else None
    return _Line(Span(start, start + len(text)), role, value)


def _role(label: str) -> str:
    """Return what a line with this label holds: a field, “other” for a label of something else, or nothing."""
    if len(label.split()) > _WORDS or _TELLS.search(label):
        return ""
    if _TASK.fullmatch(label):
        return "task"
    special = next((role for role, pattern in _MORE.items() if pattern.fullmatch(label)), "")
    role = special or role_of(label)
    return role if role in _FIELDS else "other" if label[:1].isupper() and len(label.split()) < _WORDS else ""


_TELLS = expression(r"\b(?:is|was|were|saw|had|did|affected|found|reported|noticed|wrote|detected)\b", re.IGNORECASE)
_MORE = {
    "due": expression(
        r"(?:effective|in force|valid|live|starting|starts?)(?: from| by| on)?|(?:finished|done|complete[d]?|ready"
        r"|implement(?:ed|ation)|delivery|deliver(?:ed)?|fixed|end)(?: by| date)?|until when|for when|by which date",
        re.IGNORECASE,
    ),
    "ticket": expression(r".{1,12}\b(?:no|nr|number|id|ref|key)\b\.?|reference|record", re.IGNORECASE),
}
"""Labels of a form that no column has."""


def _groups(found: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines of each form: one ends where the label comes again with which the first began."""
    first = next(line.role for line in found if line.role not in ("", "other"))
    group: list[_Line] = []
    for line in found:
        if line.role == first and any(other.role == first for other in group):
            yield group
            group = []
        group.append(line)
    yield group


def _record(block: Block, group: Sequence[_Line]) -> Record | None:
    """Return the form that some lines are; what to do is the value of its label, or the first line without one."""
    named = next((line for line in group if line.role == "task" and line.value is not None), None)
    plain = next((line for line in group if not line.role and line.span.end > line.span.start), None)
    task = named.value if named is not None else plain.span if plain is not None and group[0] is plain else None
    if task is None or not re.search(r"[^\W\d_]{2}", block.text[task.start : task.end]):
        return None
    fields: dict[str, Block] = {}
    for line in group:
        if line.role not in ("", "task", "other", *fields) and line.value is not None:
            fields[line.role] = lines.part(block, line.value.start, line.value.end)
    start = next(line.span.start for line in group if line.role) if named is not None else group[0].span.start
    whole = lines.part(block, start, group[-1].span.end)
    told = named is not None and not _LOOSE.match(block.text[named.span.start : named.span.end])
    return Record(whole, lines.part(block, task.start, task.end), fields, told)


_LOOSE = expression(r"\W*(?:what|description|thing|step|job)\b", re.IGNORECASE)
"""Labels of a task in a list of tasks, and elsewhere of what happened."""
