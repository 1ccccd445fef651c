"""Somebody is accused, in words that no grammar rule knows.

An accusation needs no word for guilt: an insinuation or a rhetorical question will do.

Instead, say what happened, and name the conditions that had to come together.

Source: Dekker, Just Culture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="accusation",
    severity="error",
    examples=[
        Example(
            "It is the fault of the network team that we lost the night.",
            section="Root cause",
            flags=["It is the fault of the network team"],
        ),
        Example(
            "The blame for this goes to the storage team and nobody else.",
            section="Action items",
            flags=["The blame for this goes to the storage team and nobody else"],
        ),
        Example(
            "Hostbridge is to blame for every minute of this, and they know it.",
            section="Action items",
            flags=["is to blame for every minute of this, and they know it"],
        ),
        Example(
            "And who do you think had turned it off again?",
            section="Root cause",
            flags=["who do you think had turned it off again"],
        ),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_accusation(reading: Reading) -> Iterator[Match]:
    """Yield accusations that the encoder recognises."""
    yield from implied(reading, "accusation", "reads as an accusation")
