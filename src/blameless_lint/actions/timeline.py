"""The entries of a timeline: when, as minutes of a day and as a date where it is written, and what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from blameless_lint.actions import when
from blameless_lint.actions.calendar import WEEKDAY, weekday_number
from blameless_lint.text.document import Block, BlockKind, Document, SectionKind
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_CLOCK = expression(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?![\d.])"
    r"\s?(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_WEEKDAY = expression(rf"\b{WEEKDAY}", re.IGNORECASE)
_SOME_DAY = date(2000, 1, 3)
"""A Monday to count weekdays and days of a month from, where the document names no year."""
_NOT_OF_INCIDENT = expression(
    r"\W*(?:last[ _-])?(?:reviewed|updated|published|modified|created|posted|review|version)", re.IGNORECASE
)
_LETTER_HEAD = expression(r"^(?:Date|Sent): |\b(?:From|To): .*\b(?:Date|Sent): ", re.DOTALL)
_NAMED_BY_DAY = expression(r"(?<!\d)(20\d\d-\d\d-\d\d)-(?=[A-Z]\b)")
_LEAD = 48
_FIRST, _LONG = 60, 20_000
"""How many blocks, and how many characters, are looked through for a date."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a timeline: the time's range in the source, minutes after midnight, its day, its text.

    `day` is where the entry stands among the others; `dated` says that the entry itself writes its date, and `known`
    that the year is the document's own.
    """

    block: Block
    span: Span
    minutes: int
    day: date
    dated: bool
    known: bool
    text: str
    group: int


@lru_cache(maxsize=2)
def entries(document: Document, today: date | None = None) -> tuple[Entry, ...]:
    """Return the entries of all timeline sections that begin with a time of day, in the order of the document."""
    if not any(block.section.kind is SectionKind.TIMELINE for block in document.blocks):
        return ()
    return tuple(_entries(document, today or first_date(document)))


@lru_cache(maxsize=8)
def first_date(document: Document) -> date | None:
    """Return the first date outside the action items; one without a year takes it from a date that has one."""
    texts = [line for line in document.front_matter.splitlines() if not _NOT_OF_INCIDENT.match(line)]
    texts += [block.text for block in document.blocks if block.section.kind is not SectionKind.ACTIONS][:_FIRST]
    texts = [_NAMED_BY_DAY.sub(r"\1 ", text) for text in texts if not _LETTER_HEAD.search(text)]
    for text in texts:
        if (found := _absolute(text, None)) is not None:
            return found
    parts = document.source.text[:_LONG].split("\n\n")
    base = next((found for part in parts if (found := _absolute(part, None)) is not None), None)
    return next((found for text in texts if (found := _absolute(text, base)) is not None), base) if base else None


@lru_cache(maxsize=8)
def earliest_date(document: Document) -> date | None:
    """Return the earliest full date that a document gives outside its action items, or None."""
    texts = [block.text for block in document.blocks if block.section.kind is not SectionKind.ACTIONS]
    dated = (text for text in [document.front_matter, *texts] if when.holds_date(text))
    found = (time for text in dated for time in when.find(text))
    return min((date.fromisoformat(time.date) for time in found if time.kind == "absolute" and time.date), default=None)


def _absolute(text: str, base: date | None) -> date | None:
    """Return the first absolute date of a text, counted from a date where it has no year, or None."""
    if not when.holds_date(text):
        return None
    for time in when.find(text, when.Calendar(base)):
        if time.kind == "absolute" and time.date:
            return date.fromisoformat(time.date)
    return None


def _entries(document: Document, today: date | None) -> Iterator[Entry]:
    day, known = today or _SOME_DAY, today is not None
    for block in document.blocks:
        if block.section.kind is not SectionKind.TIMELINE or (block.cell and block.cell.is_header):
            continue
        match = _CLOCK.search(block.text[:_LEAD])
        if block.kind is BlockKind.HEADING or (match is None and len(block.text) < _LEAD):
            day = _day(block.text, day) or day
            continue
        if match is None or len(block.text[: match.start()].split()) > 5 or (block.cell and block.cell.column > 1):
            continue
        own = _day(block.text[: match.end()], day)
        day = own or day
        text = _row_text(document, block) if block.cell is not None else block.text[match.end() :]
        span = block.to_source(Span(match.start(), match.start() + len(match.group().rstrip())))
        yield Entry(block, span, _minutes(match), day, own is not None, known, text.strip(" -–—:|*"), id(block.section))


def _day(text: str, day: date) -> date | None:
    """Return the date or the weekday that a text gives, counted from a day, or None."""
    time = when.read(text, when.Calendar(day)) if when.holds_date(text) else None
    if time is not None and time.date and time.kind == "absolute":
        return date.fromisoformat(time.date)
    weekday = _WEEKDAY.search(text)
    if weekday is not None and weekday.start() < 4:
        return day + timedelta(days=(weekday_number(weekday.group()) - day.weekday()) % 7)
    return None


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
    gap = (second.day - first.day).days * 1440 + second.minutes - first.minutes
    return gap + 1440 if gap < -720 and not second.dated else gap
