"""A remedy aims at people, in words that no grammar rule knows.

What is done to people leaves the step as easy to get wrong as before.

Instead, change the step, the tool or the default.

Source: VA NCPS/NPSF, RCA2, the action hierarchy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="punitive",
    severity="error",
    examples=[
        Example("The intern will not touch production again.", flags=["The intern will not touch production again"]),
        Example(
            "All operators must pay more attention to the alarms.",
            section="Action items",
            flags=["All operators must pay more attention to the alarms"],
        ),
        Example(
            "Remind everyone to be careful with the console.",
            section="Action items",
            flags=["Remind everyone to be careful with the console"],
        ),
        Example(
            "Kofi gets a written warning and loses his deploy rights.",
            section="Action items",
            flags=["Kofi gets a written warning and loses his deploy rights"],
        ),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_punishment(reading: Reading) -> Iterator[Match]:
    """Yield remedies aimed at people that the encoder recognises."""
    yield from implied(reading, "punitive", "aims at people and not at the step")
