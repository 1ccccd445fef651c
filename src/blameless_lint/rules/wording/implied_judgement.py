"""Somebody or their work is judged, in words that no grammar rule knows.

Irony, metaphor and faint praise judge as well as adjectives do; readers notice.

Instead, say what happened in plain words, and what the work was like at that moment.

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
    category="judgement",
    severity="error",
    examples=[
        # EXAMPLES
    ],
)
def implied_judgement(reading: Reading) -> Iterator[Match]:
    """Yield judgements that the encoder recognises."""
    yield from implied(reading, "judgement", "reads as a judgement of people or their work")
