"""Which models give scores: loaded when the first sentence asks for them, kept for the process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from blameless_lint.classify.encoder import Encoder
    from blameless_lint.language.reading import Reading
    from blameless_lint.text.document import Sentence

Choice = Literal["auto", "encoder", "linear", "none"]


def learned_half(model: Choice) -> Callable[[Sequence[Sentence]], list[bool]] | None:
    """Return the gate's learned half, which loads its model when it is first asked; None without models."""
    return None if model == "none" else _opens


def scored(readings: Sequence[Reading], model: Choice) -> tuple[list[Reading], str]:
    """Return readings with the models' scores, and what is to be said of a model that is not there."""
    if model == "none" or not any(reading.parsed for reading in readings):
        return list(readings), ""
    from blameless_lint.classify.annotate import annotate_all

    encoder, note = _encoder(model)
    chosen = [(reading.document, [parsed.sentence for parsed in reading.parsed]) for reading in readings]
    scores = annotate_all(chosen, encoder=encoder)
    return [replace(reading, scores=score) for reading, score in zip(readings, scores, strict=True)], note


def _opens(sentences: Sequence[Sentence]) -> list[bool]:
    return _gate()(sentences)


@cache
def _gate() -> Callable[[Sequence[Sentence]], list[bool]]:
    from blameless_lint.classify.annotate import learned_gate

    return learned_gate()


@cache
def _encoder(model: Choice) -> tuple[Encoder | None, str]:
    """Return the encoder, or None and why; raises ModelError where the configuration insists on it."""
    if model == "linear":
        return None, ""
    from blameless_lint.classify.annotate import encoder_or_reason

    encoder, reason = encoder_or_reason()
    if encoder is None and model == "encoder":
        from blameless_lint.language.pipeline import ModelError

        raise ModelError(reason)
    return encoder, reason
