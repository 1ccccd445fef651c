"""What a rule asks of the rewriting floor: one parsed sentence, and what in it puts the failure on a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JUDGED = frozenset({"judgement", "accusation", "hindsight"})
"""The categories of blaming words that tell what someone thinks of it, and no act."""


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A sentence to be said about the system.

    `doc` holds one sentence; `target` and `agent` are token ranges of the blaming words and of whoever is blamed.
    `antecedent` is the name that a pronoun stands for; `is_clean` asks the linter whether it finds nothing in a text;
    `is_implied` says that the model recognised the blaming words, and no rule of grammar; `is_doubtful` that nothing is
    sure enough to state that something went wrong, so that only a question is fair.
    """

    doc: Doc
    target: tuple[int, int]
    agent: tuple[int, int] | None
    category: str
    section: str | None
    is_person: Callable[[Token], bool]
    antecedent: str | None = None
    is_clean: Callable[[str], bool] | None = None
    is_implied: bool = False
    is_doubtful: bool = False

    @property
    def is_judgement(self) -> bool:
        """Return whether the blaming words tell what someone thinks of it, and no act."""
        return self.category in JUDGED

    def holds(self, token: Token) -> bool:
        """Return whether a token is one of the blaming words."""
        return self.target[0] <= token.i < self.target[1]
