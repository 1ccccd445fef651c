"""A person is presented as the cause, in words that no grammar rule knows.

Who stands where the cause belongs is read as the cause, however neutral the words are.

Instead, name the condition that let the act do harm, and keep the act in the timeline.

Source: VA NCPS, RCA2, the five rules of causation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="person-cause",
    severity="error",
    examples=[
        Example(
            "All of this started with Rina editing the wrong file.",
            section="Root cause",
            flags=["All of this started with Rina editing the wrong file"],
        ),
        Example(
            "A contractor running his own script cost us the order table.",
            section="Root cause",
            flags=["A contractor running his own script cost us the order table"],
        ),
        Example(
            "Everything broke the moment Pavel from the network team touched the router.",
            section="Root cause",
            flags=["Everything broke the moment Pavel from the network team touched the router"],
        ),
        Example(
            "The site went down because Dana merged in haste and nothing else.",
            section="Action items",
            flags=["because Dana merged in haste and nothing else"],
        ),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_cause(reading: Reading) -> Iterator[Match]:
    """Yield persons as causes that the encoder recognises."""
    yield from implied(reading, "person-cause", "presents someone as the cause")
