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
        # EXAMPLES
    ],
)
def implied_counterfactual(reading: Reading) -> Iterator[Match]:
    """Yield counterfactuals that the encoder recognises."""
    yield from implied(reading, "counterfactual", "measures what was done against what could have been")
