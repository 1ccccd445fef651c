"""The hook, run by pre-commit itself on a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
RUN = "BLAMELESS_LINT_SLOW"


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True)


def test_the_hook_names_a_command_and_files_that_exist() -> None:
    import yaml

    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == ("blameless-lint", "blameless-lint check", "python")


@pytest.mark.skipif(RUN not in os.environ, reason=f"installs the package anew, which takes minutes; set {RUN}=1")
def test_pre_commit_runs_the_hook_on_what_is_committed(tmp_path: Path) -> None:
    if not shutil.which("pre-commit") or not (ROOT / ".git").exists():
        pytest.skip("needs pre-commit and a clone")
    source, scratch = tmp_path / "source", tmp_path / "scratch"
    subprocess.run(["git", "clone", "-q", ROOT, source], check=True)
    scratch.mkdir()
    git(scratch, "init", "-q")
    (scratch / "clean.md").write_text("The cache was cold.\n")
    (scratch / "info.md").write_text("The cache was cold. <!-- blameless-lint: allow omission -->\n")
    (scratch / ".blameless-lint.toml").write_text('fail-on = "info"')
    git(scratch, "add", ".")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    environment.pop("PYTHONPATH", None)
    command = ["pre-commit", "try-repo", str(source), "blameless-lint", "--verbose", "--files"]

    def hook(*files: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *files], cwd=scratch, env=environment, capture_output=True, text=True, check=False
        )

    passed = hook("clean.md")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    failed = hook("clean.md", "info.md")
    assert failed.returncode == 1
    assert "info.md:1:21: info unused-suppression" in failed.stdout
