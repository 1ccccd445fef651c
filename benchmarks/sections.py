"""The kinds of sections against the labelled headings of data/.

    python benchmarks/sections.py            every labelled set and all of them together
    python benchmarks/sections.py --write

A heading is right where the section that begins there has the labelled kind; a label without a section is wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from figures import Figure, report

from blameless_lint.text.document import Document
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

ROOT = Path(__file__).parent.parent
BAR = 0.95


def counted(folder: Path) -> Counter[bool]:
    """Return how many labelled headings of a set are right and wrong."""
    rows = [json.loads(line) for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    documents: dict[str, Document] = {}
    found: Counter[bool] = Counter()
    for row in rows:
        if "section" not in row:
            continue
        name = row["file"]
        if name not in documents:
            documents[name] = read(Source(name, (folder / name).read_bytes().decode("utf-8")))
        begun = (one for one in documents[name].sections if one.span.start < row["end"] and row["start"] < one.span.end)
        found[any(str(one.kind) == row["section"] for one in list(begun)[:1])] += 1
    return found


def main() -> int:
    """Measure, print and perhaps write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    whole: Counter[bool] = Counter()
    shown = []
    for folder in sorted((ROOT / "data" / "documents").glob("set-*")):
        found = counted(folder)
        whole += found
        if found:
            shown.append(
                Figure(f"{folder.name}: right of {found.total()}", found[True] / found.total(), None, "at least")
            )
    shown.append(Figure(f"all: right of {whole.total()}", whole[True] / whole.total(), BAR, "at least"))
    return report("sections", shown, write=options.write)


if __name__ == "__main__":
    raise SystemExit(main())
