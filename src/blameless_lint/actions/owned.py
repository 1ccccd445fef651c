"""The owners of a document's items that stand in the words of the tasks: by rules and tagger, or by likelihood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from blameless_lint.actions import owner, segments
from blameless_lint.actions.candidates import Candidate
from blameless_lint.actions.chosen import chosen
from blameless_lint.actions.tagged import AGAINST, ALONE, owner_of
from blameless_lint.language.tagged import Tagged, Tagger
from blameless_lint.text.source import Span

FEW = 2
"""Items up to which a list says nothing of whether its items have owners."""
SHARE = 0.1
"""The share of items with an owner by the rules from which on the others are looked through for one."""
LEAST = 0.4
"""The probability that a phrase needs to be taken for an owner."""


@dataclass(frozen=True, slots=True)
class Read:
    """The pieces of a task, the range of its owner in them, and what the tagger says of its words."""

    parts: tuple[segments.Segment, ...]
    owner: Span | None
    tagged: Tagged | None = None


def read(found: Sequence[Candidate], known: frozenset[str], tagger: Tagger | None = None) -> list[Read]:
    """Return the pieces and the owner of each task; rows of tables are left to rules and to those who read cells."""
    ruled = [_ruled(candidate, known) for candidate in found]
    bare = _is_bare(found, ruled)
    tags = _tags(found, tagger)
    if tags is not None:
        least = AGAINST if bare else ALONE["owner"]  # a list that seems to name no owners
        return [_tagged(*each, least) for each in zip(found, ruled, tags, strict=True)]
    if bare:
        return ruled
    return [
        each if each.owner is not None or _has_cells(candidate) else _likely(candidate, each, known)
        for candidate, each in zip(found, ruled, strict=True)
    ]


def _tags(found: Sequence[Candidate], tagger: Tagger | None) -> list[Tagged | None] | None:
    """Return what the tagger says of each task that is no row, or None where there is no tagger."""
    worded = [number for number, candidate in enumerate(found) if candidate.form != "row"]
    tags = tagger([found[number].task.text for number in worded]) if tagger is not None and worded else None
    if tags is None:
        return None
    by_number = dict(zip(worded, tags, strict=True))
    return [by_number.get(number) for number in range(len(found))]


def _is_bare(found: Sequence[Candidate], ruled: Sequence[Read]) -> bool:
    """Return whether the rules see so few owners in a list that it seems to name none."""
    named = sum(
        each.owner is not None or "owner" in candidate.fields for candidate, each in zip(found, ruled, strict=True)
    )
    return len(found) > FEW and named < SHARE * len(found)


def _has_cells(candidate: Candidate) -> bool:
    """Return whether a task is a row whose other cells may name its owner."""
    return candidate.form == "row" and len(candidate.blocks) > 1


def _ruled(candidate: Candidate, known: frozenset[str]) -> Read:
    text = candidate.task.text
    parts = segments.split(text)
    return Read(parts, None if "owner" in candidate.fields else owner.find(text, parts, known))


def _tagged(candidate: Candidate, this: Read, tags: Tagged | None, least: float) -> Read:
    """Return a task with the owner that rules and tagger agree on, unless its owner is said to be missing."""
    if tags is None:
        return this
    if "owner" in candidate.fields or owner.is_open(this.parts):
        return replace(this, tagged=tags)
    return Read(this.parts, owner_of(candidate.task.text, this.owner, tags, least=least), tags)


def _likely(candidate: Candidate, this: Read, known: frozenset[str]) -> Read:
    """Return a task with the owner that is likely enough, unless its owner is said to be missing."""
    if owner.is_open(this.parts):
        return this
    return Read(this.parts, chosen(candidate.task.text, this.parts, known, least=LEAST))
