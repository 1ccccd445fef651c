"""Check positions: the text between a finding's offsets is its excerpt, and line and column name that place.

python benchmarks/positions.py [--documents 3000] [--folder ../shared/gold/dev/docs] [--write]

The documents are built at random by Hypothesis from blaming and plain sentences in Markdown of every kind: emphasis,
links, entities, escapes, tables, nested lists, quotes, code, HTML, footnotes, front matter, CRLF, emoji.
The files are those of examples/, data/documents/ and of every --folder.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus import ROOT
from figures import Figure, report
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from blameless_lint import Linter
from blameless_lint.text.source import Source

SENTENCES = (
    "Dana forgot to rotate the key.",
    "The outage was caused by Bob’s careless change.",
    "Who approved this?",
    "We should have tested the failover before the sale.",
    "The on-call engineer ignored the alert for an hour.",
    "This was human error.",
    "It was obviously a bad idea that nobody checked.",
    "The script was accidentally deleted by an intern.",
    "Ana will be reminded to be more careful.",
    "The pod failed to start, and the cache missed.",
    "10:04 Priya rolled back the deploy.",
    "Ines 🚒 opened the channel; Zoë joined.",
    "Improve monitoring",
    "Alert on queue depth above 500 (owner: Sam, due 2026-04-01, OPS-12)",
)
WRAPS = (
    "{}",
    "**{}**",
    "_{}_",
    "~~{}~~",
    "[{}](https://example.com/a_b?c=d)",
    "`kill -9` {}",
    "{} <br> {}",
    "&ldquo;{}&rdquo;",
    "\\*{}\\*",
    "<b>{}</b>",
    "{}[^1]",
    "![x](y.png) {}",
    "<!-- a comment --> {}",
    "{} &amp; {}",
    "🧯 {}",
    "é́ {}",
)
BLOCKS = (
    "{}",
    "# {}",
    "- {}",
    "1. {}",
    "- [ ] {}",
    "- [x] {}\n  - {}",
    "> {}",
    "> **ana** 09:07: {}",
    "| a | b |\n| --- | --- |\n| {} | {} |",
    "<details><summary>{}</summary>\n\n{}\n\n</details>",
    "<td>{}</td>",
    "```\n{}\n```",
    "    {}",
    "{}\n{}",
    "term\n: {}",
    "## Root cause\n\n{}",
    "## Timeline\n\n- 10:00 {}",
    "## Action items\n\n- {}",
    "<p>{}</p>",
    "{}\n===",
    "* * *\n{}",
)
FRONT = ("", "---\ntitle: who forgot\n---\n\n", "\n\n")


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Build a Markdown document; its sentences, the markup around them and the blocks are chosen at random."""
    blocks: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        block = draw(st.sampled_from(BLOCKS))
        while "{}" in block:
            wrap = draw(st.sampled_from(WRAPS))
            content = wrap.replace("{}", draw(st.sampled_from(SENTENCES)))
            block = block.replace("{}", content, 1)
        blocks.append(block)
    text = draw(st.sampled_from(FRONT)) + "\n\n".join(blocks) + draw(st.sampled_from(("", "\n", "\n\n[^1]: A note.\n")))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def faults(text: str, report: object) -> list[str]:
    """Return what is wrong with the positions of a report's findings in a text."""
    source = Source("", text)
    found = []
    for finding in (finding for file in report.files for finding in file.findings):
        start, end = finding.start, finding.end
        if text[start.offset : end.offset] != finding.excerpt or not finding.excerpt:
            found.append(f"{finding.rule}: {text[start.offset : end.offset]!r} is not {finding.excerpt!r}")
        for place in (start, end):
            expected = source.position(place.offset)
            if (place.line, place.column) != (expected.line, expected.column):
                found.append(f"{finding.rule}: {place} is not {expected}")
        edits = (edit for suggestion in finding.suggestions for edit in suggestion.edits)
        outside = (edit for edit in edits if not 0 <= edit.start <= edit.end <= len(text))
        found.extend(f"{finding.rule}: {edit} lies outside the text" for edit in outside)
    return found


def random_documents(linter: Linter, count: int) -> tuple[int, int]:
    """Return how many findings random documents gave, and how many of them stand in the wrong place."""
    seen, wrong = 0, 0

    @seed(1)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(texts())
    def look(text: str) -> None:
        nonlocal seen, wrong
        result = linter.lint(text, path="random.md")
        found = faults(text, result)
        seen += sum(len(file.findings) for file in result.files)
        wrong += len(found)
        for fault in found:
            print(fault, file=sys.stderr)

    look()
    return seen, wrong


def files(linter: Linter, folders: list[Path]) -> tuple[int, int]:
    """Return how many findings the files gave, and how many of them stand in the wrong place."""
    seen, wrong = 0, 0
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in {".md", ".txt"}):
        result = linter.lint_file(path)
        found = faults(path.read_bytes().decode("utf-8-sig"), result)
        seen += sum(len(file.findings) for file in result.files)
        wrong += len(found)
        for fault in found:
            print(f"{path}: {fault}", file=sys.stderr)
    return seen, wrong


def main() -> int:
    """Check, print and write the figures; return the exit code."""
    parser = argparse.ArgumentParser(description="Check the positions of findings.")
    parser.add_argument("--documents", type=int, default=3000, help="how many random documents")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="a further folder of files")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/positions.json")
    options = parser.parse_args()
    linter = Linter()
    seen, wrong = random_documents(linter, options.documents)
    in_files, wrong_in_files = files(linter, [ROOT / "examples", ROOT / "data" / "documents", *options.folder])
    figures = [
        Figure("random documents", options.documents),
        Figure("findings in random documents", seen, options.documents / 2, "at least"),
        Figure("of them in the wrong place", wrong, 0),
        Figure("findings in files", in_files, 100, "at least"),
        Figure("of them in the wrong place", wrong_in_files, 0),
    ]
    return report("positions", figures, write=options.write)


if __name__ == "__main__":
    sys.exit(main())
