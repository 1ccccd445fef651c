"""The sentences of labelled documents, as our own reader makes them."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from blameless_lint.text.source import Source
from blameless_lint.training.align import examples
from blameless_lint.training.data import Labelled, documents, public_documents

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from blameless_lint.training.labels import Example, Split


def sentences(split: Split, public_texts: Path | None = None, folder: Path | None = None) -> list[Example]:
    """Return the labelled sentences of a split; public texts belong to the development part."""
    public: Iterable[Labelled] = ()
    if public_texts is not None and split == "develop":
        public = public_documents(public_texts, folder)
    return [example for document in chain(documents(split, folder), public) for example in read_sentences(document)]


def read_sentences(document: Labelled) -> list[Example]:
    """Return the labelled sentences of one document."""
    from blameless_lint.language.read import Terms, choose
    from blameless_lint.rules.registry import cues
    from blameless_lint.text.reader import read

    found = read(Source(document.name, document.text))
    opened = {sentence.index for sentence in choose(found, Terms(cues=cues())).sentences}
    known = examples(found, document.labels, origin=document.name, kind=document.kind)
    return [replace(example, is_open=index in opened) for index, example in enumerate(known)]
