"""The past is judged by what is known only now, in words that no grammar rule knows.

After the event the path to it looks plain; at the time it was one of many.

Instead, say what could be seen at the time, and where.

Source: Fischhoff, Hindsight ≠ foresight (1975).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="hindsight",
    severity="warning",
    examples=[
        Example(
            "In hindsight it is obvious that the limit was too low.",
            section="Root cause",
            flags=["In hindsight it is obvious that the limit was too low"],
        ),
        Example(
            "It was obvious that the change would break the login.", section="Root cause", flags=["It was obvious that"]
        ),
        Example(
            "It was foreseeable that the queue would overflow.",
            section="Root cause",
            flags=["It was foreseeable that the queue would overflow"],
        ),
        Example(
            "In hindsight the risk was obvious to everyone.", flags=["In hindsight the risk was obvious to everyone"]
        ),
        Example("The pod failed to start."),
        Example("Priya rolled back the deploy at 10:04."),
        Example("We did not have an alert on queue depth."),
        Example("Thanks to Lee for spotting this."),
        Example("The health check failed to fire."),
        Example("An engineer applied the change following the runbook."),
    ],
)
def implied_hindsight(reading: Reading) -> Iterator[Match]:
    """Yield hindsight that the encoder recognises."""
    yield from implied(reading, "hindsight", "judges by what was known only afterwards")
