"""A person is presented as the cause, in words that no grammar rule knows.

Who stands where the cause belongs is read as the cause, however neutral the words are.

Instead, name the condition that let the act do harm, and keep the act in the timeline.

Source: VA NCPS, RCA2, the five rules of causation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rules.implied import implied
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from blameless_lint.language.reading import Reading


@rule(
    category="person-cause",
    severity="error",
    examples=[
        # EXAMPLES
    ],
)
def implied_cause(reading: Reading) -> Iterator[Match]:
    """Yield persons as causes that the encoder recognises."""
    yield from implied(reading, "person-cause", "presents someone as the cause")
