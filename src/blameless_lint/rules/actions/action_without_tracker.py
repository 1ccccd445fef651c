"""A follow-up task has no reference to a tracker, where other tasks of the same list have one.

A task that lives in the document alone is not planned, not counted and not found again when the document is closed.

Instead, open a ticket and put its key or link beside the task.

Source: Google SRE Workbook, Postmortem Culture: action items are tracked like other bugs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="action-without-tracker",
    severity="info",
    examples=[
        Example(
            "- Add a limit of 5 retries to the mailer (Dana, OPS-31)\n- Move the volume to its own disk (Lee, 4 May)",
            ["Move the volume to its own disk (Lee, 4 May)"],
            section="Action items",
        ),
        Example(
            "| Action | Owner | Ticket |\n| --- | --- | --- |\n| Compare both stock lists | Priya | STK-7 |\n| Label "
            "both cables | Lee | |",
            ["Label both cables"],
            section="Action items",
        ),
        Example(
            "- [ ] Split the nightly job in two #12\n- [ ] Pin the image to a digest",
            ["Pin the image to a digest"],
            section="Action items",
        ),
        Example(
            "- Reject files over 30 MB at upload, see https://github.com/acme/shop/issues/4\n- Rename the two jobs "
            "(Lee)",
            ["Rename the two jobs (Lee)"],
            section="Action items",
        ),
        Example(
            "- Add a limit of 5 retries to the mailer (Dana, OPS-31)\n- Move the volume to its own disk (Lee, OPS-32)",
            section="Action items",
        ),
        Example(
            "- Add a limit of 5 retries to the mailer (Dana)\n- Move the volume to its own disk (Lee)",
            section="Action items",
        ),
        Example("- [ ] Split the nightly job in two #12\n- [x] Pin the image to a digest", section="Action items"),
        Example("- Add a limit of 5 retries to the mailer (Dana)", section="Action items"),
        Example(
            "| Action | Owner | Ticket |\n| --- | --- | --- |\n| Compare both stock lists | Priya | STK-7 |",
            section="Action items",
        ),
        Example("See OPS-31 for the log of the incident.", section="Evidence"),
    ],
)
def action_without_tracker(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    items = tuple(open_items(reading))
    if not any(item.ticket for item in items):
        return
    for item in items:
        if item.ticket is None:
            yield flag(
                item,
                f"{quoted(item.task_text)} has no ticket, unlike others here.",
                ask("Under which ticket is it tracked? ([ticket])"),
            )
