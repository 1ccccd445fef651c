"""Score what was read: one batch through the linear model and the encoder for all documents together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from blameless_lint.classify.scores import Score

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from blameless_lint.classify.encoder import EncoderScore, Unit
    from blameless_lint.language.reading import Reading
    from blameless_lint.text.document import Document, Sentence

Choice = Literal["auto", "encoder", "linear", "none"]


@dataclass(frozen=True, slots=True)
class Annotated:
    """The readings with their scores, and what was lost where a model could not run ("" where nothing was)."""

    readings: list[Reading]
    loss: str = ""


def annotate(readings: Sequence[Reading], choice: Choice = "auto") -> Annotated:
    """Return the readings with a score for every parsed sentence; raises ModelError for missing or changed files."""
    units = [_unit(reading.document, parsed.sentence) for reading in readings for parsed in reading.parsed]
    if choice == "none" or not units:
        return Annotated(list(readings))
    found, loss = _scores(units, choice)
    scores = iter(found)
    return Annotated([replace(r, scores={p.sentence.index: next(scores) for p in r.parsed}) for r in readings], loss)


def learned_gate(choice: Choice = "auto") -> Callable[[Sequence[Sentence]], list[bool]] | None:
    """Return the gate's learned half: which of the sentences that the word lists turned away may hold blame all the same."""
    if choice == "none":
        return None
    from blameless_lint.classify.linear import load_linear, place

    model = load_linear()
    threshold = model.thresholds["gate"]

    def opens(sentences: Sequence[Sentence]) -> list[bool]:
        texts = [sentence.text for sentence in sentences]
        places = [place(s.block.section.kind.value, s.block.kind.value) for s in sentences]
        return [bool(p >= threshold) for p in model.scores(texts, places, model.outputs[:1])[:, 0]]

    return opens


def _scores(units: Sequence[Unit], choice: Choice) -> tuple[list[Score], str]:
    from blameless_lint.classify.encoder import Unavailable, load_encoder
    from blameless_lint.classify.linear import load_linear, place

    model = load_linear()
    places = [place(unit.section, unit.block) for unit in units]
    linear = [float(p) for p in model.scores([unit.text for unit in units], places, model.outputs[:1])[:, 0]]
    encoder = load_encoder() if choice != "linear" else Unavailable("")
    if isinstance(encoder, Unavailable):
        return [Score(linear=p, blame=p) for p in linear], encoder.reason
    return [_joined(p, score) for p, score in zip(linear, encoder.score(units), strict=True)], ""


def _joined(linear: float, score: EncoderScore) -> Score:
    return Score(
        linear=linear,
        blame=score.blame,
        severe=score.levels[2] / max(score.blame, 1e-9),
        category=score.category,
        categories=score.categories,
        target=score.target,
        agent=score.agent,
        has_encoder=True,
    )


def _unit(document: Document, sentence: Sentence) -> Unit:
    from blameless_lint.classify.encoder import Unit

    block = sentence.block
    previous = document.sentences[sentence.index - 1].text if sentence.index else ""
    return Unit(sentence.text, block.section.kind.value, block.kind.value, previous)
