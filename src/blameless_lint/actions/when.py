"""Dates and deadlines in text: every notation, where it stands, and the day it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from blameless_lint.text.source import Span

Kind = Literal["absolute", "relative", "period", "milestone", "open", "impossible"]


@dataclass(frozen=True, slots=True)
class When:
    """A time as it is written: `span` in the text, `date` in ISO 8601 or None, and then why there is none."""

    span: Span
    text: str
    kind: Kind
    date: str | None = None
    reason: str = ""

    @property
    def is_deadline(self) -> bool:
        """Return whether work can be held to it."""
        return self.kind not in ("open", "impossible")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are resolved against: the day of the incident, and whether the day comes before the month."""

    today: date | None = None
    day_first: bool | None = None

    def known(self) -> date:
        """Return the day of the incident; raises Unresolved where it is not known."""
        if self.today is None:
            raise Unresolved("the document gives no date to count from")
        return self.today


class Unresolved(Exception):  # noqa: N818
    """A time is understood but no day follows from it; the message says why."""


@dataclass(frozen=True, slots=True)
class Notation:
    """A way to write a time: its kind, its pattern, and how a match becomes a day.

    `clue` is what every text has in which the pattern matches; the clues of all notations are looked for first.
    """

    kind: Kind
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Calendar], date]
    clue: re.Pattern[str] | None = None


@cache
def notations() -> tuple[Notation, ...]:
    """Return all notations; where two match the same words the earlier one wins."""
    from blameless_lint.actions.dates import DATES
    from blameless_lint.actions.deadlines import DEADLINES
    from blameless_lint.actions.milestones import MILESTONES

    return (*DATES, *DEADLINES, *MILESTONES)


@cache
def _clues() -> frozenset[re.Pattern[str]]:
    return frozenset(notation.clue for notation in notations() if notation.clue is not None)


@lru_cache(maxsize=256)
def find(text: str, calendar: Calendar | None = None) -> tuple[When, ...]:
    """Return every date, deadline and milestone of a text, in order, the longest reading of each place."""
    return tuple(_resolved(_hits(text), calendar or Calendar()))


@lru_cache(maxsize=256)
def _hits(text: str) -> tuple[tuple[Notation, re.Match[str]], ...]:
    """Return the notations that match in a text, in the order in which they are tried."""
    missing = {clue for clue in _clues() if not clue.search(text)}
    hits = [
        (match.start(), -match.end(), rank, notation, match)
        for rank, notation in enumerate(notations())
        if notation.clue not in missing
        for match in notation.pattern.finditer(text)
    ]
    dated = [hit[0] for hit in hits if hit[3].kind not in ("milestone", "open")]
    hits = [hit for hit in hits if hit[3].kind != "milestone" or not any(hit[0] < start < -hit[1] for start in dated)]
    hits.sort(key=lambda hit: hit[:3])
    return tuple(hit[3:] for hit in hits)


def holds_date(text: str) -> bool:
    """Return whether a text gives a day by its number; quicker than finding all times."""
    return any(char.isdigit() for char in text) and any(pattern.search(text) for pattern in _dates())


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    return tuple(notation.pattern for notation in notations() if notation.kind == "absolute")


def read(text: str, calendar: Calendar | None = None) -> When | None:
    """Return the first time that a text gives, or None."""
    return next(iter(find(text, calendar)), None)


def _resolved(hits: Iterable[tuple[Notation, re.Match[str]]], calendar: Calendar) -> Iterator[When]:
    end = 0
    for notation, match in hits:
        if match.start() < end:
            continue
        end = match.end()
        span, text = Span(*match.span()), match.group()
        try:
            yield When(span, text, notation.kind, notation.resolve(match, calendar).isoformat())
        except Unresolved as unresolved:
            yield When(span, text, notation.kind, reason=str(unresolved))
        except (ValueError, OverflowError):
            yield When(span, text, "impossible", reason="there is no such day in the calendar")
