"""The incident was noticed late, and no follow-up task improves its detection.

The next occurrence will run as long before anybody can act, whatever is done about this cause.

Instead, add a task that alerts on what users felt, with its signal and threshold.

Source: Google SRE Workbook, Postmortem Culture: action items prevent, mitigate and detect.
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
    from blameless_lint.actions.item import ActionItem
    from blameless_lint.language.reading import Reading

_LATE = expression(
    r"\b(?:no (?:alert|alarm|monitor\w*|check)|not (?:alerted|detected|noticed|monitored)|without (?:an? )?(?:alert"
    r"|alarm)|(?:by|from) (?:an? |the |our )?(?:customers?|users?|partner|client)|customers? (?:reported|called|told"
    r"|noticed)"
    r"|users? (?:reported|noticed)|(?:two|three|four|five|six|seven|\d+) (?:hours|days|weeks|months) (?:later|after"
    r"|before)|after (?:two|three|four|five|six|\d+) (?:hours|days|weeks))\b",
    re.IGNORECASE,
)


@rule(
    family="action",
    category="nothing-detects",
    severity="info",
    examples=[
        Example(
            "Customers reported the fault by phone after three hours.\n\n## Action items\n\n- Limit the retries of "
            "the consumer to 5 (Lee)\n- Split the nightly job in two (Dana)",
            ["Customers reported the fault by phone after three hours."],
            section="Detection",
        ),
        Example(
            "No alert fired. The error was noticed two days later.\n\n## Action items\n\n- Limit the retries of the "
            "consumer to 5 (Lee)",
            ["No alert fired. The error was noticed two days later."],
            section="Detection",
        ),
        Example(
            "There was no monitoring of the export.\n\n## Action items\n\n- Rename both jobs (Lee)",
            ["There was no monitoring of the export."],
            section="Detection",
        ),
        Example(
            "The support desk learned of it from a customer.\n\n## Action items\n\n- Refuse imports without a time "
            "zone (Lee)",
            ["The support desk learned of it from a customer."],
            section="Detection",
        ),
        Example(
            "Customers reported the fault by phone after three hours.\n\n## Action items\n\n- Alert when the export "
            "is 30 minutes late (Lee)",
            section="Detection",
        ),
        Example(
            "The alert on queue depth fired after 2 minutes.\n\n## Action items\n\n- Limit the retries of the "
            "consumer to 5 (Lee)",
            section="Detection",
        ),
        Example("No alert fired.", section="Detection"),
        Example("- Limit the retries of the consumer to 5 (Lee)", section="Action items"),
        Example(
            "There was no monitoring of the export.\n\n## Action items\n\n- Put the age of the export on the "
            "dashboard (Lee)",
            section="Detection",
        ),
        Example(
            "The on-call engineer was paged at 10:04.\n\n## Action items\n\n- Rename both jobs (Lee)",
            section="Detection",
        ),
    ],
)
def nothing_detects(reading: Reading) -> Iterator[Match]:
    """Yield the tasks or the places that the first line of this module describes."""
    items = action_items(reading.document, reading.tagger)
    if not items or any(map(_detects, items)):
        return
    for block in reading.document.blocks:
        if (
            block.section.kind is SectionKind.DETECTION
            and block.kind is not BlockKind.HEADING
            and _LATE.search(block.text)
        ):
            yield Match(
                block.span,
                f"{quoted(block.text)}, and no task improves detection.",
                suggestions=ask("Which signal would have shown it, above which threshold?"),
            )
            return


def _detects(item: ActionItem) -> bool:
    from blameless_lint.actions.status import DETECTS, type_of

    return type_of(item.task_text) == "detect" or DETECTS.search(item.task_text) is not None
