"""Action items by a linear model: is it one at all, and is it specific, measurable, achievable, vague."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.classify.linear import Linear, load_linear, place

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "actions-linear"
TRAITS = ("specific", "measurable", "achievable", "vague")


@dataclass(frozen=True, slots=True)
class ActionScore:
    """Probabilities: of being an action item and, given that it is one, of its traits."""

    action: float
    specific: float
    measurable: float
    achievable: float
    vague: float


def score_actions(items: Sequence[tuple[str, str, str]], model: Linear | None = None) -> list[ActionScore]:
    """Return the scores of items, each given as its text and the kinds of its section and block.

    The model that ships is loaded unless one is given; raises ModelError where its files are missing or changed.
    """
    model = model or load_linear(name=NAME)
    texts = [text for text, _, _ in items]
    places = [place(section, block) for _, section, block in items]
    found = model.scores(texts, places, ("action", *TRAITS))
    return [ActionScore(*(float(value) for value in row)) for row in found]
