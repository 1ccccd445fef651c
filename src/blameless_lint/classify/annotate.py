"""What the models see in sentences: the scores that rules and decision read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.classify.encoder import Encoder, EncoderScore, Unavailable, Unit, load_encoder
from blameless_lint.classify.linear import Linear, load_linear, place
from blameless_lint.classify.scores import Score

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from blameless_lint.classify.arrays import Numbers
    from blameless_lint.text.document import Document, Sentence


def annotate(document: Document, sentences: Sequence[Sentence], *, encoder: Encoder | None = None) -> dict[int, Score]:
    """Return the scores of some sentences of a document by their index; without an encoder only the linear model's."""
    return annotate_all([(document, sentences, None)], encoder=encoder)[0]


def annotate_all(
    chosen: Sequence[tuple[Document, Sequence[Sentence], Collection[int] | None]],
    *,
    encoder: Encoder | None = None,
    linear: Linear | None = None,
) -> list[dict[int, Score]]:
    """Return the scores of the chosen sentences of each document, all scored in one batch.

    The linear model is the one that ships, unless another is given. The encoder is shown the sentences of which the
    third part of a tuple holds the index, or all of them where that is None.
    """
    pairs = [(document, sentence) for document, sentences, _ in chosen for sentence in sentences]
    model = linear or load_linear()
    columns = ("blame", "severe") if encoder else model.outputs
    scores = [_plain(columns, row) for row in _linear(model, [one for _, one in pairs], columns).tolist()]
    if encoder is not None:
        wanted = [shown is None or one.index in shown for _, sentences, shown in chosen for one in sentences]
        numbers = [number for number, is_wanted in enumerate(wanted) if is_wanted]
        seen = encoder.score([unit(*pairs[number]) for number in numbers])
        for number, score in zip(numbers, seen, strict=True):
            scores[number] = _seen(scores[number].linear, score)
    found = iter(scores)
    return [{sentence.index: next(found) for sentence in sentences} for _, sentences, _ in chosen]


def show(
    document: Document, sentences: Sequence[Sentence], scores: Mapping[int, Score], encoder: Encoder
) -> dict[int, Score]:
    """Return the scores of a document with what the encoder sees in some sentences that it was not shown before."""
    waiting = [sentence for sentence in sentences if not scores[sentence.index].has_encoder]
    seen = encoder.score([unit(document, sentence) for sentence in waiting])
    shown = zip(waiting, seen, strict=True)
    return {**scores, **{one.index: _seen(scores[one.index].linear, score) for one, score in shown}}


def _seen(linear: float, score: EncoderScore) -> Score:
    return Score(
        linear=linear,
        blame=score.blame,
        severe=score.levels[2] / max(score.blame, 1e-9),
        category=score.category,
        target=score.target,
        agent=score.agent,
        has_encoder=True,
    )


def _plain(names: Sequence[str], row: Sequence[float]) -> Score:
    """Return what the linear model alone says; its chance of level 2 is unconditional, the score's is given blame."""
    values = dict(zip(names, row, strict=True))
    blame, severe = values.pop("blame"), values.pop("severe")
    category = max(values, key=lambda name: values[name], default="")
    return Score(linear=blame, blame=blame, severe=min(1.0, severe / max(blame, 1e-9)), category=category)


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
