"""Whole post-mortems, checked by rules alone: one line a finding, as kept in snapshots/NAME.txt.

BLAMELESS_LINT_WRITE=1 pytest tests/test_corpus.py        write what is found now; look at the change before keeping it
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from blameless_lint.lint.config import Config
from blameless_lint.lint.linter import Linter

KEPT = Path(__file__).parent / "snapshots"
EXAMPLES = sorted(
    path
    for path in (KEPT.parent.parent / "examples").iterdir()
    if path.suffix in {".md", ".txt"} and path.stem != "README"
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_findings_are_as_kept(path: Path) -> None:
    found = "".join(
        f"{finding.start.line}:{finding.start.column}-{finding.end.line}:{finding.end.column} "
        f"{finding.severity} {finding.rule} “{' '.join(finding.excerpt.split())}”\n"
        for finding in Linter(Config(model="none")).lint_file(path).findings
    )
    kept = KEPT / f"{path.stem}.txt"
    if os.environ.get("BLAMELESS_LINT_WRITE"):
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


def test_every_kept_file_has_its_example() -> None:
    assert {path.stem for path in KEPT.glob("*.txt")} == {path.stem for path in EXAMPLES}
