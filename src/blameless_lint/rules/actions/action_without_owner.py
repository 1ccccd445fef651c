"""A follow-up task names nobody who does it.

A task that belongs to everybody waits for anybody. Lists whose tasks have one name each are closed far more often.

Instead, name one person or one team that does it, beside the task.

Source: Google SRE Workbook, chapter Postmortem Culture: action items have an owner; Atlassian, Incident Management
Handbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import flag, open_items, quoted, with_prompts

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

MANY = 3
"""Tasks from which on a list in which no task has an owner is said once, and not task by task."""


@rule(
    family="action",
    category="action-without-owner",
    severity="warning",
    examples=[
        Example(
            "- Add an alert on queue depth by 2026-04-01 (OPS-12)",
            ["Add an alert on queue depth by 2026-04-01 (OPS-12)"],
            section="Action items",
        ),
        Example(
            "- [ ] Pin the image of the importer to a digest",
            ["Pin the image of the importer to a digest"],
            section="Action items",
        ),
        Example(
            "- Add a limit of 5 retries to the mailer\n- Run the restore drill in May. Owner: Dana",
            ["Add a limit of 5 retries to the mailer"],
            section="Action items",
        ),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | TBD | 2026-05-04 |",
            ["Move the volume to its own disk"],
            section="Action items",
        ),
        Example("- Split the nightly job in two (#31)", ["Split the nightly job in two (#31)"], section="Action items"),
        Example("- Dana adds an alert on queue depth by 2026-04-01 (OPS-12)", section="Action items"),
        Example("- Add an alert on queue depth (owner: Platform team)", section="Action items"),
        Example("- [x] Pin the image of the importer to a digest", section="Action items"),
        Example(
            "| Action | Owner | Due |\n| --- | --- | --- |\n| Move the volume to its own disk | Storage team | "
            "2026-05-04 |",
            section="Action items",
        ),
        Example("- Add a limit of 5 retries to the mailer — @dana, 4 May", section="Action items"),
        Example("- Everyone reads the runbook again by Friday", section="Action items"),
        Example("The queue depth was at 40,000 for two hours.", section="Impact"),
    ],
)
def action_without_owner(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a follow-up task names nobody who does it."""
    items = list(open_items(reading))
    bare = [item for item in items if item.owner is None and item.diffuse is None and not item.vague]
    if len(bare) >= MANY and not any(item.owner for item in items):
        first = f"{quoted(bare[0].task_text)}, like each of the {len(bare)} tasks here, names nobody who does it."
        yield flag(bare[0], first, with_prompts(bare[0]))
        return
    for item in bare:
        yield flag(item, f"{quoted(item.task_text)} names nobody who does it.", with_prompts(item))
