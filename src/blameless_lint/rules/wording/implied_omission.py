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
        # EXAMPLES
    ],
)
def implied_omission(reading: Reading) -> Iterator[Match]:
    """Yield omissions that the encoder recognises."""
    yield from implied(reading, "omission", "reads as something that someone left out")
