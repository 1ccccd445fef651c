"""All follow-up tasks of a document are documentation, training or reminders.

Such tasks rely on memory at the moment of need; experience shows that they seldom keep an event from coming back.

Instead, add at least one task that changes the system: a forcing function, a default, an automation, a simpler step.

Source: VA National Center for Patient Safety and NPSF, RCA2 (2015), action hierarchy: weaker, intermediate, stronger
actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.actions.doors import action_items
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="only-weak-actions",
    severity="warning",
    examples=[
        Example(
            "- Document the failover procedure (Lee, May)\n- Train the support desk on failover (Dana, May)",
            ["Document the failover procedure (Lee, May)"],
            section="Action items",
        ),
        Example(
            "- Write a guide for imports (Lee)\n- Remind all operators of the guide\n- Hold a session on imports "
            "(Priya)",
            ["Write a guide for imports (Lee)"],
            section="Action items",
        ),
        Example(
            "| Action | Owner |\n| --- | --- |\n| Update the wiki page on keys | Dana |\n| Training on keys | Lee |",
            ["Update the wiki page on keys"],
            section="Action items",
        ),
        Example(
            "- [ ] Add a paragraph to the README (Lee)\n- [ ] Communicate the new rule to all teams (Dana)",
            ["Add a paragraph to the README (Lee)"],
            section="Action items",
        ),
        Example(
            "- Document the failover procedure (Lee, May)\n- Switch over automatically after 30 s (Dana, May)",
            section="Action items",
        ),
        Example("- Document the failover procedure (Lee, May)", section="Action items"),
        Example(
            "- Refuse imports without a time zone (Lee)\n- Remind all operators of the guide", section="Action items"
        ),
        Example(
            "| Action | Owner |\n| --- | --- |\n| Update the wiki page on keys | Dana |\n| Rotate the keys by a job "
            "| Lee |",
            section="Action items",
        ),
        Example(
            "- Alert 21 days before a certificate expires (Dana)\n- Limit retries to 5 (Lee)", section="Action items"
        ),
        Example("The guide for imports was out of date.", section="Causes"),
    ],
)
def only_weak_actions(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    items = [item for item in action_items(reading.document, reading.tagger) if item.status != "rejected"]
    if len(items) > 1 and all(map(_is_weak, items)):
        message = f"All {len(items)} tasks are documentation, training or reminders; none changes the system."
        yield Match(
            items[0].task,
            message,
            suggestions=ask(
                "Which default, check or automation would make the step safe without anybody having to remember it?"
            ),
        )


def _is_weak(item: ActionItem) -> bool:
    from blameless_lint.actions.smart import is_weak

    return is_weak(item.task_text)
