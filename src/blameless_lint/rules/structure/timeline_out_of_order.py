"""An entry of a timeline is earlier than the one before it.

Readers infer cause from order; an entry in the wrong place makes an effect look like a cause.

Instead, sort the entries, or add the date where the next day begins.

Source: PagerDuty, post-mortem guide, on creating the timeline.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from blameless_lint.actions.doors import timeline
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.rules.smart_form import ask

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    family="structure",
    category="timeline-out-of-order",
    severity="info",
    examples=[
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 The queue filled up.\n- 09:50 The broker was restarted.\n",
            ["09:50"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:40 | The queue was empty |\n| "
            "10:20 | The broker was restarted |\n",
            ["10:20"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 2026-03-04 10:04 It filled up.\n- 2026-03-03 10:20 The deploy.\n",
            ["10:20"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 It filled up.\n- 10:20 Restart.\n- 10:12 Page.\n- 10:40 Empty.\n",
            ["10:12"],
        ),
        Example("# Queue outage\n\n## Timeline\n\n- 10:04 The queue filled up.\n- 10:20 The broker was restarted.\n"),
        Example("# Queue outage\n\n## Timeline\n\n- 23:50 The queue filled up.\n- 00:10 The broker was restarted.\n"),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 2026-03-04 10:04 It filled up.\n- 2026-03-05 09:20 It was empty.\n"
        ),
        Example("# Queue outage\n\n## Timeline\n\n- 10:04 It filled up.\n- 10:04 The pager rang.\n"),
        Example(
            "# Queue outage\n\n## Timeline\n\n### 4 March\n\n- 10:04 It filled up.\n\n### 5 March\n\n- 09:00 Review.\n"
        ),
        Example("# Queue outage\n\n## Impact\n\n- 10:04 to 10:40 in Europe\n- 09:50 to 10:00 in Asia\n"),
    ],
)
def timeline_out_of_order(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: an entry of a timeline is earlier than the one before it."""
    found = timeline(reading.document)
    if not found:
        return
    from blameless_lint.actions.timeline import minutes_between

    for earlier, later in pairwise(found):
        if earlier.group == later.group and earlier.dated == later.dated and minutes_between(earlier, later) < 0:
            message = "This time is earlier than the one before it."
            yield Match(later.span, message, suggestions=ask("Does it belong further up, or to the next day?"))
