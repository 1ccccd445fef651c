"""Action items against labels: in documents (items, fields, traits) and in isolated units (fields, traits).

    python benchmarks/actions.py                          the test part of data/
    python benchmarks/actions.py --split validation
    python benchmarks/actions.py --authors                owner, due and ticket of every set, develop and validation
    python benchmarks/actions.py --folder ../shared/gold/dev --judge ../shared/gold/evaluate.py

A found item is right where it shares half of the shorter range with a labelled one; a field where it shares half of
its words. With --judge the findings are written as JSON and judged by that script too.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from figures import Figure, report

from blameless_lint.actions.item import ActionItem
from blameless_lint.actions.items import find
from blameless_lint.lint.scoring import tagger_of
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

ROOT = Path(__file__).parent.parent
SETS = {
    "develop": ("a", "b", "c", "d", "g", "h", "i", "k", "l", "n", "o", "q", *"rstuvwxy"),
    "validation": ("e",),
    "test": ("f",),
}
PARTLY = ("k", "l")
"""Sets of which only the documents with an action label were read for action items."""
UNITS = {
    "develop": (
        ("actions-1", slice(0, 700)),
        ("actions-2", slice(None)),
        ("actions-3", slice(None)),
        ("actions-5", slice(None)),
        ("actions-6", slice(None)),
    ),
    "validation": (("actions-4", slice(None)),),
    "test": (("actions-1", slice(700, 914)),),
}
FIELDS = ("owner", "due", "ticket")
TAGGER = tagger_of("auto")
TRAITS = ("specific", "measurable", "achievable", "vague", "relevant")
BARS = {"action": 0.92, "owner": 0.95, "due": 0.95, "ticket": 0.95, "relevant": 0.70, "achievable": None}


@dataclass
class Counts:
    """Right, wrong and missed fields by name; traits by name, wanted and given answer."""

    fields: dict[str, Counter[str]] = field(default_factory=dict)
    traits: dict[str, Counter[tuple[bool, bool]]] = field(default_factory=dict)

    def add(self, name: str, want: str | None, got: str | None) -> None:
        """Count a field."""
        counter = self.fields.setdefault(name, Counter())
        right = bool(want and got and same(want, got))
        counter["right"] += right
        counter["missed"] += bool(want) and not right
        counter["wrong"] += bool(got) and not right

    def add_trait(self, name: str, *, want: object, got: object) -> None:
        """Count a trait where the labels have one; no answer counts as the wrong answer."""
        if want is not None:
            answer = (not want) if got is None else bool(got)
            self.traits.setdefault(name, Counter())[bool(want), answer] += 1


def same(want: str, got: str) -> bool:
    """Return whether two texts share at least half of their words."""
    first, second = ({*re.findall(r"\w+", text.lower())} for text in (want, got))
    return bool(first and second) and len(first & second) / len(first | second) >= 1 / 2


def f1(right: float, wrong: float, missed: float) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def macro(counter: Counter[tuple[bool, bool]]) -> float:
    """Return the mean of the F1 of both answers."""
    yes = f1(counter[True, True], counter[False, True], counter[True, False])
    no = f1(counter[False, False], counter[True, False], counter[False, True])
    return (yes + no) / 2


def judge_document(document: tuple[Source, list[dict[str, Any]]], counts: Counts) -> list[ActionItem]:
    """Count the items of one document against its labels, and return them."""
    source, labels = document
    items = find(read(source), TAGGER)
    left = list(items)
    for label in labels:
        best = max(left, key=lambda item: _shared(item, label), default=None)
        if best is None or _shared(best, label) < 1 / 2:
            counts.fields.setdefault("action", Counter())["missed"] += 1
            for name in FIELDS:
                counts.add(name, label.get(name), None)
            continue
        left.remove(best)
        counts.fields.setdefault("action", Counter())["right"] += 1
        _compare(label, best, counts)
    for item in left:
        counts.fields.setdefault("action", Counter())["wrong"] += 1
        for name in FIELDS:
            counts.add(name, None, getattr(item, name))
    return list(items)


def _shared(item: ActionItem, label: dict[str, Any]) -> float:
    common = min(item.span.end, label["end"]) - max(item.span.start, label["start"])
    return common / max(1, min(len(item.span), label["end"] - label["start"]))


def _compare(label: dict[str, Any], item: ActionItem, counts: Counts) -> None:
    for name in FIELDS:
        counts.add(name, label.get(name), getattr(item, name))
    for name in TRAITS:
        counts.add_trait(name, want=label.get(name), got=getattr(item, name))


def documents(split: str) -> list[tuple[Source, list[dict[str, Any]]]]:
    """Return the documents of a split of data/ with their labelled actions."""
    return of_sets(SETS[split])


def of_sets(names: Iterable[str]) -> list[tuple[Source, list[dict[str, Any]]]]:
    """Return the documents of some sets with their labelled actions."""
    found = []
    for name in names:
        folder = next((ROOT / "data").glob(f"*/set-{name}"))
        rows = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
        for path in sorted(folder.glob("*.md")):
            labels = [row for row in rows if row["file"] == path.name and "action" in row]
            if labels or name not in PARTLY:
                found.append((Source(path.name, path.read_bytes().decode("utf-8")), labels))
    return found


def of_folder(folder: Path) -> list[tuple[Source, list[dict[str, Any]]]]:
    """Return the documents of a folder with labels.jsonl and docs/."""
    found = []
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = next((folder / "docs").glob(row["id"] + ".*"))
        found.append((Source(path.name, path.read_bytes().decode("utf-8")), row.get("actions") or []))
    return found


def judge_units(part: slice, counts: Counts, name: str = "actions-1") -> None:
    """Count isolated items, each put under a heading beside the cause that it belongs to."""
    lines = (ROOT / "data" / "actions" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[part]
    for row in map(json.loads, lines):
        text, start = _unit(row)
        items = [item for item in find(read(Source("unit.md", text)), TAGGER) if item.span.end > start]
        counter = counts.fields.setdefault("action", Counter())
        kind = ("right" if row["action"] else "wrong") if items else ("missed" if row["action"] else "")
        counter[kind] += 1
        if row["action"]:
            for name in FIELDS:
                counts.add(name, row[name], getattr(items[0], name) if items else None)
            for name in TRAITS:
                if items:
                    counts.add_trait(name, want=row.get(name), got=getattr(items[0], name))


def _unit(row: dict[str, Any]) -> tuple[str, int]:
    """Return a unit as a document, and where it begins."""
    head = f"# Root cause\n\n{row['cause']}\n\n# Action items\n\n" if row.get("cause") else "# Action items\n\n"
    text = row["text"]
    if row["form"] == "table-row":
        width = text.count("|") + 1
        table = "| " + " | ".join(" " for _ in range(width)) + " |\n|" + " --- |" * width + "\n"
        return f"{head}{table}| {text} |\n", len(head)
    if row["form"] in ("bullet", "checkbox") and not text.startswith("- "):
        return f"{head}- {text}\n", len(head)
    return (f"{head}## {text.lstrip('# ')}\n" if row["form"] == "heading" else f"{head}{text}\n"), len(head)


def figures(counts: Counts, part: str, *, barred: bool) -> list[Figure]:
    """Return the figures of a part, with the bars where they hold."""
    found = []
    for name in ("action", *FIELDS):
        counter = counts.fields.get(name, Counter())
        value = f1(counter["right"], counter["wrong"], counter["missed"])
        bar = BARS[name] if barred and not (part == "units" and name == "action") else None
        found.append(Figure(f"{part}: {name} F1", value, bar, "at least"))
    for name in TRAITS:
        if name in counts.traits:
            bar = BARS.get(name, 0.80) if barred else None
            found.append(Figure(f"{part}: {name} macro-F1", macro(counts.traits[name]), bar, "at least"))
    return found


def by_author() -> list[Figure]:
    """Return the figures of the fields for every set of documents and for the development units, in two halves."""
    shown = []
    for name in (*SETS["develop"], *SETS["validation"]):
        counts = Counts()
        for document in of_sets((name,)):
            judge_document(document, counts)
        shown += [one for one in figures(counts, f"set-{name}", barred=False) if one.name.split()[1] in FIELDS]
    for name, first, size in (
        ("actions-1", 0, 350),
        ("actions-1", 350, 350),
        ("actions-2", 0, 150),
        ("actions-2", 150, 175),
    ):
        counts = Counts()
        judge_units(slice(first, first + size), counts, name)
        shown += [one for one in figures(counts, f"{name}-{first}", barred=False) if one.name.split()[1] in FIELDS]
    return shown


def judged(folder: Path, judge: Path, items: dict[str, list[ActionItem]], sources: dict[str, Source]) -> str:
    """Return what a judging script says of the items, written in the wire format."""
    files = [
        {"path": name, "findings": [], "actions": [_wire(item, sources[name]) for item in found]}
        for name, found in items.items()
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as target:
        json.dump({"files": files}, target)
        target.flush()
        command = [sys.executable, str(judge), str(folder), "--findings", target.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _wire(item: ActionItem, source: Source) -> dict[str, object]:
    places = {"start": {"offset": item.span.start}, "end": {"offset": item.span.end}}
    return places | {"text": source.excerpt(item.span)} | {name: getattr(item, name) for name in (*FIELDS, *TRAITS)}


def main() -> int:
    """Measure, print and perhaps write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=SETS, default="test")
    parser.add_argument("--folder", type=Path, help="a labelled folder instead of data/")
    parser.add_argument("--judge", type=Path, help="a script that judges the findings of that folder")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--authors", action="store_true", help="the fields of every set apart")
    options = parser.parse_args()
    if options.authors:
        return report("actions-authors", by_author(), write=options.write)
    counts = Counts()
    found = of_folder(options.folder) if options.folder else documents(options.split)
    items = {source.path: judge_document((source, labels), counts) for source, labels in found}
    barred = options.split == "test" and not options.folder
    shown = figures(counts, "documents", barred=barred)
    if not options.folder and options.split in UNITS:
        units = Counts()
        for name, part in UNITS[options.split]:
            judge_units(part, units, name)
        shown += figures(units, "units", barred=barred)
    if options.folder and options.judge:
        sources = {source.path: source for source, _ in found}
        print("\n".join(judged(options.folder, options.judge, items, sources).splitlines()[11:]))
    return report("actions", shown, write=options.write)


if __name__ == "__main__":
    raise SystemExit(main())
