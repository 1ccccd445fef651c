"""A stated cause has no follow-up task that comes near it.

The same condition stays in place for the next incident, while the list of tasks looks complete.

Instead, add a task that removes or detects the condition, or write down that its risk is accepted.

Source: VA National Center for Patient Safety and NPSF, RCA2 (2015): each root cause or contributing factor has an
action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.actions.doors import action_items
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask, quoted
from blameless_lint.text.document import BlockKind, SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading

MANY, SHARED = 3, 0
_ACCEPTED = expression(r"\b(?:risk (?:is )?accepted|accepted risk|out of scope)\b", re.IGNORECASE)


@rule(
    family="action",
    category="cause-without-action",
    severity="info",
    examples=[
        Example(
            "- The consumer had no limit on retries.\n- No alert covered the depth of the queue.\n\n## Action "
            "items\n\n- Limit the retries of the consumer to 5 (Lee)",
            ["No alert covered the depth of the queue."],
            section="Contributing factors",
        ),
        Example(
            "- The certificate renewal had no owner.\n- The staging cluster used other ciphers than "
            "production.\n\n## Action items\n\n- Name an owner for the renewal of each certificate (Dana)",
            ["The staging cluster used other ciphers than production."],
            section="Contributing factors",
        ),
        Example(
            "- Logs on the database disk were kept forever.\n- The pager rota pointed to a closed account.\n\n## "
            "Action items\n\n- Delete logs on the database disk after 14 days (Lee)",
            ["The pager rota pointed to a closed account."],
            section="Contributing factors",
        ),
        Example(
            "- A flag turned on the new parser for everyone.\n- The import wizard hides the time zone field.\n\n## "
            "Action items\n\n- Roll the parser flag out in steps of 10 % (Priya)",
            ["The import wizard hides the time zone field."],
            section="Contributing factors",
        ),
        Example(
            "- The consumer had no limit on retries.\n- No alert covered the depth of the queue.\n\n## Action "
            "items\n\n- Limit the retries of the consumer to 5 (Lee)\n- Alert on the depth of the queue (Lee)",
            section="Contributing factors",
        ),
        Example("- The consumer had no limit on retries.", section="Contributing factors"),
        Example("- Alert on the depth of the queue (Lee)", section="Action items"),
        Example(
            "- The certificate renewal had no owner.\n\n## Action items\n\n- Name an owner for the renewal of each "
            "certificate (Dana)",
            section="Contributing factors",
        ),
        Example(
            "- The import wizard hides the time zone field. Risk accepted.\n- A flag turned on the parser.\n\n## "
            "Action items\n\n- Roll the parser flag out in steps (Priya)",
            section="Contributing factors",
        ),
        Example(
            "- 10:04 The queue filled up.\n\n## Action items\n\n- Roll the parser flag out in steps (Priya)",
            section="Timeline",
        ),
    ],
)
def cause_without_action(reading: Reading) -> Iterator[Match]:
    """Yield the tasks where this holds: a stated cause has no follow-up task that comes near it."""
    items = action_items(reading.document, reading.tagger)
    if not items:
        return
    from blameless_lint.actions.relevance import stems

    covered = frozenset().union(*(stems(item.task_text) for item in items))
    for block in reading.document.blocks:
        if (
            block.kind is not BlockKind.ITEM
            or block.section.kind is not SectionKind.CAUSES
            or _ACCEPTED.search(block.text)
        ):
            continue
        mine = stems(block.text)
        if len(mine) < MANY or len(mine & covered) > SHARED:
            continue
        if not any(item.span.overlaps(block.span) for item in items):
            yield Match(
                block.span,
                f"No task comes near {quoted(block.text)}.",
                suggestions=ask("Which task removes or detects this condition, or is its risk accepted?"),
            )
