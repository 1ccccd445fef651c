"""An idiom says that somebody left out their part: dropped the ball, asleep at the wheel, turned a blind eye.

The idiom says that someone failed, and hides what would have told them, or carried the task on.

Instead, say what was not done, and ask what would have prompted it.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import pattern
from blameless_lint.rules.idiom import idioms
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="omission",
    severity="error",
    cues=[pattern("omission_idioms")],
    examples=[
        Example("Security dropped the ball.", flags=["Security dropped the ball"]),
        Example("The vendor was asleep at the wheel.", flags=["The vendor was asleep at the wheel"]),
        Example("The vendor couldn't be bothered to reply.", flags=["The vendor couldn't be bothered"]),
        Example("Management turned a blind eye.", flags=["Management turned a blind eye"]),
        Example("The worker fell asleep between two polls."),
        Example("We cut the corner cases from the test."),
        Example("The job dropped the table."),
        Example("The relay kept silent because its logger drops repeated lines."),
        Example("The agent passed the message on."),
        Example("The pods were nowhere near the limit."),
    ],
)
def dropped_the_ball(reading: Reading) -> Iterator[Match]:
    """Yield idioms for omissions."""
    yield from idioms(reading, pattern("omission_idioms"), "says that someone left out their part")
