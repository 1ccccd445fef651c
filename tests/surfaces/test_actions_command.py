"""`blameless-lint actions`: the table of action items in every format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """# Queue outage of 2026-03-04

## Root cause

The retries of the consumer had no limit.

## Action items

- [ ] Limit the retries of the consumer to 5 (Dana, 2026-05-04, OPS-12)
- [x] Move the volume to its own disk (@lee, 2026-03-20, OPS-13)
- [ ] Improve monitoring
"""


def run(*arguments: str, text: str = TEXT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "blameless_lint", "actions", "--stdin-filename", "a.md", *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def rows(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(output)))


def test_text() -> None:
    done = run("-")
    assert done.returncode == 0
    assert "a.md:9:7 SMART Limit the retries of the consumer to 5" in done.stdout
    assert "Dana · 2026-05-04 · OPS-12 · open" in done.stdout
    assert "no owner · no date · no ticket" in done.stdout
    assert done.stdout.endswith("3 action items, 1 SMART\n")


def test_json() -> None:
    first, second, third = json.loads(run("-", "--format", "json").stdout)
    assert (first["owner"], first["due_date"], first["ticket"], first["relevant"]) == (
        "Dana",
        "2026-05-04",
        "OPS-12",
        True,
    )
    assert first["cause"] == "The retries of the consumer had no limit."
    assert second["status"] == "done"
    assert third["vague"] is True


def test_csv_has_all_columns_and_runs_no_formula() -> None:
    first, second, _ = rows(run("-", "--format", "csv").stdout)
    assert (first["path"], first["line"], first["owner"], first["specific"]) == ("a.md", "9", "Dana", "true")
    assert second["owner"] == "'@lee"


def test_importers_take_what_is_left_to_do() -> None:
    jira = rows(run("-", "--format", "jira").stdout)
    assert [row["Assignee"] for row in jira] == ["Dana", ""]
    assert jira[0]["Due Date"] == "2026-05-04"
    github = rows(run("-", "--format", "github").stdout)
    assert set(github[0]) == {"title", "body", "assignees", "labels", "milestone"}


def test_markdown_keeps_cells_apart() -> None:
    table = run("-", "--format", "markdown", text=TEXT.replace("Improve monitoring", "Split `a|b` in two parts")).stdout
    lines = table.splitlines()
    assert lines[0].startswith("| Action | Owner |")
    assert "a\\|b" in lines[-1]


def test_coverage() -> None:
    lines = run("-", "--relevant-to").stdout.splitlines()
    assert lines[0] == "x a.md: The retries of the consumer had no limit."
    assert "Limit the retries of the consumer to 5" in lines[1]


@pytest.mark.parametrize("name", ["missing.md", "."])
def test_what_cannot_be_read_is_said(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "blameless_lint", "actions", name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (2 if name == "missing.md" else 0)
    assert ("missing.md" in done.stderr) == (name == "missing.md")


RELEASES = """# Harbour

## 1.1

- Fix the retry of uploads (Lee, 3 May 2024)
- Drop the old parser (Kim, 4 May 2024)

## 1.0

- Fix the log (Kim, 3 May 2023)
"""


def test_a_log_of_releases_has_none() -> None:
    done = run(
        "-", "--format", "json", text="# Harbour\n\n## 1.1\n\n- Fix the retry (Lee)\n\n## 1.0\n\n- Drop it (Kim)\n"
    )
    assert done.returncode == 0
    assert json.loads(done.stdout) == []
