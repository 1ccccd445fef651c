"""A concrete follow-up task says nothing by which its end could be seen.

Work without an end state is called done when attention moves on, and its effect is never checked.

Instead, add the number, the artefact or the test that shows it: "done when …".

Source: Doran, There's a S.M.A.R.T. way to write management's goals and objectives (1981): measurable.
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
    category="action-without-end-state",
    severity="info",
    examples=[
        Example(
            "- Investigate why the planner chose a full scan in the 14:02 query (Dana, 4 May)",
            ["Investigate why the planner chose a full scan in the 14:02 query (Dana, 4 May)"],
            section="Action items",
        ),
        Example(
            "- Understand why `billing-2` answered with 429 before the deploy (Lee)",
            ["Understand why `billing-2` answered with 429 before the deploy (Lee)"],
            section="Action items",
        ),
        Example(
            "- Review the `retry` settings of the mailer when the release is out (Priya)",
            ["Review the `retry` settings of the mailer when the release is out (Priya)"],
            section="Action items",
        ),
        Example(
            "- Consider a second queue for the `import` jobs, instead of the shared one (Lee)",
            ["Consider a second queue for the `import` jobs, instead of the shared one (Lee)"],
            section="Action items",
        ),
        Example("- Add an alert when the queue holds more than 500 messages (Dana, 4 May)", section="Action items"),
        Example('- Write the three commands into the runbook "queue does not drain" (Lee)', section="Action items"),
        Example("- [x] Understand why `billing-2` answered with 429 before the deploy", section="Action items"),
        Example("- Improve monitoring", section="Action items"),
        Example("- Split the nightly job in two (Priya, May)", section="Action items"),
        Example("- Review the `retry` settings until at most 5 tries remain (Priya)", section="Action items"),
        Example("It was not clear why `billing-2` answered with 429.", section="Timeline"),
    ],
)
def action_without_end_state(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a concrete follow-up task says nothing by which its end could be seen."""
    for item in open_items(reading):
        if item.specific and not item.measurable:
            yield flag(
                item,
                f"{quoted(item.task_text)}: {item.reasons['measurable']}.",
                ask("What can be seen or counted when it is done? [done when …]"),
            )
