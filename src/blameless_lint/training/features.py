"""What the combiner learns from: documents that the models have not seen, sentence by sentence with scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.classify.annotate import annotate_all, encoder_or_reason
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source
from blameless_lint.training.align import examples
from blameless_lint.training.data import documents, public_documents
from blameless_lint.training.mix import is_held

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from blameless_lint.classify.scores import Score
    from blameless_lint.text.document import Document
    from blameless_lint.training.data import Labelled
    from blameless_lint.training.labels import Example


@dataclass(frozen=True)
class Scored:
    """A document as it was read, with the label and the score of every sentence, in the order of `read.sentences`."""

    labelled: Labelled
    read: Document
    examples: tuple[Example, ...]
    scores: tuple[Score, ...]


def unseen(public_texts: Path | None = None, folder: Path | None = None) -> Iterator[Labelled]:
    """Yield the documents of the validation part and, with public texts, the tenth of them that training holds out."""
    yield from documents("validation", folder)
    if public_texts is not None:
        yield from (document for document in public_documents(public_texts, folder) if is_held(document.name))


def scored(chosen: Iterable[Labelled], *, encoder: bool = True) -> Iterator[Scored]:
    """Yield documents with the scores of the models that ship; without the encoder, only the linear model's.

    Fit on `unseen()` documents only: on its own training data the encoder is surer than it should be.
    """
    model, _ = encoder_or_reason(wanted=encoder)
    for labelled in chosen:
        found = read(Source(labelled.name, labelled.text))
        scores = annotate_all([(found, found.sentences)], encoder=model)[0]
        yield Scored(
            labelled,
            found,
            tuple(examples(found, labelled.labels, origin=labelled.name, kind=labelled.kind)),
            tuple(scores[sentence.index] for sentence in found.sentences),
        )
