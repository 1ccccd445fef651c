"""A follow-up task has no deadline.

Without a day nobody sees that a task is late, and the next urgent thing goes before it each week.

Instead, give a day, a quarter, a sprint or a release by which it is done.

Source: Doran, There's a S.M.A.R.T. way to write management's goals and objectives (1981); Google SRE Workbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import flag, open_items, quoted, with_prompts

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="action-without-due-date",
    severity="info",
    examples=[
        Example(
            "- Dana adds an alert on queue depth (OPS-12)",
            ["Dana adds an alert on queue depth (OPS-12)"],
            section="Action items",
        ),
        Example(
            "- [ ] Pin the image of the importer to a digest. Owner: Platform",
            ["Pin the image of the importer to a digest. Owner: Platform"],
            section="Action items",
        ),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | Storage team | |",
            ["Move the volume to its own disk"],
            section="Action items",
        ),
        Example(
            "- @lee: reject files over 30 MB at upload",
            ["@lee: reject files over 30 MB at upload"],
            section="Action items",
        ),
        Example("- Dana adds an alert on queue depth by 2026-04-01 (OPS-12)", section="Action items"),
        Example("- Pin the image of the importer to a digest. Owner: Platform. Next sprint.", section="Action items"),
        Example("- [x] Pin the image of the importer to a digest", section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | Storage team | Q3 |",
            section="Action items",
        ),
        Example("- @lee: reject files over 30 MB at upload, in release 4.2", section="Action items"),
        Example("- Dana adds an alert on queue depth as soon as possible", section="Action items"),
        Example("We added an alert at 11:40.", section="Timeline"),
    ],
)
def action_without_due_date(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a follow-up task has no deadline."""
    for item in open_items(reading):
        if item.due is None and item.loose is None and not item.vague:
            yield flag(item, f"{quoted(item.task_text)} has no deadline.", with_prompts(item))
