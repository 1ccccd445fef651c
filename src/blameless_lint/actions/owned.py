"""The owners of a document's items that stand in the words of the tasks: by rules first, then by likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blameless_lint.actions import owner, segments
from blameless_lint.actions.candidates import Candidate
from blameless_lint.actions.chosen import chosen
from blameless_lint.text.source import Span

FEW = 2
"""Items up to which a list says nothing of whether its items have owners."""
SHARE = 0.1
"""The share of items with an owner by the rules from which on the others are looked through for one."""
LEAST = 0.4
"""The probability that a phrase needs to be taken for an owner."""


@dataclass(frozen=True, slots=True)
class Read:
    """The pieces of a task, and the range of its owner in them."""

    parts: tuple[segments.Segment, ...]
    owner: Span | None


def read(found: Sequence[Candidate], known: frozenset[str]) -> list[Read]:
    """Return the pieces and the owner of each task; a cell for owners is left to those who read cells."""
    ruled = [_ruled(candidate, known) for candidate in found]
    named = sum(
        each.owner is not None or "owner" in candidate.fields for candidate, each in zip(found, ruled, strict=True)
    )
    if len(found) > FEW and named < SHARE * len(found):
        return ruled
    return [
        each if each.owner is not None or _has_cells(candidate) else _likely(candidate, each, known)
        for candidate, each in zip(found, ruled, strict=True)
    ]


def _has_cells(candidate: Candidate) -> bool:
    """Return whether a task is a row whose other cells may name its owner."""
    return candidate.form == "row" and len(candidate.blocks) > 1


def _ruled(candidate: Candidate, known: frozenset[str]) -> Read:
    text = candidate.task.text
    parts = segments.split(text)
    return Read(parts, None if "owner" in candidate.fields else owner.find(text, parts, known))


def _likely(candidate: Candidate, this: Read, known: frozenset[str]) -> Read:
    """Return a task with the owner that is likely enough, unless its owner is said to be missing."""
    if owner.is_open(this.parts):
        return this
    return Read(this.parts, chosen(candidate.task.text, this.parts, known, least=LEAST))
