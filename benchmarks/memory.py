"""Measure the peak memory of `check` on one large file: at most 700 MB by rules alone, 800 MB with models.

python benchmarks/memory.py [--megabytes 10] [--public-texts FOLDER] [--write]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from corpus import file_of
from figures import Figure, report
from process import CHECK, run


def main() -> int:
    """Measure, print and write the figures; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure the peak memory of check on one large file.")
    parser.add_argument("--public-texts", type=Path, help="a folder of public texts, labels.jsonl beside it")
    parser.add_argument("--megabytes", type=float, default=10.0)
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/memory.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = file_of(Path(name) / "large.md", int(options.megabytes * 1_000_000), options.public_texts)
        command = (*CHECK, str(path), "--format", "json")
        rules = run((*command, "--model", "none"))
        print(f"rules alone: {rules.peak:.0f} MB, {rules.cpu:.0f} s of CPU; now with models", flush=True)
        whole = run(command)
    figures = [
        Figure("peak memory, rules alone", rules.peak, 700, unit="MB"),
        Figure("peak memory, with models", whole.peak, 800, unit="MB"),
        Figure("time, rules alone", rules.seconds, unit="s"),
        Figure("time, with models", whole.seconds, unit="s"),
    ]
    return report("memory", figures, write=options.write)


if __name__ == "__main__":
    sys.exit(main())
