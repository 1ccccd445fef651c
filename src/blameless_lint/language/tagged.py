"""What a trained tagger says of the words of a task: which name who is to do it, which say by when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from blameless_lint.text.source import Span

Field = Literal["owner", "due"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a text, each with the probability that it is part of the owner and of the due date."""

    words: tuple[Span, ...]
    owner: tuple[float, ...]
    due: tuple[float, ...]

    def of(self, field: Field) -> tuple[float, ...]:
        """Return the probabilities of a field."""
        return self.owner if field == "owner" else self.due


Tagger = Callable[[Sequence[str]], Sequence[Tagged] | None]
"""From texts to their words, or to None where the tagger cannot run."""
