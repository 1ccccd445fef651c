"""Action items as a table: text, Markdown, CSV, JSON, and the columns that Jira's and GitHub's importers take."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.text.source import Source

Found = Sequence[tuple["Source", "ActionItem"]]
TRAITS = ("specific", "measurable", "achievable", "relevant", "time_bound")
COLUMNS = (
    "path",
    "line",
    "action",
    "owner",
    "due",
    "due_date",
    "ticket",
    "priority",
    "status",
    "type",
    *TRAITS,
    "vague",
)
_TITLE = 80
_LABELS = {
    "prevent": "prevention",
    "detect": "detection",
    "mitigate": "mitigation",
    "respond": "response",
    "people": "people",
    "process": "process",
    "investigate": "investigation",
}


def record(source: Source, item: ActionItem) -> dict[str, object]:
    """Return an item's fields by the names of the columns."""
    return {
        "path": source.path,
        "line": source.position(item.span.start).line,
        "action": " ".join(item.task_text.split()),
        **{name: getattr(item, name) for name in COLUMNS[3:]},
    }


def text(found: Found) -> str:
    """Return the items as lines for people: place, SMART letters, what, who, by when, reference."""
    lines = []
    for source, item in found:
        place = source.position(item.span.start)
        fields = (item.owner or "no owner", item.due or "no date", item.ticket or "no ticket", item.status or "")
        words = " ".join(item.task_text.split())
        lines.append(f"{source.path}:{place.line}:{place.column} {marks(item)} {words}")
        lines.append(f"    {' · '.join(field for field in fields if field)}")
    count = len(found)
    lines.append(f"{count} action item{'' if count == 1 else 's'}, {sum(is_smart(item) for _, item in found)} SMART")
    return "\n".join(lines) + "\n"


def marks(item: ActionItem) -> str:
    """Return the letters SMART, a full stop for each trait that is missing; a question mark where it is not known."""
    values = (item.specific, item.measurable, item.achievable, item.relevant, item.time_bound)
    return "".join(
        "?" if value is None else letter if value else "." for letter, value in zip("SMART", values, strict=True)
    )


def is_smart(item: ActionItem) -> bool:
    """Return whether an item has an owner and all traits that can be judged."""
    return item.owner is not None and "." not in marks(item)


def markdown(found: Found) -> str:
    """Return the items as a Markdown table."""
    rows = ["| Action | Owner | Due | Ticket | Status | SMART |", "| --- | --- | --- | --- | --- | --- |"]
    for _, item in found:
        cells = (item.task_text, item.owner, item.due, item.ticket, item.status, marks(item))
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _cell(value: str | None) -> str:
    return " ".join((value or "").split()).replace("|", "\\|")


def as_json(found: Found) -> str:
    """Return the items as a JSON list, with their reasons and the cause that each comes nearest to."""
    items = [
        record(source, item) | {"reasons": item.reasons, "cause": item.cause.text if item.cause else None}
        for source, item in found
    ]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_csv(found: Found) -> str:
    """Return the items as comma-separated values with all columns."""
    rows = [[_plain(record(source, item)[name]) for name in COLUMNS] for source, item in found]
    return _csv(COLUMNS, rows)


def jira(found: Found) -> str:
    """Return comma-separated values with the columns that Jira's importer maps by name."""
    header = ("Summary", "Description", "Assignee", "Due Date", "Priority", "Issue Type", "Labels")
    rows = [
        [
            _title(item),
            f"{item.text}\n\nFrom {source.path}, line {source.position(item.span.start).line}",
            (item.owner or "").lstrip("@"),
            item.due_date or "",
            item.priority or "",
            "Task",
            f"postmortem {_LABELS.get(item.type, item.type).replace(' ', '-')}",
        ]
        for source, item in found
        if not item.is_settled
    ]
    return _csv(header, rows)


def github(found: Found) -> str:
    """Return comma-separated values with the columns that issue importers for GitHub take."""
    header = ("title", "body", "assignees", "labels", "milestone")
    rows = [
        [
            _title(item),
            f"{item.text}\n\nFrom {source.path}, line {source.position(item.span.start).line}",
            item.owner.lstrip("@") if item.owner and item.owner.startswith("@") else "",
            f"postmortem,{_LABELS.get(item.type, item.type)}",
            item.due or "",
        ]
        for source, item in found
        if not item.is_settled
    ]
    return _csv(header, rows)


def coverage(found: Found, causes: Sequence[tuple[str, str]]) -> str:
    """Return which items address which causes, given as (path, text): an x where an item comes nearest to a cause."""
    lines = []
    for path, cause in causes:
        hits = [item for source, item in found if source.path == path and item.cause and item.cause.text == cause]
        lines.append(f"{'x' if hits else ' '} {path}: {' '.join(cause.split())[:100]}")
        lines.extend(f"      ← {' '.join(item.task_text.split())[:96]}" for item in hits)
    loose = [item for _, item in found if item.relevant is False]
    if loose:
        lines.append("Items that come near no cause:")
        lines.extend(f"      {' '.join(item.task_text.split())[:96]}" for item in loose)
    return "\n".join(lines) + "\n"


def _title(item: ActionItem) -> str:
    words = " ".join(item.task_text.split())
    return words if len(words) <= _TITLE else words[: _TITLE - 1] + "…"


def _plain(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


def _csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return comma-separated values; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(
            [f"'{cell}" if isinstance(cell, str) and cell and cell[0] in "=+-@\t\r" else cell for cell in row]
        )
    return out.getvalue()


FORMATS: dict[str, Callable[[Found], str]] = {
    "text": text,
    "markdown": markdown,
    "csv": as_csv,
    "json": as_json,
    "jira": jira,
    "github": github,
}
