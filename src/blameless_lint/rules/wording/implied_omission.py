"""Someone is said to have left out what was theirs to do, in words that no grammar rule knows.

There are more ways to say that someone did not do their part than a list of verbs holds.

Instead, say what was missing, and ask what would have prompted it.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="omission",
    severity="error",
    examples=[
        Example(
            "Three people read the mail and none of them lifted a finger.",
            section="Root cause",
            flags=["Three people read the mail and none of them lifted a finger"],
        ),
        Example("QA never lifted a finger.", section="Action items", flags=["QA never lifted a finger"]),
        Example(
            "Nobody from the vendor had looked at the ticket in weeks.",
            section="Action items",
            flags=["Nobody from the vendor had looked at the ticket in weeks"],
        ),
        Example(
            "Kofi closed the ticket and never came back to it.",
            section="Action items",
            flags=["Kofi closed the ticket and never came back to it"],
        ),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_omission(reading: Reading) -> Iterator[Match]:
    """Yield omissions that the encoder recognises."""
    yield from implied(reading, "omission", "reads as something that someone left out")
