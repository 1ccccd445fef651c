"""The linter as Python uses it."""

from __future__ import annotations

import doctest
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

import blameless_lint
from blameless_lint import Config, Linter, lint, lint_file
from blameless_lint.lint import config, linter, run, who
from blameless_lint.lint.broken import RuleError
from blameless_lint.lint.config import ConfigError
from blameless_lint.lint.files import Unreadable
from blameless_lint.lint.finding import read_report
from blameless_lint.report import json as json_report
from blameless_lint.rules.rule import Match, Rule

BLAME = "Dana forgot to rotate the key."
COMMENT = "The cache was cold. <!-- blameless-lint: allow omission -->"


@pytest.mark.parametrize("module", [blameless_lint, linter, config], ids=lambda module: module.__name__)
def test_the_examples_in_docstrings_run(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_a_finding_says_where_it_is_and_what_to_ask() -> None:
    report = lint(f"# Cause\r\n\r\n{BLAME}\r\n", model="none")
    (finding,) = report.findings
    assert finding.excerpt == "Dana forgot to rotate the key"
    assert (finding.start.line, finding.start.column, finding.start.offset) == (3, 1, 11)
    assert finding.suggestions[0].text
    assert report.summary.error == 1
    assert report


def test_a_fingerprint_survives_moved_lines_and_counts_repetitions() -> None:
    once = lint(f"{BLAME}\n", model="none").findings
    later = lint(f"# Summary\n\nThe cache was cold.\n\n{BLAME}\n\n{BLAME}\n", model="none").findings
    assert once[0].fingerprint == later[0].fingerprint
    assert later[0].fingerprint != later[1].fingerprint


def test_the_json_holds_what_the_objects_hold() -> None:
    report = lint(f"# Causes\n\n{BLAME} {COMMENT}\n", model="none")
    written = json_report.render(report)
    assert read_report(written).findings == report.findings
    assert json.loads(json_report.render(read_report(written))) == json.loads(written)


def test_a_wrong_key_is_refused() -> None:
    with pytest.raises(ConfigError, match="unknown key “ignor”; did you mean “ignore”"):
        lint(BLAME, ignor=["omission"])


def test_an_unreadable_file_raises_alone_and_is_a_problem_among_others(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("The cache was cold.")
    with pytest.raises(Unreadable, match="there is no such file"):
        lint_file(tmp_path / "b.md")
    report = Linter(Config()).lint_files([tmp_path / "b.md", tmp_path])
    assert (report.summary.files, len(report.problems), report.exit_code) == (1, 1, 2)


def test_an_empty_text_has_an_empty_report() -> None:
    assert lint("").files[0].findings == ()


def test_excluded_files_are_left_out_and_named_ones_are_noted(tmp_path: Path) -> None:
    (tmp_path / ".blameless-lint.toml").write_text('exclude = ["drafts/"]')
    (tmp_path / "drafts").mkdir()
    for name in ("a.md", "drafts/b.md"):
        (tmp_path / name).write_text("The cache was cold.")
    report = Linter().lint_files([tmp_path])
    assert [Path(file.path).name for file in report.files] == ["a.md"]
    assert report.notes == ()
    named = Linter().lint_files([tmp_path / "drafts" / "b.md"])
    assert [note.message for note in named.notes] == ["is excluded by the configuration"]


def test_include_says_what_a_folder_means(tmp_path: Path) -> None:
    (tmp_path / ".blameless-lint.toml").write_text('include = ["reviews/*.rst"]')
    (tmp_path / "reviews").mkdir()
    for name in ("a.md", "b.rst", "reviews/c.rst"):
        (tmp_path / name).write_text("The cache was cold.")
    report = Linter().lint_files([tmp_path])
    assert [Path(file.path).name for file in report.files] == ["c.rst"]


def broken_rule() -> Rule:
    def find(_reading: object) -> Iterator[Match]:
        raise KeyError("nowhere")
        yield

    return Rule("broken", "structure", "broken", "error", "", "", "", "", (), find)


@pytest.fixture
def with_broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    real = run.in_force
    monkeypatch.setattr(run, "in_force", lambda *arguments: (broken_rule(), *real(*arguments)))


@pytest.mark.usefixtures("with_broken_rule")
def test_a_broken_rule_is_raised_with_its_name() -> None:
    with pytest.raises(RuleError, match="the rule broken failed: KeyError: 'nowhere'"):
        Linter(Config()).lint(COMMENT)


@pytest.mark.usefixtures("with_broken_rule")
def test_a_broken_rule_loses_no_other_findings() -> None:
    report = Linter(Config(), on_rule_error="report").lint(COMMENT)
    assert [finding.rule for finding in report.findings] == ["unused-suppression"]
    assert [problem.message for problem in report.problems] == ["the rule broken failed: KeyError: 'nowhere'"]
    assert report.exit_code == 2


def test_the_repository_names_people_only_where_it_is_trusted(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    identity = ["-c", "user.name=Wren Oduya", "-c", "user.email=w@example.org"]
    subprocess.run(["git", "-C", tmp_path, *identity, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    (tmp_path / "CODEOWNERS").write_text("# who\n*.md @wren @example/harbour-team\n")
    plain = Config(people=["Sam"])
    assert who.roster_of(plain, tmp_path).people == ("Sam",)
    trusting = replace(plain, trust_codeowners=True, trust_git_authors=True)
    roster = who.roster_of(trusting, tmp_path)
    assert (roster.people, roster.teams) == (("Sam", "wren", "Wren Oduya"), ("harbour-team",))


def test_files_of_one_configuration_are_read_in_one_batch_and_stay_apart(tmp_path: Path) -> None:
    for name, text in (("a.md", BLAME), ("b.md", "The cache was cold."), ("c.md", BLAME.replace("Dana", "Priya"))):
        (tmp_path / name).write_text(text)
    together = Linter(Config(model="none")).lint_files([tmp_path])
    apart = [Linter(Config(model="none")).lint_file(tmp_path / name).files[0] for name in ("a.md", "b.md", "c.md")]
    assert list(together.files) == apart
    assert replace(Linter(Config()), config=None).config is None
