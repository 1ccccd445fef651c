"""A follow-up task promises always, never, all, or nothing ever again.

What has no bound cannot be done, so it is never closed, and the list as a whole loses its weight.

Instead, name the one failure that is made impossible or less likely, and the limit that is good enough.

Source: Doran, S.M.A.R.T. (1981): achievable; Woods et al., Behind Human Error, on residual risk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, flag, open_items, quoted

if TYPE_CHECKING:
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.language.reading import Reading


@rule(
    family="action",
    category="unbounded-action",
    severity="warning",
    examples=[
        Example(
            "- Make sure that this never happens again",
            ["Make sure that this never happens again"],
            section="Action items",
        ),
        Example(
            "- Ensure that no message is ever lost", ["Ensure that no message is ever lost"], section="Action items"
        ),
        Example(
            "- Test every possible combination of settings (Lee, May)",
            ["Test every possible combination of settings (Lee, May)"],
            section="Action items",
        ),
        Example(
            "- Guarantee that the import always succeeds",
            ["Guarantee that the import always succeeds"],
            section="Action items",
        ),
        Example("- Refuse a second import while the first one runs (Lee, May)", section="Action items"),
        Example(
            "- Never retry a payment more than 5 times: raise an alert instead (Dana, 4 May)", section="Action items"
        ),
        Example("- Test the three settings that differed on 4 March (Lee, May)", section="Action items"),
        Example("- Alert when more than 10 messages wait for 5 minutes (Dana)", section="Action items"),
        Example("- [x] Make sure that this never happens again", section="Action items"),
        Example("- Move all 14 jobs to the new queue (Priya, Q3)", section="Action items"),
        Example("The import never finished.", section="Timeline"),
    ],
)
def unbounded_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a follow-up task promises always, never, all, or nothing ever again."""
    for item in open_items(reading):
        words = _promised(item)
        if words is not None:
            yield flag(
                item,
                f"{quoted(words)} sets no bound at which the task would be done.",
                ask("Which failure does it prevent, and how far is far enough?"),
            )


def _promised(item: ActionItem) -> str | None:
    """Return the words with which a task promises all or nothing, unless it says precisely what changes."""
    from blameless_lint.actions.smart import precision, unbounded

    words = unbounded(item.task_text)
    return words if words is not None and not item.achievable and precision(item.task_text) < 2 else None
