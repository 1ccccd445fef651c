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
        # EXAMPLES
    ],
)
def implied_hindsight(reading: Reading) -> Iterator[Match]:
    """Yield hindsight that the encoder recognises."""
    yield from implied(reading, "hindsight", "judges by what was known only afterwards")
