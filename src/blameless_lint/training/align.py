"""Labels of ranges of a text, given to the sentences that our own reader makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.text.source import Span
from blameless_lint.training.labels import Category, Example

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.text.document import Document, Sentence


@dataclass(frozen=True, slots=True)
class Label:
    """A blaming range of a text; `target` and `agent` are ranges of the same text where the reader marked them."""

    span: Span
    level: int
    categories: tuple[Category, ...]
    target: Span | None = None
    agent: Span | None = None
    agent_known: bool = True


def examples(document: Document, labels: Sequence[Label], *, origin: str, kind: str) -> list[Example]:
    """Return an example for every sentence of a document, with its label and its context."""
    owners = _owners(document.sentences, labels)
    found: list[Example] = []
    previous = ""
    for sentence in document.sentences:
        found.append(_example(sentence, owners.get(sentence.index, []), (origin, kind, previous)))
        previous = sentence.text
    return found


def _owners(sentences: Sequence[Sentence], labels: Sequence[Label]) -> dict[int, list[Label]]:
    """Return the labels by the index of their sentence: the one that most of the target, or of the label, lies in."""
    owners: dict[int, list[Label]] = {}
    for label in labels:
        best = max(sentences, key=lambda sentence: _shared(sentence, label), default=None)
        if best is not None and _shared(best, label)[1]:
            owners.setdefault(best.index, []).append(label)
    return owners


def _shared(sentence: Sentence, label: Label) -> tuple[int, int]:
    return (_overlap(sentence.span, label.target) if label.target else 0, _overlap(sentence.span, label.span))


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _example(sentence: Sentence, labels: Sequence[Label], names: tuple[str, str, str]) -> Example:
    origin, kind, previous = names
    worst = max(labels, key=lambda label: label.level, default=None)
    target = _within(sentence, worst.target if worst else None)
    return Example(
        text=sentence.text,
        level=worst.level if worst else 0,
        categories=tuple(dict.fromkeys(name for label in labels for name in label.categories)),
        target=target,
        agent=_within(sentence, worst.agent if worst else None),
        target_known=worst is None or target is not None,
        agent_known=worst is None or worst.agent_known,
        section=sentence.block.section.kind.value,
        block=sentence.block.kind.value,
        previous=previous,
        origin=origin,
        kind=kind,
        start=sentence.span.start,
        end=sentence.span.end,
    )


def _within(sentence: Sentence, span: Span | None) -> Span | None:
    """Return the range of the sentence's text that came from a range of the source, or None."""
    if span is None:
        return None
    block = sentence.block
    inside = [
        place - sentence.start
        for place in range(sentence.start, sentence.end)
        if block.starts[place] < span.end and span.start < block.ends[place]
    ]
    return Span(inside[0], inside[-1] + 1) if inside else None
