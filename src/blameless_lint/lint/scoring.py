"""Which models give scores: loaded when the first sentence asks for them, kept for the process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Literal

from blameless_lint.actions.doors import could_hold_tasks

if TYPE_CHECKING:
    from blameless_lint.classify.encoder import Encoder
    from blameless_lint.classify.gate import Opened
    from blameless_lint.classify.scores import Score
    from blameless_lint.language.read import Chosen
    from blameless_lint.language.tagged import Tagged, Tagger
    from blameless_lint.text.document import Sentence

    Scored = tuple[list[dict[int, Score]], str]

GROUP = 4_000
"""How many sentences the models see at once."""
Choice = Literal["auto", "encoder", "linear", "none"]


def learned_half(model: Choice) -> Callable[[Sequence[Sentence], Sequence[bool]], Opened] | None:
    """Return the gate's learned half, which loads its model when it is first asked; None without models."""
    return None if model == "none" else _opens


def begin(chosen: Sequence[Chosen], model: Choice) -> Callable[[], Scored]:
    """Begin to score the chosen sentences beside the parser; what is returned waits for the scores of each document.

    With them comes what is to be said of a model that is not there; raises ModelError where a model must be there.
    """
    if model == "none" or not any(one.sentences for one in chosen):
        return lambda: ([{} for _ in chosen], "")
    from concurrent.futures import ThreadPoolExecutor

    executor = ThreadPoolExecutor(max_workers=1)
    future = executor.submit(_scored, chosen, model)
    if tagger_of(model) is not None and any(could_hold_tasks(one.document) for one in chosen):
        executor.submit(_warm)
    executor.shutdown(wait=False)
    return future.result


def _scored(chosen: Sequence[Chosen], model: Choice) -> Scored:
    from blameless_lint.classify.annotate import annotate_all
    from blameless_lint.language.read import in_groups

    encoder, note = encoder_of(model)
    scores: list[dict[int, Score]] = [{} for _ in chosen]
    for group in in_groups([one.sentences for one in chosen], GROUP):
        for number, run in group:
            one = chosen[number]
            scores[number].update(annotate_all([(one.document, run, one.shown)], encoder=encoder)[0])
    return scores, note


def _opens(sentences: Sequence[Sentence], opened: Sequence[bool]) -> Opened:
    from blameless_lint.classify.gate import load_gate

    return load_gate()(sentences, opened)


@cache
def encoder_of(model: Choice) -> tuple[Encoder | None, str]:
    """Return the encoder, or None and why; raises ModelError where the configuration insists on it."""
    if model == "linear":
        return None, ""
    from blameless_lint.classify.annotate import encoder_or_reason

    encoder, reason = encoder_or_reason()
    if encoder is None and model == "encoder":
        from blameless_lint.language.pipeline import ModelError

        raise ModelError(reason)
    return encoder, reason


def tagger_of(model: Choice) -> Tagger | None:
    """Return the tagger of tasks, which loads its model when it is first asked; None where no encoder is wanted."""
    return _tags if model in ("auto", "encoder") else None


def _warm() -> None:
    """Load the tagger while the main thread parses; what is wrong with it is told when it is asked."""
    from blameless_lint.classify.fields import load_fields
    from blameless_lint.language.pipeline import ModelError

    with suppress(ModelError):
        load_fields()


def _tags(texts: Sequence[str]) -> Sequence[Tagged] | None:
    from blameless_lint.classify.fields import FieldTagger, load_fields

    tagger = load_fields()
    return tagger.tag(texts) if isinstance(tagger, FieldTagger) else None
