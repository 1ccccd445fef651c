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
        # EXAMPLES
    ],
)
def implied_accusation(reading: Reading) -> Iterator[Match]:
    """Yield accusations that the encoder recognises."""
    yield from implied(reading, "accusation", "reads as an accusation")
