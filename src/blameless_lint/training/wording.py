"""Train the wording encoder: fit, export, measure what ships, write its card."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from blameless_lint.classify.encoder import Encoder as Shipped
from blameless_lint.classify.encoder import Unit, load_encoder
from blameless_lint.training.batches import encode, tokenizer_for_training
from blameless_lint.training.cards import write_card
from blameless_lint.training.export import export
from blameless_lint.training.fit import predict
from blameless_lint.training.fits import base_folder, fit_beside, soup
from blameless_lint.training.folds import ENCODER, FOLDS, folder_of
from blameless_lint.training.gold import gold_documents
from blameless_lint.training.labels import CATEGORIES
from blameless_lint.training.measure import average_precision, by_kind, by_origin, calibration_error
from blameless_lint.training.mix import Parts, parts
from blameless_lint.training.report import write_metrics
from blameless_lint.training.sentences import read_sentences
from blameless_lint.training.spans import agreement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from blameless_lint.classify.encoder import EncoderScore
    from blameless_lint.training.bert import Encoder
    from blameless_lint.training.labels import Example
    from blameless_lint.training.run import Run

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def train_wording(run: Run) -> dict[str, Any]:
    """Train, export and measure the encoder, and one without each fold; return what metrics.json holds.

    The figures on `drafts` and `public` are those of the models that had not seen the document or its author.
    """
    clock, started = time.process_time(), time.monotonic()
    base = base_folder()
    material = parts(run.public_texts, run.data, share=run.share, everything=run.everything)
    beside = fit_beside(run, material)
    crossed = [_fold(run, material, fold) for fold in range(FOLDS)]
    model = soup(run, material.develop, run.run)
    recipe: dict[str, object] = {"recipe": asdict(run.recipe) | {"seeds": list(run.seeds)}}
    export(model, base / "tokenizer.json", run.target, more=recipe | shares(material.develop))
    metrics = _metrics(run, material, model, crossed)
    metrics["seconds"] = _spent(run.run, cpu=beside + time.process_time() - clock, wall=time.monotonic() - started)
    write_metrics(run.target, metrics)
    write_card(run.target)
    return metrics


def _fold(run: Run, material: Parts, fold: int) -> tuple[list[Example], list[EncoderScore]]:
    """Fit and export without a fold; return its examples and their scores."""
    folder = folder_of(run.run, fold, ENCODER)
    model = soup(run, material.without(fold), folder.parent)
    export(model, base_folder() / "tokenizer.json", folder, more=shares(material.without(fold)))
    held = material.held(fold)
    return held, _shipped(folder, run.recipe.threads).score(units(held))


def shares(examples: Sequence[Example]) -> dict[str, object]:
    """Return the categories and how much of the blame is of each, none of them quite nothing."""
    blaming = [example for example in examples if example.level]
    counts = [sum(name in example.categories for example in blaming) for name in CATEGORIES]
    found = [round((count + 1) / (len(blaming) + len(CATEGORIES)), 4) for count in counts]
    return {"model": "wording-encoder", "categories": list(CATEGORIES), "shares": found}


def _shipped(folder: Path, threads: int = 1) -> Shipped:
    """Load an exported encoder; raises RuntimeError where onnxruntime is not installed."""
    found = load_encoder(folder, threads)
    if not isinstance(found, Shipped):
        raise RuntimeError(found.reason)
    return found


def _spent(folder: Path, **now: float) -> dict[str, int]:
    """Return the seconds spent, together with those of earlier parts of the same run."""
    path = folder / "seconds.json"
    before: dict[str, int] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    total = {name: round(before.get(name, 0) + value) for name, value in now.items()}
    path.write_text(json.dumps(total), encoding="utf-8")
    return total


def _metrics(
    run: Run, material: Parts, model: Encoder, crossed: Sequence[tuple[list[Example], list[EncoderScore]]]
) -> dict[str, Any]:
    examples = [example for rows, _ in crossed for example in rows]
    scores = [score for _, found in crossed for score in found]
    found: dict[str, Any] = {"data": _data(run, material), "sets": {}, "int8": {}}
    for name, chosen in by_origin(examples).items():
        found["sets"][name] = described([examples[i] for i in chosen], [scores[i] for i in chosen])
    if material.test and not run.everything:
        seen = _shipped(run.target, run.recipe.threads).score(units(material.test))
        found["sets"]["test"] = described(material.test, seen)
        found["int8"]["test"] = _drop(seen, model, material.test)
    return found


def _data(run: Run, material: Parts) -> dict[str, Any]:
    levels = [example.level for example in material.develop]
    return {
        "public_texts": run.public_texts is not None,
        "everything": run.everything,
        "share": run.share,
        "sentences": len(levels),
        "level1": levels.count(1),
        "level2": levels.count(2),
    }


def measure_also(target: Path, folder: Path) -> dict[str, Any]:
    """Measure a stored encoder on a folder of labelled documents too; return and write the metrics with it."""
    metrics: dict[str, Any] = json.loads((target / "metrics.json").read_text(encoding="utf-8"))
    examples = [example for document in gold_documents(folder) for example in read_sentences(document)]
    metrics["sets"][folder.name] = measure(_shipped(target), examples)
    write_metrics(target, metrics)
    write_card(target)
    return metrics


def units(examples: Sequence[Example]) -> list[Unit]:
    """Return what the encoder reads of examples."""
    return [Unit(e.text, e.section, e.block, e.previous) for e in examples]


def measure(model: Shipped, examples: Sequence[Example]) -> dict[str, Any]:
    """Return the figures of a model on examples."""
    return described(examples, model.score(units(examples)))


def described(examples: Sequence[Example], scores: Sequence[EncoderScore]) -> dict[str, Any]:
    """Return the figures of scores of examples."""
    blame = np.array([score.blame for score in scores])
    levels = np.array([example.level for example in examples])
    return {
        "kinds": by_kind(examples, blame, THRESHOLDS),
        "calibration_error": calibration_error(levels > 0, blame),
        **_given_blame(examples, scores),
    }


def _given_blame(examples: Sequence[Example], scores: Sequence[EncoderScore]) -> dict[str, Any]:
    """Return how good categories, severity and spans are where there is blame."""
    pairs = [(e, s) for e, s in zip(examples, scores, strict=True) if e.level and s.blame >= 0.5]
    severe = [(e, s) for e, s in pairs if e.level == 2]
    share = [s.category in e.categories for e, s in severe]
    level = [(s.levels[2] > s.levels[1]) == (e.level == 2) for e, s in pairs]
    return {
        "category": sum(share) / max(1, len(share)),
        "level": sum(level) / max(1, len(level)),
        "target": agreement([(e.target, s.target) for e, s in pairs if e.target_known]),
        "agent": agreement([(e.agent, s.agent) for e, s in pairs if e.agent_known]),
        "categories": {name: _category(name, examples, scores) for name in CATEGORIES},
    }


def _category(name: str, examples: Sequence[Example], scores: Sequence[EncoderScore]) -> dict[str, float]:
    """Return for a category how much of its clear blame is seen, and how often it is then named."""
    chosen = [(e, s) for e, s in zip(examples, scores, strict=True) if e.level == 2 and name in e.categories]
    caught = [(e, s) for e, s in chosen if s.blame >= 0.5]
    return {
        "level2": len(chosen),
        "recall": len(caught) / max(1, len(chosen)),
        "named": sum(s.category in e.categories for e, s in caught) / max(1, len(caught)),
    }


def _drop(seen: Sequence[EncoderScore], model: Encoder, examples: Sequence[Example]) -> dict[str, float]:
    """Return what int8 changes against single precision."""
    from tokenizers import Tokenizer

    tokenizer = tokenizer_for_training(Tokenizer.from_file(str(base_folder() / "tokenizer.json")))
    levels = np.array([example.level for example in examples])
    whole = 1.0 - predict(model, encode(tokenizer, examples)).levels[:, 0]
    small = np.array([score.blame for score in seen])
    return {
        "mean_difference": float(np.abs(whole - small).mean()),
        "same_side_of_half": float(((whole >= 0.5) == (small >= 0.5)).mean()),
        "average_precision_whole": average_precision(levels, whole),
        "average_precision_int8": average_precision(levels, small),
    }
