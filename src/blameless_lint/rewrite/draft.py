"""What the rewriting floor answers: a text for a range of the sentence, and how far it may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Applicability = Literal["safe", "suggested", "question"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A replacement of the characters [start, end) of the sentence by `text`; a question replaces nothing.

    `name` is that of the transformation that made it.
    """

    text: str
    applicability: Applicability
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, its blaming words, the blamed, and what a transformation makes of it ("" where it declines)."""

    text: str
    target: str
    agent: str
    becomes: str
    category: str = "omission"
