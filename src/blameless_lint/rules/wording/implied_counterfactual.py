"""Someone is measured against what they could have done, in words that no grammar rule knows.

A past that was not explains nothing that happened.

Instead, say what was done and seen, and ask what would have drawn attention to the other way.

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
    category="counterfactual",
    severity="error",
    examples=[
        Example(
            "He could have asked before he merged on a Friday night.",
            section="Action items",
            flags=["He could have asked before he merged on a Friday night"],
        ),
        Example(
            "The on-call engineer would have noticed if he had looked at the graph.",
            section="Action items",
            flags=["The on-call engineer would have noticed if he had looked at the graph"],
        ),
        Example(
            "Any engineer worth the name would have stopped there.",
            section="Action items",
            flags=["Any engineer worth the name would have stopped there"],
        ),
        Example(
            "A more experienced operator would have waited.",
            section="Action items",
            flags=["A more experienced operator would have waited"],
        ),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_counterfactual(reading: Reading) -> Iterator[Match]:
    """Yield counterfactuals that the encoder recognises."""
    yield from implied(reading, "counterfactual", "measures what was done against what could have been")
