"""Measure speed as ratios in one run, so that the machine does not matter.

python benchmarks/speed.py [--public-texts FOLDER] [--repeats 3] [--write]

- 1 MB of engineering text, `check`: at most 0.5 times plain spaCy with rules alone, at most 1.0 with
  the models. The reference is the time of `nlp.pipe` alone; `check` is the whole process.
- a file in which nothing passes the gate: at most 3 times `python -c "import typer"`, and spaCy is not imported.
- one post-mortem of 1,000 words: at most 1.7 times importing spaCy and loading its pipeline.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median

from corpus import folder_of, words_of
from figures import Figure, report
from process import CHECK, interleaved, median_ratio, run

SPACY = (sys.executable, str(Path(__file__).parent / "plain_spacy.py"))
QUIET = "# Backup moved\n\nThe job writes to the new bucket. Its run time fell from 41 to 12 minutes.\n"


def main() -> int:
    """Measure, print and write the figures; return the exit code."""
    parser = argparse.ArgumentParser(description="Measure speed as ratios in one run.")
    parser.add_argument("--public-texts", type=Path, help="a folder of public texts, labels.jsonl beside it")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/speed.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = [
            *start(folder, options.repeats * 3),
            *bulk(folder, options.repeats, int(options.megabytes * 1_000_000), options.public_texts),
        ]
    return report("speed", figures, write=options.write)


def bulk(folder: Path, repeats: int, size: int, public: Path | None) -> list[Figure]:
    """Return the figures of many documents together."""
    texts = str(folder_of(folder / "bulk", size, public))
    plain, rules, whole = interleaved([(*SPACY, texts), (*CHECK, texts, "--model", "none"), (*CHECK, texts)], repeats)
    reference = [float(run.output) for run in plain]
    return [
        Figure("text, rules alone / plain spaCy", median_ratio([run.seconds for run in rules], reference), 0.5),
        Figure("text, with models / plain spaCy", median_ratio([run.seconds for run in whole], reference), 1.0),
        Figure("text, plain spaCy", median(reference), unit="s"),
        Figure("text, with models, peak memory", median(run.peak for run in whole), 800, unit="MB"),
    ]


def start(folder: Path, repeats: int) -> list[Figure]:
    """Return the figures of one small file."""
    quiet = folder / "quiet.md"
    quiet.write_text(QUIET, encoding="utf-8")
    document = words_of(folder / "document.md", 1_000)
    typer, silent, load, one = interleaved(
        [
            (sys.executable, "-c", "import typer"),
            (*CHECK, str(quiet)),
            SPACY,
            (*CHECK, str(document)),
        ],
        repeats,
    )
    return [
        Figure("quiet file / import typer", _ratio(silent, typer), 3.0),
        Figure("quiet file, spaCy modules imported", _spacy_modules(quiet), 0),
        Figure("1,000 words / load spaCy", _ratio(one, load), 1.7),
        Figure("load spaCy", median(run.seconds for run in load), unit="s"),
    ]


def _ratio(measured: list, reference: list) -> float:
    return median_ratio([run.seconds for run in measured], [run.seconds for run in reference])


def _spacy_modules(path: Path) -> int:
    program = (
        "import sys\nfrom blameless_lint.surfaces.cli import main\n"
        "sys.argv[1:] = ['check', sys.argv[1], '--quiet']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sum(name.partition('.')[0] == 'spacy' for name in sys.modules))"
    )
    return int(run((sys.executable, "-c", program, str(path))).output.split()[-1])


if __name__ == "__main__":
    sys.exit(main())
