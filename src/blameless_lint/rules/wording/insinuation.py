"""An idiom accuses or insinuates: screwed up, thrown under the bus, thanks for that, of all people.

An insinuation cannot be answered; it makes the next person say less.

Instead, say what happened, and name the conditions that had to come together.

Source: Dekker, Just Culture; Allspaw, Blameless PostMortems and a Just Culture (Etsy).
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
    category="accusation",
    severity="error",
    cues=[pattern("accusation_idioms")],
    examples=[
        Example("I screwed up the migration.", flags=["I screwed up"]),
        Example("Shame on the vendor.", flags=["Shame on"]),
        Example("Management threw us under the bus.", flags=["Management threw us under the bus"]),
        Example("The report was swept under the rug.", flags=["swept under"]),
        Example("The cache screwed up the order of the rows."),
        Example("The deploy messed up the index."),
        Example("Thanks for the quick help."),
        Example("The lid covers the upper row of the rack."),
        Example("The sweep under load found nothing."),
        Example("The job ran over the weekend."),
    ],
)
def insinuation(reading: Reading) -> Iterator[Match]:
    """Yield idioms that accuse or insinuate."""
    yield from idioms(reading, pattern("accusation_idioms"), "accuses")
