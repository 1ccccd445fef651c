"""What the trained models say of a sentence, as the rules and the decision read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from blameless_lint.text.source import Span


@dataclass(frozen=True, slots=True)
class Score:
    """The models' view of one sentence.

    `linear` and `blame` are probabilities that the level is at least 1, `severe` that it is 2 given that it is.
    `target` and `agent` are ranges of the sentence's text: what blames, and who is blamed. Without the encoder `blame`
    is the linear model's, and there are no ranges.
    """

    linear: float
    blame: float
    severe: float = 0.5
    category: str = ""
    target: Span | None = None
    agent: Span | None = None
    has_encoder: bool = False
