"""Generated pages are current, the commands in the README run, links lead somewhere, and our own prose is clean."""

from __future__ import annotations

import doctest
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from blameless_lint import Linter
from blameless_lint.lint.config import keys

ROOT = Path(__file__).parent.parent
PROSE = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "benchmarks/*.md", "examples/README.md", "data/**/*.md", "models/**/*.md")
    for path in ROOT.glob(pattern)
    if path.parent.parent.name not in ("documents", "actions")
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|<img[^>]* src=\"([^\"]+)\"")

spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
assert spec is not None
assert spec.loader is not None
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


def fences(language: str) -> list[str]:
    return [body for name, body in FENCE.findall(README) if name == language]


def commands() -> list[str]:
    return [
        line for body in fences("sh") for line in body.splitlines() if "blameless-lint " in line and "pip " not in line
    ]


def test_generated_pages_are_current() -> None:
    assert list(make.stale()) == [], "run python docs/make.py"


def test_the_readme_has_commands() -> None:
    assert len(commands()) >= 5


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_runs(command: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout


@pytest.mark.parametrize("body", fences("python"))
def test_the_python_of_the_readme_runs(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    example = doctest.DocTestParser().get_doctest(body, {}, "README", "README.md", 0)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


def test_the_readme_names_every_key_of_the_configuration() -> None:
    table = README.partition("## Configuration")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `([\w-]+)` \|", table, flags=re.MULTILINE))
    assert named == set(keys())


def test_the_architecture_names_every_floor() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in (ROOT / "src" / "blameless_lint").glob("*/__init__.py")}
    assert folders == {name for name in folders if f"`{name}/`" in text}


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    targets = [first or second for first, second in LINK.findall(text)]
    missing = [target for target in targets if "://" not in target and not (path.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: str(path.relative_to(ROOT)))
def test_our_own_prose_is_clean(path: Path) -> None:
    assert _flagged(path) == []


@pytest.mark.parametrize("name", ["certificate-expiry.md", "queue-backlog.md"])
def test_an_exemplary_example_is_clean(name: str) -> None:
    assert _flagged(ROOT / "examples" / name) == []


def test_the_first_example_shows_what_the_linter_is_for() -> None:
    report = Linter().lint_file(ROOT / "examples" / "checkout-outage.md")
    categories = {finding.category for finding in report.files[0].findings if finding.family == "wording"}
    assert len(categories) >= 6


def _flagged(path: Path) -> list[str]:
    report = Linter().lint_file(path)
    return [
        f"{finding.start.line}: {finding.rule}: {finding.excerpt}"
        for file in report.files
        for finding in file.findings
        if finding.family == "wording" and finding.severity != "info"
    ]
