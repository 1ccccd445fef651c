"""The entries of a timeline: when, as minutes of a day and as a date where it is written, and what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from blameless_lint.actions import when
from blameless_lint.text.document import Block, BlockKind, Document, SectionKind
from blameless_lint.text.source import Span

_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?![\d.])\s?(?P<h"
    r"alf>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\s*_~≈(\[]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a timeline: the time's range in the source, minutes after midnight, its date if written, its text."""

    block: Block
    span: Span
    minutes: int
    day: date | None
    text: str
    group: int


def entries(document: Document) -> tuple[Entry, ...]:
    """Return the entries of all timeline sections that begin with a time of day, in the order of the document."""
    return tuple(_entries(document))


def _entries(document: Document) -> Iterator[Entry]:
    day: date | None = None
    for block in document.blocks:
        if block.section.kind is not SectionKind.TIMELINE:
            continue
        if block.kind is BlockKind.HEADING or (not _CLOCK.search(block.text[:40]) and len(block.text) < 40):
            time = when.read(block.text, when.Calendar(day))
            day = date.fromisoformat(time.date) if time and time.date and time.kind == "absolute" else day
            continue
        if block.cell is not None and (block.cell.is_header or block.cell.column > 1):
            continue
        match = _CLOCK.search(block.text[:48])
        if match is None or len(block.text[: match.start()].split()) > 4:
            continue
        time = when.read(block.text[: match.end()], when.Calendar(day))
        if time is not None and time.date and time.kind == "absolute":
            day = date.fromisoformat(time.date)
        text = _row_text(document, block) if block.cell is not None else block.text[match.end() :]
        span = block.to_source(Span(match.start(), match.start() + len(match.group().rstrip())))
        yield Entry(block, span, _minutes(match), day, text.strip(" -–—:|*"), id(block.section))


def _minutes(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return hour * 60 + int(match["minute"])


def _row_text(document: Document, block: Block) -> str:
    cell = block.cell
    return " ".join(
        other.text
        for other in document.blocks[block.index + 1 : block.index + 8]
        if cell and other.cell and (other.cell.table, other.cell.row) == (cell.table, cell.row)
    )


def minutes_between(first: Entry, second: Entry) -> int:
    """Return the minutes from one entry to the next; without dates, a fall of more than 12 hours is the next day."""
    if first.day and second.day:
        start = datetime.combine(first.day, datetime.min.time()) + timedelta(minutes=first.minutes)
        end = datetime.combine(second.day, datetime.min.time()) + timedelta(minutes=second.minutes)
        gap = int((end - start).total_seconds() // 60)
        if not (gap < -720 and first.day == second.day):
            return gap
    gap = second.minutes - first.minutes
    return gap + 1440 if gap < -720 else gap
