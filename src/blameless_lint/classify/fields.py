"""The tagger of tasks at run time: which words name the owner, which the due date; ONNX Runtime, no torch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from blameless_lint.classify.arrays import Numbers, models_folder, open_model
from blameless_lint.classify.encoder import Unavailable, open_session, open_tokenizer
from blameless_lint.language.tagged import Tagged
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

NAME = "task-fields"
FIELDS = ("owner", "due")
LONGEST = 1_000
"""Characters of a task that are read."""


@dataclass(frozen=True, eq=False)
class FieldTagger:
    """A loaded tagger."""

    session: InferenceSession
    tokenizer: Tokenizer

    def tag(self, texts: Sequence[str]) -> list[Tagged]:
        """Return the first words of each text with their probabilities; each text is scored by itself."""
        heads = [text[:LONGEST] for text in texts]
        return [self._tagged(text, row) for text, row in zip(heads, self.tokenizer.encode_batch(heads), strict=True)]

    def _tagged(self, text: str, row: Encoding) -> Tagged:
        columns = (("ids", row.ids), ("segments", capitals(text, row)), ("mask", row.attention_mask))
        feed = {name: np.array([values], np.int64) for name, values in columns}
        (logits,) = self.session.run(["tags"], feed)
        return _by_word(row, 1.0 / (1.0 + np.exp(-logits[0])))


def capitals(text: str, row: Encoding) -> list[int]:
    """Return for each piece whether its word begins with a capital, which the tokens themselves do not tell."""
    first: dict[int, int] = {}
    for word, (start, _) in zip(row.word_ids, row.offsets, strict=True):
        if word is not None:
            first.setdefault(word, start)
    return [int(word is not None and text[first[word] : first[word] + 1].isupper()) for word in row.word_ids]


def _by_word(row: Encoding, inside: Numbers) -> Tagged:
    """Return the words with the mean of their pieces."""
    pieces: dict[int, list[int]] = {}
    for index, word in enumerate(row.word_ids):
        if word is not None:
            pieces.setdefault(word, []).append(index)
    places = tuple(Span(row.offsets[group[0]][0], row.offsets[group[-1]][1]) for group in pieces.values())
    means = [inside[group].mean(axis=0).tolist() for group in pieces.values()]
    return Tagged(places, tuple(mean[0] for mean in means), tuple(mean[1] for mean in means))


def load_fields(folder: Path | None = None) -> FieldTagger | Unavailable:
    """Load the tagger, by default the one that ships; who asks while it is being loaded waits for it.

    Without onnxruntime or tokenizers the result says so; a missing or changed file raises ModelError.
    """
    with _LOADING:
        return _loaded(folder)


_LOADING = Lock()


@cache
def _loaded(folder: Path | None) -> FieldTagger | Unavailable:
    try:
        import onnxruntime  # noqa: F401 - asked for here, so that its absence is known
        import tokenizers  # noqa: F401
    except ImportError as error:
        return Unavailable(f"{error.name} is not installed; owners and due dates of tasks are found by rules alone")
    stored = open_model(folder or models_folder() / NAME)
    return FieldTagger(open_session(stored.path("model.onnx")), open_tokenizer(stored))
