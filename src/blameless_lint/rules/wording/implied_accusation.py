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
            "Everyone in the building knows whose fault this is.",
            section="Root cause",
            flags=["Everyone in the building knows whose fault this is"],
        ),
        Example("Somebody has to own up to this.", section="Root cause", flags=["Somebody has to own up to this"]),
        Example(
            "The night crew owes us an explanation for this.",
            section="Root cause",
            flags=["The night crew owes us an explanation for this"],
        ),
        Example(
            "Responsibility lies squarely with the vendor.",
            section="Root cause",
            flags=["Responsibility lies squarely with the vendor"],
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
