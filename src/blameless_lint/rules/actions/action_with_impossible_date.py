"""A deadline is no day of the calendar, or lies before the incident.

A wrong date is read as none: reminders do not fire, and the list looks as if nobody had read it again.

Instead, write the day as year-month-day, and after the day of the incident.

Source: ISO 8601 for the notation; the calendar for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading
    from blameless_lint.text.document import Document

EARLIER = timedelta(days=1)
_ASK = ask("Which day is meant?")


@rule(
    family="action",
    category="action-with-impossible-date",
    severity="warning",
    examples=[
        Example(
            "- Add a limit of 5 retries to the mailer (Dana, 31 February 2026)",
            ["31 February 2026"],
            section="Action items",
        ),
        Example("- Move the volume to its own disk by 2026-13-01 (Lee)", ["2026-13-01"], section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Compare both stock lists | Priya | 31/04/2026 |",
            ["31/04/2026"],
            section="Action items",
        ),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Compare both stock lists | Priya | Q5 |",
            ["Q5"],
            section="Action items",
        ),
        Example("- Add a limit of 5 retries to the mailer (Dana, 28 February 2026)", section="Action items"),
        Example("- Move the volume to its own disk by 2026-12-01 (Lee)", section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Compare both stock lists | Priya | 30/04/2026 |",
            section="Action items",
        ),
        Example("- Handle 29 February in the billing job; test with 2028-02-29 (Lee, 4 May)", section="Action items"),
        Example("- Add a limit of 5 retries to the mailer (Dana, next sprint)", section="Action items"),
        Example("- [x] Move the volume to its own disk by 2026-13-01 (Lee)", section="Action items"),
        Example("The job parsed 2026-13-01 as a date.", section="Timeline"),
    ],
)
def action_with_impossible_date(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a deadline is no day of the calendar, or lies before the incident."""
    for item in open_items(reading):
        if item.due_kind == "impossible":
            yield flag(item, f"{quoted(item.due or '')} is no day of the calendar.", _ASK, span=item.due_span)
            continue
        started = _started(reading.document) if item.due_date and item.due_kind == "absolute" else None
        if started and item.due_date and date.fromisoformat(item.due_date) < started - EARLIER:
            message = (
                f"{quoted(item.due or '')} lies before the incident: the first date here is {started.isoformat()}."
            )
            yield flag(item, message, _ASK, span=item.due_span)


def _started(document: Document) -> date | None:
    """Return the first day that a document gives outside its tasks."""
    from blameless_lint.actions.timeline import earliest_date

    return earliest_date(document)
