"""One follow-up task holds several tasks.

Parts of a bundle are finished at different times by different people; the bundle stays open, or is closed too early.

Instead, give each task a line, an owner and a day of its own.

Source: Google SRE Workbook, Postmortem Culture: small, bounded action items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="compound-action",
    severity="info",
    examples=[
        Example(
            "- Add an alert on queue depth, write a runbook for it, move the volume to its own disk and rename both "
            "jobs (Dana)",
            [
                (
                    "Add an alert on queue depth, write a runbook for it, move the volume to its own disk and rename "
                    "both jobs (Dana)"
                )
            ],
            section="Action items",
        ),
        Example(
            "- Upgrade the broker; replace the old exporter; document the failover; train the support desk (Lee, May)",
            ["Upgrade the broker; replace the old exporter; document the failover; train the support desk (Lee, May)"],
            section="Action items",
        ),
        Example(
            "- Split the nightly job, and also review the retry settings, and also update the contact list (Priya)",
            ["Split the nightly job, and also review the retry settings, and also update the contact list (Priya)"],
            section="Action items",
        ),
        Example(
            "- Install the agent. Create the dashboard. Remove the old checks. Write the guide. (Lee)",
            ["Install the agent. Create the dashboard. Remove the old checks. Write the guide. (Lee)"],
            section="Action items",
        ),
        Example("- Add an alert on queue depth and test it (Dana)", section="Action items"),
        Example("- Replace the exporter on db-1, db-2 and db-3 (Lee, May)", section="Action items"),
        Example(
            "- Write a runbook with the commands to drain, pause and replay the queue (Priya)", section="Action items"
        ),
        Example("- Upgrade the broker to 3.7", section="Action items"),
        Example(
            "- [x] Install the agent. Create the dashboard. Remove the old checks. Write the guide.",
            section="Action items",
        ),
        Example(
            "- Lock the table, run the import, and release the lock in one transaction (Lee)", section="Action items"
        ),
        Example("We installed the agent, created the dashboard and removed the checks.", section="Timeline"),
    ],
)
def compound_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: one follow-up task holds several tasks."""
    for item in open_items(reading):
        count = _tasks(item.task_text)
        if count > 2:
            yield flag(
                item,
                f"{quoted(item.task_text)} holds {count} tasks.",
                ask("Which of these has an owner and a day of its own?"),
            )


def _tasks(text: str) -> int:
    """Return how many parts of a text begin with a verb of tasks, quotations and the steps of a procedure aside."""
    if re.search(r"\bin one\b|\bthen\b|\bsteps?\b|\bcommands?\b", text):
        return 1
    from blameless_lint.actions.moods import is_imperative

    bare = re.sub(r"[\"“][^\"”]*[\"”]", "…", text)
    parts = _PARTS.split(bare)
    return sum(is_imperative(part) and len(part.split()) > 2 and not _FIELD.match(part) for part in parts)


_PARTS = expression(r"[.;]\s+|,\s+(?:and\s+(?:also\s+)?)?|\s+and (?:also )?(?=\w+ (?:the|a|an|both|all|old|new)\b)")
_FIELD = expression(r"\w+:")
