"""A remedy aims at people, in words that no grammar rule knows.

What is done to people leaves the step as easy to get wrong as before.

Instead, change the step, the tool or the default.

Source: VA NCPS/NPSF, RCA2, the action hierarchy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="punitive",
    severity="error",
    examples=[
        # EXAMPLES
    ],
)
def implied_punishment(reading: Reading) -> Iterator[Match]:
    """Yield remedies aimed at people that the encoder recognises."""
    yield from implied(reading, "punitive", "aims at people and not at the step")
