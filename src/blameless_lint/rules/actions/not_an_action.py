"""An item among the follow-up tasks asks, states or hopes, and gives no task.

Readers count it as a task, and at the next review nobody can say what was meant to be done.

Instead, turn it into a task with an owner, or move it to the section that it belongs to.

Source: Atlassian, Incident Management Handbook: priority actions are things somebody will do.
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
    category="not-an-action",
    severity="info",
    examples=[
        Example("- Scan the build logs for secrets?", ["Scan the build logs for secrets?"], section="Action items"),
        Example(
            "- Is the second region worth its price?", ["Is the second region worth its price?"], section="Action items"
        ),
        Example("- upgrade to version 4?", ["upgrade to version 4?"], section="Action items"),
        Example("- Who else uses the old export?", ["Who else uses the old export?"], section="Action items"),
        Example("- Scan the build logs for secrets every night (Dana, 4 May)", section="Action items"),
        Example("- Decide whether the second region is worth its price (Lee, 4 May)", section="Action items"),
        Example('- Add the question "Is there a test window?" to the form (Priya)', section="Action items"),
        Example("- [x] upgrade to version 4?", section="Action items"),
        Example("| Action | Owner |\n| --- | --- |\n| Upgrade to version 4 | Lee |", section="Action items"),
        Example("- Find out who else uses the old export (Priya, May)", section="Action items"),
        Example("Why did nobody see the first alert?", section="Lessons learned"),
    ],
)
def not_an_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    for item in open_items(reading):
        if item.task_text.rstrip(" *_").endswith("?") and item.owner is None and item.form != "sentence":
            yield flag(
                item,
                f"{quoted(item.task_text)} asks, and decides nothing.",
                ask("Who finds out, by when, and where is the answer written down?"),
            )
