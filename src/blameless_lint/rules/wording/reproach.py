"""An idiom judges somebody: a waste of time, amateur hour, showing off, a rookie mistake.

Colour of this kind says what the writer feels; readers will remember it, and not the facts.

Instead, say in plain words what happened and what was missing.

Source: Dekker, Just Culture.
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
    category="judgement",
    severity="error",
    cues=[pattern("judgement_idioms")],
    examples=[
        Example("The vendor is a liability.", flags=["The vendor is a liability"]),
        Example("That was a rookie mistake.", flags=["rookie mistake"]),
        Example("He acted in a reckless manner.", flags=["He acted in a reckless manner"]),
        Example("This training was a waste of time.", flags=["waste of time"]),
        Example("The carrier cannot be trusted.", flags=["The carrier cannot be trusted"]),
        Example("Such a thing never crossed their minds.", flags=["never crossed their minds"]),
        Example("The signature cannot be trusted by the client."),
        Example("The cable crossed the yard and never occurred in the drawing."),
        Example("The retry storm was a waste of bandwidth."),
        Example("The scheduler cut the queue in half."),
        Example("The idle pods were asleep."),
        Example("The crew acted in the usual order."),
        Example("The job ran in an orderly way."),
        Example("The query was slow, and the plan was poor."),
    ],
)
def reproach(reading: Reading) -> Iterator[Match]:
    """Yield idioms that judge people."""
    yield from idioms(reading, pattern("judgement_idioms"), "is a reproach")
