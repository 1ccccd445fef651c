"""Our own errors: the text on which we break is named, and costs no other text its report."""

from __future__ import annotations

import argparse
import io
import pickle
import sys
from pathlib import Path

import pytest

from blameless_lint import Config, Linter
from blameless_lint.actions import items
from blameless_lint.language.pipeline import ModelError
from blameless_lint.lint import run
from blameless_lint.lint.broken import FileError
from blameless_lint.lint.fix import Choice
from blameless_lint.lint.fix_files import fix_files
from blameless_lint.surfaces.cli import actions

BLAME = "Dana forgot to rotate the key.\n\n"
TASK = "# Action items\n\n- Add an alert on the depth of the queue (Ana, 2026-05-04, OPS-1)\n"
CURSED = "# Action items\n\n- Add a cursed alert on the depth of the queue (Ana, 2026-05-04, OPS-2)\n"


def breaks(monkeypatch: pytest.MonkeyPatch, module: object, name: str, error: Exception) -> None:
    """Let a function break on what holds the word “cursed”."""
    real = getattr(module, name)

    def broken(subject: object, *rest: object) -> object:
        source = getattr(subject, "source", subject)
        if "cursed" in source.text:  # type: ignore[attr-defined]
            raise error
        return real(subject, *rest)

    monkeypatch.setattr(module, name, broken)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / name for name in ("a.md", "b.md", "c.md", "d.md")]
    for path, text in zip(paths, (BLAME + TASK, BLAME + CURSED, CURSED, BLAME + TASK), strict=True):
        path.write_text(text)
    return [str(path) for path in paths]


def linter() -> Linter:
    return Linter(Config(model="none"), on_rule_error="report")


def test_where_the_search_for_tasks_breaks_each_file_is_named_once_and_keeps_its_wording(
    monkeypatch: pytest.MonkeyPatch, files: list[str]
) -> None:
    breaks(monkeypatch, items, "find", TypeError("a dash"))
    report = linter().lint_files(files)
    assert [(problem.path, problem.message) for problem in report.problems] == [
        (path, "the search for action items failed: TypeError: a dash") for path in files[1:3]
    ]
    assert [len(file.actions) for file in report.files] == [1, 0, 0, 1]
    assert ["omission-by-person" in {found.rule for found in file.findings} for file in report.files] == [
        True, True, False, True,
    ]  # fmt: skip
    assert report.exit_code == 2


def test_where_the_check_breaks_the_other_files_have_their_reports(
    monkeypatch: pytest.MonkeyPatch, files: list[str]
) -> None:
    breaks(monkeypatch, run, "read_document", RecursionError("too deep"))
    report = linter().lint_files(files)
    assert [file.path for file in report.files] == [files[0], files[3]]
    assert [problem.path for problem in report.problems] == files[1:3]
    assert {problem.message for problem in report.problems} == {
        "the check of this file failed: RecursionError: too deep"
    }


def test_in_python_it_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    breaks(monkeypatch, items, "find", TypeError("a dash"))
    with pytest.raises(FileError, match="the search for action items failed: TypeError: a dash"):
        Linter(Config(model="none", select=["omission"])).lint(CURSED)


def test_a_model_that_is_wrong_is_no_fault_of_the_text(monkeypatch: pytest.MonkeyPatch, files: list[str]) -> None:
    breaks(monkeypatch, run, "read_document", ModelError("damaged"))
    with pytest.raises(ModelError, match="damaged"):
        linter().lint_files(files)


def test_it_can_be_told_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(FileError("the work", "a.md", "KeyError: 'x'")))
    assert (str(error), error.path) == ("the work failed: KeyError: 'x'", "a.md")


def test_standard_input_on_which_we_break_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    breaks(monkeypatch, run, "read_document", TypeError("a dash"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CURSED.encode()), encoding="utf-8"))
    done = fix_files(linter(), ["-"], Choice(), write=True)
    assert (done.stdin, done.report.exit_code, done.report.files) == (CURSED, 2, ())


def test_the_list_of_tasks_holds_those_of_the_other_files(
    monkeypatch: pytest.MonkeyPatch, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    breaks(monkeypatch, items, "find", TypeError("a dash"))
    parser = argparse.ArgumentParser()
    actions.arguments(parser)
    assert actions.run(parser.parse_args([*files, "--format", "csv"])) == 2
    said = capsys.readouterr()
    assert [line.split(",")[0] for line in said.out.splitlines()[1:]] == [files[0], files[3]]
    assert said.err.splitlines() == [
        f"blameless-lint: {path}: the search for action items failed: TypeError: a dash" for path in files[1:3]
    ]
