"""What the models see in sentences: the gate's learned half, and the scores that rules and decision read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blameless_lint.classify.encoder import Encoder, EncoderScore, Unavailable, Unit, load_encoder
from blameless_lint.classify.linear import Linear, load_linear, place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.text.document import Document, Sentence


@dataclass(frozen=True, slots=True)
class Score:
    """What the models see in a sentence.

    `linear` is the linear model's probability that its level is at least 1, `severe` that it is 2; `encoder` is None
    where the encoder did not run.
    """

    linear: float
    severe: float
    encoder: EncoderScore | None = None


def learned_gate(threshold: float | None = None) -> Callable[[Sequence[Sentence]], list[bool]]:
    """Return the gate's learned half: whether each sentence may hold blame; raises ModelError without its model."""
    model = load_linear()
    limit = model.thresholds["gate"] if threshold is None else threshold

    def opens(sentences: Sequence[Sentence]) -> list[bool]:
        return [bool(score >= limit) for score in _linear(model, sentences, ("blame",))[:, 0]] if sentences else []

    return opens


def annotate(document: Document, sentences: Sequence[Sentence], *, encoder: Encoder | None = None) -> dict[int, Score]:
    """Return the scores of some sentences of a document by their index; without an encoder only the linear model's."""
    if not sentences:
        return {}
    linear = _linear(load_linear(), sentences, ("blame", "severe"))
    seen = encoder.score([unit(document, sentence) for sentence in sentences]) if encoder else [None] * len(sentences)
    return {
        sentence.index: Score(float(blame), float(severe), score)
        for sentence, (blame, severe), score in zip(sentences, linear, seen, strict=True)
    }


def encoder_or_reason(*, wanted: bool = True) -> tuple[Encoder | None, str]:
    """Return the encoder that ships, or None and what is lost without it; raises ModelError for changed files."""
    if not wanted:
        return None, "without the encoder: blame that no rule and no plain phrase shows is not found"
    found = load_encoder()
    return (None, found.reason) if isinstance(found, Unavailable) else (found, "")


def unit(document: Document, sentence: Sentence) -> Unit:
    """Return what the encoder reads of a sentence."""
    block = sentence.block
    previous = document.sentences[sentence.index - 1].text if sentence.index else ""
    return Unit(sentence.text, block.section.kind.value, block.kind.value, previous)


def _linear(model: Linear, sentences: Sequence[Sentence], outputs: Sequence[str]) -> Numbers:
    places = [place(s.block.section.kind.value, s.block.kind.value) for s in sentences]
    return model.scores([s.text for s in sentences], places, outputs)
