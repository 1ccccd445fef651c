"""What the tagger of tasks learns from: the words of labelled action items, with their owner and their due date."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from blameless_lint.actions.candidates import candidates
from blameless_lint.text.source import Source, Span
from blameless_lint.training.data import action_units, public_documents, task_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from blameless_lint.actions.candidates import Candidate
    from blameless_lint.training.data import Labelled
    from blameless_lint.training.labels import Split
    from blameless_lint.training.schema import ActionLabel

SWAPPED = 0.8
"""The chance that an owner is exchanged for what another text of the data has, if that has one."""


@dataclass(frozen=True, slots=True)
class Told:
    """The text of a task, and the ranges of its owner and its due date where they stand in it."""

    text: str
    owner: Span | None = None
    due: Span | None = None


def told(split: Split, public_texts: Path | None = None, data: Path | None = None) -> Iterator[Told]:
    """Yield the tasks of a split, and the look-alikes, as tasks without fields; rows of tables are left out."""
    for unit in action_units(split, data):
        if unit.form != "table-row":
            yield Told(unit.text, place(unit.text, unit.owner), place(unit.text, unit.due))
    public = public_documents(public_texts, data) if public_texts is not None and split == "develop" else ()
    for document in chain(task_documents(split, data), public):
        if document.actions:
            yield from _of_document(document)


def place(text: str, part: str | None) -> Span | None:
    """Return where a part stands in a text, at the borders of words if it does anywhere."""
    if not part:
        return None
    whole = re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text)
    start = whole.start() if whole else text.find(part)
    return Span(start, start + len(part)) if start >= 0 else None


def _of_document(document: Labelled) -> Iterator[Told]:
    from blameless_lint.text.reader import read

    for candidate in candidates(read(Source(document.name, document.text))):
        if candidate.form != "row":
            label = _labelled(candidate, document.actions)
            text = candidate.task.text
            yield Told(text, place(text, label.owner), place(text, label.due)) if label else Told(text)


def _labelled(candidate: Candidate, labels: Sequence[ActionLabel]) -> ActionLabel | None:
    """Return the label that shares half of the shorter range with a candidate."""
    span = candidate.whole.span
    for label in labels:
        common = min(span.end, label.end) - max(span.start, label.start)
        if common * 2 >= min(len(span), label.end - label.start):
            return label
    return None


def swapped(task: Told, pool: Sequence[Told], chance: random.Random) -> Told:
    """Return a task, now and then with another owner of the pool in the place of its own."""
    other = chance.choice(pool)
    if task.owner is None or other.owner is None or chance.random() > SWAPPED:
        return task
    if task.due is not None and task.owner.overlaps(task.due):
        return task
    new = other.text[other.owner.start : other.owner.end]
    shift = len(new) - len(task.owner)
    text = task.text[: task.owner.start] + new + task.text[task.owner.end :]
    due = task.due
    if due is not None and due.start >= task.owner.end:
        due = Span(due.start + shift, due.end + shift)
    return Told(text, Span(task.owner.start, task.owner.end + shift), due)
