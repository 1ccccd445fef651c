"""The findings and the action items of the linter against the labels of data/: by rules alone and with the models.

python benchmarks/quality.py                      validation (set-e) and test (set-f); ends with 1 below a floor
python benchmarks/quality.py --folder FOLDER      measure a folder of labels.jsonl and docs/ as well, without floors
python benchmarks/quality.py --write              write results/quality.json and the table of the README

A finding belongs to the sentence that it overlaps most. Precision counts sentences of level 1 and 2 as right, recall
those of level 2; `level` is the share of right ones with the labelled severity, `category` that of the right ones of
level 2 with a labelled category; false alarms are sentences of level 0.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from figures import Figure, report

import actions
from blameless_lint import Config, Linter
from blameless_lint.training.data import Labelled, documents
from blameless_lint.training.gold import gold_documents
from blameless_lint.training.judge import Found, judge

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- quality: begin; written by `python benchmarks/quality.py --write` -->", "<!-- quality: end -->"
SPLITS = ("validation", "test")
MODES = {"rules alone": "none", "with models": "auto"}
SHOWN = {
    "precision": "precision",
    "recall": "recall",
    "level": "level",
    "category": "category",
    "false": "false alarms",
}
FLOORS: dict[str, dict[str, float]] = {
    "validation, rules alone": {"precision": 0.80, "recall": 0.70, "level": 0.90, "category": 0.89, "false": 1.3},
    "validation, with models": {"precision": 0.86, "recall": 0.70, "level": 0.93, "category": 0.90, "false": 0.85},
    "test, rules alone": {"precision": 0.81, "recall": 0.44, "level": 0.84, "category": 0.88, "false": 1.2},
    "test, with models": {"precision": 0.88, "recall": 0.60, "level": 0.92, "category": 0.87, "false": 0.85},
}
"""What must hold, a little under what was measured; for false alarms per 1,000 words a little over."""

ACTION_FLOORS = {
    "documents: action F1": 0.95,
    "documents: owner F1": 0.90,
    "documents: due F1": 0.91,
    "documents: ticket F1": 0.93,
    "documents: specific macro-F1": 0.84,
    "documents: measurable macro-F1": 0.88,
    "documents: achievable macro-F1": 0.76,
    "documents: vague macro-F1": 0.85,
    "documents: relevant macro-F1": 0.53,
    "units: action F1": 0.86,
    "units: owner F1": 0.89,
    "units: due F1": 0.90,
    "units: ticket F1": 0.94,
    "units: specific macro-F1": 0.80,
    "units: measurable macro-F1": 0.75,
    "units: achievable macro-F1": 0.75,
    "units: vague macro-F1": 0.75,
    "units: relevant macro-F1": 0.68,
}


def finder(model: str) -> Callable[[str, str], Sequence[Found]]:
    """Return the linter at its default settings as the judge wants it."""
    linter = Linter(Config(model=model))

    def find(text: str, name: str) -> list[Found]:
        return [
            Found(found.start.offset, found.end.offset, found.severity, found.category, found.confidence)
            for found in linter.lint(text, path=name).findings
            if found.family == "wording"
        ]

    return find


def wording(part: str, chosen: Sequence[Labelled]) -> list[Figure]:
    """Return the figures of the wording findings in labelled documents."""
    found = []
    for mode, model in MODES.items():
        judged = judge(chosen, finder(model))
        floors = FLOORS.get(f"{part}, {mode}", {})
        found += _figures(f"{part}, {mode}", judged.figures["all"], floors)
        found.append(Figure(f"{part}, {mode}: calibration error", judged.calibration_error))
    return found


def _figures(name: str, values: dict[str, Any], floors: dict[str, float]) -> list[Figure]:
    return [
        Figure(
            f"{name}: {shown}",
            values[key] or 0.0,
            floors.get(key),
            "at most" if key == "false" else "at least",
            "a 1,000 words" if key == "false" else "",
        )
        for key, shown in SHOWN.items()
    ]


def items() -> list[Figure]:
    """Return the figures of the action items in the test documents, and of the isolated test units."""
    whole, units = actions.Counts(), actions.Counts()
    for document in actions.documents("test"):
        actions.judge_document(document, whole)
    for name, part in actions.UNITS["test"]:
        actions.judge_units(part, units, name)
    found = actions.figures(whole, "documents", barred=False) + actions.figures(units, "units", barred=False)
    return [Figure(f"actions, {each.name}", each.value, ACTION_FLOORS.get(each.name), "at least") for each in found]


def table(figures: Sequence[Figure]) -> str:
    """Return the wording figures as the README's table."""
    values = {figure.name: figure.value for figure in figures}
    head = ("", *SHOWN.values())
    rows = [
        [name, *(f"{values[f'{name}: {shown}']:.2f}" for shown in SHOWN.values())]
        for split in SPLITS
        for name in (f"{split}, {mode}" for mode in MODES)
    ]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def refresh(text: str, figures: Sequence[Figure]) -> str:
    """Return the README with the table between its two marks."""
    between = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if not between.search(text):
        raise SystemExit(f"{README}: lacks the marks {BEGIN} and {END}")
    return between.sub(lambda _: f"{BEGIN}\n\n{table(figures)}\n\n{END}", text)


def main() -> int:
    """Measure, print and perhaps write; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="also measure a labelled folder")
    parser.add_argument("--write", action="store_true", help="write results/quality.json and the README's table")
    options = parser.parse_args()
    figures = [figure for split in SPLITS for figure in wording(split, list(documents(split)))]
    figures += [figure for folder in options.folder for figure in wording(folder.name, list(gold_documents(folder)))]
    figures += items()
    if options.write:
        README.write_text(refresh(README.read_text(encoding="utf-8"), figures), encoding="utf-8")
    return report("quality", figures, write=options.write)


if __name__ == "__main__":
    sys.exit(main())
