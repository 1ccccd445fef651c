"""Action items, and sentences that are none, as rows to learn from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from blameless_lint.text.source import Source, Span
from blameless_lint.training.data import Labelled, action_units, public_documents, task_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from blameless_lint.text.document import Document, Sentence
    from blameless_lint.training.labels import Split
    from blameless_lint.training.schema import ActionLabel, ActionUnit


@dataclass(frozen=True, slots=True)
class Item:
    """A text with what is known of it: a trait is None where no reader judged it."""

    text: str
    section: str
    block: str
    action: bool
    specific: bool | None = None
    measurable: bool | None = None
    achievable: bool | None = None
    vague: bool | None = None
    origin: str = ""


_FORMS = {"heading": "heading", "table-row": "cell", "prose": "paragraph"}


def items(split: Split, public_texts: Path | None = None, folder: Path | None = None) -> list[Item]:
    """Return the items of a split; public texts belong to the development part.

    Our documents without a single action item are those whose items were not labelled; they are left out.
    """
    public: Iterable[Labelled] = ()
    if public_texts is not None and split == "develop":
        public = public_documents(public_texts, folder)
    units = [_unit(unit) for unit in action_units(split, folder)]
    ours = (document for document in task_documents(split, folder) if document.actions)
    found = chain(ours, public)
    return units + [item for document in found for item in read_items(document)]


def _unit(unit: ActionUnit) -> Item:
    return Item(
        text=unit.text,
        section="actions" if unit.action else "",
        block=_FORMS.get(unit.form, "item"),
        action=bool(unit.action),
        specific=unit.specific,
        measurable=unit.measurable,
        achievable=unit.achievable,
        vague=unit.vague,
        origin="actions",
    )


def read_items(document: Labelled) -> Iterator[Item]:
    """Yield the action items of a document, and its other sentences as items that are none."""
    from blameless_lint.text.reader import read

    read_document = read(Source(document.name, document.text))
    taken: set[int] = set()
    for label in document.actions:
        sentences = _inside(read_document, Span(label.start, label.end))
        taken.update(sentence.index for sentence in sentences)
        if sentences:
            yield _labelled(sentences, label, document.name)
    for sentence in read_document.sentences:
        if sentence.index not in taken:
            block = sentence.block
            yield Item(sentence.text, block.section.kind.value, block.kind.value, action=False, origin=document.name)


def _inside(document: Document, span: Span) -> list[Sentence]:
    return [sentence for sentence in document.sentences if sentence.span.overlaps(span)]


def _labelled(sentences: list[Sentence], label: ActionLabel, origin: str) -> Item:
    block = sentences[0].block
    return Item(
        text=" ".join(sentence.text for sentence in sentences),
        section=block.section.kind.value,
        block=block.kind.value,
        action=True,
        specific=label.specific,
        measurable=label.measurable,
        achievable=label.achievable,
        vague=label.vague,
        origin=origin,
    )
