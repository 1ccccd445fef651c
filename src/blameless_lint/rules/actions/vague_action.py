"""A follow-up task names a process or a wish and no change.

"Improve monitoring" can be begun by nobody who was not in the room, and called done by anybody on any day.

Instead, say which thing changes, how, and what can be seen when it has changed.

Source: Google SRE Workbook, Postmortem Culture: action items are specific and measurable; Doran, S.M.A.R.T. (1981).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import flag, made_specific, open_items, quoted

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="vague-action",
    severity="warning",
    examples=[
        Example(
            "- Improve monitoring",
            ["Improve monitoring"],
            section="Action items",
            becomes="[owner] to alert on [signal] above [threshold] by [date] ([ticket])",
        ),
        Example(
            "- Better monitoring of etcd",
            ["Better monitoring of etcd"],
            section="Action items",
            becomes="[owner] to alert on [signal] of etcd above [threshold] by [date] ([ticket])",
        ),
        Example("- [ ] Look into autoscaling", ["Look into autoscaling"], section="Action items"),
        Example("- Investigate further (Lee)", ["Investigate further (Lee)"], section="Action items"),
        Example("- More documentation", ["More documentation"], section="Action items"),
        Example(
            "| Action | Owner |\n| --- | --- |\n| Improve communication between the teams | Priya |",
            ["Improve communication between the teams"],
            section="Action items",
        ),
        Example(
            "- Alert when the queue holds more than 500 messages for 10 minutes (Dana, 4 May)", section="Action items"
        ),
        Example(
            "- Find out which job wrote the 14:02 row and record it in OPS-31 (Lee, 4 May)", section="Action items"
        ),
        Example("- Improve the retry of the mailer: at most 5 tries, 30 s apart (Dana)", section="Action items"),
        Example("- [x] Look into autoscaling", section="Action items"),
        Example(
            '- Write a runbook "queue does not drain" with the three commands of 12 March (Priya)',
            section="Action items",
        ),
        Example("- Move the volume to its own disk", section="Action items"),
        Example("Monitoring did not cover the queue.", section="Detection"),
    ],
)
def vague_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a follow-up task names a process or a wish and no change."""
    for item in open_items(reading):
        if item.vague and item.diffuse is None and not _has_its_own_rule(item):
            yield flag(item, f"{quoted(item.task_text)}: {item.reasons['vague']}.", made_specific(item))


def _has_its_own_rule(item: ActionItem) -> bool:
    """Return whether a task promises all or nothing, or asks for attention: other rules speak of these."""
    from blameless_lint.actions.smart import is_vigilance, unbounded

    return unbounded(item.task_text) is not None or is_vigilance(item)
