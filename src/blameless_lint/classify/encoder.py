"""The wording encoder at run time: ONNX Runtime and a tokenizer, no torch."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from blameless_lint.classify.arrays import Numbers, Stored, models_folder, open_model
from blameless_lint.classify.context import context
from blameless_lint.language.pipeline import ModelError
from blameless_lint.text.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MOST_THREADS = 4
COST = 0.35
TARGET, AGENT = 0.1, 0.5
NAME = "wording-encoder"


@dataclass(frozen=True, slots=True)
class Unit:
    """What the encoder reads: a sentence, the kinds of its section and block, and the sentence before."""

    text: str
    section: str = ""
    block: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True)
class EncoderScore:
    """What the encoder sees in a sentence.

    `levels` are the probabilities of level 0, 1 and 2. The rest is given that the sentence blames: `categories` their
    probabilities, `category` the one that stands out, `target` (what
    blames) and `agent` (who is blamed) ranges of the sentence's text, or None.
    """

    levels: tuple[float, float, float]
    categories: dict[str, float]
    category: str
    target: Span | None
    agent: Span | None

    @property
    def blame(self) -> float:
        """Return the probability that the level is at least 1."""
        return self.levels[1] + self.levels[2]


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The encoder cannot run here; `reason` says why and what to do."""

    reason: str


@dataclass(frozen=True, eq=False)
class Encoder:
    """A loaded encoder; `shares` is how much of the blame that it was fitted on is of each of the categories."""

    session: InferenceSession
    tokenizer: Tokenizer
    categories: tuple[str, ...]
    shares: tuple[float, ...]

    def score(self, units: Sequence[Unit]) -> list[EncoderScore]:
        """Return the scores of sentences, in their order.

        Each is scored by itself: its integers are scaled by the largest activation, so what stood beside it in a batch
        would change its score, and on a CPU batches are no quicker.
        """
        found = self.tokenizer.encode_batch([(context(u.section, u.block, u.previous), u.text) for u in units])
        return [self._score(row) for row in found]

    def _score(self, row: Encoding) -> EncoderScore:
        feed = {
            name: np.array([values], np.int64)
            for name, values in (("ids", row.ids), ("segments", row.type_ids), ("mask", row.attention_mask))
        }
        outputs: list[Numbers] = self.session.run(["levels", "categories", "tags"], feed)
        levels = np.exp(outputs[0][0] - outputs[0][0].max())
        levels /= levels.sum()
        categories, tags = (1.0 / (1.0 + np.exp(-logits[0])) for logits in outputs[1:])
        return EncoderScore(
            levels=tuple(levels.tolist()),
            categories=dict(zip(self.categories, categories.tolist(), strict=True)),
            category=self.categories[int(np.argmax(categories / np.sqrt(self.shares)))],
            target=span(row, tags[:, 0], certain=TARGET),
            agent=span(row, tags[:, 1], certain=AGENT),
        )


def span(row: Encoding, inside: Numbers, *, certain: float) -> Span | None:
    """Return the run of words of the sentence that gains most, or None where no word is certain enough.

    A word gains what the mean of its pieces lies above COST (the maximal subarray, Bentley, Programming Pearls, 1984).
    """
    words = _words(row, inside)
    if max((weight for weight, _ in words), default=0.0) < certain:
        return None
    best, best_sum = words[0][1], float("-inf")
    start, total = 0, 0.0
    for weight, place in words:
        if total <= 0.0:
            start, total = place.start, 0.0
        total += weight - COST
        if total > best_sum:
            best, best_sum = Span(start, place.end), total
    return best


def _words(row: Encoding, inside: Numbers) -> list[tuple[float, Span]]:
    """Return the words of the sentence (segment 1) with the mean of their pieces."""
    pieces: dict[int, list[int]] = {}
    for index, (word, segment) in enumerate(zip(row.word_ids, row.type_ids, strict=True)):
        if word is not None and segment == 1:
            pieces.setdefault(word, []).append(index)
    weights = inside.tolist()
    return [
        (
            sum(weights[place] for place in places) / len(places),
            Span(row.offsets[places[0]][0], row.offsets[places[-1]][1]),
        )
        for places in pieces.values()
    ]


@cache
def load_encoder(folder: Path | None = None, threads: int | None = None) -> Encoder | Unavailable:
    """Load the encoder, by default the one that ships, on as many threads as there are cores, at most 4.

    OMP_NUM_THREADS says otherwise.

    Without onnxruntime or tokenizers the result says so; a missing or changed file raises ModelError.
    """
    try:
        import onnxruntime  # noqa: F401 - asked for here, so that its absence is known before files are read
        import tokenizers  # noqa: F401
    except ImportError as error:
        return Unavailable(
            f"{error.name} is not installed; `pip install onnxruntime tokenizers` brings the encoder back; until then "
            "a small linear model stands in, which finds less"
        )
    stored = open_model(folder or models_folder() / NAME)
    try:
        return Encoder(
            session=open_session(stored.path("model.onnx"), threads),
            tokenizer=open_tokenizer(stored),
            categories=tuple(stored.config["categories"]),
            shares=tuple(stored.config["shares"]),
        )
    except KeyError as error:
        raise ModelError(f"{stored.folder / 'config.json'}: lacks {error}; train the model again") from error


def _threads() -> int:
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return int(asked) if asked.isdigit() and int(asked) else min(MOST_THREADS, os.cpu_count() or 1)


def open_tokenizer(stored: Stored) -> Tokenizer:
    """Return the tokenizer of a model; models whose files are the same share one."""
    digest = stored.config["files"]["tokenizer.json"]
    if digest not in _TOKENIZERS:
        from tokenizers import Tokenizer

        _TOKENIZERS[digest] = Tokenizer.from_file(str(stored.path("tokenizer.json")))
    return _TOKENIZERS[digest]


_TOKENIZERS: dict[str, Tokenizer] = {}


def open_session(path: Path, threads: int | None = None) -> InferenceSession:
    """Return a session for a graph, on as many threads as there are cores, at most 4, or as OMP_NUM_THREADS says."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or _threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    onnxruntime.disable_telemetry_events()
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
