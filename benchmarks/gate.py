"""Measure what the gate loses and what it lets through, against a run in which every sentence is parsed.

python benchmarks/gate.py [--folder ../shared/gold/dev/docs] [--write]

The files are those of examples/ and of every --folder; what counts is every match of a grammar rule of wording. The
gate is the word lists and the rules' cues, without the learned half. Ends with 1 where a match is lost.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus import ROOT
from figures import Figure, report

from blameless_lint.language.read import Terms, read_all
from blameless_lint.lint.evidence import is_grammar
from blameless_lint.rules.registry import cues, rules
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def measure(folder: Path) -> tuple[int, float]:
    """Return how many matches the gate loses in a folder's documents, and the share of sentences it lets through."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".md", ".txt"} and path.name != "README.md")
    documents = [read(Source(str(path), path.read_bytes().decode("utf-8"))) for path in paths]
    wording = [rule for rule in rules().values() if rule.family == "wording" and is_grammar(rule)]
    gated = read_all(documents, Terms(cues=cues()))
    lost = 0
    for some, whole in zip(gated, read_all(documents, Terms(gated=False)), strict=True):
        passed = {parsed.sentence.index for parsed in some.parsed}
        for match in (match for rule in wording for match in rule.find(whole)):
            if match.sentence is not None and match.sentence.sentence.index not in passed:
                lost += 1
                print(f"lost: {whole.document.source.path}: {match.message}")
    return lost, sum(len(some.parsed) for some in gated) / sum(len(document.sentences) for document in documents)


def main() -> int:
    """Print the figures of examples/ and of every named folder; return 1 where a match is lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, action="append", default=[], help="measure this folder's files as well")
    parser.add_argument("--write", action="store_true", help="write results/gate.json")
    options = parser.parse_args()
    figures = []
    for folder in (ROOT / "examples", *options.folder):
        lost, share = measure(folder)
        figures.append(Figure(f"{folder.name}: matches lost", lost, bar=0))
        figures.append(Figure(f"{folder.name}: sentences let through", share))
    return report("gate", figures, write=options.write)


if __name__ == "__main__":
    sys.exit(main())
