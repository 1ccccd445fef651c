"""A timeline jumps over a long stretch of the incident.

Most of what people tried and saw is lost in such a gap, and with it what made the response slow.

Instead, write what was known, tried and waited for in that time.

Source: Allspaw, on capturing the response as it unfolded; PagerDuty, post-mortem guide.
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

FEW, LONG, DAY, TIMES = 3, 120, 1440, 5


@rule(
    family="structure",
    category="timeline-gap",
    severity="info",
    examples=[
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 It filled up.\n- 10:10 Page.\n- 10:20 Dana joins.\n- 14:40 "
            "Empty.\n",
            ["14:40"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 01:00 Deploy.\n- 01:05 Errors.\n- 01:09 Page.\n- 04:30 Rollback.\n- "
            "04:40 Errors gone.\n",
            ["04:30"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| 10:04 | Full |\n| 10:10 | Page |\n| "
            "10:30 | Restart |\n| 13:40 | Empty |\n",
            ["13:40"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 22:50 It filled up.\n- 22:55 Page.\n- 23:00 Dana joins.\n- 02:10 "
            "Empty.\n",
            ["02:10"],
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 10:04 It filled up.\n- 10:10 Page.\n- 10:20 Dana joins.\n- 10:40 "
            "Empty.\n"
        ),
        Example("# Queue outage\n\n## Timeline\n\n- 10:04 It filled up.\n- 14:40 Empty.\n"),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 08:00 Deploy.\n- 10:00 Errors.\n- 12:30 Page.\n- 15:00 Rollback.\n"
        ),
        Example(
            "# Queue outage\n\n## Timeline\n\n- 2026-03-04 10:04 It filled up.\n- 2026-03-04 10:10 Page.\n- "
            "2026-03-04 10:20 Empty.\n- 2026-03-06 15:00 Review.\n"
        ),
        Example("# Queue outage\n\n## Timeline\n\n- 10:04 It filled up.\n- 10:10 Page.\n- 11:40 Empty.\n"),
        Example("# Queue outage\n\n## Impact\n\n- 10:04 to 10:40 in Europe\n- 18:50 to 19:00 in Asia\n"),
    ],
)
def timeline_gap(reading: Reading) -> Iterator[Match]:
    """Yield the places where this holds: a timeline jumps over a long stretch of the incident."""
    found = timeline(reading.document)
    if not found:
        return
    from blameless_lint.actions.timeline import minutes_between

    steps = [
        (later, minutes_between(earlier, later))
        for earlier, later in pairwise(found)
        if earlier.group == later.group and earlier.dated == later.dated and earlier.day == later.day
    ]
    if len(steps) < FEW:
        return
    from statistics import median  # its import takes as long as a small file

    usual = median(minutes for _, minutes in steps)
    for later, minutes in steps:
        if LONG < minutes < DAY and minutes > TIMES * max(usual, 5):
            message = f"No entry for {minutes // 60} h {minutes % 60:02d} min before this one."
            yield Match(later.span, message, suggestions=ask("What was known, tried or waited for in between?"))
