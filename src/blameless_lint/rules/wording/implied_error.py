"""A human error is given as the explanation, in words that no grammar rule knows.

As an answer “error” stops the questions that it should begin.

Instead, name the step, and what made the slip easy or the act look right.

Source: Woods, Dekker, Cook, Johannesen and Sarter, Behind Human Error.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="human-error",
    severity="error",
    examples=[
        # EXAMPLES
    ],
)
def implied_error(reading: Reading) -> Iterator[Match]:
    """Yield human errors that the encoder recognises."""
    yield from implied(reading, "human-error", "explains by an error that someone made")
