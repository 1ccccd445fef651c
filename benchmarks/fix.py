"""Check fixing: `--fix --suggested --prompts` on copies of files and on random documents.

python benchmarks/fix.py [--documents 2000] [--folder ../shared/gold/dev/docs] [--model auto] [--write]

A second run must change nothing; positions after fixing must be those of a fresh check; only lines on which a sentence
with a finding stands may change; code, links, comments and the blocks of the document must stay.
The files are those of examples/ and of every --folder; the random documents are those of positions.py.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import ROOT
from figures import Figure, report
from hypothesis import HealthCheck, Phase, given, seed, settings
from positions import faults, texts

from blameless_lint import Config, Linter
from blameless_lint.lint.fix import Choice
from blameless_lint.lint.fix_files import fix_files
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

if TYPE_CHECKING:
    from blameless_lint.lint.finding import Report
    from blameless_lint.text.document import Document

ALL = Choice(suggested=True, prompts=True)
LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


def lines_with_findings(document: Document, found: Report) -> set[int]:
    """Return the numbers of the lines on which a finding, or the sentence that it stands in, lies; the first is 0."""
    source = document.source
    spans = [(finding.start.offset, finding.end.offset) for finding in found.findings]
    sentences = [(sentence.span.start, sentence.span.end) for sentence in document.sentences]
    wide = [*spans, *(s for s in sentences if any(s[0] < end and start < s[1] for start, end in spans))]
    return {
        line
        for start, end in wide
        for line in range(source.position(start).line - 1, source.position(max(start, end - 1)).line)
    }


def changed_lines(before: str, after: str) -> set[int]:
    """Return the numbers of the lines that a patch from one text to the other takes away."""
    matcher = SequenceMatcher(None, LINE.findall(before), LINE.findall(after), autojunk=False)
    return {line for tag, start, end, _, _ in matcher.get_opcodes() if tag != "equal" for line in range(start, end)}


def shape(document: Document) -> tuple[object, ...]:
    """Return what fixing may not change: kinds of blocks, code and URLs, comments, link targets, line endings."""
    text = document.source.text
    code = Counter(block.text[span.start : span.end] for block in document.blocks for span in block.opaque)
    return (
        [(block.kind, block.quoted, block.item and block.item.depth) for block in document.blocks],
        code,
        [comment.text for comment in document.comments],
        Counter(re.findall(r"\]\([^)\s]*\)", text)),
        "\r\n" in text and not re.search(r"(?<!\r)\n", text),
    )


def marks(document: Document) -> Counter[str]:
    """Return the marks that are no markup: they stand in the plain text, where a torn pair of them would be."""
    return Counter(mark for block in document.blocks for mark in re.findall(r"[*_`~<>|\\]|\]\(", block.text))


class Tally:
    """Fixes texts in a folder of their own, and counts what goes wrong."""

    def __init__(self, linter: Linter, folder: Path) -> None:
        self.linter, self.folder = linter, folder
        self.counts: Counter[str] = Counter()

    def fix(self, text: str, name: str) -> None:
        """Fix one text as a file, twice, and count."""
        path = self.folder / f"fixed{Path(name).suffix}"
        path.write_bytes(text.encode())
        found = self.linter.lint_files([path])
        first = fix_files(self.linter, [str(path)], ALL, write=True)
        after = path.read_bytes().decode("utf-8-sig")
        second = fix_files(self.linter, [str(path)], ALL, write=True)
        before = Source(str(path), text.removeprefix("\ufeff"))
        self.counts.update(texts=1, findings=len(found.findings), fixed=first.count, left=len(first.report.findings))
        self.counts["changed"] += after != before.text
        self._note(name, "unsettled", second.count > 0 or path.read_bytes().decode("utf-8-sig") != after)
        drift = bool(faults(after, first.report)) or first.report.findings != second.report.findings
        self._note(name, "drifted", drift)
        old, new = read(before), read(Source(str(path), after))
        changed = changed_lines(before.text, after)
        self.counts["lines"] += len(changed)
        self._note(name, "stray lines", bool(changed - lines_with_findings(old, found)))
        was, became = shape(old), shape(new)
        if was != became:
            print(*(f"{a}\n -> {b}" for a, b in zip(was, became, strict=True) if a != b), sep="\n", file=sys.stderr)
        self._note(name, "lost markup", was != became or bool(marks(new) - marks(old)))

    def _note(self, name: str, fault: str, is_wrong: bool) -> None:
        if is_wrong:
            self.counts[fault] += 1
            print(f"{name}: {fault}", file=sys.stderr)

    def figures(self, what: str) -> list[Figure]:
        """Return the figures of all texts so far."""
        counts = self.counts
        return [
            Figure(what, counts["texts"]),
            Figure("  with findings to begin with", counts["findings"]),
            Figure("  findings fixed", counts["fixed"], 1, "at least"),
            Figure("  findings left, prompts among them", counts["left"]),
            Figure("  texts changed", counts["changed"]),
            Figure("  lines changed", counts["lines"]),
            Figure("  changed again by a second run", counts["unsettled"], 0),
            Figure("  with positions that drifted", counts["drifted"], 0),
            Figure("  changed on lines without findings", counts["stray lines"], 0),
            Figure("  with code, links or blocks lost", counts["lost markup"], 0),
        ]


def random_documents(tally: Tally, count: int) -> None:
    """Fix random documents."""

    @seed(2)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(texts())
    def look(text: str) -> None:
        tally.fix(text, f"random {tally.counts['texts']}.md")

    look()


def main() -> int:
    """Check, print and write the figures; return the exit code."""
    parser = argparse.ArgumentParser(description="Check what --fix does.")
    parser.add_argument("--documents", type=int, default=2000, help="how many random documents")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="a further folder of files")
    parser.add_argument("--model", default="auto", help="which model gives scores")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/fix.json")
    options = parser.parse_args()
    linter = Linter(Config(model=options.model))
    figures: list[Figure] = []
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        for folder in [ROOT / "examples", *options.folder]:
            tally = Tally(linter, Path(name))
            for path in sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".txt"}):
                tally.fix(path.read_bytes().decode("utf-8"), path.name)
            figures += tally.figures(f"files of {folder.parent.name}/{folder.name}")
        if options.documents:
            tally = Tally(linter, Path(name))
            random_documents(tally, options.documents)
            figures += tally.figures("random documents")
    figures.append(Figure("time", time.perf_counter() - began, unit="s"))
    return report("fix", figures, write=options.write)


if __name__ == "__main__":
    sys.exit(main())
