"""The labels of a unit, and the parts of the fixed split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from blameless_lint.text.source import Span

Category = Literal[
    "person-cause", "omission", "counterfactual", "judgement", "human-error", "accusation", "hindsight", "punitive"
]
Split = Literal["develop", "validation", "test"]

CATEGORIES: tuple[Category, ...] = (
    "person-cause",
    "omission",
    "counterfactual",
    "judgement",
    "human-error",
    "accusation",
    "hindsight",
    "punitive",
)


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled sentence with its context; `target` and `agent` are ranges of `text`.

    `target_known` and `agent_known` say whether the reader marked them at all. `origin` names the file it came from
    ("units/wording-1.jsonl", "documents/set-a/x.md", "public/A-1f0bb333"), `kind` the kind of document.
    `start` and `end` are the offsets of the sentence in its document; `is_open` says whether the gate's word lists let
    it through.
    """

    text: str
    level: int
    categories: tuple[Category, ...] = ()
    target: Span | None = None
    agent: Span | None = None
    target_known: bool = True
    agent_known: bool = True
    section: str = ""
    block: str = ""
    previous: str = ""
    origin: str = ""
    kind: str = ""
    weight: float = 1.0
    start: int = 0
    end: int = 0
    is_open: bool = True
