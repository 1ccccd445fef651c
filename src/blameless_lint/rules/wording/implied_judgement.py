"""Somebody or their work is judged, in words that no grammar rule knows.

Irony, metaphor and faint praise judge as well as adjectives do; readers notice.

Instead, say what happened in plain words, and what the work was like at that moment.

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
    category="judgement",
    severity="error",
    examples=[
        Example(
            "Their engineers clearly had no idea what they were doing.",
            section="Action items",
            flags=["Their engineers clearly had no idea what they were doing"],
        ),
        Example(
            "The vendor's people have never been very bright.",
            section="Root cause",
            flags=["The vendor's people have never been very bright"],
        ),
        Example(
            "The network team was too proud to ask for help.",
            section="Action items",
            flags=["The network team was too proud to ask for help"],
        ),
        Example("The vendor's support was a joke.", section="Action items", flags=["The vendor's support was a joke"]),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_judgement(reading: Reading) -> Iterator[Match]:
    """Yield judgements that the encoder recognises."""
    yield from implied(reading, "judgement", "reads as a judgement of people or their work")
